"""A task says all that its plan says, however long."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wagtail_kehoach", "0003_search")]

    operations = [
        migrations.AlterField(
            model_name="plantask",
            name="due_text",
            field=models.TextField(blank=True, verbose_name="when, in words"),
        ),
        migrations.AlterField(
            model_name="plantask",
            name="lead_text",
            field=models.TextField(blank=True, verbose_name="lead unit"),
        ),
    ]
