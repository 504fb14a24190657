from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0027_people_by_family_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='consent',
            name='for_full_name',
            field=models.BooleanField(default=False, help_text='Without it, a pupil is called by the first name and class level.', verbose_name='by the full name'),
        ),
    ]
