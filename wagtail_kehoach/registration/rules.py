"""Who may register what, and why not. Asks nothing of the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..decree30 import layout

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .models import RegisterEntry

TYPED_NUMBER = re.compile(r"0*([1-9]\d{0,4})\s*([A-Za-zĐđ]?)")
#: The highest number that a document may bring along; the register counts on from it.
HIGHEST = 99_999
#: A number that leaves out more than these is asked about: it moves the register for good.
FAR = 50
#: So many numbers may be noted at once as given elsewhere.
ELSEWHERE_LIMIT = 1000


def may_register(user: AbstractUser) -> bool:
    """Whether ``user`` gives numbers: a clerk, or a principal."""
    return user.has_perm("wagtail_kehoach.add_registerentry")


def may_read(user: AbstractUser) -> bool:
    """Whether ``user`` may read the register."""
    return may_register(user) or user.has_perm("wagtail_kehoach.view_registerentry")


def why_not_register(user: AbstractUser) -> str | None:
    """Return why ``user`` may not write into the register, or ``None``."""
    if may_register(user):
        return None
    return _("Only the clerk and the principals write into the register.")


def why_not_go_on(entry: RegisterEntry) -> str | None:
    """Return why nothing is added to ``entry`` any more, or ``None``."""
    return _("This document was recalled already.") if entry.is_recalled else None


def printed_number(number: str, symbol: str) -> str:
    """``05/KH-THCSBM``; without a symbol the number alone."""
    return layout.number_and_symbol(number, symbol).rstrip("/")


def typed_number(text: str) -> tuple[int, str] | None:
    """The number that a text bears, with the letter after it; ``None`` if it is none."""
    match = TYPED_NUMBER.fullmatch(text.strip())
    return (int(match[1]), match[2].lower()) if match else None


def is_number_of(entry: RegisterEntry, text: str) -> bool:
    """Whether ``text`` is the number of ``entry``, with zeros before it or without."""
    return typed_number(text) == (entry.number, entry.suffix)


def why_not_so_far(first: int, following: int) -> str | None:
    """Return why ``first`` has to be confirmed where ``following`` comes next, or ``None``."""
    if first - following <= FAR:
        return None
    return _(
        "The next number is %(next)s: %(missing)s would be missing, and the register goes "
        "on after No. %(number)s for good. If the number is right, tick that below."
    ) % {
        "next": following,
        "missing": spans([(following, first - 1)]),
        "number": first,
    }


def moved_on() -> str:
    """The reason against a text that changed under the hand of the clerk."""
    return _("The page has changed since you opened it. Please open it again.")


def why_not_so_many(first: int, last: int) -> str | None:
    """Return why the numbers from ``first`` to ``last`` are not entered, or ``None``."""
    if last - first < ELSEWHERE_LIMIT:
        return None
    said = _("At most %(limit)s numbers can be entered at once.")
    return said % {"limit": ELSEWHERE_LIMIT}


def not_in_force(entry: RegisterEntry) -> str:
    """The reason against replacing ``entry``."""
    return _("No. %(number)s is not in force any more.") % {
        "number": entry.number_and_symbol
    }


def taken(entry: RegisterEntry) -> str:
    """The reason against a number that ``entry`` has."""
    return _("No. %(number)s has been given to “%(title)s” already.") % {
        "number": entry.number_and_symbol,
        "title": entry.title,
    }


def next_is(following: int) -> str:
    """What is said after the reason against a number."""
    return _("The next number is %(next)s.") % {"next": following}


def begins(body: str, year: int) -> str:
    """What is said where a body has no register yet, while others have one."""
    return _(
        "This begins a register of %(year)s for %(body)s. If the body has one under a "
        "former name, have that name entered in the register of bodies first."
    ) % {"year": year, "body": body}


def too_high(first: int, last: int, following: int) -> str:
    """The reason against a number that would leave ``first`` to ``last`` without document."""
    return _(
        "The next number is %(next)s: %(missing)s would be missing. If they were given "
        "to documents that are not on this portal, tick that below."
    ) % {"next": following, "missing": spans([(first, last)])}


def too_low(number: int, following: int) -> str:
    """The reason against a number that was passed over."""
    return _(
        "Numbers follow one another: the next one is %(next)s. A document that bears "
        "No. %(number)s already is entered as one that is kept elsewhere, or has the "
        "number in its approved text."
    ) % {"next": following, "number": number}


def spans(found: list[tuple[int, int]]) -> str:
    """``3, 5–9`` for the gaps from first to last."""
    return ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in found
    )


def registered(entry: RegisterEntry) -> str:
    """The reason against another text for a registered document, with the ways out."""
    said = {"number": entry.number_and_symbol, "day": f"{entry.date:%d/%m/%Y}"}
    if entry.state != entry.State.IN_FORCE:
        return (
            _(
                "This document is registered as No. %(number)s of %(day)s and not in force "
                "any more; its text stays as it is. Make a new plan."
            )
            % said
        )
    return (
        _(
            "This document is registered as No. %(number)s of %(day)s, and its text stays "
            "as it is (Decree 30/2020, art. 18). Make a new plan that replaces it, or have "
            "it corrected or recalled in the register."
        )
        % said
    )
