"""Work that is clearly assigned to somebody or due at some time."""

from __future__ import annotations

import re
from dataclasses import replace

from ..parts import Block, Heading, Paragraph, Period, Table, Task
from .actors import (
    asked_of,
    assigned_in,
    assigned_within,
    before_colon,
    in_bracket,
    is_actor,
    is_name,
    is_of_their_number,
    is_own,
    named_after_colon,
    named_after_dash,
    named_in_title,
    subject_of,
)
from .dates import deadline_in
from .events import takes_place_in
from .labelled_tasks import label_of, labelled_work
from .passing_on import passed_on
from .said_next import said_next
from .tables import tasks_in_table
from .task_walk import Walk, addressed_in
from .task_wording import new_task
from .timed_work import Timed, is_time, timed_work, until
from .wording import first_sentence, sentences, unpunctuated

_CLOSING = re.compile(
    r"^(?:Trên đây|Mong|Rất mong|Kính mong|Lưu ý|Nhận báo cáo|Trong quá trình|Đề nghị"
    r"|Yêu cầu|Kế hoạch này)|(?:/\.)$"
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
_ASKS_ALL = re.compile(
    r"^\w+ \w+ (?:các|toàn thể|thủ trưởng|hiệu trưởng|lãnh đạo|quý|mọi|tất cả)\b|nghiêm túc"
    r"|kế hoạch này|(?:triển khai|tổ chức) thực hiện",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:tiến hành|có trách nhiệm|chịu trách nhiệm|chủ trì|phụ trách|làm đầu mối)\b"
)
_SEVERAL = 2
_REPORTS_ITSELF = re.compile(
    r"(?:tổng hợp(?: (?:kết quả|số liệu))?,?\s+)?báo cáo\b", re.IGNORECASE
)
_STATES_TIME = re.compile(r"(?:thời gian|thời hạn|thời điểm|hạn)\b", re.IGNORECASE)
_SAYS_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
#: How sure a task is by what told it: words that assign it, the heading above it, its own
#: wording, or nothing but a time by which something must be done.
ASSIGNED, OF_SECTION, FROM_WORDING, NOBODY_NAMED = 0.9, 0.8, 0.7, 0.55


