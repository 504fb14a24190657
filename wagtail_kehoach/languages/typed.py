"""Finds what somebody typed into a translation in Vietnamese, or in another script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext as _, ngettext
from wagtail.fields import StreamField

from ..approval import passages
from ..folding import clean
from . import reading, sentences
from .known_names import known, without
from .untranslated import named, untranslated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.models import Page

#: The share of all letters from which on the whole text is taken for Vietnamese.
WHOLE = 2 / 3
#: So many Vietnamese words are a paragraph that nobody left there as a name or an example.
PARAGRAPH = 20
#: And so many in shorter passages.
PASSAGES = 30
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’")


def foreign_to(page: Page) -> list[tuple[str, str]]:
    """The lines of ``page`` that are not in its language, each with its field.

    But for those that its source has too: ``untranslated`` finds them.
    """
    found = _found(page)
    if not found:
        return []
    left = set(untranslated(page))
    return [line for line in found if line not in left]


def say_foreign(page: Page) -> list[str]:
    """What to look at before ``page`` is submitted or approved."""
    found = foreign_to(page)
    if not found:
        return []
    said = ngettext(
        "%(count)s passage does not read as %(language)s:",
        "%(count)s passages do not read as %(language)s:",
        len(found),
    ) % {"count": len(found), "language": page.locale}
    return [f"{said} {named(found)}"]


def why_not_in_its_language(page: Page) -> str | None:
    """Return that the text, or a part of it, is in another language, and where.

    A part is a sentence or a field that is wholly Vietnamese, however short; and much of it
    within other sentences. What is quoted may stand so.
    """
    found = _found(page)
    if not found:
        return None
    letters = sum(len(line) for _place, line in found)
    everything = sum(len(line) for _place, line in _lines(page))
    if letters >= WHOLE * everything:
        said = _("This page is to be in %(language)s, but its text is not:")
        return f"{said % {'language': page.locale}} {named([*found])}"
    if passages_left := _in_vietnamese(page, found):
        said = _(
            "This page is to be in %(language)s, but a part of it is Vietnamese. Translate "
            "it; what somebody said or wrote may stand between quotation marks beside it:"
        )
        return f"{said % {'language': page.locale}} {named(passages_left)}"
    return None


def why_not_titled(page: Page) -> str | None:
    """Return that the title of ``page`` is Vietnamese; quoted words and names may be."""
    title, code = clean(page.title), page.locale.language_code
    if not _may_be_vietnamese(title, code):
        return None
    bare = _unquoted(without(title, known()))
    words = len(reading.WORD.findall(bare))
    mostly = words and reading.vietnamese_in(bare, code) >= WHOLE * words
    if not mostly and not sentences.read(bare, code).surely:
        return None
    return _(
        "This page is to be in %(language)s, but its title is Vietnamese: “%(title)s”."
    ) % {"language": page.locale, "title": title}


def _in_vietnamese(
    page: Page, found: dict[tuple[str, str], str]
) -> list[tuple[str, str]]:
    """Which lines of ``found`` are or have a Vietnamese sentence, or too much Vietnamese."""
    code, blocks = page.locale.language_code, _blocks(page)
    quoted = {*_quotations(page)}
    own = {line: bare for line, bare in found.items() if line[1] not in quoted}
    words, wholly = {}, set()
    for line, bare in own.items():
        outside = _QUOTED.sub(" . ", bare)
        words[line] = reading.vietnamese_in(outside, code)
        # In a text a paragraph may be a quotation; a title or a lead is none.
        said = _QUOTED.sub(" ", bare) if line[0] in blocks else _unquoted(bare)
        if sentences.read(said, code).surely:
            wholly.add(line)
    many = sum(words.values()) >= PASSAGES
    return [
        line
        for line, count in words.items()
        if line in wholly or count >= PARAGRAPH or (many and count)
    ]


def _unquoted(line: str) -> str:
    """``line`` without its quotations, or what they say if it is nothing else."""
    outside = _QUOTED.sub(" ", line)
    return outside if reading.WORD.search(outside) else line


def _blocks(page: Page) -> set[str]:
    """The names of the fields that consist of blocks."""
    return {
        capfirst(str(field.verbose_name))
        for field in page._meta.concrete_fields
        if isinstance(field, StreamField)
    }


def _quotations(page: Page) -> Iterator[str]:
    """The lines of blocks in which somebody is quoted."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            for block in field.value_from_object(page).get_prep_value():
                if block["type"] == "quote":
                    yield from map(clean, passages.lines_of(block))


def _found(page: Page) -> dict[tuple[str, str], str]:
    """The lines that are not in the language of ``page``, each without known names."""
    code = page.locale.language_code
    lines = [found for found in _lines(page) if _is_foreign(found[1], code)]
    if not lines:
        return {}
    names = known()
    bare = {found: without(found[1], names) for found in lines}
    return {found: line for found, line in bare.items() if _is_foreign(line, code)}


def _is_foreign(line: str, code: str) -> bool:
    return _may_be_vietnamese(line, code) or reading.is_in_another_script(line, code)


def _may_be_vietnamese(line: str, code: str) -> bool:
    return reading.reads_as_vietnamese(line, code) or sentences.read(line, code).perhaps


def _lines(page: Page) -> list[tuple[str, str]]:
    """Each line once, with the name of its field."""
    lines = (
        (place, clean(line))
        for place, value in passages.fields_in(page)
        for line in passages.lines_of(value)
    )
    return list(dict.fromkeys(found for found in lines if found[1]))
