import django.db.models.deletion
import django.utils.timezone
import django_countries.fields
import modelcluster.fields
import wagtail.fields
import wagtail_kehoach.plans.blocks
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('basepage', '0003_finalize_basepage_model'),
        ('wagtail_kehoach', '0001_initial'),
        ('wagtailimages', '0027_image_description'),
    ]

    operations = [
        migrations.CreateModel(
            name='ForeignInfoIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.CreateModel(
            name='PlanIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.CreateModel(
            name='SpokespersonIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.AddField(
            model_name='basepage',
            name='search_description',
            field=models.TextField(blank=True, help_text='The descriptive text displayed underneath a headline in search engine results.', verbose_name='meta description'),
        ),
        migrations.AddField(
            model_name='basepage',
            name='seo_title',
            field=models.CharField(blank=True, help_text='The name of the page displayed on search engine results as the clickable headline.', max_length=255, verbose_name='title tag'),
        ),
        migrations.AddField(
            model_name='basepage',
            name='show_in_menus',
            field=models.BooleanField(default=False, help_text='Whether a link to this page will appear in automatically generated menus', verbose_name='show in menus'),
        ),
        migrations.CreateModel(
            name='ForeignInfoPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('post_date', models.DateField(db_index=True, default=django.utils.timezone.localdate, verbose_name='date')),
                ('lead', models.TextField(help_text='Shown first, in listings and when the page is shared.', max_length=400, verbose_name='in one sentence')),
                ('picture_alt', models.CharField(blank=True, help_text='For readers who cannot see it.', max_length=255, verbose_name='what the picture shows')),
                ('picture_caption', models.CharField(blank=True, max_length=255, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('quote', 4), ('picture', 7)], blank=True, block_lookup={0: ('wagtail_kehoach.posts.blocks.SubheadingBlock', (), {}), 1: ('wagtail_kehoach.posts.blocks.ParagraphBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul']}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Quoted words', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('by', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Caption of the picture', 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6)]], {})}, verbose_name='text')),
                ('content_group', models.CharField(choices=[('official', 'official information on Vietnam'), ('image', "promotion of Vietnam's image"), ('world', 'information on the world for Vietnam'), ('clarify', 'explanation and clarification')], default='image', max_length=20, verbose_name='content group')),
                ('form', models.CharField(choices=[('website', 'article'), ('culture', 'cultural exchange'), ('sport', 'sport'), ('excursion', 'excursion'), ('conference', 'conference'), ('exchange', 'exchange of pupils or teachers'), ('contest', 'contest')], db_index=True, default='website', max_length=20, verbose_name='form')),
                ('countries', django_countries.fields.CountryField(blank=True, max_length=255, multiple=True, verbose_name='partner countries')),
                ('partners', models.TextField(blank=True, help_text='One per line.', verbose_name='partner bodies')),
                ('event', models.CharField(blank=True, max_length=255, verbose_name='event')),
                ('event_starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('event_ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('event_place', models.CharField(blank=True, max_length=255, verbose_name='place')),
                ('legal_documents', wagtail.fields.StreamField([('document', 4)], blank=True, block_lookup={0: ('wagtail.blocks.TextBlock', (), {'label': 'Wording', 'rows': 2}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Number and symbol', 'required': False}), 2: ('wagtail.blocks.DateBlock', (), {'label': 'Date', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Issued by', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 0), ('number', 1), ('date', 2), ('issuer', 3)]], {})}, verbose_name='legal documents')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='picture')),
                ('school_year', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtail_kehoach.schoolyear', verbose_name='school year')),
                ('tasks', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Tasks that this post carries out. Only tasks of live plans are listed.', limit_choices_to={'withdrawn_at': None}, related_name='+', to='wagtail_kehoach.plantask', verbose_name='tasks of the plan')),
                ('themes', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='wagtail_kehoach.theme', verbose_name='themes')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.CreateModel(
            name='PlanPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
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
                ('themes', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='wagtail_kehoach.theme', verbose_name='content themes')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('post_date', models.DateField(db_index=True, default=django.utils.timezone.localdate, verbose_name='date')),
                ('lead', models.TextField(help_text='Shown first, in listings and when the page is shared.', max_length=400, verbose_name='in one sentence')),
                ('picture_alt', models.CharField(blank=True, help_text='For readers who cannot see it.', max_length=255, verbose_name='what the picture shows')),
                ('picture_caption', models.CharField(blank=True, max_length=255, verbose_name='caption')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('quote', 4), ('picture', 7)], blank=True, block_lookup={0: ('wagtail_kehoach.posts.blocks.SubheadingBlock', (), {}), 1: ('wagtail_kehoach.posts.blocks.ParagraphBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul']}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'Quoted words', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('by', 3)]], {}), 5: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Caption of the picture', 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 5), ('caption', 6)]], {})}, verbose_name='text')),
                ('subject', models.CharField(help_text='As shown to the public. Pupils: first name and class level, for example “em Minh, học sinh khối 8”.', max_length=255, verbose_name='who')),
                ('subject_kind', models.CharField(choices=[('individual', 'individual'), ('collective', 'collective')], default='individual', max_length=20, verbose_name='individual or collective')),
                ('audience', models.CharField(choices=[('teacher', 'teachers'), ('staff', 'staff'), ('pupil', 'pupils'), ('class', 'classes'), ('parent', 'parents')], db_index=True, default='teacher', max_length=20, verbose_name='group')),
                ('achievement', models.TextField(blank=True, verbose_name='achievement')),
                ('nominated_to', models.CharField(blank=True, help_text='The superior body to which the school proposed this example.', max_length=255, verbose_name='nominated to')),
                ('nominated_on', models.DateField(blank=True, null=True, verbose_name='nominated on')),
                ('commendation_title', models.CharField(blank=True, max_length=255, verbose_name='commendation')),
                ('commendation_number', models.CharField(blank=True, max_length=50, verbose_name='decision number')),
                ('commendation_date', models.DateField(blank=True, null=True, verbose_name='decision date')),
                ('commendation_body', models.CharField(blank=True, max_length=255, verbose_name='decided by')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='picture')),
                ('school_year', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtail_kehoach.schoolyear', verbose_name='school year')),
                ('tasks', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Tasks that this post carries out. Only tasks of live plans are listed.', limit_choices_to={'withdrawn_at': None}, related_name='+', to='wagtail_kehoach.plantask', verbose_name='tasks of the plan')),
                ('themes', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='wagtail_kehoach.theme', verbose_name='themes')),
            ],
            options={
                'abstract': False,
            },
            bases=('basepage.basepage', models.Model),
        ),
    ]
