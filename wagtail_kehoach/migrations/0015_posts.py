import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0014_people_in_order'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StoryCampaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=255, verbose_name='topic')),
                ('details', models.TextField(blank=True, help_text='For writers and those who propose: what to tell, for which contest.', verbose_name='what is asked for')),
                ('audience', models.CharField(blank=True, choices=[('teacher', 'teachers'), ('staff', 'staff'), ('pupil', 'pupils'), ('class', 'classes'), ('parent', 'parents')], max_length=20, verbose_name='about whom')),
                ('max_words', models.PositiveIntegerField(blank=True, null=True, verbose_name='words at most')),
                ('max_photos', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='photos at most')),
                ('opens_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('deadline', models.DateField(blank=True, help_text='The list shows the day of the week: compare it with the letter.', null=True, verbose_name='last day')),
            ],
            options={
                'verbose_name': 'call for stories',
                'verbose_name_plural': 'calls for stories',
                'ordering': ['-deadline', '-pk'],
            },
        ),
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
        migrations.CreateModel(
            name='StoryProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_name', models.CharField(help_text='A unit or a teacher, for example “Tổ Ngữ văn” or “cô Nguyễn Thị Lan”.', max_length=150, verbose_name='who proposes')),
                ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='asked at')),
                ('secret_hash', models.CharField(max_length=64, null=True, unique=True)),
                ('expires_at', models.DateTimeField(null=True, verbose_name='link until')),
                ('revoked_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True, verbose_name='sent in at')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('campaign', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='wagtail_kehoach.storycampaign', verbose_name='call for stories')),
                ('draft', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='kehoach_proposed_by', to=PAGE_MODEL)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_story_proposals', to=PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'story proposed by others',
                'verbose_name_plural': 'stories proposed by others',
                'ordering': ['-pk'],
                'default_permissions': ('add', 'view'),
            },
        ),
        migrations.CreateModel(
            name='StoryVerification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text_digest', models.CharField(max_length=64)),
                ('points', models.JSONField(default=list)),
                ('note', models.TextField(blank=True)),
                ('verified_by', models.CharField(max_length=255)),
                ('verified_at', models.DateTimeField()),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_verifications', to=PAGE_MODEL)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'verification of a story',
                'verbose_name_plural': 'verifications of stories',
                'ordering': ['-pk'],
                'default_permissions': (),
            },
        ),
    ]
