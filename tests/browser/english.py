"""Finds English of Wagtail's catalogues and ours on a screen, also where it opens only later."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from tests.vietnamese import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = Path(__file__).parents[2] / "wagtail_kehoach/locale/vi/LC_MESSAGES/django.po"

#: So many words in a row are no accident.
WORDS = 3

#: What Wagtail's templates say in English without asking a catalogue, for readers of
#: screens only; and the names of languages, which stand in themselves.
BEYOND_CATALOGUES = (
    ".submit.w-sr-only input, #w-slim-header-buttons, [name$=preferred_language] *"
)

#: Every text of a page: shown, folded away, in templates, and what a reader is read.
TEXTS = """(beyond) => {
    const found = [document.title];
    const silent = 'script, style, code, svg, [data-side-panel-toggle-counter]';
    const walk = (root) => {
        const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
        for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
            if (node.nodeType === Node.TEXT_NODE) {
                if (!node.parentElement?.closest(`${silent}, ${beyond.split(', ').at(-1)}`))
                    found.push(node.data);
            } else if (node.nodeType === Node.ELEMENT_NODE) {
                if (node.localName === 'template') walk(node.content);
                if (node.matches(beyond)) continue;
                for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                    found.push(node.getAttribute(name) || '');
                if (node.matches('input[type=submit], input[type=button]'))
                    found.push(node.value);
            }
        }
    };
    walk(document.body);
    return found;
}"""


def english_on(page) -> list[str]:
    """The texts of ``page`` that are said in English."""
    return english_in(page.evaluate(TEXTS, BEYOND_CATALOGUES))


def english_in(texts: list[str]) -> list[str]:
    """Those of ``texts`` that are a message, or have three words of one in a row."""
    whole, pieces = _messages()
    found = dict.fromkeys(_plain(text) for text in texts)
    return [text for text in found if text in whole or pieces.search(text)]


@cache
def _messages() -> tuple[set[str], re.Pattern]:
    whole, pieces = set(), set()
    for said, translated in _said_twice():
        if _plain(said) == _plain(translated):
            continue
        parts = [_plain(part) for part in catalogue.PLACEHOLDER.split(said)]
        whole |= {_plain(said)} if len(parts) == 1 else set()
        pieces |= {part for part in parts if len(part.split()) >= WORDS}
    longest = sorted(filter(str.isascii, pieces), key=len, reverse=True)
    return whole - {""}, re.compile("|".join(map(re.escape, longest)))


def _said_twice() -> Iterator[tuple[str, str]]:
    """Every message in English and in Vietnamese: of Wagtail, of Django and our own."""
    for message in catalogue.messages():
        yield message.source.msgid, message.text
        yield message.source.msgid_plural, message.text
    for entry in polib.pofile(OURS):
        yield entry.msgid, catalogue.text(entry)
        yield entry.msgid_plural, catalogue.text(entry)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .:…*()").casefold()
