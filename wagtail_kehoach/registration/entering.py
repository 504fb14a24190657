"""Writes into the register: a document gets its number. Publishes nothing, changes no text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..approval import invariant, secrecy
from ..organisation.bodies import is_same_body
from . import dates, numbering, rules, sequences
from .documents import approval_by_principal, document_of
from .models import Register, RegisterEntry
from .numbering import Wish
from .record import name_of, note, refuse_if

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .mixins import RegisteredMixin


def why_not_document(page: RegisteredMixin) -> str | None:
    """Return why ``page`` cannot be registered as it is now, or ``None``."""
    if page.alias_of_id:
        return _("This page shows the text of another one. Register that one.")
    if entry := page.register_entry:
        return rules.registered(entry)
    if not page.live:
        return _("Only a public text that a principal approved gets a number.")
    if approval_by_principal(page) is None:
        return _(
            "No principal has approved the text that is public. If it was published in "
            "an emergency, it has to be confirmed first."
        )
    if page.number and rules.typed_number(page.number) is None:
        return _("“%(number)s” in the approved text is no number of a register.") % {
            "number": page.number
        }
    return None


def may_bear(page: RegisteredMixin) -> Wish | None:
    """The number that the approved text of ``page`` bears already, if any."""
    typed = rules.typed_number(page.number)
    return Wish(*typed) if typed else None


def why_not_date(
    page: RegisteredMixin,
    date: dt.date,
    book: Register | None,
    *,
    signed_before: bool = False,
) -> str | None:
    """Return why ``page`` cannot get its number under ``date`` now, or ``None``.

    ``book`` is ``None`` where its register was not begun.
    """
    today = timezone.localdate()
    if may_bear(page):
        # Numbered elsewhere, in an order of which this register knows nothing.
        return dates.still_to_come(date) if date > today else None
    said = {
        "today": today,
        "approved_on": timezone.localdate(approval_by_principal(page).approved_at),
        "last": sequences.last_entry(book) if book else None,
    }
    if page.issued_on:
        return dates.why_not_date_of_text(date, signed_before=signed_before, **said)
    return dates.why_not_date(date, **said)


def register(
    page: RegisteredMixin,
    *,
    user: AbstractUser,
    date: dt.date,
    wish: Wish | None = None,
    replaces: RegisterEntry | None = None,
    signed_before: bool = False,
) -> RegisterEntry:
    """Enter ``page`` into the register of its body. Returns the entry with its number.

    Without ``wish`` it gets the next number, whatever that is once it is our turn. A date
    that the text bears stands; one before the approval is refused unless ``signed_before``.
    """
    # Before the transaction, which has to begin by writing: see ``lock``.
    refuse_if(rules.why_not_register(user))
    date = page.issued_on or date
    begun = sequences.begin_register(page.issuing_body, date.year, page.register_kind)
    with transaction.atomic():
        book = sequences.lock(begun)
        entry = _enter(
            page,
            book,
            date=date,
            wish=wish,
            replaces=replaces,
            signed_before=signed_before,
            user=user,
        )
        note(entry, "registered", user=user)
        if entry.replaces:
            note(entry.replaces, "replaced", user=user, by=entry.number_and_symbol)
    return entry


def enter_elsewhere(
    *,
    user: AbstractUser,
    body: str,
    kind: str,
    symbol: str,
    date: dt.date,
    title: str,
    first: int,
    last: int,
    far_is_right: bool = False,
) -> list[RegisterEntry]:
    """Enter documents that are not on this portal: the numbers from ``first`` to ``last``.

    Numbers far from the next one are refused unless ``far_is_right``.
    """
    refuse_if(rules.why_not_register(user))
    refuse_if(dates.why_not_year(date, today=timezone.localdate()), "date")
    refuse_if(rules.why_not_so_many(first, last), "last")
    if mark := secrecy.mark_in(title):
        name = RegisterEntry._meta.get_field("title").verbose_name
        refuse_if(secrecy.reason(str(name), mark), "title")
    begun = sequences.begin_register(body, date.year, kind)
    with transaction.atomic():
        book = sequences.lock(begun)
        known = sequences.entries_of(book)
        known = known.filter(number__gte=first, number__lte=last)
        if there := known.order_by("number").first():
            refuse_if(rules.taken(there), "first")
        if not far_is_right:
            far = rules.why_not_so_far(first, sequences.next_number(book))
            refuse_if(far, "first")
        said = {"symbol": symbol, "date": date, "title": title}
        return numbering.note_elsewhere(book, first, last, user=user, **said)


def _enter(
    page: RegisteredMixin,
    book: Register,
    *,
    date: dt.date,
    wish: Wish | None,
    replaces: RegisterEntry | None,
    signed_before: bool,
    user: AbstractUser,
) -> RegisterEntry:
    """The entry of ``page`` as it is now that ``book`` and its row are locked."""
    invariant.lock_row(page)
    fresh = document_of(page.pk)
    refuse_if(_why_not_any_more(page, fresh) or why_not_document(fresh))
    borne = may_bear(fresh)
    refuse_if(why_not_date(fresh, date, book, signed_before=signed_before), "date")
    entry = RegisterEntry(
        symbol=fresh.symbol,
        date=date,
        title=fresh.title,
        page_id=fresh.pk,
        revision_id=fresh.live_revision_id,
        kind=RegisterEntry.Kind.HISTORICAL if borne else RegisterEntry.Kind.ISSUED,
    )
    numbering.give_number(entry, book, numbering.merged(borne, wish), user)
    if replaces is not None:
        _replace(entry, book, replaces)
    _save(entry, book, user)
    return entry


def _why_not_any_more(page: RegisteredMixin, fresh: RegisteredMixin | None):
    """The text moved on between what was read and our lock."""
    same = fresh is not None and _what_decides(fresh) == _what_decides(page)
    return None if same else rules.moved_on()


def _what_decides(page: RegisteredMixin) -> tuple:
    return page.live_revision_id, page.issuing_body, page.issued_on


def _replace(entry: RegisterEntry, book: Register, replaced: RegisterEntry) -> None:
    """Let ``entry`` replace another document of its body that is in force."""
    old = RegisterEntry.objects.select_for_update().get(pk=replaced.pk)
    if not is_same_body(old.register.body, book.body):
        refuse_if(_("A document is replaced by one of the same body."), "replaces")
    if old.state != RegisterEntry.State.IN_FORCE:
        refuse_if(rules.not_in_force(old), "replaces")
    if entry.date < old.date:
        refuse_if(dates.older_than_replaced(old), "replaces")
    old.state = RegisterEntry.State.REPLACED
    old.save(update_fields=["state"])
    entry.replaces = old


def _save(entry: RegisterEntry, book: Register, user: AbstractUser) -> None:
    entry.register = book
    entry.registered_by, entry.registered_by_name = user, name_of(user)
    entry.save(force_insert=True)
    numbering.count_up(book, entry.number)
