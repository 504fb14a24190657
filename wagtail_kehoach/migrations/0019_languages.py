import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0018_story_reading'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TranslationBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision_id', models.BigIntegerField()),
                ('text_digest', models.CharField(max_length=64)),
                ('as_of', models.DateTimeField()),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_translation_basis', to=PAGE_MODEL)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=255, verbose_name='term')),
                ('translation', models.CharField(max_length=255, verbose_name='in that language')),
                ('source', models.CharField(help_text='Where it is called so: a decree, a circular, the site of the body itself.', max_length=255, verbose_name='source')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('locale', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.locale', verbose_name='language')),
            ],
            options={
                'verbose_name': 'term of the glossary',
                'verbose_name_plural': 'glossary',
                'ordering': ['term', 'locale'],
                'constraints': [models.UniqueConstraint(fields=('term', 'locale'), name='wagtail_kehoach_term_once')],
            },
        ),
    ]
