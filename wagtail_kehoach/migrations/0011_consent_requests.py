import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0010_plan_template'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='consent',
            name='agreed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='consent',
            name='agreed_by',
            field=models.CharField(blank=True, editable=False, max_length=150),
        ),
        migrations.AddField(
            model_name='consent',
            name='text_version',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='tickedchecks',
            name='seen',
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name='ConsentRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person_name', models.CharField(max_length=255)),
                ('asked_name', models.CharField(max_length=150, verbose_name='who is asked')),
                ('purposes', models.JSONField(default=dict, verbose_name='purposes')),
                ('statement', models.TextField()),
                ('text_version', models.CharField(max_length=64)),
                ('until', models.DateField(verbose_name='consent until')),
                ('email', models.EmailField(blank=True, help_text='The link and the receipt are sent here. Without it, copy the link.', max_length=254, verbose_name='e-mail address')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked at')),
                ('secret_hash', models.CharField(max_length=64, null=True, unique=True)),
                ('expires_at', models.DateTimeField(null=True, verbose_name='link until')),
                ('revoked_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('answers', models.JSONField(default=dict)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consent', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='request', to='wagtail_kehoach.consent')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consent_requests', to='wagtail_kehoach.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'question for consent',
                'verbose_name_plural': 'questions for consent',
                'ordering': ['-pk'],
                'default_permissions': ('add', 'view'),
            },
        ),
        migrations.CreateModel(
            name='DataRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_by', models.CharField(max_length=150, verbose_name='who asked')),
                ('kind', models.CharField(choices=[('view', 'see the data'), ('correct', 'correct the data'), ('delete', 'delete the data'), ('withdraw', 'withdraw the consent')], default='view', max_length=20, verbose_name='what is asked')),
                ('details', models.TextField(blank=True, verbose_name='in their words')),
                ('received_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='received on')),
                ('answer_due_on', models.DateField(editable=False, verbose_name='answer by')),
                ('due_on', models.DateField(editable=False, verbose_name='done by')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                ('outcome', models.TextField(blank=True, verbose_name='what was done')),
                ('person', models.ForeignKey(blank=True, help_text='Somebody in the registry. It stays here when that entry is deleted.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_requests', to='wagtail_kehoach.person', verbose_name='about whom')),
            ],
            options={
                'verbose_name': 'request about personal data',
                'verbose_name_plural': 'requests about personal data',
                'ordering': ['due_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_on', None), ('answered_on__gte', models.F('received_on')), _connector='OR'), models.Q(('done_on', None), ('done_on__gte', models.F('received_on')), _connector='OR')), name='wagtail_kehoach_data_request_in_order', violation_error_message='It cannot be answered or done before it was received.')],
            },
        ),
    ]
