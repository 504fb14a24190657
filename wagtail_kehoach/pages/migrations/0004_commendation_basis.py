from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach_pages', '0003_posts'),
    ]

    operations = [
        migrations.AddField(
            model_name='storypage',
            name='commendation_basis',
            field=models.CharField(blank=True, default='', help_text='Only for a title that is not in the table: the law or decision that knows it.', max_length=255, verbose_name='basis of another title'),
        ),
    ]
