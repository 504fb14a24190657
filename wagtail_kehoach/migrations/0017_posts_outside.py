import django.db.models.deletion
import django.utils.timezone
import wagtail_kehoach.consent.storage
from django.conf import settings
from django.db import migrations, models


PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0016_role_of_mandate'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FaceHint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_hash', models.CharField(max_length=40, unique=True)),
                ('faces', models.PositiveSmallIntegerField()),
                ('looked_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='datarequest',
            name='found',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name='datarequest',
            name='found_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='datarequest',
            name='handled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers'),
        ),
        migrations.AddField(
            model_name='storyproposal',
            name='who_is_shown',
            field=models.TextField(blank=True, default='', verbose_name='who is in the photos'),
        ),
        migrations.AlterField(
            model_name='datarequest',
            name='outcome',
            field=models.TextField(blank=True, help_text='The closing note. Without it the request is not done.', verbose_name='what was done'),
        ),
        migrations.CreateModel(
            name='ProposedPhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(storage=wagtail_kehoach.consent.storage.private_storage, upload_to=wagtail_kehoach.consent.storage.private_name)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='wagtail_kehoach.storyproposal')),
            ],
            options={
                'verbose_name': 'proposed photo',
                'verbose_name_plural': 'proposed photos',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SharedPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='post')),
                ('place', models.CharField(help_text='The address, or words such as “nhóm Zalo lớp 5A”.', max_length=500, verbose_name='where it was posted')),
                ('posted_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='posted on')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('must_go_since', models.DateTimeField(db_index=True, null=True)),
                ('must_go_because', models.TextField(blank=True)),
                ('removed_on', models.DateField(null=True, verbose_name='removed on')),
                ('removed_at', models.DateTimeField(null=True)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='kehoach_shared', to=PAGE_MODEL)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('removed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'post outside of the portal',
                'verbose_name_plural': 'posts outside of the portal',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
            },
        ),
    ]
