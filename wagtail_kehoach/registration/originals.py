"""The signed file of a registered document: kept, released by a principal, handed out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import FileResponse, Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from ..conf import kehoach_settings
from ..consent.storage import kind_of
from ..handing_out import file_name
from . import rules
from .documents import why_not_release
from .models import RegisterEntry
from .record import name_of, note, refuse_if

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.core.files import File


def check_signed(file: File) -> None:
    """Refuse a file that is too large, or that is no PDF by its own first bytes."""
    limit = kehoach_settings.SIGNED_FILE_MAX_MB
    if file.size > limit * 1024 * 1024:
        raise ValidationError(
            _("This file is larger than %(limit)s MB.") % {"limit": limit}
        )
    if kind_of(file)[0] != ".pdf":
        raise ValidationError(_("Choose the signed document as a PDF file."))


def why_not_attach(entry: RegisterEntry) -> str | None:
    """Return why ``entry`` takes no signed file, or ``None``."""
    if entry.file:
        return _(
            "No. %(number)s has its signed file already. It cannot be replaced."
        ) % {"number": entry.number_and_symbol}
    return rules.why_not_go_on(entry)


@transaction.atomic
def attach(entry: RegisterEntry, file: File, *, user: AbstractUser) -> RegisterEntry:
    """Keep ``file`` as the electronic original of ``entry``, not for the public yet."""
    refuse_if(rules.why_not_register(user))
    entry = _lock(entry)
    refuse_if(why_not_attach(entry))
    file.seek(0)
    entry.file_sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    entry.file.save("original.pdf", file, save=False)
    entry.file_added_at, entry.file_added_by_name = timezone.now(), name_of(user)
    entry.save(
        update_fields=["file", "file_sha256", "file_added_at", "file_added_by_name"]
    )
    note(entry, "original_added", user=user, sha256=entry.file_sha256)
    return entry


@transaction.atomic
def release(entry: RegisterEntry, *, user: AbstractUser, sha256: str) -> RegisterEntry:
    """Put the signed file before the public: the one with this digest, and no other."""
    refuse_if(why_not_release(entry, user))
    entry = _lock(entry)
    if not entry.file or entry.file_sha256 != sha256:
        refuse_if(_("This is not the file that you looked at. Please open it again."))
    refuse_if(rules.why_not_go_on(entry))
    if entry.released_at is None:
        entry.released_at, entry.released_by_name = timezone.now(), name_of(user)
        entry.save(update_fields=["released_at", "released_by_name"])
        note(entry, "original_released", user=user, sha256=sha256)
    return entry


@transaction.atomic
def take_back(
    entry: RegisterEntry, *, user: AbstractUser, sha256: str
) -> RegisterEntry:
    """Remove a file that was kept by mistake, while the public has not seen it.

    The history keeps its digest and who took it back.
    """
    refuse_if(rules.why_not_register(user) and why_not_release(entry, user))
    entry = _lock(entry)
    if not entry.file or entry.file_sha256 != sha256:
        refuse_if(_("This is not the file that you looked at. Please open it again."))
    if entry.released_at is not None:
        refuse_if(_("This file was released for the public. It cannot be taken back."))
    storage, name = entry.file.storage, entry.file.name
    entry.file, entry.file_sha256 = "", ""
    entry.file_added_at, entry.file_added_by_name = None, ""
    entry.save(
        update_fields=["file", "file_sha256", "file_added_at", "file_added_by_name"]
    )
    note(entry, "original_taken_back", user=user, sha256=sha256)
    transaction.on_commit(lambda: storage.delete(name), robust=True)
    return entry


def hand_out(entry: RegisterEntry | None, *, public: bool = True) -> FileResponse:
    """The signed file as a download; for the public only what was released."""
    if entry is None or not entry.file or (public and not entry.has_public_file):
        raise Http404
    response = FileResponse(
        entry.file.open("rb"),
        as_attachment=True,
        filename=f"{file_name(entry.number_and_symbol, otherwise='van-ban')}.pdf",
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def _lock(entry: RegisterEntry) -> RegisterEntry:
    rows = RegisterEntry.objects.select_for_update()
    return rows.get(pk=entry.pk)
