import logging
import secrets

from django.core.files.storage import default_storage
from django.db import migrations, models, transaction

import wagtail_kehoach.consent.storage

FORMER_FOLDER = "kehoach/mau-word/"

logger = logging.getLogger("wagtail_kehoach.plans")


def move_into_private_store(apps, schema_editor):
    """A file that is not there now is still found at its old place should it come back."""
    model = apps.get_model("wagtail_kehoach", "PlanTemplate")
    templates, private = model.objects, model._meta.get_field("file").storage
    using = schema_editor.connection.alias
    for template in templates.using(using).filter(file__startswith=FORMER_FOLDER):
        former = template.file.name
        try:
            with default_storage.open(former) as file:
                name = private.save(f"{secrets.token_hex(16)}.docx", file)
        except OSError:
            logger.warning("The Word template %s cannot be moved.", former)
            continue
        templates.using(using).filter(pk=template.pk).update(file=name)
        transaction.on_commit(
            lambda name=former: default_storage.delete(name), using=using
        )


class Migration(migrations.Migration):
    dependencies = [("wagtail_kehoach", "0028_consent_to_full_name")]

    operations = [
        migrations.AlterField(
            model_name="plantemplate",
            name="file",
            field=models.FileField(
                blank=True,
                help_text="A .docx file with placeholders; the guide “mau-word.md” lists them. Without one, plans are downloaded in the layout of Decree 30/2020/NĐ-CP.",
                storage=wagtail_kehoach.consent.storage.private_storage,
                upload_to=wagtail_kehoach.consent.storage.private_name,
                verbose_name="Word template",
            ),
        ),
        migrations.RunPython(
            move_into_private_store, migrations.RunPython.noop, elidable=True
        ),
    ]
