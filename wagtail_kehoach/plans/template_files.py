"""The file of a school's Word template: in the private store, handed out to few."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from django import forms
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

    from .word_template import PlanTemplate

logger = logging.getLogger("wagtail_kehoach.plans")

#: Where templates lay when everybody could ask for them by their address.
FORMER_FOLDER = "kehoach/mau-word/"
KEPT = "wagtail_kehoach_kept_template"


def content_of(kept: PlanTemplate) -> bytes | None:
    """The file of the template; one that is gone counts as none: no download fails for it.

    One that the migration could not move is still read where it lies.
    """
    if not kept.file:
        return None
    name = kept.file.name
    former = name.startswith(FORMER_FOLDER)
    storage = default_storage if former else kept.file.storage
    try:
        with storage.open(name, "rb") as file:
            return file.read()
    except OSError:
        logger.warning("The Word template %s cannot be read.", name)
        return None


class KeptFile(NamedTuple):
    """What the form shows of the file that is kept."""

    name: str | Promise
    url: str

    def __str__(self) -> str:
        return str(self.name)


class TemplateInput(forms.ClearableFileInput):
    """Links the kept template to the view that hands it out: it has no address of its own."""

    def is_initial(self, value: FieldFile | UploadedFile | None) -> bool:
        return bool(value) and not isinstance(value, UploadedFile)

    def format_value(self, value):
        if not self.is_initial(value):
            return None
        url = reverse(KEPT, args=(value.instance.pk,))
        return KeptFile(_("the template in use"), url)
