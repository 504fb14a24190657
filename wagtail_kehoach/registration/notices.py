"""Corrections and recalls: written by a clerk, before the public once a principal confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..approval import secrecy
from . import dates, rules
from .documents import why_not_release
from .models import RegisterEntry, RegisterNotice
from .record import name_of, note, refuse_if

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def write(
    entry: RegisterEntry, notice: RegisterNotice, *, user: AbstractUser
) -> RegisterNotice:
    """Keep ``notice`` on ``entry`` until a principal decides on it."""
    refuse_if(rules.why_not_register(user))
    entry = _lock(entry.pk)
    refuse_if(why_not_write(entry))
    _check(entry, notice)
    notice.entry, notice.written_by_name = entry, name_of(user)
    notice.save()
    note(entry, "notice_written", user=user, notice=str(notice))
    return notice


def why_not_write(entry: RegisterEntry) -> str | None:
    """Return why no notice can be put on ``entry``, or ``None``."""
    if entry.page_id is None:
        return _("This document has no page on this portal.")
    return rules.why_not_go_on(entry)


def _check(entry: RegisterEntry, notice: RegisterNotice) -> None:
    """Refuse a notice that says what cannot be."""
    if notice.is_recall and _waiting_recall(entry):
        refuse_if(
            _(
                "A recall of this document waits for a principal already. Confirm it or "
                "drop it first."
            )
        )
    if notice.issued_on > timezone.localdate():
        refuse_if(dates.in_the_future(), "issued_on")
    if notice.issued_on < entry.date:
        older = _("It cannot be older than the document that it speaks of.")
        refuse_if(older, "issued_on")
    for name in ("document", "text"):
        if mark := secrecy.mark_in(getattr(notice, name)):
            label = str(notice._meta.get_field(name).verbose_name)
            refuse_if(secrecy.reason(label, mark), name)


def _waiting_recall(entry: RegisterEntry) -> bool:
    recalls = entry.notices.filter(kind=RegisterNotice.Kind.RECALL)
    return recalls.filter(confirmed_at=None).exists()


@transaction.atomic
def confirm(notice: RegisterNotice, *, user: AbstractUser) -> RegisterNotice:
    """Put ``notice`` before the public; a recall takes the document out of force."""
    entry = _lock(notice.entry_id)
    refuse_if(why_not_release(entry, user))
    notice = _open_notice(notice)
    refuse_if(rules.why_not_go_on(entry))
    notice.confirmed_at, notice.confirmed_by_name = timezone.now(), name_of(user)
    notice.save(update_fields=["confirmed_at", "confirmed_by_name"])
    note(entry, "notice_confirmed", user=user, notice=str(notice))
    if notice.is_recall:
        _recall(entry, user)
    return notice


def comes_back(entry: RegisterEntry, *, lock: bool = False) -> RegisterEntry | None:
    """The document that is in force again once ``entry`` is recalled, if any.

    What was recalled counts as never issued, so it has replaced nothing. With ``lock``
    each is ours when it is looked at: it may be recalled in this instant.
    """
    if entry.state != RegisterEntry.State.IN_FORCE:
        return None
    rows = RegisterEntry.objects.all()
    rows = rows.select_for_update() if lock else rows
    older = entry
    while older.replaces_id:
        older = rows.get(pk=older.replaces_id)
        if not older.is_recalled:
            return older
    return None


def _recall(entry: RegisterEntry, user: AbstractUser) -> None:
    older = comes_back(entry, lock=True)
    _put_into(entry, RegisterEntry.State.RECALLED)
    if older:
        _put_into(older, RegisterEntry.State.IN_FORCE)
        note(older, "in_force_again", user=user, recalled=entry.number_and_symbol)


def _put_into(entry: RegisterEntry, state: RegisterEntry.State) -> None:
    entry.state = state
    entry.save(update_fields=["state"])


@transaction.atomic
def discard(notice: RegisterNotice, *, user: AbstractUser) -> None:
    """Drop a notice that nobody has confirmed yet."""
    refuse_if(rules.why_not_register(user))
    entry = _lock(notice.entry_id)
    notice = _open_notice(notice)
    note(entry, "notice_discarded", user=user, notice=str(notice))
    notice.delete()


def _open_notice(notice: RegisterNotice) -> RegisterNotice:
    found = RegisterNotice.objects.filter(pk=notice.pk, confirmed_at=None).first()
    if found is None:
        refuse_if(_("This notice was decided on already."))
    return found


def _lock(pk: int) -> RegisterEntry:
    return RegisterEntry.objects.select_for_update().get(pk=pk)
