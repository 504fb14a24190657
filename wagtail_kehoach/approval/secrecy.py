"""Finds secrecy marks in a text. What bears one is never put before anybody here.

State secrets are neither stored nor sent outside the system made for them
(Law 117/2025/QH15, Decree 63/2026/NĐ-CP). A mark is a line, or a part of a line between
brackets, dashes or bars, that is nothing but *Mật*, *Tối mật* or *Tuyệt mật*.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from ..decree30.reader.quality import is_secrecy_mark
from . import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_END_OF_LINE = re.compile(r"<br\s*/?>|</(?:p|h[1-6]|li|td|th|div|blockquote)>|[\r\n]+")
_PARTS = re.compile(r"[()\[\]|–—]|\s-\s")


def why_not_public(obj: models.Model) -> str | None:
    """Return where ``obj`` bears a secrecy mark, in words for its editor, or ``None``."""
    for place, mark in marks_in(obj):
        return reason(place, mark)
    return None


def reason(place: str, mark: str) -> str:
    """The refusal of a text that bears ``mark`` in the field ``place``."""
    return _(
        "The text bears the secrecy mark “%(mark)s” in “%(place)s”. State secrets may "
        "not be kept on this system: take the text off it and tell the person in "
        "charge of protecting state secrets."
    ) % {"mark": mark, "place": place}


def marks_in(obj: models.Model) -> Iterator[tuple[str, str]]:
    """The name of each field of ``obj`` and its children with a mark, and that mark."""
    for field in obj._meta.concrete_fields:
        if field.name in digest.TRACKING or isinstance(field, ParentalKey):
            continue
        if mark := mark_in(field.value_from_object(obj)):
            yield capfirst(str(field.verbose_name)), mark
    for relation in get_all_child_relations(obj):
        name = relation.get_accessor_name()
        if name not in digest.TRACKING:
            for child in getattr(obj, name).all():
                yield from marks_in(child)


def mark_in(value: Any) -> str | None:
    """The first secrecy mark in the value of a field, blocks included, or ``None``."""
    for text in _texts(value):
        for line in _END_OF_LINE.split(text):
            said = html.unescape(strip_tags(line))
            for part in (said, *_capitals(said)):
                if is_secrecy_mark(part.strip()):
                    return part.strip()
    return None


def _capitals(line: str) -> list[str]:
    """Parts of a line that are set apart and written as a stamp is."""
    return [part for part in _PARTS.split(line) if part.isupper()]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "get_prep_value"):
        yield from _texts(value.get_prep_value())
