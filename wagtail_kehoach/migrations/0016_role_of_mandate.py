from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0015_posts'),
    ]

    operations = [
        migrations.AlterField(
            model_name='mandate',
            name='role',
            field=models.CharField(choices=[('head', 'head of the school'), ('regular', 'regular spokesperson'), ('authorised', 'authorised for one matter')], max_length=20, verbose_name='role'),
        ),
    ]
