"""Work that is clearly assigned to somebody or due at some time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Block, Heading, Paragraph, Period, Table, Task
from .actors import (
    asked_of,
    assigned_in,
    before_colon,
    in_bracket,
    is_actor,
    is_of_their_number,
    named_in_title,
    subject_of,
)
from .dates import Deadline, deadline_in, moment_in
from .passing_on import passed_on
from .tables import tasks_in_table
from .wording import first_sentence, fold, unpunctuated

_AIMS = re.compile(
    r"muc dich|yeu cau|muc tieu|nguyen tac|quan diem|dac diem|tinh hinh|thuan loi|kho khan"
)
_REPORTS = re.compile(r"\b(?:che do|thong tin)[^.]{0,20}bao cao|^bao cao")
_ORGANISES = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|thuc hien$|nhiem vu cua|bien phap"
)
_CLOSING = re.compile(
    r"^(?:Trên đây|Lưu ý|Nhận báo cáo|Trong quá trình|Đề nghị|Yêu cầu)|(?:/\.)$"
)
_REPORT = re.compile(
    r"^(?:(?:gửi|nộp|thực hiện|thời gian|nội dung)\s+)?báo cáo\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"^[^.;]{0,90}\b(?:yêu cầu|đề nghị)\s+(?:các|toàn|hiệu trưởng|thủ trưởng|lãnh "
    r"đạo|đồng chí|cán bộ)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:gửi|nộp|nhận hồ sơ|hoàn thành|hoàn thiện|đăng ký|tổ chức|triển khai|thực hiện|xây "
    r"dựng|lập|cử|kiểm tra|tổng hợp|báo cáo|đăng|phát động|trình|ban hành|công bố)\b",
    re.IGNORECASE,
)
_AFTER_DEADLINE = re.compile(r"\s*(?:,\s*)?(?:bao\s+)?gồm\b.*$|\s*:\s*$")
#: How sure a task is by what told it: words that assign it, the heading above it, its own
#: wording, or nothing but a time by which something must be done.
ASSIGNED, OF_SECTION, FROM_WORDING, NOBODY_NAMED = 0.9, 0.8, 0.7, 0.55
_CONTAINING = re.compile(r"\s+(?:bao\s+)?gồm\s*:?\s*$")


@dataclass
class _Walk:
    period: Period | None
    path: list[Heading] = field(default_factory=list)
    lead: Paragraph | None = None
    lead_actor: str | None = None
    tasks: list[Task] = field(default_factory=list)

    def enter(self, heading: Heading) -> None:
        """Go to the section below a heading."""
        self.path = [above for above in self.path if above.level < heading.level]
        self.path.append(heading)
        self.lead = self.lead_actor = None

    @property
    def aims(self) -> bool:
        """Whether this section says why, not who does what."""
        return any(_AIMS.search(fold(heading.title)) for heading in self.path[-2:])

    @property
    def actor(self) -> str | None:
        """Who the section is addressed to."""
        if not self.path:
            return None
        title = self.path[-1].title
        return named_in_title(title) if self.organises and is_actor(title) else None

    @property
    def organises(self) -> bool:
        """Whether this section says who does what."""
        return any(_ORGANISES.search(fold(heading.title)) for heading in self.path)

    @property
    def reports(self) -> bool:
        """Whether this section is about reports."""
        return any(_REPORTS.search(fold(heading.title)) for heading in self.path)


def tasks_in(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of a body in the order of the text."""
    walk = _Walk(period)
    for place, block in enumerate(blocks):
        found: list[Task] = []
        if isinstance(block, Heading):
            walk.enter(block)
        elif isinstance(block, Table):
            found = tasks_in_table(block.rows, block.header_rows, period)
        elif not walk.aims:
            found = _tasks_in_paragraph(walk, block)
        for task in found:
            task.block = place
        walk.tasks += found
    return walk.tasks


