"""Numbers of a register, which is locked: given in their order, or noted as given elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from . import rules, sequences
from .models import Register, RegisterEntry
from .record import name_of, refuse_if

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True)
class Wish:
    """The number that was asked for; ``others_elsewhere``: those before it are known.

    ``far_is_right``: it is far from the next one, and somebody has looked at that.
    """

    number: int
    suffix: str = ""
    others_elsewhere: bool = False
    far_is_right: bool = False


def merged(borne: Wish | None, wish: Wish | None) -> Wish | None:
    """What the text bears stands; the wish may only say what is known of it."""
    if borne is None or wish is None:
        return borne or wish
    return replace(wish, number=borne.number, suffix=borne.suffix)


def give_number(
    entry: RegisterEntry, book: Register, wish: Wish | None, user: AbstractUser
) -> None:
    """Give ``entry`` its number: the next one, or the one that was asked for."""
    following = sequences.next_number(book)
    wish = wish or Wish(following)
    if there := sequences.entry_with(book, wish.number, wish.suffix):
        refuse_if(f"{rules.taken(there)} {rules.next_is(following)}", "number")
    if entry.kind == RegisterEntry.Kind.ISSUED:
        if wish.number < following:
            refuse_if(rules.too_low(wish.number, following), "number")
        if wish.number > following and not wish.others_elsewhere:
            too_high = rules.too_high(following, wish.number - 1, following)
            refuse_if(too_high, "number")
    elif not (wish.others_elsewhere or wish.far_is_right):
        refuse_if(rules.why_not_so_far(wish.number, following), "number")
    if wish.others_elsewhere:
        refuse_if(rules.why_not_so_many(following, wish.number - 1), "number")
        for first, last in sequences.numbers_between(book, following, wish.number - 1):
            note_elsewhere(
                book, first, last, user=user, symbol=entry.symbol, date=entry.date
            )
    entry.number, entry.suffix = wish.number, wish.suffix


def note_elsewhere(
    book: Register, first: int, last: int, *, user: AbstractUser, **said
) -> list[RegisterEntry]:
    """Note ``first`` to ``last`` as numbers of documents that are not on this portal."""
    said.setdefault("title", _("Documents that are not on this portal"))
    made = RegisterEntry.objects.bulk_create(
        RegisterEntry(
            register=book,
            number=number,
            kind=RegisterEntry.Kind.ELSEWHERE,
            registered_by=user,
            registered_by_name=name_of(user),
            **said,
        )
        for number in range(first, last + 1)
    )
    count_up(book, last)
    return made


def count_up(book: Register, number: int) -> None:
    """Let the register go on after ``number``."""
    if number > book.last_number:
        book.last_number = number
        book.save(update_fields=["last_number"])
