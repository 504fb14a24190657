import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0022_consent_foresight'),
    ]

    operations = [
        migrations.AddField(
            model_name='body',
            name='other_names',
            field=models.TextField(blank=True, help_text='Names that it bore before or is written with too, one per line. Under all of them its documents are numbered in one register.', verbose_name='other names'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='replaces',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacements', to='wagtail_kehoach.registerentry', verbose_name='replaces'),
        ),
    ]
