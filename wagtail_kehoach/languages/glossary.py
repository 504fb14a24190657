"""The terms of the glossary in a text, and those that a translation calls otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..approval import passages
from ..folding import clean
from . import rules
from .models import GlossaryTerm
from .queries import source_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from wagtail.models import Page


def terms_for(page: Page) -> list[GlossaryTerm]:
    """The terms in the language of ``page`` that stand in its source."""
    terms = list(GlossaryTerm.objects.filter(locale_id=page.locale_id))
    source = source_of(page) if terms else None
    if source is None:
        return []
    text = _text_of(source)
    return _longest([term for term in terms if _says(text, term.term)], text)


def called_otherwise(page: Page) -> list[str]:
    """What ``page`` calls otherwise than the glossary, in words for its translator."""
    terms = terms_for(page)
    text = _text_of(page) if terms else ""
    return [
        _("The glossary says “%(translation)s” for “%(term)s” (%(source)s).")
        % {"translation": t.translation, "term": t.term, "source": t.source}
        for t in terms
        if not _says(text, t.translation)
    ]


def names_in(code: str, terms: Collection[str]) -> dict[str, str]:
    """What the glossary says for ``terms`` in the language ``code``. One statement."""
    known = _known(code)
    return {term: known[_key(term)] for term in terms if _key(term) in known}


def names_on(page: Page | None) -> dict[str, str]:
    """What the glossary says in the language of ``page``; nothing on a source.

    Asked once for each page object: one statement.
    """
    if page is None or not rules.is_translated(page):
        return {}
    if "_kehoach_names" not in page.__dict__:
        page._kehoach_names = _known(page.locale.language_code)
    return page._kehoach_names


def called_on(page: Page | None, name: str) -> str:
    """What ``name`` is called on ``page``; empty where its readers have no name for it.

    On a source everything is called what it is.
    """
    if page is None or not rules.is_translated(page):
        return name
    return names_on(page).get(_key(name), "")


def _known(code: str) -> dict[str, str]:
    rows = GlossaryTerm.objects.filter(locale__language_code=code).order_by("term")
    return {_key(term): said for term, said in rows.values_list("term", "translation")}


def _key(term: str) -> str:
    """Registers write *Hiệu trưởng*, records *HIỆU TRƯỞNG*: no database compares them."""
    return clean(term).casefold()


def _longest(terms: list[GlossaryTerm], text: str) -> list[GlossaryTerm]:
    """Without those that stand only inside of a longer one."""
    found = []
    for term in sorted(terms, key=lambda t: len(t.term), reverse=True):
        if _says(text, term.term):
            found.append(term)
            text = text.replace(_key(term.term), " ")
    return sorted(found, key=lambda term: term.term)


def _text_of(page: Page) -> str:
    lines = (
        line
        for _place, value in passages.fields_in(page)
        for line in passages.lines_of(value)
    )
    return "\n".join(clean(line).casefold() for line in lines)


def _says(text: str, words: str) -> bool:
    return _key(words) in text
