"""PO files for translators outside: what comes back is taken in as strings, never as text."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from django.utils.translation import gettext as _, ngettext

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
) -> list[str]:
    """Keep the strings of a PO file; return what has to be said of it.

    The draft is made of them in a step of its own.
    """
    po = _read(file)
    if po.metadata.get(_OWNER) != str(translation.uuid):
        raise FileRefused(_("This file belongs to another translation."))
    unknown = translation.import_po(po, user=user, tool_name="PO File")
    empty = sum(not entry.msgstr for entry in po if not entry.obsolete)
    said = []
    if unknown:
        said.append(
            ngettext(
                "%(count)s passage is not in the text any more and was left out.",
                "%(count)s passages are not in the text any more and were left out.",
                len(unknown),
            )
            % {"count": len(unknown)}
        )
    if empty:
        said.append(
            ngettext(
                "%(count)s passage in the file is empty.",
                "%(count)s passages in the file are empty.",
                empty,
            )
            % {"count": empty}
        )
    return said


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
