"""Work that is clearly assigned to somebody or due at some time."""

from __future__ import annotations

import re
from dataclasses import replace

from ..closing_forms import (
    ASKS,
    HOPES,
    MEANWHILE,
    NOTES,
    OF_THIS_PLAN,
    SUMS_UP,
    beginning,
)
from ..parts import Block, Heading, Paragraph, Period, Table, Task
from .actors import is_actor, is_name, named_in_title, subject_of
from .assigning import asked_of, gives_work
from .beside_work import in_bracket
from .dates import deadline_in
from .labelled_tasks import labelled_work
from .no_work import without_idle
from .report_lists import reports_listed
from .report_sentences import only_reports
from .said_next import said_next
from .tables import tasks_in_table
from .task_sentences import (
    ASSIGNED,
    FROM_WORDING,
    NOBODY_NAMED,
    REPORT,
    SAYS_REPORT,
    new,
    task_in,
)
from .task_walk import Walk, addressed_in, time_alone
from .timed_work import Timed, says_what_to_do, timed_work, until
from .wording import first_sentence, is_caps, sentences, unpunctuated

_CLOSING = re.compile(
    beginning(SUMS_UP, HOPES, NOTES, "Nhận báo cáo", MEANWHILE, ASKS, OF_THIS_PLAN)
)
_ASKS = re.compile(
    r"^[^.;]{0,90}\b(?:yêu cầu|đề nghị)\s+(?:các|toàn|hiệu trưởng|thủ trưởng|lãnh "
    r"đạo|đồng chí|cán bộ)\b",
    re.IGNORECASE,
)
_ASKS_ALL = re.compile(
    r"^\w+ \w+ (?:các|toàn thể|thủ trưởng|hiệu trưởng|lãnh đạo|quý|mọi|tất cả)\b|nghiêm túc"
    r"|kế hoạch này|(?:triển khai|tổ chức) thực hiện",
    re.IGNORECASE,
)
_SEVERAL = 2


def tasks_in(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of a body in the order of the text."""
    walk = Walk(period)
    works = labelled_work(blocks)
    told = {place: work for work in works for place in work.blocks}
    addressed = addressed_in(blocks)
    reports = reports_listed(blocks)
    for place, block in enumerate(blocks):
        if place in reports:
            continue
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
        is_own = block.other_tasks is not None
        return tasks_in_table(block.rows, block.header_rows, walk.period, is_own=is_own)
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
    return [new(walk, *bracketed, ASSIGNED, until=heading.title)]


def tasks_in_annex(blocks: list[Block], period: Period | None) -> list[Task]:
    """Return the tasks of an annex: only its tables are sure to belong to the plan."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return [
        task for t in tables for task in tasks_in_table(t.rows, t.header_rows, period)
    ]


def _tasks_in_paragraph(walk: Walk, paragraph: Paragraph) -> list[Task]:
    text = paragraph.text
    walk.pass_by(paragraph)
    if not unpunctuated(text):
        return []
    if timed := timed_work(text, walk.period):
        found = [_task_at(walk, paragraph, each) for each in timed]
        dated = [task for task in found if task]
        for task in dated:
            walk.put_in_time(task)
        return dated
    # The mark of the end may stand behind the last item of a list, too.
    ends = text.endswith("/.") and not paragraph.marker
    if ends or _CLOSING.match(text) or _ASKS.match(text):
        asks_one = paragraph.marker or not _ASKS_ALL.search(text)
        given = [part for part in sentences(text) if ends and gives_work(part)]
        if given:
            return _given(walk, paragraph, given)
        sentence = first_sentence(text)
        told = deadline_in(sentence, walk.period) or (asks_one and walk.organises)
        idle = not without_idle(sentence, walk.period)
        asked = asked_of(sentence) if told and not idle else None
        return [new(walk, sentence, asked, FROM_WORDING)] if asked else []
    if _leads_list(walk, paragraph):
        walk.open_list(paragraph, subject_of(text) or _listed_actor(text))
        return []
    tasks = _given(walk, paragraph, _parts(paragraph))
    walk.listed = walk.listed or bool(paragraph.marker)
    tasks = tasks or _listed_below_time(walk, paragraph)
    for task in tasks:
        walk.put_in_time(task)
    return tasks


def _given(walk: Walk, paragraph: Paragraph, parts: list[str]) -> list[Task]:
    """The work that parts of a paragraph give, but for reports that are read as such."""
    kept = [part for part in parts if not only_reports(walk, paragraph, part)]
    found = [task_in(walk, replace(paragraph, text=part)) for part in kept]
    return [task for task in found if task]


def _listed_below_time(walk: Walk, paragraph: Paragraph) -> list[Task]:
    """Work in a list below nothing but a time, which names nobody."""
    text = paragraph.text
    listed = paragraph.marker and (walk.lead_time or walk.time) and not walk.reports
    if not listed or REPORT.match(text) or not says_what_to_do(text):
        return []
    return [new(walk, text, None, NOBODY_NAMED)]


def _leads_list(walk: Walk, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph only opens the list below it, or names who does what is there."""
    text = paragraph.text
    if text.endswith(":"):
        return not deadline_in(text, walk.period) or time_alone(text) is not None
    # In capitals it is who signs, of a document with two signatures.
    alone = not paragraph.marker and is_name(unpunctuated(text)) and not is_caps(text)
    sentence = text.endswith(".") and says_what_to_do(text)
    return walk.organises and alone and not sentence and not subject_of(text)


def _task_at(walk: Walk, paragraph: Paragraph, timed: Timed) -> Task | None:
    """Work whose time was said before it; a day that it names itself is nearer."""
    if REPORT.match(timed.work) or (walk.reports and SAYS_REPORT.search(timed.work)):
        return None
    task = task_in(walk, replace(paragraph, text=timed.work))
    task = task or new(walk, timed.work, subject_of(timed.work), NOBODY_NAMED)
    moment = until(timed.when, walk.period)
    if task.deadline is None and moment:
        task.deadline, task.deadline_text = moment.date, moment.text
    told = task.responsible or task.deadline or says_what_to_do(timed.work)
    return task if told else None


def _parts(paragraph: Paragraph) -> list[str]:
    """Return each sentence by itself where several say who acts, or a later one gives work."""
    parts = sentences(paragraph.text)
    several = sum(subject_of(part) is not None for part in parts) >= _SEVERAL
    if not several and (
        said_next(paragraph.text) or not any(map(gives_work, parts[1:]))
    ):
        return [paragraph.text]
    return parts


def _listed_actor(text: str) -> str | None:
    """Return a lead that is nothing but who does what follows."""
    bare = unpunctuated(text)
    return named_in_title(bare) if is_actor(bare) and len(bare) < 60 else None
