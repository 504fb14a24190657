"""Dates, numbers and addresses as Vietnamese readers write them."""

from __future__ import annotations

import datetime as dt
import re

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ..languages import rules as languages

_YEARS = re.compile(r"\b(?:19|20)\d\d[-–](?:19|20)\d\d\b")


def vi_date(day: dt.date | None) -> str:
    """``day`` as documents print it: zeros before days under 10 and months 1 and 2."""
    if not day:
        return ""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def vi_date_short(day: dt.date | dt.datetime | None) -> str:
    """``day`` in figures: 05/11/2026. In words where an English page is read."""
    if not day:
        return ""
    if isinstance(day, dt.datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    if languages.is_on() and languages.is_same(get_language() or "", "en"):
        return date_format(day, "j F Y")
    return f"{day:%d/%m/%Y}"


def tel(number: str) -> str:
    """A telephone number as a link calls it: figures and a leading plus only."""
    return re.sub(r"(?!^\+)\D", "", number.strip())


def break_after_at(address: str) -> str:
    """An e-mail address that may break after its ``@`` where the line is short."""
    return format_html_join(
        mark_safe("@<wbr>"), "{}", ([p] for p in address.split("@"))
    )


def ending(text: str, mark: str) -> str:
    """``text`` with ``mark`` as its only punctuation at the end."""
    return f"{text.rstrip(' .;,')}{mark}"


def years_whole(text: str) -> SafeString:
    """``text`` with every "2026-2027" in one piece: a browser breaks after its hyphen."""
    whole = _YEARS.sub(r'<span class="kh-whole">\g<0></span>', conditional_escape(text))
    return mark_safe(whole)  # noqa: S308 -- the text is escaped
