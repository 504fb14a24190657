"""Finds English of Wagtail's catalogues and ours on a screen, also where it opens only later."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from tests.vietnamese import catalogue
from wagtail_kehoach import wagtail_names

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = Path(__file__).parents[2] / "wagtail_kehoach/locale/vi/LC_MESSAGES/django.po"

#: So many words in a row are no accident.
WORDS = 3

#: What Wagtail's templates say in English without asking a catalogue, for readers of
#: screens only.
BEYOND_CATALOGUES = ".submit.w-sr-only input, #w-slim-header-buttons"

#: Texts that no catalogue has: the names of languages, which stand in themselves, and
#: labels for readers of screens only, which Django makes of names in the code and of the
#: rights in the database.
NO_MESSAGES = ", ".join(
    [
        "script, style, code, svg, [data-side-panel-toggle-counter]",
        "[name$=preferred_language]",
        "label.w-sr-only:is([for*=permission], [for$=-page])",
        "[id$=types-content] label.w-sr-only",
    ]
)

#: What Python says of a value that nobody put into words: a flag, a time with its zone;
#: or of one that is not there.
UNSAID = re.compile(r"true|false|.*\bnone\b.*|.*\b\d{4}-\d\d-\d\d \d\d:\d\d:.*")

#: Every text of a page: shown, folded away, in templates, and what a reader is read; and
#: where its links lead. Of the page that is open, or of one that was only fetched.
TEXTS = """([beyond, silent, html]) => {
    const page = html ? new DOMParser().parseFromString(html, 'text/html') : document;
    const found = [page.title];
    const walk = (root) => {
        const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
        for (let node = nodes.currentNode; node; node = nodes.nextNode()) {
            if (node.nodeType === Node.TEXT_NODE) {
                if (!node.parentElement?.closest(silent)) found.push(node.data);
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
    walk(page.body);
    const links = [...page.querySelectorAll('a[href]')].map(a => a.getAttribute('href'));
    return {texts: found, links};
}"""


def english_on(page) -> list[str]:
    """The texts of ``page`` that are said in English."""
    return english_in(read(page)["texts"])


def read(page, html: str = "") -> dict[str, list[str]]:
    """The texts and the links of ``page``, or of ``html``, which nobody has opened."""
    return page.evaluate(TEXTS, [BEYOND_CATALOGUES, NO_MESSAGES, html])


def english_in(texts: list[str]) -> list[str]:
    """Those of ``texts`` that are a message, or have three words of one in a row."""
    whole, pieces = _messages()
    found = dict.fromkeys(_plain(text) for text in texts)
    return [
        text
        for text in found
        if text in whole or pieces.search(text) or UNSAID.fullmatch(text)
    ]


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
    whole |= {
        wagtail_names.WORKFLOW[0].casefold(),
        wagtail_names.ROOT_PAGE[0].casefold(),
    }
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