def tasks_in(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of a body in the order of the text."""
    walk = Walk(period)
    works = labelled_work(blocks)
    told = {place: work for work in works for place in work.blocks}
    addressed = addressed_in(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            walk.enter(block, addressed=place in addressed)
        if work := told.get(place):
            begins = place == work.blocks[0] and not walk.aims
            found = [work.task(period)] if begins else []
        else:
            found = _tasks_of_block(walk, block)
        for task in found:
            task.block = place
        walk.tasks += found
    return walk.tasks


def _tasks_of_block(walk: Walk, block: Block) -> list[Task]:
    if isinstance(block, Table):
        return tasks_in_table(block.rows, block.header_rows, walk.period)
    if walk.aims:
        return []
    if isinstance(block, Heading):
        return _task_of_heading(walk, block)
    return _tasks_in_paragraph(walk, block)


def _task_of_heading(walk: Walk, heading: Heading) -> list[Task]:
    """Work that a heading names with who does it in brackets behind."""
    bracketed = in_bracket(heading.title, assigned=True)
    if bracketed is None:
        return []
    return [_new(walk, *bracketed, ASSIGNED, until=heading.title)]


def tasks_in_annex(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of an annex: only its tables are sure to belong to the plan."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return [
        task for t in tables for task in tasks_in_table(t.rows, t.header_rows, period)
    ]


def _tasks_in_paragraph(walk: Walk, paragraph: Paragraph) -> list[Task]:
    text = paragraph.text
    if walk.lead and paragraph.level <= walk.lead.level:
        walk.lead = walk.lead_actor = None
    if timed := timed_work(text, walk.period):
        found = [_task_at(walk, paragraph, each) for each in timed]
        return [task for task in found if task]
    if _CLOSING.search(text) or _ASKS.match(text):
        asks_one = paragraph.marker or not _ASKS_ALL.search(text)
        sentence = first_sentence(text)
        told = deadline_in(sentence, walk.period) or (asks_one and walk.organises)
        asked = asked_of(sentence) if told else None
        return [_new(walk, sentence, asked, FROM_WORDING)] if asked else []
    if text.endswith(":") and not deadline_in(text, walk.period):
        walk.lead, walk.lead_actor = paragraph, subject_of(text) or _listed_actor(text)
        return []
    found = [_task(walk, part) for part in _parts(paragraph)]
    walk.listed = walk.listed or bool(paragraph.marker)
    return [task for task in found if task]


def _task_at(walk: Walk, paragraph: Paragraph, timed: Timed) -> Task | None:
    """Work whose time was said before it; a day that it names itself is nearer."""
    if _REPORT.match(timed.work) or (walk.reports and _SAYS_REPORT.search(timed.work)):
        return None
    task = _task(walk, replace(paragraph, text=timed.work))
    task = task or _new(walk, timed.work, subject_of(timed.work), NOBODY_NAMED)
    moment = until(timed.when, walk.period)
    if task.deadline is None and moment:
        task.deadline, task.deadline_text = moment.date, moment.text
    return task


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    """Return each sentence by itself where several say who does what."""
    parts = sentences(paragraph.text)
    if sum(subject_of(part) is not None for part in parts) < _SEVERAL:
        return [paragraph]
    return [replace(paragraph, text=part) for part in parts]


def _listed_actor(text: str) -> str | None:
    """Return a lead that is nothing but who does what follows."""
    bare = unpunctuated(text)
    return named_in_title(bare) if is_actor(bare) and len(bare) < 60 else None


def _task(walk: Walk, paragraph: Paragraph) -> Task | None:
    text = paragraph.text
    if parts := passed_on(text, walk.period):
        owing = subject_of(_after_label(parts.units))
        return _new(walk, parts.units, owing, FROM_WORDING)
    if bracketed := in_bracket(text):
        return _new(walk, *bracketed, ASSIGNED, until=text)
    if named := said_next(text):
        return _new(walk, *named, ASSIGNED, until=text)
    chooses = walk.actor and is_of_their_number(text)
    if not chooses and (assigned := assigned_in(text)):
        return _new(walk, first_sentence(text), assigned, ASSIGNED)
    if walk.organises and (named := before_colon(text)):
        return _new(walk, named[1], named[0], OF_SECTION)
    subject = subject_of(text)
    other = (
        subject
        and not subject.lower().startswith("mỗi")
        and (is_own(subject) or (walk.listed and not paragraph.marker))
    )
    if not other and (actor := walk.lead_actor or walk.actor):
        return _of_section(walk, text, actor)
    if not subject and (who := _named_behind(text)):
        return _new(walk, first_sentence(text), who, ASSIGNED, until=text)
    return _on_its_own(walk, text) or _dated(walk, paragraph)


def _named_behind(text: str) -> str | None:
    after_colon = not is_time(text.partition(":")[0]) and named_after_colon(text)
    return assigned_within(text) or after_colon or named_after_dash(text)


def _dated(walk: Walk, paragraph: Paragraph) -> Task | None:
    """Read an item of a list that says when something takes place, and no more."""
    text = paragraph.text
    if not paragraph.marker or walk.reports or label_of(text.partition(":")[0]):
        return None
    told = takes_place_in(text, walk.period)
    return _new(walk, text, subject_of(text), NOBODY_NAMED) if told else None


def _of_section(walk: Walk, text: str, actor: str) -> Task | None:
    if _REPORT.match(text) and deadline_in(text, walk.period):
        return None
    if len(text.split()) < 3 or is_name(unpunctuated(text)):
        return None
    if _STATES_TIME.match(text):
        # The section says who sends something, this line only until when.
        return _on_its_own(walk, text)
    return _new(walk, text, actor, OF_SECTION)


def _on_its_own(walk: Walk, text: str) -> Task | None:
    """Read a sentence that says itself who acts or until when."""
    if walk.reports and _SAYS_REPORT.search(text):
        return None
    sentence = first_sentence(text)
    actor = subject_of(sentence) or _person_after_label(sentence)
    deadline = deadline_in(text, walk.period)
    reports = actor and _REPORTS_ITSELF.match(sentence[len(actor) :].strip(" ,"))
    if reports:
        return None
    if deadline and _ACTION.search(text) and not _REPORT.match(_after_label(text)):
        return _new(walk, text, actor, FROM_WORDING if actor else NOBODY_NAMED)
    if actor and (walk.organises or _DUTY.search(sentence) or is_own(actor)):
        return _new(walk, text, actor, FROM_WORDING)
    return None


def _person_after_label(sentence: str) -> str | None:
    """Who acts in "Dạy minh hoạ: cô Hạnh chuẩn bị …"."""
    after = _after_label(sentence)
    actor = None if after == sentence else subject_of(after)
    return actor if actor and is_own(actor) else None


def _after_label(text: str) -> str:
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and len(head.split()) <= 8 and rest.strip() else text


def _new(
    walk: Walk, text: str, responsible: str | None, sure: float, *, until: str = ""
) -> Task:
    return new_task(text, responsible, sure, walk.period, until=until)
