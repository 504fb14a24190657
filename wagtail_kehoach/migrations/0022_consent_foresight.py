import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0021_pictures_of_story_reading'),
    ]

    operations = [
        migrations.CreateModel(
            name='EndingNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('last_day', models.DateField()),
                ('told_at', models.DateTimeField(auto_now_add=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtail_kehoach.person')),
            ],
            options={
                'verbose_name': 'notice of the end of a consent',
                'verbose_name_plural': 'notices of the end of a consent',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('person', 'last_day'), name='wagtail_kehoach_one_notice_of_an_end')],
            },
        ),
    ]
