from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0023_register_chains_and_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='EnforcementRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ended_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'nightly run of consents',
                'verbose_name_plural': 'nightly runs of consents',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='picturebasis',
            name='file_hash',
            field=models.CharField(blank=True, db_index=True, default='', editable=False, max_length=40),
        ),
        migrations.AddField(
            model_name='picturebasis',
            name='keep_until',
            field=models.DateField(blank=True, help_text='After this day it is taken down. Needed for staff in the course of duty.', null=True, verbose_name='may be used until'),
        ),
        migrations.AlterField(
            model_name='picturebasis',
            name='basis',
            field=models.CharField(choices=[('people', 'the people in it agreed'), ('public_event', 'public event, with notice'), ('staff_duty', 'staff in the course of duty, no child'), ('nobody', 'nobody can be recognised')], default='people', max_length=20, verbose_name='basis'),
        ),
        migrations.AddConstraint(
            model_name='picturebasis',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('basis', 'staff_duty'), _negated=True), ('keep_until__isnull', False), _connector='OR'), name='wagtail_kehoach_duty_with_end', violation_error_message='Say until when a picture of staff in the course of duty may be used.'),
        ),
    ]
