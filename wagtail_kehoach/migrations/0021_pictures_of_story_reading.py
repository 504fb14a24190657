from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0020_date_correction'),
    ]

    operations = [
        migrations.AddField(
            model_name='storyreading',
            name='pictures',
            field=models.JSONField(default=list),
        ),
    ]
