import modelcluster.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('basepage', '0004_page_types'),
        ('wagtail_kehoach', '0006_consent'),
    ]

    operations = [
        migrations.AddField(
            model_name='foreigninfopage',
            name='people',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='A child needs a valid consent before the post can be submitted.', related_name='+', to='wagtail_kehoach.person', verbose_name='who is shown or named'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='people',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='A child needs a valid consent before the post can be submitted.', related_name='+', to='wagtail_kehoach.person', verbose_name='who is shown or named'),
        ),
    ]
