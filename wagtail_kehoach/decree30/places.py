"""Where in a template a mistake stands, in the words by which it is found in Word."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .refusals import TemplateRefused

MOST_LETTERS = 80
#: The library begins a line with each paragraph. It takes away the paragraph around a
#: placeholder that stands for one, and what is left of it hangs on the line before.
_LINE = re.compile(r"\r\n|\r|\n")
_GAP = re.compile(r"<w:(?:tab|br|cr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ASKS = re.compile(r"\{[{%#]")
_BLOCK = re.compile(r"\{%-?\s*(end)?(?:for|if)\b")


def point_to(refusal: TemplateRefused, source: str, line: int) -> None:
    """Say in ``refusal`` which paragraph on this ``line`` of ``source`` it is about."""
    lines, words = _paragraphs(source)
    here = [at for at, number in enumerate(lines) if number == line]
    asking = [at for at in here if _ASKS.search(words[at])]
    naming = [at for at in asking if refusal.detail and refusal.detail in words[at]]
    if found := naming or asking or here:
        say(refusal, words, found[0])


def say(refusal: TemplateRefused, words: list[str], at: int) -> None:
    """Say that it is about the paragraph ``at``, and what stands before and after that."""
    refusal.where = cut(words[at])
    refusal.before = cut(next(filter(str.strip, reversed(words[:at])), ""))
    refusal.after = cut(next(filter(str.strip, words[at + 1 :]), ""))


def cut(text: str) -> str:
    """``text`` on one line, and no longer than anybody reads it."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS].rstrip()}…"


def line_of_open_block(source: str) -> int:
    """The line of the last “for” or “if” that has no end; 0 if each has one."""
    still_open: list[int] = []
    for found in _BLOCK.finditer(source):
        if not found[1]:
            still_open.append(found.start())
        elif still_open:
            still_open.pop()
    if not still_open:
        return 0
    return len(_LINE.findall(source, 0, still_open[-1])) + 1


def _paragraphs(source: str) -> tuple[list[int], list[str]]:
    """The words of each paragraph of ``source`` that has any, and the line it is on."""
    found = [
        (number, html.unescape(_TAG.sub("", _GAP.sub(" ", piece))))
        for number, line in enumerate(_LINE.split(source), start=1)
        for piece in line.split("</w:p>")
    ]
    found = [(number, words) for number, words in found if words.strip()]
    return [number for number, _words in found], [words for _number, words in found]
