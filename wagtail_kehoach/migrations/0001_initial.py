import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

# Wagtail before 8.0 has no setting for the base page model.
PAGE_MODEL = getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalChain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('records', models.PositiveBigIntegerField(default=0)),
                ('last', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'verbose_name': 'end of the chain of approvals',
                'verbose_name_plural': 'ends of the chain of approvals',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PrincipalApprovalTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
            ],
            options={
                'verbose_name': 'approval by the principal',
                'verbose_name_plural': 'approvals by the principal',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=150, unique=True, verbose_name='address')),
                ('description', models.TextField(blank=True, verbose_name='description')),
                ('sort_order', models.PositiveSmallIntegerField(default=0, verbose_name='place in lists')),
            ],
            options={
                'verbose_name': 'theme',
                'verbose_name_plural': 'themes',
                'ordering': ['sort_order', 'name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='exists from')),
                ('valid_to', models.DateField(blank=True, help_text='Leave empty while it exists.', null=True, verbose_name='exists until')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('abbreviation', models.CharField(blank=True, max_length=50, verbose_name='abbreviation')),
                ('level', models.CharField(choices=[('ministry', 'ministry'), ('province', 'province or city'), ('commune', 'commune, ward or special zone'), ('district', 'district (until 30 June 2025)'), ('unit', 'school or public service unit'), ('other', 'association or other')], default='unit', max_length=20, verbose_name='level')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='wagtail_kehoach.body', verbose_name='superior body')),
                ('successor', models.ForeignKey(blank=True, help_text='Who took over its work when it was dissolved or merged.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='predecessors', to='wagtail_kehoach.body', verbose_name='successor')),
            ],
            options={
                'verbose_name': 'body',
                'verbose_name_plural': 'bodies',
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PlanReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=255)),
                ('reading', models.JSONField()),
                ('read_at', models.DateTimeField(auto_now_add=True)),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_plan_reading', to=PAGE_MODEL)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SchoolSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('superior_body', models.CharField(blank=True, help_text="As printed above the school's name, for example: UBND XÃ …", max_length=255, verbose_name='superior body')),
                ('issuing_body', models.CharField(blank=True, help_text='As printed on documents, for example: TRƯỜNG THCS …', max_length=255, verbose_name='school')),
                ('name', models.CharField(blank=True, max_length=255, verbose_name='name in running text')),
                ('abbreviation', models.CharField(blank=True, help_text='Used in document symbols, for example THCSBM in KH-THCSBM.', max_length=30, verbose_name='abbreviation')),
                ('place', models.CharField(blank=True, help_text='Printed before the date: the commune or ward of the school.', max_length=100, verbose_name='place')),
                ('head_title', models.CharField(default='HIỆU TRƯỞNG', max_length=100, verbose_name='title of the head')),
                ('head_name', models.CharField(blank=True, max_length=100, verbose_name='name of the head')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'school details',
                'verbose_name_plural': 'school details',
            },
        ),
        migrations.CreateModel(
            name='SchoolYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField(unique=True, verbose_name='first day')),
                ('first_term_ends_on', models.DateField(verbose_name='first term ends')),
                ('ends_on', models.DateField(verbose_name='last day')),
                ('decision', models.CharField(blank=True, help_text='The decision that set these dates.', max_length=255, verbose_name='decision')),
            ],
            options={
                'verbose_name': 'school year',
                'verbose_name_plural': 'school years',
                'ordering': ['-starts_on'],
                'constraints': [models.CheckConstraint(condition=models.Q(('first_term_ends_on__lt', models.F('ends_on')), ('starts_on__lt', models.F('first_term_ends_on'))), name='wagtail_kehoach_school_year_in_order', violation_error_message='The first term must end between the first and the last day.')],
            },
        ),
        migrations.CreateModel(
            name='Spokesperson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('position', models.CharField(max_length=255, verbose_name='position')),
                ('phone', models.CharField(blank=True, max_length=50, verbose_name='telephone')),
                ('email', models.EmailField(blank=True, help_text='An address of the school, not a private one.', max_length=254, verbose_name='official e-mail')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('site', models.ForeignKey(blank=True, help_text='Leave empty to show this person on every site.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_spokespersons', to='wagtailcore.site', verbose_name='site')),
                ('substitute', models.ForeignKey(blank=True, help_text='Whom the head authorises when this person cannot act.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stands_in_for', to='wagtail_kehoach.spokesperson', verbose_name='substitute')),
            ],
            options={
                'verbose_name': 'spokesperson',
                'verbose_name_plural': 'spokespersons',
                'ordering': ['name'],
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='exists from')),
                ('valid_to', models.DateField(blank=True, help_text='Leave empty while it exists.', null=True, verbose_name='exists until')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('abbreviation', models.CharField(blank=True, max_length=50, verbose_name='abbreviation')),
                ('other_names', models.TextField(blank=True, help_text='Names under which plans mention this unit, one per line.', verbose_name='other names')),
                ('successor', models.ForeignKey(blank=True, help_text='Who took over its work when it was dissolved or merged.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='predecessors', to='wagtail_kehoach.unit', verbose_name='successor')),
            ],
            options={
                'verbose_name': 'unit',
                'verbose_name_plural': 'units',
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=255)),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='address')),
                ('revision_id', models.BigIntegerField(verbose_name='revision')),
                ('stored_digest', models.CharField(max_length=64)),
                ('text_digest', models.CharField(max_length=64)),
                ('files', models.JSONField(default=dict)),
                ('kind', models.CharField(choices=[('workflow', 'after submission'), ('direct', 'published by a principal'), ('inherited', 'same text as the page it was an alias of'), ('setup', 'text that came with the software')], max_length=20, verbose_name='kind')),
                ('approver_name', models.CharField(blank=True, max_length=255, verbose_name='approved by')),
                ('capacity', models.CharField(blank=True, max_length=255, verbose_name='capacity')),
                ('comment', models.TextField(blank=True, verbose_name='comment of the approver')),
                ('approved_at', models.DateTimeField(verbose_name='approved at')),
                ('chain', models.CharField(max_length=64, unique=True)),
                ('approver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approver')),
                ('base_content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'approval',
                'verbose_name_plural': 'approvals',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['base_content_type', 'object_id', 'revision_id'], name='kehoach_approval_object_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'setup'), models.Q(('approver_name', ''), _negated=True), _connector='OR'), name='wagtail_kehoach_approval_has_approver')],
            },
        ),
        migrations.CreateModel(
            name='SigningAuthority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('head', 'head'), ('KT.', 'KT. (deputy for the head)'), ('TUQ.', 'TUQ. (by written mandate)')], default='KT.', max_length=10, verbose_name='capacity')),
                ('field', models.CharField(blank=True, choices=[('', 'everything'), ('plans', 'plans'), ('stories', 'outstanding examples'), ('foreign_info', 'foreign information'), ('spokespersons', 'spokespersons')], default='', max_length=30, verbose_name='field of authority')),
                ('decision_number', models.CharField(blank=True, max_length=50, verbose_name='decision number')),
                ('decision_date', models.DateField(blank=True, null=True, verbose_name='decision date')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_signing_authorities', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'signing authority',
                'verbose_name_plural': 'signing authorities',
                'ordering': ['user', 'capacity'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('capacity', 'TUQ.'), _negated=True), models.Q(('ends_on__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='wagtail_kehoach_mandate_limited', violation_error_message='A written mandate needs its first and its last day.')],
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('head', 'head of the school'), ('regular', 'regular spokesperson'), ('authorised', 'authorised for one matter')], default='regular', max_length=20, verbose_name='role')),
                ('decision_number', models.CharField(blank=True, max_length=50, verbose_name='decision number')),
                ('decision_date', models.DateField(blank=True, null=True, verbose_name='decision date')),
                ('scope', models.CharField(blank=True, help_text='Empty: everything about the school.', max_length=255, verbose_name='may speak about')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('spokesperson', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandates', to='wagtail_kehoach.spokesperson')),
            ],
            options={
                'verbose_name': 'mandate',
                'verbose_name_plural': 'mandates',
                'ordering': ['-starts_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('role', 'authorised'), _negated=True), models.Q(('ends_on__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='wagtail_kehoach_authorisation_limited', violation_error_message='An authorisation for one matter needs its first and its last day.'), models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='wagtail_kehoach_mandate_in_order', violation_error_message='The last day cannot come before the first day.')],
            },
        ),
        migrations.CreateModel(
            name='PlanTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block_id', models.UUIDField(editable=False)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('text', models.TextField(verbose_name='task')),
                ('lead_text', models.CharField(blank=True, max_length=255, verbose_name='lead unit')),
                ('supporting_text', models.TextField(blank=True, verbose_name='supporting units')),
                ('due_type', models.CharField(choices=[('none', 'not said'), ('date', 'by a date'), ('month', 'in a month'), ('quarter', 'in a quarter'), ('term', 'by the end of a term or school year'), ('recurring', 'again and again'), ('relative', 'relative to something else')], default='none', max_length=20, verbose_name='when')),
                ('due_on', models.DateField(db_index=True, null=True, verbose_name='due on')),
                ('due_text', models.CharField(blank=True, max_length=255, verbose_name='when, in words')),
                ('result', models.TextField(blank=True, verbose_name='expected result')),
                ('in_table', models.BooleanField(default=True, verbose_name='in the table of tasks')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_plan_tasks', to=PAGE_MODEL, verbose_name='plan')),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='plan_tasks', to='wagtail_kehoach.theme', verbose_name='theme')),
                ('lead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='led_tasks', to='wagtail_kehoach.unit', verbose_name='lead unit')),
            ],
            options={
                'verbose_name': 'task of a plan',
                'verbose_name_plural': 'tasks of plans',
                'ordering': ['page', 'position'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('page', 'block_id'), name='wagtail_kehoach_task_of_block')],
            },
        ),
    ]
