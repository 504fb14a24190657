import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
import wagtail_kehoach.plans.blocks
from django.conf import settings
from django.db import migrations, models


# Wagtail before 8.0 has no setting for the base page model.
PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtail_kehoach', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='OrdinaryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=PAGE_MODEL)),
                ('body', wagtail.fields.StreamField([('press_contact', 1)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'required': False}), 1: ('wagtail.blocks.StructBlock', [[('heading', 0)]], {})})),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='OwnPlanIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=PAGE_MODEL)),
                ('intro', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='OwnPlanPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=PAGE_MODEL)),
                ('superior_body', models.CharField(blank=True, max_length=255, verbose_name='superior body')),
                ('issuing_body', models.CharField(max_length=255, verbose_name='issuing body')),
                ('number', models.CharField(blank=True, help_text='Given after approval, when the document is registered.', max_length=20, verbose_name='number')),
                ('symbol', models.CharField(blank=True, max_length=60, verbose_name='symbol')),
                ('place', models.CharField(blank=True, max_length=100, verbose_name='place')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='date')),
                ('period_type', models.CharField(choices=[('nam_hoc', 'school year'), ('nam', 'year'), ('giai_doan', 'several years'), ('quy', 'quarter'), ('thang', 'month'), ('khoang_thang', 'several months')], default='nam_hoc', max_length=20, verbose_name='made for a')),
                ('starts_on', models.DateField(db_index=True, null=True, verbose_name='from')),
                ('ends_on', models.DateField(db_index=True, null=True, verbose_name='until')),
                ('period_text', models.CharField(blank=True, max_length=100, verbose_name='period in words')),
                ('legal_bases', wagtail.fields.StreamField([('basis', 4)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'label': 'Wording', 'rows': 2}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Number and symbol', 'required': False}), 2: ('wagtail.blocks.DateBlock', (), {'label': 'Date', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Issued by', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 0), ('number', 1), ('date', 2), ('issuer', 3)]], {})}, verbose_name='legal bases')),
                ('lead_in', models.TextField(blank=True, help_text='What stands between the legal bases and the first heading.', verbose_name='opening sentence')),
                ('body', wagtail.fields.StreamField([('section', 4), ('table', 7), ('task_table', 8)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'As printed: I, 1, a …', 'label': 'Number', 'required': False}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'required': False}), 2: ('wagtail.blocks.IntegerBlock', (), {'default': 1, 'label': 'Level', 'max_value': 5, 'min_value': 1}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul'], 'label': 'Text', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('number', 0), ('title', 1), ('level', 2), ('text', 3)]], {}), 5: ('wagtail.blocks.TextBlock', (), {'help_text': 'One row on each line; put | between the cells.', 'label': 'Rows', 'rows': 6}), 6: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'The first row is the heading', 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('rows', 5), ('has_header', 6)]], {}), 8: ('wagtail_kehoach.plans.blocks.TaskTableBlock', (), {})}, verbose_name='text')),
                ('tasks', wagtail.fields.StreamField([('task', 9)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'label': 'Task', 'rows': 2}), 1: ('wagtail.blocks.ChoiceBlock', [], {'choices': wagtail_kehoach.plans.blocks.theme_choices, 'label': 'Theme', 'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Lead unit', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Separate them with semicolons.', 'label': 'Supporting units', 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('none', 'not said'), ('date', 'by a date'), ('month', 'in a month'), ('quarter', 'in a quarter'), ('term', 'by the end of a term or school year'), ('recurring', 'again and again'), ('relative', 'relative to something else')], 'label': 'When'}), 5: ('wagtail.blocks.DateBlock', (), {'label': 'Due on', 'required': False}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'For example: quý I/2027, cuối học kỳ I, hằng tháng.', 'label': 'When, in words', 'required': False}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Expected result', 'required': False}), 8: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'help_text': 'Off for a task that the text gives in a sentence.', 'label': 'In the table of tasks', 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('text', 0), ('theme', 1), ('lead', 2), ('supporting', 3), ('due_type', 4), ('due_on', 5), ('due_text', 6), ('result', 7), ('in_table', 8)]], {})}, verbose_name='tasks')),
                ('reporting', wagtail.fields.StreamField([('duty', 4)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'label': 'Report', 'rows': 2}), 1: ('wagtail.blocks.DateBlock', (), {'label': 'Due on', 'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'When, in words', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'To whom', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 0), ('due_on', 1), ('due_text', 2), ('to', 3)]], {})}, verbose_name='reporting duties')),
                ('recipients', wagtail.fields.StreamField([('recipient', 0), ('electronic', 1)], blank=True, block_lookup={0: ('wagtail_kehoach.plans.blocks.RecipientBlock', (), {}), 1: ('wagtail_kehoach.plans.blocks.RecipientBlock', (), {'label': 'Recipient of the electronic copy'})}, verbose_name='recipients')),
                ('authority', models.CharField(blank=True, help_text='For example KT. HIỆU TRƯỞNG; empty when the head signs himself.', max_length=100, verbose_name='signing authority')),
                ('signatory_position', models.CharField(blank=True, max_length=100, verbose_name='position')),
                ('signatory_name', models.CharField(blank=True, max_length=100, verbose_name='name')),
                ('budget', models.CharField(blank=True, max_length=100)),
                ('themes', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='wagtail_kehoach.theme', verbose_name='content themes')),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
    ]
