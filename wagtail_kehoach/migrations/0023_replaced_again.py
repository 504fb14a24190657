import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0022_consent_foresight'),
    ]

    operations = [
        migrations.AlterField(
            model_name='registerentry',
            name='replaces',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replacements', to='wagtail_kehoach.registerentry', verbose_name='replaces'),
        ),
    ]
