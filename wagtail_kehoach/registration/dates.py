"""Which date a document of the register may bear, and why not. Asks nothing of the database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .models import RegisterEntry

#: Documents of older years are not numbered any more; such a year is a slip of the pen.
OLDEST_YEARS = 50


def why_not_date(
    date: dt.date, *, today: dt.date, approved_on: dt.date, last: RegisterEntry | None
) -> str | None:
    """Return why a number given now may not bear ``date``, or ``None``.

    ``last`` is the latest entry of the register. Numbers follow one another in time.
    """
    if date > today:
        return in_the_future()
    if date < approved_on:
        return before_approval(approved_on)
    if last is not None and date < last.date:
        return out_of_order(last)
    return None


def why_not_date_of_text(
    date: dt.date,
    *,
    today: dt.date,
    approved_on: dt.date,
    last: RegisterEntry | None,
    signed_before: bool,
) -> str | None:
    """As ``why_not_date``, for a ``date`` that the approved text bears without a number.

    The clerk cannot change it: either the text has to, or, where only the approval here is
    later, somebody says that it was ``signed_before``.
    """
    if date > today:
        return still_to_come(date)
    if last is not None and date < last.date:
        return f"{out_of_order(last)} {take_it_out(date)}"
    if date < approved_on and not signed_before:
        return dated_before_approval(date, approved_on)
    return None


def in_the_future() -> str:
    """The reason against a day that is still to come."""
    return _("The date cannot lie in the future.")


def still_to_come(date: dt.date) -> str:
    """The reason against a text that bears a ``date`` in the future, and the way out."""
    return _(
        "The approved text bears the date %(day)s, which is still to come. Register it on "
        "that day; if the date is wrong, have it corrected and the plan submitted again."
    ) % {"day": f"{date:%d/%m/%Y}"}


def before_approval(day: dt.date) -> str:
    """The reason against a date before ``day``, on which the text was approved."""
    return _("It was approved on %(day)s; its date cannot lie before that.") % {
        "day": f"{day:%d/%m/%Y}"
    }


def dated_before_approval(date: dt.date, day: dt.date) -> str:
    """The reason against a text that bears an earlier ``date`` than its approval."""
    return _(
        "The approved text bears the date %(date)s, but was approved on %(day)s. If it was "
        "signed on paper before, tick that below. If not, have the date taken out of the "
        "text and the plan submitted again: registering gives the date."
    ) % {"date": f"{date:%d/%m/%Y}", "day": f"{day:%d/%m/%Y}"}


def take_it_out(date: dt.date) -> str:
    """The way out where a text bears a ``date`` that its number does not fit to."""
    return _(
        "The date %(day)s stands in the approved text: have it taken out and the plan "
        "submitted again, since registering gives the date. A document that has its "
        "number already must say that number in its text."
    ) % {"day": f"{date:%d/%m/%Y}"}


def why_no_date_yet(date: dt.date) -> str:
    """What a writer is told of a ``date`` without a number."""
    return _(
        "The text bears the date %(day)s but no number. Both are given by registering, "
        "after the approval. Leave the date out, unless the document was signed on that day."
    ) % {"day": f"{date:%d/%m/%Y}"}


def out_of_order(other: RegisterEntry) -> str:
    """The reason against a date that does not fit to the number and date of ``other``."""
    return _(
        "No. %(number)s bears the date %(day)s; a later number cannot bear an "
        "earlier one."
    ) % {"number": other.number_and_symbol, "day": f"{other.date:%d/%m/%Y}"}


def older_than_replaced(entry: RegisterEntry) -> str:
    """The reason against a date before that of ``entry``, which is replaced."""
    return _(
        "No. %(number)s bears the date %(day)s; what replaces it cannot be older."
    ) % {"number": entry.number_and_symbol, "day": f"{entry.date:%d/%m/%Y}"}


def why_not_year(date: dt.date, *, today: dt.date) -> str | None:
    """Return why a document kept elsewhere may not bear ``date``, or ``None``."""
    if date > today:
        return in_the_future()
    if date.year < today.year - OLDEST_YEARS:
        return _(
            "The year %(year)s cannot be right. Check the date; the oldest year that is "
            "entered is %(oldest)s."
        ) % {"year": date.year, "oldest": today.year - OLDEST_YEARS}
    return None
