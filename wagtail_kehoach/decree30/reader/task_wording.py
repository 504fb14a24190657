"""A task from its sentence: which part says the work, and which until when."""

from __future__ import annotations

import re

from ..parts import Period, Task
from .dates import Deadline, deadline_in
from .events import event_in
from .moments import moment_in
from .parties import helpers_in
from .wording import first_sentence, unpunctuated

_AFTER_DEADLINE = re.compile(r"\s*(?:,\s*)?(?:bao\s+)?gồm\b.*$|\s*:\s*$")
_CONTAINING = re.compile(r"\s+(?:bao\s+)?gồm\s*:?\s*$")
_SAYS_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_FEWEST_WORDS = 3


def new_task(
    text: str,
    responsible: str | None,
    sure: float,
    period: Period | None,
    *,
    until: str = "",
) -> Task:
    """A task; ``until`` is the sentence that says when, where ``text`` is a part of it."""
    text = text if until else _before_report(text, period)
    deadline, told = deadline_in(text, period), until or text
    first = event_in(first_sentence(text), period)
    if first and deadline and first.end < deadline.end and first_sentence(text) != text:
        # A later sentence has a day of its own.
        text, deadline = (
            first_sentence(text),
            deadline_in(first_sentence(text), period),
        )
        told = text
    moment = deadline or deadline_in(told, period) or event_in(told, period)
    moment = moment or moment_in(until or first_sentence(text), period)
    said = _up_to(text, deadline)
    return Task(
        text=said,
        responsible=responsible,
        deadline=moment.date if moment else None,
        deadline_text=moment.text if moment else None,
        supporting=helpers_in(until or said, responsible) if responsible else [],
        confidence=sure,
    )


def _before_report(text: str, period: Period | None) -> str:
    """Return what stands before a later clause that asks for a report by its own day."""
    head, told = text, deadline_in(text, period)
    semicolon = text.rfind(";", 0, told.end) if told else -1
    if told and semicolon > 0 and _SAYS_REPORT.search(text[semicolon : told.end]):
        head = text[:semicolon]
    return (
        text if deadline_in(head, period) or len(head.split()) < _FEWEST_WORDS else head
    )


def _up_to(text: str, deadline: Deadline | None) -> str:
    """Return the sentence of the task, without the list of what belongs to it."""
    if deadline is not None:
        head, tail = text[: deadline.end], text[deadline.end :]
        text = head + _AFTER_DEADLINE.sub("", _first_tail(tail))
        return _CONTAINING.sub("", unpunctuated(text))
    return _CONTAINING.sub("", first_sentence(text))


def _first_tail(tail: str) -> str:
    """Return what follows a deadline within its sentence."""
    return re.split(r"[.;]\s", tail, maxsplit=1)[0]
