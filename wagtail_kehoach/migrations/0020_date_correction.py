import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0019_languages'),
    ]

    operations = [
        migrations.CreateModel(
            name='DateCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date_before', models.DateField(verbose_name='date before')),
                ('date_after', models.DateField(verbose_name='date')),
                ('reason', models.CharField(max_length=255, verbose_name='reason')),
                ('corrected_at', models.DateTimeField(auto_now_add=True)),
                ('corrected_by_name', models.CharField(max_length=255)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='date_corrections', to='wagtail_kehoach.registerentry')),
            ],
            options={
                'verbose_name': 'correction of a date',
                'verbose_name_plural': 'corrections of dates',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
    ]
