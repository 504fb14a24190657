import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0011_consent_requests'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecognitionTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='exists from')),
                ('valid_to', models.DateField(blank=True, help_text='Leave empty while it exists.', null=True, verbose_name='exists until')),
                ('name', models.CharField(max_length=255, unique=True, verbose_name='name')),
                ('level', models.CharField(choices=[('school', 'unit or commune'), ('province', 'ministry, sector or province'), ('state', 'State or Prime Minister')], default='school', max_length=20, verbose_name='level')),
                ('for_whom', models.CharField(choices=[('both', 'individuals and collectives'), ('individual', 'individuals'), ('collective', 'collectives')], default='both', max_length=20, verbose_name='for whom')),
                ('source', models.CharField(blank=True, help_text='The law or decision that knows this title.', max_length=255, verbose_name='source')),
                ('sort_order', models.PositiveSmallIntegerField(default=0, verbose_name='place in lists')),
                ('successor', models.ForeignKey(blank=True, help_text='Who took over its work when it was dissolved or merged.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='predecessors', to='wagtail_kehoach.recognitiontitle', verbose_name='successor')),
            ],
            options={
                'verbose_name': 'title of commendation',
                'verbose_name_plural': 'titles of commendation',
                'ordering': ['sort_order', 'name'],
            },
        ),
    ]