def tasks_in_annex(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of an annex: only its tables are sure to belong to the plan."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return [
        task for t in tables for task in tasks_in_table(t.rows, t.header_rows, period)
    ]


def _tasks_in_paragraph(walk: _Walk, paragraph: Paragraph) -> list[Task]:
    text = paragraph.text
    if walk.lead and paragraph.level <= walk.lead.level:
        walk.lead = walk.lead_actor = None
    if _CLOSING.search(text) or _ASKS.match(text):
        asked = asked_of(text) if deadline_in(text, walk.period) else None
        return [_new(walk, text, asked, FROM_WORDING)] if asked else []
    if text.endswith(":") and not deadline_in(text, walk.period):
        walk.lead, walk.lead_actor = paragraph, subject_of(text) or _listed_actor(text)
        return []
    task = _task(walk, paragraph)
    return [task] if task else []


def _listed_actor(text: str) -> str | None:
    """Return a lead that is nothing but who does what follows."""
    bare = unpunctuated(text)
    return named_in_title(bare) if is_actor(bare) and len(bare) < 60 else None


def _task(walk: _Walk, paragraph: Paragraph) -> Task | None:
    text = paragraph.text
    if parts := passed_on(text, walk.period):
        who = subject_of(_after_label(parts.units))
        return _new(walk, parts.units, who, FROM_WORDING)
    if bracketed := in_bracket(text):
        return _new(walk, *bracketed, ASSIGNED)
    chooses = walk.actor and is_of_their_number(text)
    if not chooses and (assigned := assigned_in(text)):
        return _new(walk, first_sentence(text), assigned, ASSIGNED)
    if walk.organises and (named := before_colon(text)):
        return _new(walk, named[1], named[0], OF_SECTION)
    if actor := walk.lead_actor or walk.actor:
        return _of_section(walk, text, actor)
    return _on_its_own(walk, text)


def _of_section(walk: _Walk, text: str, actor: str) -> Task | None:
    if _REPORT.match(text) and deadline_in(text, walk.period):
        return None
    return _new(walk, text, actor, OF_SECTION) if len(text.split()) >= 3 else None


def _on_its_own(walk: _Walk, text: str) -> Task | None:
    """Read a sentence that says itself who acts or until when."""
    if walk.reports and (_REPORT.match(text) or _REPORT.match(_after_label(text))):
        return None
    sentence = first_sentence(text)
    actor, deadline = subject_of(sentence), deadline_in(text, walk.period)
    if deadline and _ACTION.search(text) and not _REPORT.match(_after_label(text)):
        return _new(walk, text, actor, FROM_WORDING if actor else NOBODY_NAMED)
    duty = re.search(
        r"\b(?:tiến hành|có trách nhiệm|chịu trách nhiệm|chủ trì|phụ trách|làm đầu mối)\b",
        sentence,
    )
    if actor and (duty or walk.organises):
        return _new(walk, text, actor, FROM_WORDING)
    return None


def _after_label(text: str) -> str:
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and len(head.split()) <= 8 and rest.strip() else text


def _new(walk: _Walk, text: str, responsible: str | None, sure: float) -> Task:
    deadline = deadline_in(text, walk.period)
    moment = deadline or moment_in(text, walk.period)
    return Task(
        text=_up_to(text, deadline),
        responsible=responsible,
        deadline=moment.date if moment else None,
        deadline_text=moment.text if moment else None,
        confidence=sure,
    )


def _up_to(text: str, deadline: Deadline | None) -> str:
    """Return the sentence of the task, without the list of what belongs to it."""
    if deadline is not None:
        head, tail = text[: deadline.end], text[deadline.end :]
        text = head + _AFTER_DEADLINE.sub("", first_tail(tail))
        return _CONTAINING.sub("", unpunctuated(text))
    return _CONTAINING.sub("", first_sentence(text))


def first_tail(tail: str) -> str:
    """Return what follows a deadline within its sentence."""
    return re.split(r"[.;]\s", tail, maxsplit=1)[0]
