from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0023_register_chains_and_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='EnforcementRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ended_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'nightly run of consents',
                'verbose_name_plural': 'nightly runs of consents',
                'default_permissions': (),
            },
        ),
    ]
