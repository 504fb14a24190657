"""Sentences that only say who reports to whom until when: a report, and no work beside it."""

from __future__ import annotations

import re

from ..parts import Block, Paragraph
from .actors import leading_actor
from .passing_on import passed_on
from .reporting import reports_in
from .task_walk import Walk
from .verbs import acts_in
from .wording import unpunctuated

_REPORT = "báo cáo"
_HANDS_IN = re.compile(
    r"(?:(?:có|chịu) trách nhiệm\s+)?(?:tổng hợp\b[^.;:]{0,60}?(?:,|\svà)?\s+)?"
    r"(?:(?:viết|lập|hoàn thành|hoàn thiện|gửi|nộp)\s+(?:(?:các|bản)\s+)?)?báo cáo\b",
    re.IGNORECASE,
)
#: "Báo cáo tháng: Tổ Tư vấn gửi về Tổ Giáo vụ trước ngày …": which report, before who owes it.
_NAMES_REPORT = re.compile(r"Báo cáo\b[^.;:]{0,40}:\s*(?=\S)", re.IGNORECASE)
#: "Trước ngày 25/12, các tổ nộp báo cáo …": until when, before who.
_TIME_FIRST = re.compile(
    r"^(?:định kỳ|h[àằ]ng|mỗi|trước|chậm nhất|muộn nhất|vào|đến|cuối|kết thúc|sau|ngày)\b"
    r"[^,;:.]{2,60},\s*",
    re.IGNORECASE,
)
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)\b", re.IGNORECASE)
#: What joins another piece of work to a report.
_JOINT = re.compile(r"[,;]\s*(?:đồng thời\s+|và\s+)?|\s(?:và|rồi|để)\s+")
_OF_REPORTING = ("tổng hợp", "gửi", "nộp", "báo cáo", "lập", "viết", "hoàn thiện")


def only_reports(walk: Walk, paragraph: Paragraph, sentence: str) -> bool:
    """Tell whether a sentence of ``paragraph`` is nothing but a report that is read as one.

    An item in a list of what a unit does is its work all the same, but for a list of
    reports.
    """
    if _REPORT not in sentence.lower() or (paragraph.marker and not walk.reports):
        return False
    if not _says_who_reports(sentence) or passed_on(sentence, walk.period):
        return False
    return _is_read(walk, paragraph, sentence)


def _says_who_reports(sentence: str) -> bool:
    sentence = _TIME_FIRST.sub("", sentence)
    named = _NAMES_REPORT.match(sentence)
    told = sentence[named.end() :] if named else sentence
    actor = leading_actor(told)
    if actor is None:
        return False
    said = told[len(actor) :].lstrip(" ,")
    begins = _SENDS if named else _HANDS_IN
    return bool(begins.match(said)) and not _does_more(said)


def _does_more(said: str) -> bool:
    """Tell whether a clause says something else that is done than to report."""
    for clause in _JOINT.split(said)[1:]:
        first = next(acts_in(clause[:1].lower() + clause[1:]), None)
        if first and not first.start and first.text not in _OF_REPORTING:
            return True
    return False


def _is_read(walk: Walk, paragraph: Paragraph, sentence: str) -> bool:
    """Tell whether all that a sentence says of reports stands in reports that are read."""
    blocks: list[Block] = [*walk.path[-1:], paragraph]
    read = [duty.text for duty in reports_in(blocks, walk.period)]
    left = unpunctuated(sentence)
    for text in sorted(set(read), key=len, reverse=True):
        left = left.replace(text, "")
    return bool(read) and _REPORT not in left.lower()
