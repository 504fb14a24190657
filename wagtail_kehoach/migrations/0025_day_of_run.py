from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0024_consent_run_and_duty'),
    ]

    operations = [
        migrations.AddField(
            model_name='enforcementrun',
            name='day',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='enforcementrun',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
    ]
