"""Reporting duties on paper: those that no line of the text says yet.

Most were read from the text and stand there. One that somebody added is a part of the plan
too, and is on its page: without it the paper would say less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..decree30.layout import has_end_of_text, without_final_mark
from ..decree30.parts import Heading, Paragraph, Table
from .file_text import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..decree30.parts import Block, ReportingDuty

LEAD_IN = "Chế độ báo cáo:"
#: So much of a duty may be worded otherwise than in the text that it was read from.
_SAME = 0.9
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}|\bngày\s+\d")
_CLOSES = re.compile(r"Trên đây là\b")


def with_reports(text: list[Block], duties: list[ReportingDuty]) -> list[Block]:
    """``text`` with the duties that it does not say at its end, above "Trên đây là …"."""
    said = [*map(letters, _lines(text))], [set(_words(line)) for line in _lines(text)]
    added = [duty for duty in duties if not _is_said(duty.text, *said)]
    if not added:
        return text
    items: list[Block] = [Paragraph(LEAD_IN)]
    items += [Paragraph(f"{_in_full(duty)};", "-", 1) for duty in added[:-1]]
    items.append(Paragraph(f"{_in_full(added[-1])}.", "-", 1))
    last = len(text) - 1 if text and _closes(text[-1]) else len(text)
    return [*text[:last], *items, *text[last:]]


def _lines(text: Iterable[Block]) -> Iterator[str]:
    for block in text:
        if isinstance(block, Table):
            yield from (" ".join(row) for row in block.rows)
        else:
            yield block.title if isinstance(block, Heading) else block.text


def _is_said(text: str, lines: list[str], words: list[set[str]]) -> bool:
    wanted = letters(text)
    if any(wanted in line for line in lines):
        return True
    own = set(_words(text))
    return any(len(own & line) >= _SAME * len(own) for line in words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _closes(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and has_end_of_text(block.text)
        and _CLOSES.match(block.text) is not None
    )


def _in_full(duty: ReportingDuty) -> str:
    """A duty with when and to whom, where its own words do not say so."""
    text = without_final_mark(duty.text)
    when = "" if duty.due is None or _DAY.search(text) else _when(duty)
    more = [
        when if letters(when) not in letters(text) else "",
        f"gửi {duty.to}" if duty.to and letters(duty.to) not in letters(text) else "",
    ]
    details = ", ".join(filter(None, more))
    return f"{text} ({details})" if details else text


def _when(duty: ReportingDuty) -> str:
    due = duty.due or ""
    return due if isinstance(due, str) else f"trước ngày {due:%d/%m/%Y}"
