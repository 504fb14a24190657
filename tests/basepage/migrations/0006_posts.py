import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basepage', '0005_people'),
        ('wagtail_kehoach', '0015_posts'),
        ('wagtaildocs', '0014_alter_document_file_size'),
    ]

    operations = [
        migrations.AddField(
            model_name='foreigninfopage',
            name='picture_ai',
            field=models.BooleanField(default=False, help_text='Readers are told so beside the picture (Law 134/2025/QH15).', verbose_name='made or altered with AI'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='campaign',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtail_kehoach.storycampaign', verbose_name='call for stories'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='commendation_document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtaildocs.document', verbose_name='decision as a file'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='nomination_state',
            field=models.CharField(blank=True, choices=[('sent', 'sent, waiting for the answer'), ('accepted', 'accepted'), ('declined', 'not accepted')], help_text='A nomination that was not accepted is not shown to the public.', max_length=20, verbose_name='state of the nomination'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='picture_ai',
            field=models.BooleanField(default=False, help_text='Readers are told so beside the picture (Law 134/2025/QH15).', verbose_name='made or altered with AI'),
        ),
        migrations.AddField(
            model_name='storypage',
            name='recognition',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtail_kehoach.recognitiontitle', verbose_name='title of commendation'),
        ),
        migrations.AlterField(
            model_name='foreigninfopage',
            name='body',
            field=wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('quote', 4), ('picture', 8), ('figures', 17)], blank=True, block_lookup={0: ('wagtail_kehoach.posts.blocks.SubheadingBlock', (), {}), 1: ('wagtail_kehoach.posts.blocks.ParagraphBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul']}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Quoted words', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('by', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Caption of the picture', 'required': False}), 7: ('wagtail.blocks.BooleanBlock', (), {'label': 'Made or altered with AI', 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6), ('ai_made', 7)]], {}), 9: ('wagtail.blocks.CharBlock', (), {'label': 'What the figures show', 'max_length': 200}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Unit of measurement', 'max_length': 50, 'required': False}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Of what', 'max_length': 150}), 12: ('wagtail.blocks.DecimalBlock', (), {'label': 'Figure', 'max_digits': 15, 'min_value': 0}), 13: ('wagtail.blocks.StructBlock', [[('label', 11), ('value', 12)]], {}), 14: ('wagtail.blocks.ListBlock', (13,), {'label': 'Figures', 'max_num': 30, 'min_num': 1}), 15: ('wagtail.blocks.BooleanBlock', (), {'label': 'Draw a bar for each figure', 'required': False}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 255, 'required': False}), 17: ('wagtail.blocks.StructBlock', [[('title', 9), ('unit', 10), ('figures', 14), ('bars', 15), ('source', 16)]], {})}, verbose_name='text'),
        ),
        migrations.AlterField(
            model_name='storypage',
            name='body',
            field=wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('quote', 4), ('picture', 8)], blank=True, block_lookup={0: ('wagtail_kehoach.posts.blocks.SubheadingBlock', (), {}), 1: ('wagtail_kehoach.posts.blocks.ParagraphBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul']}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Quoted words', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('by', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Caption of the picture', 'required': False}), 7: ('wagtail.blocks.BooleanBlock', (), {'label': 'Made or altered with AI', 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6), ('ai_made', 7)]], {})}, verbose_name='text'),
        ),
        migrations.AlterField(
            model_name='storypage',
            name='commendation_title',
            field=models.CharField(blank=True, help_text='As shown to the public. Left empty, it is the title chosen.', max_length=255, verbose_name='commendation'),
        ),
    ]
