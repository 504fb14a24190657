"""One sentence of a body: whose work it tells, and until when."""

from __future__ import annotations

import re

from ..parts import Paragraph, Task
from .actors import is_name, is_own, leading_actor, subject_of
from .assigning import DUTY, assigned_in, assigned_within, is_of_their_number
from .beside_work import (
    before_colon,
    does_before_colon,
    holds_office,
    in_bracket,
    named_after_colon,
    named_after_dash,
)
from .dates import deadline_in
from .events import takes_place_in
from .labelled_tasks import label_of
from .no_work import without_idle
from .passing_on import passed_on
from .said_next import said_next, says_only_whose
from .task_walk import Walk
from .task_wording import new_task
from .timed_work import is_time, says_what_to_do
from .verbs import acts_in
from .wording import first_sentence, unpunctuated

REPORT = re.compile(
    r"^(?:(?:gửi|nộp|thực hiện|thời gian|nội dung)\s+)?báo cáo\b", re.IGNORECASE
)
_ACTION = re.compile(
    r"\b(?:gửi|nộp|nhận hồ sơ|hoàn thành|hoàn thiện|đăng ký|tổ chức|triển khai|thực hiện|xây "
    r"dựng|lập|cử|kiểm tra|tổng hợp|báo cáo|đăng|phát động|trình|ban hành|công bố)\b",
    re.IGNORECASE,
)
_REPORTS_ITSELF = re.compile(
    r"(?:tổng hợp(?: (?:kết quả|số liệu))?,?\s+)?báo cáo\b", re.IGNORECASE
)
#: What it costs, and what happens at which hour of the day itself.
_NO_WORK = re.compile(
    r"(?:ghi chú|lưu ý)\s*:|(?:dự trù|(?:tổng )?kinh phí|tổng chi|thành tiền)[^:]{0,30}:\s*[\d.,]+"
    r"|\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}\s*(?:phút\s*)?[-–]\s*\d{1,2}\s*(?:h|g|giờ|:)",
    re.IGNORECASE,
)
#: "Thành viên Tổ tư vấn được phân công tại Phụ lục kèm theo": who does what stands there.
_SAID_ELSEWHERE = re.compile(
    r"(?!.*\b(?:thực hiện|hoàn thành|triển khai|phối hợp|trách nhiệm|chủ động|tham gia)\b)"
    r"[^.;:]{3,150}?\sđược\s+(?:phân công|nêu|ghi|quy định|liệt kê)"
    r"(?:\s+(?:nhiệm vụ|cụ thể|chi tiết))*\s+(?:tại|theo|trong|ở)\s+(?:các\s+)?"
    r"(?:phụ lục|danh sách|bảng|biểu|lịch)\b[^.;:,]*[.;/\s]*$",
    re.IGNORECASE,
)
#: Done by the end of a month or quarter, which has no day of its own.
_ENDS = re.compile(
    r"\b(?:hoàn thành|xong)(?:\s+(?:trong|trước|vào))?\s+(?:tháng\s+\d|quý\s+[IV1-4])",
    re.IGNORECASE,
)
_STATES_TIME = re.compile(r"(?:thời gian|thời hạn|thời điểm|hạn)\b", re.IGNORECASE)
SAYS_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
#: How sure a task is by what told it: words that assign it, the heading above it, its own
#: wording, or nothing but a time by which something must be done.
ASSIGNED, OF_SECTION, FROM_WORDING, NOBODY_NAMED = 0.9, 0.8, 0.7, 0.55


def task_in(walk: Walk, paragraph: Paragraph) -> Task | None:
    """Return the work that a sentence gives somebody, or sets a time for."""
    told = without_idle(paragraph.text, walk.period)
    text = None if not told or _NO_WORK.match(told) else _unlabelled(told)
    if text is None or says_only_whose(text) or _SAID_ELSEWHERE.match(text):
        return None
    if parts := passed_on(text, walk.period):
        owing = subject_of(_after_label(parts.units))
        return new(walk, parts.units, owing, FROM_WORDING)
    if task := _assigned(walk, text):
        return task
    if holds_office(text):
        return None
    if named := _named_before(walk, text):
        return new(walk, named[1], named[0], OF_SECTION)
    subject = subject_of(text)
    if not _says_who_else(walk, paragraph, subject) and (
        actor := walk.lead_actor or walk.actor
    ):
        return _of_section(walk, text, actor)
    if not subject and (who := _named_behind(text)):
        return new(walk, first_sentence(text), who, ASSIGNED, until=text)
    return _on_its_own(walk, text) or _dated(walk, paragraph)


