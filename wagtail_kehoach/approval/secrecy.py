"""Finds secrecy marks in a text. What bears one is never put before anybody here.

State secrets are neither stored nor sent outside the system made for them
(Law 117/2025/QH15, Decree 63/2026/NĐ-CP). A mark is a line, or a part of a line between
brackets, dashes or bars, that is nothing but *Mật*, *Tối mật* or *Tuyệt mật*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from ..decree30.reader.quality import capitals_in, is_secrecy_mark
from ..decree30.reader.wording import clean, tidy
from . import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db import models


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
    for place, value in passages.fields_in(obj):
        if mark := mark_in(value):
            yield place, mark


def mark_in(value: Any) -> str | None:
    """The first secrecy mark in the value of a field, blocks included, or ``None``."""
    for said in passages.lines_of(value):
        line = tidy(clean(said))
        for part in (line, *capitals_in(line)):
            if is_secrecy_mark(part):
                return part
    return None
