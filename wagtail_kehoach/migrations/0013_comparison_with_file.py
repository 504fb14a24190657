from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0012_register'),
    ]

    operations = [
        migrations.AddField(
            model_name='planreading',
            name='answers',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='planreading',
            name='blocks',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='planreading',
            name='passages',
            field=models.JSONField(default=dict),
        ),
    ]
