"""The texts of a draft, in words for the editor, and a way to put another in its place."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from ..exceptions import ComparisonRefused
from .provenance import LISTS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from .models import PlanPageMixin

STREAMS = ("tasks", "reporting")
_TAG = re.compile(r"</?(?:b|i|strong|em)>")
_NOTHING_MARKED = re.compile(r"<(b|i|strong|em)></\1>")


@dataclass(frozen=True)
class Slot:
    """One text: where it stands, what it says, how to put another there."""

    where: str
    text: str
    put: Callable[[str], None]
    is_html: bool = False

    def replaced(self, old: str, new: str) -> str:
        """The text with ``new`` wherever ``old`` stands by itself.

        Of what was bold or italic in part the marks stand behind it.
        """
        if not self.is_html:
            return alone(old).sub(lambda match: new, self.text)
        new = html.escape(new, quote=False)
        put = _alone_in_html(old).sub(
            lambda match: new + "".join(_TAG.findall(match[0])), self.text
        )
        return _NOTHING_MARKED.sub("", put)


def alone(text: str) -> re.Pattern[str]:
    """``text`` where it is no part of a longer word, number or date."""
    return re.compile(rf"(?<![\w/]){re.escape(text)}(?!\w|[/.-]\d)")


def _alone_in_html(text: str) -> re.Pattern[str]:
    """The same in rich text, where marks may begin and end within it."""
    letters = map(re.escape, html.escape(text, quote=False))
    inner = rf"(?:{_TAG.pattern})*".join(letters)
    return re.compile(rf"(?<![\w/]){inner}(?!\w|[/.-]\d)")


def lead_in(page: PlanPageMixin) -> Slot:
    """The sentence between the legal bases and the first heading."""
    label = str(page._meta.get_field("lead_in").verbose_name).capitalize()
    return Slot(label, page.lead_in, partial(setattr, page, "lead_in"))


def slots(page: PlanPageMixin) -> Iterator[Slot]:
    """What the plan itself says; cited documents and the title are not its text."""
    yield lead_in(page)
    for child in page.body:
        if child.block_type != "task_table":
            yield from _slots_of(child.value, section_words(child))
    for name in STREAMS:
        for count, child in enumerate(getattr(page, name), start=1):
            yield from _slots_of(child.value, f"{LISTS[name]} {count}")


def _slots_of(value, where: str) -> Iterator[Slot]:
    for name, said in value.items():
        if isinstance(said, RichText):
            yield Slot(where, said.source, partial(_put_html, value, name), True)
        elif isinstance(said, str):
            yield Slot(where, said, partial(value.__setitem__, name))


def _put_html(value, name: str, text: str) -> None:
    value[name] = RichText(text)


def put_field(page: PlanPageMixin, name: str, value: str | dt.date) -> None:
    """Set a field of ``page``; refuse what it has no room for."""
    room = page._meta.get_field(name).max_length
    if room and isinstance(value, str) and len(value) > room:
        raise ComparisonRefused(_("The text is too long for this field."))
    setattr(page, name, value)


def field_words(page: PlanPageMixin, name: str) -> str:
    """What a field of ``page`` says; empty where it says nothing."""
    return in_words(getattr(page, name))


def in_words(value: str | dt.date | None) -> str:
    """A text as it is, a day as people write it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else date_format(value, "d/m/Y")


def section_words(child) -> str:
    """A section or a table of the text, in words."""
    if child.block_type == "table":
        return _("Table")
    number, title = child.value.get("number"), child.value.get("title")
    return ". ".join(filter(None, [number, title])) or _("Text without heading")
