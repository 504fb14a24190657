"""PO files for translators outside: what comes back is taken in as strings, never as text."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from django.db import transaction
from django.utils.translation import gettext as _

from .entries import TOOL, Sorted, sort_out

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.core.files.uploadedfile import UploadedFile
    from wagtail_localize.models import Translation

MAX_BYTES = 5 * 1024 * 1024
_OWNER = "X-WagtailLocalize-TranslationID"


class FileRefused(Exception):
    """A file is not taken in, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def take_in(
    file: UploadedFile | None, translation: Translation, *, user: AbstractUser
) -> Sorted:
    """Keep the passages of a PO file; return which were taken, and which not and why.

    The draft is made of them in a step of its own.
    """
    po = _read(file)
    if po.metadata.get(_OWNER) != str(translation.uuid):
        raise FileRefused(_("This file belongs to another translation."))
    found = sort_out(po, translation)
    accepted = polib.POFile()
    accepted.metadata = po.metadata
    accepted.extend(found.taken)
    with transaction.atomic():
        translation.import_po(accepted, user=user, tool_name=TOOL)
    return found


def _read(file: UploadedFile | None) -> polib.POFile:
    if file is None or file.size > MAX_BYTES:
        raise FileRefused(_("Choose a PO file of at most 5 MB."))
    with tempfile.TemporaryDirectory() as folder:
        # polib takes a text that is the name of a file for that file.
        path = Path(folder) / "upload.po"
        path.write_bytes(file.read())
        try:
            return polib.pofile(str(path))
        except (OSError, ValueError) as error:
            raise FileRefused(_("This is not a PO file.")) from error
