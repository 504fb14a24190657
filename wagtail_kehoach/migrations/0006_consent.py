import django.db.models.deletion
import modelcluster.fields
import wagtail_kehoach.consent.storage
from django.conf import settings
from django.db import migrations, models

# Portals with an image model of their own keep it.
IMAGE_MODEL = getattr(settings, "WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image")


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0005_approval_checks'),
        migrations.swappable_dependency(IMAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('full_name', models.CharField(max_length=150, verbose_name='full name')),
                ('class_level', models.CharField(blank=True, help_text='For pupils, for example “khối 8”.', max_length=50, verbose_name='class level')),
                ('child', models.BooleanField(default=True, help_text='Decides where the date of birth is not known.', verbose_name='child')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('representative', models.CharField(blank=True, max_length=150, verbose_name='legal representative')),
                ('representative_contact', models.CharField(blank=True, max_length=150, verbose_name='contact of the representative')),
            ],
            options={
                'verbose_name': 'person shown or named',
                'verbose_name_plural': 'people shown or named',
                'ordering': ['full_name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Takedown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('happened_at', models.DateTimeField(verbose_name='taken down at')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='address')),
                ('reason', models.TextField(verbose_name='reason')),
            ],
            options={
                'verbose_name': 'takedown',
                'verbose_name_plural': 'takedowns',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('basis', models.CharField(choices=[('signed', 'signed on paper'), ('electronic', 'agreed to electronically'), ('staff_duty', 'duty of the staff member')], default='signed', max_length=20, verbose_name='basis')),
                ('for_portal', models.BooleanField(default=False, verbose_name='school portal')),
                ('for_social', models.BooleanField(default=False, verbose_name='social networks')),
                ('for_press', models.BooleanField(default=False, verbose_name='press')),
                ('for_foreign', models.BooleanField(default=False, verbose_name='foreign-language information')),
                ('representative_agreed', models.BooleanField(default=False, verbose_name='the representative agrees')),
                ('child_agreed', models.BooleanField(default=False, help_text='Needed from the age of seven.', verbose_name='the child agrees')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('withdrawn_on', models.DateField(blank=True, help_text='Posts and pictures that rest on it are taken down at once.', null=True, verbose_name='withdrawn on')),
                ('evidence', models.FileField(blank=True, storage=wagtail_kehoach.consent.storage.private_storage, upload_to=wagtail_kehoach.consent.storage.private_name, validators=[wagtail_kehoach.consent.storage.check_evidence], verbose_name='scan of the signed form')),
                ('person', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='wagtail_kehoach.person')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['-starts_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='wagtail_kehoach_consent_in_order', violation_error_message='The last day cannot come before the first day.')],
            },
        ),
        migrations.CreateModel(
            name='PictureBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('basis', models.CharField(choices=[('people', 'the people in it agreed'), ('public_event', 'public event, with notice'), ('nobody', 'nobody can be recognised')], default='people', max_length=20, verbose_name='basis')),
                ('event', models.CharField(blank=True, max_length=255, verbose_name='event')),
                ('event_on', models.DateField(blank=True, null=True, verbose_name='date')),
                ('notice', models.CharField(blank=True, max_length=255, verbose_name='how people were told')),
                ('withheld', models.CharField(blank=True, editable=False, max_length=100)),
                ('image', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='kehoach_basis', to=IMAGE_MODEL, verbose_name='picture')),
                ('people', models.ManyToManyField(blank=True, related_name='pictures', to='wagtail_kehoach.person', verbose_name='who is shown')),
            ],
            options={
                'verbose_name': 'basis of a picture',
                'verbose_name_plural': 'bases of pictures',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('basis', 'public_event'), _negated=True), models.Q(models.Q(('event', ''), _negated=True), models.Q(('notice', ''), _negated=True)), _connector='OR'), name='wagtail_kehoach_event_with_notice', violation_error_message='Say which event it was and how people were told.')],
            },
        ),
    ]
