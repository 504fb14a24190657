import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

# Wagtail before 8.0 has no setting for the base page model.
PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")
# Portals with an image model of their own keep it.
IMAGE_MODEL = getattr(settings, "WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(IMAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=PAGE_MODEL)),
                ('slogan', models.CharField(blank=True, max_length=255, verbose_name='slogan')),
                ('introduction', models.TextField(blank=True, verbose_name='introduction')),
                ('address', models.CharField(blank=True, max_length=255, verbose_name='address')),
                ('phone', models.CharField(blank=True, max_length=50, verbose_name='telephone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('quick_links', wagtail.fields.StreamField([('link', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Title'}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Text', 'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Address'}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('text', 1), ('url', 2)]], {})})),
                ('announcements', wagtail.fields.StreamField([('announcement', 2)], blank=True, block_lookup={0: ('wagtail.blocks.DateBlock', (), {'label': 'Day'}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'Text', 'rows': 2}), 2: ('wagtail.blocks.StructBlock', [[('day', 0), ('text', 1)]], {})})),
                ('contact', wagtail.fields.StreamField([('press_contact', 1)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'required': False}), 1: ('wagtail.blocks.StructBlock', [[('heading', 0)]], {})})),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=IMAGE_MODEL, verbose_name='picture')),
            ],
            options={
                'verbose_name': 'home page',
                'verbose_name_plural': 'home pages',
            },
            bases=('wagtailcore.page',),
        ),
    ]
