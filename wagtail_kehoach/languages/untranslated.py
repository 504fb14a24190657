"""Finds what of a translation still stands there in the words of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _, ngettext
from wagtail.models import Revision

from ..approval import digest, passages
from ..folding import clean
from .models import TranslationBasis
from .queries import source_of
from .reading import NUMBER, WORD, is_accented

if TYPE_CHECKING:
    from wagtail.models import Page

SHOWN = 5
_LONGEST = 60


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

    But for names and figures, which are the same in many languages.
    """
    source = source_of(page)
    if source is None:
        return []
    theirs = {line for text in _texts(page, source) for _place, line in _prose(text)}
    return [found for found in dict.fromkeys(_prose(page)) if found[1] in theirs]


def _texts(page: Page, source: Page):
    """The source as the public reads it, and as it was when it was translated."""
    yield source
    basis = TranslationBasis.objects.filter(page_id=page.pk).values("revision_id")
    for revision in Revision.objects.filter(pk__in=basis):
        yield digest.as_stored(revision)


def _prose(page: Page):
    for place, value in passages.fields_in(page):
        for line in passages.lines_of(value):
            text = clean(line)
            if is_prose(text):
                yield place, text


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
