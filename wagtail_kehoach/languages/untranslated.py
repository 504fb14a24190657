"""Finds what of a translation still stands there in the words of its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _, ngettext
from wagtail.models import Revision

from ..approval import digest, passages, pupils
from ..folding import clean
from .known_names import known, without
from .models import TranslationBasis
from .queries import source_of
from .reading import NUMBER, RUN, WORD, is_accented

if TYPE_CHECKING:
    from wagtail.models import Page

SHOWN = 5
_LONGEST = 60
#: What ends a run of words.
_BETWEEN = re.compile(r"[^\w\s]+|\d+")


def why_not_translated(page: Page) -> str | None:
    """Return how many passages of ``page`` are not translated, and which, or ``None``."""
    found = untranslated(page)
    if not found:
        return None
    said = ngettext(
        "%(count)s passage is not translated yet:",
        "%(count)s passages are not translated yet:",
        len(found),
    ) % {"count": len(found)}
    return f"{said} {named(found)}"


def named(found: list[tuple[str, str]]) -> str:
    """The first few of some lines, each with its field, and how many more there are."""
    lines = [
        _("%(place)s: “%(words)s”") % {"place": place, "words": _short(line)}
        for place, line in found[:SHOWN]
    ]
    more = [_("and %(count)s more") % {"count": len(found) - SHOWN}]
    return "; ".join(lines + more * (len(found) > SHOWN))


def untranslated(page: Page) -> list[tuple[str, str]]:
    """The lines of ``page`` that its source has too, each with the name of its field.

    But for names and figures, which are the same in many languages. Capitals and a mark at
    the end make no other line of it.
    """
    source = source_of(page)
    if source is None:
        return []
    own = list(dict.fromkeys(_lines(page)))
    theirs = {
        _key(line) for text in _texts(page, source) for _place, line in _lines(text)
    }
    same = [found for found in own if _key(found[1]) in theirs]
    names = known() if any(map(_is_heading, (line for _place, line in same))) else []
    return [
        found
        for found in same
        if is_prose(found[1])
        or (_is_heading(found[1]) and _is_heading(without(found[1], names)))
    ]


def _texts(page: Page, source: Page):
    """The source as the public reads it, and as it was when it was translated."""
    yield source
    basis = TranslationBasis.objects.filter(page_id=page.pk).values("revision_id")
    for revision in Revision.objects.filter(pk__in=basis):
        yield digest.as_stored(revision)


def _lines(page: Page):
    for place, value in passages.fields_in(page):
        for line in passages.lines_of(value):
            yield place, clean(line)


def _key(line: str) -> str:
    return " ".join(WORD.findall(line.casefold()))


def _is_heading(line: str) -> bool:
    """Whether a line with a capital in each word says more than who, where, or which body.

    *Giao Lưu Hữu Nghị Việt Lào*; the name of a person is no such line.
    """
    if is_prose(line):
        return False
    parts = _BETWEEN.split(NUMBER.sub(" . ", line))
    return any(
        len(run := WORD.findall(part)) >= RUN
        and any(map(is_accented, run))
        and not pupils.calls_a_person(part.strip())
        for part in parts
    )


def is_prose(line: str) -> bool:
    """Whether ``line`` says something in Vietnamese besides names and figures."""
    words = WORD.findall(NUMBER.sub(" ", line))
    if not any(map(is_accented, words)):
        return False
    return any(word[0].islower() or _is_capitals(word) for word in words)


def _is_capitals(word: str) -> bool:
    """Whether a heading is written in capitals: an abbreviation has no accents."""
    return len(word) > 1 and word.isupper() and is_accented(word)


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
