"""Where evidence lies: a store without addresses, and what may be put into it."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, InvalidStorageError, storages
from django.db import transaction
from django.utils.translation import gettext as _

from ..conf import kehoach_settings

if TYPE_CHECKING:
    from django.core.files.storage import Storage

ALIAS = "kehoach_private"
#: How a file begins, the ending that it is given, and what it is served as.
KINDS = [
    (b"%PDF-", ".pdf", "application/pdf"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
]


class PrivateFileStorage(FileSystemStorage):
    """A folder whose files have no address; Django would fall back to ``MEDIA_URL``."""

    def url(self, name):
        raise ValueError("This file is not accessible via a URL.")


def private_storage():
    """The portal's ``STORAGES["kehoach_private"]``, or a folder beside the media folder.

    It has no address, and only the account that runs the portal can read it.
    """
    try:
        return storages[ALIAS]
    except InvalidStorageError:
        return PrivateFileStorage(
            location=Path(settings.MEDIA_ROOT).absolute().parent / "kehoach-private",
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
        )


def secret_name(filename: str) -> str:
    """A name that says nothing and that nobody can guess, with the ending of ``filename``.

    Random from its beginning on: Wagtail cuts the name of a rendition at its end, and
    what people call their files tells the hour of a photo, or the name of a child.
    """
    return f"{secrets.token_hex(16)}{Path(filename).suffix.lower()[:5]}"


def private_name(instance, filename: str) -> str:
    """As ``secret_name``, for a field of a model."""
    return secret_name(filename)


def check_evidence(file) -> None:
    """Refuse a file that is too large, or that is no scan by its own first bytes."""
    if file.size > kehoach_settings.EVIDENCE_MAX_MB * 1024 * 1024:
        raise ValidationError(
            _("This file is larger than %(limit)s MB.")
            % {"limit": kehoach_settings.EVIDENCE_MAX_MB}
        )
    ending, _served_as = kind_of(file)
    if not ending:
        raise ValidationError(_("Choose a scan as a PDF, JPEG or PNG file."))


def kind_of(file) -> tuple[str, str]:
    """The ending and the type of ``file`` by its first bytes; empty if it is no scan."""
    file.seek(0)
    start = file.read(16)
    file.seek(0)
    for signature, ending, served_as in KINDS:
        if start.startswith(signature):
            return ending, served_as
    return "", ""


def delete_later(storage: Storage, name: str) -> None:
    """Delete the file ``name`` once what no longer needs it is committed."""
    if name:
        transaction.on_commit(partial(storage.delete, name))