def _unlabelled(text: str) -> str | None:
    """Drop "Đơn vị thực hiện:" before who does what; ``None`` for what is no work at all."""
    label, colon, rest = text.partition(":")
    name = label_of(label) if colon else None
    if name == "about":
        return None
    return rest.strip() if name == "responsible" and acts_in(rest) else text


def _assigned(walk: Walk, text: str) -> Task | None:
    """Work that is told to be somebody's: in a bracket, in the next sentence, by "Giao"."""
    # A bracket behind a list of clauses is that of the last, not of who does the first.
    several = ";" in text and subject_of(text.partition(";")[0])
    if named := (None if several else in_bracket(text)) or said_next(text):
        return new(walk, *named, ASSIGNED, until=text)
    assigned = assigned_in(text)
    # "Phân công trọng tài …" below somebody's name: he chooses, and it stays his work.
    chooses = walk.actor and (is_of_their_number(text) or not is_own(assigned or ""))
    if assigned and not chooses:
        return new(walk, first_sentence(text), assigned, ASSIGNED)
    return None


def _says_who_else(walk: Walk, paragraph: Paragraph, subject: str | None) -> bool:
    """Tell whether a sentence names another than the one whom its section addresses."""
    if not subject or subject.lower().startswith("mỗi"):
        return False
    if is_own(subject):
        return True
    # What a sentence of prose begins with in a small letter goes on from the heading.
    begun = walk.listed or (walk.organises and paragraph.text[:1].isupper())
    return begun and not paragraph.marker


def _named_before(walk: Walk, text: str) -> tuple[str, str] | None:
    """Split "who: what"; elsewhere than where work is handed out, one of their own acts."""
    if walk.organises:
        return before_colon(text)
    named = does_before_colon(text)
    return named if named and is_own(named[0]) else None


def _named_behind(text: str) -> str | None:
    after_colon = not is_time(text.partition(":")[0]) and named_after_colon(text)
    return assigned_within(text) or after_colon or named_after_dash(text)


def _dated(walk: Walk, paragraph: Paragraph) -> Task | None:
    """Read an item of a list that says when something takes place, and no more."""
    text = paragraph.text
    if not paragraph.marker or walk.reports or label_of(text.partition(":")[0]):
        return None
    told = takes_place_in(text, walk.period)
    return new(walk, text, subject_of(text), NOBODY_NAMED) if told else None


def _of_section(walk: Walk, text: str, actor: str) -> Task | None:
    if REPORT.match(text) and deadline_in(text, walk.period):
        return None
    # "Quản trị trang tin" is what they do; on its own it might be what somebody is called.
    named = is_name(unpunctuated(text)) and not says_what_to_do(text)
    if len(text.split()) < 3 or named:
        return None
    if _STATES_TIME.match(text):
        # The section says who sends something, this line only until when.
        return _on_its_own(walk, text)
    return new(walk, text, actor, OF_SECTION)


def _on_its_own(walk: Walk, text: str) -> Task | None:
    """Read a sentence that says itself who acts or until when."""
    if walk.reports and SAYS_REPORT.search(text):
        return None
    sentence = first_sentence(text)
    actor = subject_of(sentence) or _person_after_label(sentence)
    deadline = deadline_in(text, walk.period)
    said = sentence[len(leading_actor(sentence) or actor or "") :].strip(" ,")
    if actor and _REPORTS_ITSELF.match(said):
        return None
    if (deadline or _ENDS.search(text)) and not REPORT.match(_after_label(text)):
        if actor:
            return new(walk, text, actor, FROM_WORDING)
        if deadline and _ACTION.search(text):
            return new(walk, text, None, NOBODY_NAMED)
    if actor and actor.endswith("được phân công"):
        # "Các đồng chí được phân công thực hiện nghiêm túc" gives nobody anything new.
        return None
    if actor and (walk.organises or DUTY.search(sentence) or is_own(actor)):
        return new(walk, text, actor, FROM_WORDING)
    return None


def _person_after_label(sentence: str) -> str | None:
    """Who acts in "Dạy minh hoạ: cô Hạnh chuẩn bị …"."""
    after = _after_label(sentence)
    actor = None if after == sentence else subject_of(after)
    return actor if actor and is_own(actor) else None


def _after_label(text: str) -> str:
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and len(head.split()) <= 8 and rest.strip() else text


def new(
    walk: Walk, text: str, responsible: str | None, sure: float, *, until: str = ""
) -> Task:
    """A task in the time that the plan is about."""
    return new_task(text, responsible, sure, walk.period, until=until)
