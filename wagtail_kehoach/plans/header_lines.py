"""What a line of the file says for a field of the header, by the parsers of the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ..exceptions import ComparisonRefused
from .draft_texts import put_field
from .period_days import fill_period
from .waiting import label_of

if TYPE_CHECKING:
    import datetime as dt

    from ..decree30.reader.header import Header
    from .models import PlanPageMixin

_PLAIN_NUMBER = re.compile(r"\d{1,6}[A-Za-z]?")
#: No line of a header is longer; the parsers are not let loose on a page of text.
_LONGEST = 500


def fill_field(page: PlanPageMixin, name: str, text: str) -> None:
    """Put what ``text`` says into a field of ``page``. Saves nothing.

    A field that has to be read, such as a date, is not filled with what cannot be.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise ComparisonRefused(_("The text is too long for this field."))
    if name == "period_text":
        _put_period(page, text)
        return
    value = _READ[name](text) if name in _READ else text
    if not value:
        raise _unreadable(name, text)
    put_field(page, name, value)


def _unreadable(name: str, text: str) -> ComparisonRefused:
    return ComparisonRefused(
        _(
            "“%(line)s” does not give “%(field)s” in a form that can be read. Nothing was "
            "changed. Type it in the form of the plan."
        )
        % {"line": text[:80], "field": label_of(name)}
    )


def _put_period(page: PlanPageMixin, text: str) -> None:
    from ..decree30.reader.periods import period_in  # noqa: PLC0415 -- slow import

    period = period_in(text)
    if period is None:
        raise _unreadable("period_text", text)
    fill_period(page, period)


def _number(text: str) -> str | None:
    plain = _PLAIN_NUMBER.fullmatch(text)
    return text if plain and text.isascii() else _header(text).number


def _symbol(text: str) -> str:
    return _header(text).symbol or text


def _place(text: str) -> str:
    return _header(text).place or text


def _date(text: str) -> dt.date | None:
    from ..decree30.reader.date_lines import date_line  # noqa: PLC0415 -- as above
    from ..decree30.reader.dates import first_date  # noqa: PLC0415 -- as above

    line = date_line(text)
    return line.date if line else first_date(text)


def _header(text: str) -> Header:
    """A line as the top of a document; "12/KH-THHB" is a number without its word too."""
    from ..decree30.reader.header import read_header  # noqa: PLC0415 -- as above
    from ..decree30.reader.pieces import Piece  # noqa: PLC0415 -- as above

    header = read_header([Piece(raw=text)])
    if header.number_raw is None and not header.place:
        return read_header([Piece(raw=f"Số: {text}")])
    return header


_READ: dict[str, Any] = {
    "number": _number,
    "symbol": _symbol,
    "place": _place,
    "issued_on": _date,
}
