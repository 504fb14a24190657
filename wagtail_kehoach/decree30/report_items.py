"""Reporting duties as a list that is printed, in a form that is known again.

``Báo cáo sơ kết (trước ngày 10/01/2027, gửi UBND xã)``: what the words of a duty do not say
stands in a bracket behind them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from .layout import without_final_mark
from .parts import Paragraph, ReportingDuty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .parts import Block

LEAD_IN = "Chế độ báo cáo:"
#: Leads to the list below a heading that announces reports already.
BELOW_HEADING = "Các báo cáo:"
_DASH = "-"
#: "(gửi về Phòng)" and "(gửi trước 20/12)" are other people's wordings.
_DETAILS = re.compile(
    r"(?!$)(?:(?:trước ngày (?P<day>\d\d/\d\d/\d{4})|thời gian: (?P<words>.+?))"
    r"(?:, (?=gửi )|$))?"
    r"(?:gửi (?!(?:về|cho|đến|lên|qua|kèm|bằng|trước|chậm|vào|theo)\s)(?P<to>.+))?"
)


def item(text: str, due: dt.date | str | None, to: str | None) -> str:
    """Return a duty in words, with ``due`` and ``to`` behind them where there are any."""
    when = f"trước ngày {due:%d/%m/%Y}" if isinstance(due, dt.date) else ""
    if isinstance(due, str):
        when = f"thời gian: {due}"
    details = ", ".join(filter(None, [when, f"gửi {to}" if to else ""]))
    return f"{text} ({details})" if details else text


def items(lines: Sequence[str], *, below_heading: bool) -> list[Paragraph]:
    """Return the list with the line that leads to it."""
    listed = [Paragraph(f"{line};", _DASH, 1) for line in lines[:-1]]
    lead_in = BELOW_HEADING if below_heading else LEAD_IN
    return [Paragraph(lead_in), *listed, Paragraph(f"{lines[-1]}.", _DASH, 1)]


def listed_in(blocks: Sequence[Block]) -> set[int]:
    """Which blocks are items of such a list."""
    found, inside = set[int](), False
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            inside = False
        elif block.marker is None:
            inside = block.text in (LEAD_IN, BELOW_HEADING)
        elif inside and block.marker == _DASH:
            found.add(place)
    return found


def details_in(text: str) -> ReportingDuty | None:
    """Return the duty of an item with a bracket as ``item`` prints it; ``None`` without."""
    text = without_final_mark(text)
    begin = _last_bracket(text)
    said = _DETAILS.fullmatch(text[begin + 1 : -1]) if begin else None
    if said is None:
        return None
    due = _date(said["day"]) if said["day"] else said["words"]
    return ReportingDuty(text[:begin].rstrip(), due, said["to"])


def _date(printed: str) -> dt.date | str:
    """The day; in words where the calendar has none such."""
    day, month, year = map(int, printed.split("/"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return f"trước ngày {printed}"


def _last_bracket(text: str) -> int:
    """Where the bracket begins that ends ``text``, brackets in it and all; 0 without one."""
    depth = 0
    for place in range(len(text) - 1 if text.endswith(")") else -1, 0, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if not depth:
            return place
    return 0
