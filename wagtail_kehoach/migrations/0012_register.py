import django.db.models.deletion
import wagtail_kehoach.consent.storage
from django.conf import settings
from django.db import migrations, models

# Wagtail before 8.0 has no setting for the base page model.
PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0011_consent_requests'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Register',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.CharField(max_length=255, verbose_name='issuing body')),
                ('body_key', models.CharField(max_length=255)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('series', models.CharField(blank=True, max_length=20, verbose_name='series')),
                ('last_number', models.PositiveIntegerField(default=0, editable=False, verbose_name='last number')),
            ],
            options={
                'verbose_name': 'register',
                'verbose_name_plural': 'registers',
                'ordering': ['-year', 'body_key', 'series'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('body_key', 'year', 'series'), name='wagtail_kehoach_one_register')],
            },
        ),
        migrations.CreateModel(
            name='RegisterEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('suffix', models.CharField(blank=True, max_length=5)),
                ('symbol', models.CharField(blank=True, max_length=60, verbose_name='symbol')),
                ('date', models.DateField(db_index=True, verbose_name='date')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('kind', models.CharField(choices=[('issued', 'number given here'), ('historical', 'bore its number already'), ('elsewhere', 'kept outside of the portal')], default='issued', max_length=20, verbose_name='kind')),
                ('state', models.CharField(choices=[('in_force', 'in force'), ('replaced', 'replaced'), ('recalled', 'recalled')], default='in_force', max_length=20, verbose_name='state')),
                ('revision_id', models.BigIntegerField(null=True, verbose_name='revision')),
                ('registered_at', models.DateTimeField(auto_now_add=True, verbose_name='registered at')),
                ('registered_by_name', models.CharField(max_length=255, verbose_name='registered by')),
                ('file', models.FileField(blank=True, storage=wagtail_kehoach.consent.storage.private_storage, upload_to=wagtail_kehoach.consent.storage.private_name, verbose_name='signed file')),
                ('file_sha256', models.CharField(blank=True, max_length=64)),
                ('file_added_at', models.DateTimeField(null=True)),
                ('file_added_by_name', models.CharField(blank=True, max_length=255)),
                ('released_at', models.DateTimeField(null=True)),
                ('released_by_name', models.CharField(blank=True, max_length=255)),
                ('page', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='kehoach_register_entry', to=PAGE_MODEL, verbose_name='page')),
                ('register', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='wagtail_kehoach.register', verbose_name='register')),
                ('registered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='wagtail_kehoach.registerentry', verbose_name='replaces')),
            ],
            options={
                'verbose_name': 'entry of the register',
                'verbose_name_plural': 'entries of the register',
                'ordering': ['-register__year', '-number', '-suffix'],
                'default_permissions': ('add', 'view'),
            },
        ),
        migrations.CreateModel(
            name='RegisterNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('correction', 'correction'), ('recall', 'recall')], max_length=20, verbose_name='kind')),
                ('document', models.CharField(help_text='Of the document that says so, for example 31/CV-THCSBM.', max_length=100, verbose_name='number and symbol')),
                ('issued_on', models.DateField(verbose_name='date')),
                ('text', models.TextField(max_length=1000, verbose_name='what it says')),
                ('written_at', models.DateTimeField(auto_now_add=True)),
                ('written_by_name', models.CharField(max_length=255)),
                ('confirmed_at', models.DateTimeField(editable=False, null=True)),
                ('confirmed_by_name', models.CharField(blank=True, editable=False, max_length=255)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='wagtail_kehoach.registerentry', verbose_name='document')),
            ],
            options={
                'verbose_name': 'notice on a registered document',
                'verbose_name_plural': 'notices on registered documents',
                'ordering': ['issued_on', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.UniqueConstraint(fields=('register', 'number', 'suffix'), name='wagtail_kehoach_one_number'),
        ),
    ]
