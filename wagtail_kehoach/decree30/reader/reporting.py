"""Reports that are owed: which, when, and to whom."""

from __future__ import annotations

import re
from typing import TypeGuard

from ..parts import Block, Heading, Paragraph, Period, ReportingDuty, Table
from ..report_items import details_in
from .cell_times import moments_in_cell
from .columns import columns_of
from .dates import (
    AND_DAY,
    DATE,
    Deadline,
    deadlines_in,
    first_date,
    has_figure,
)
from .moments import moments_in
from .passing_on import NEXT_OWES, passed_on
from .report_lists import reports_listed
from .timed_work import Timed, timed_work, until
from .wording import fold, sentences, tidy, unpunctuated

_REPORT = "báo cáo"
_BEGINS = re.compile(
    r"^(?:(?:gửi|nộp|thực hiện|thời gian|chế độ|thời điểm|lập)\s+(?=báo "
    r"cáo))?(?P<text>báo cáo\b.*)$",
    re.IGNORECASE,
)
_SAYS_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
_PERFORMS = re.compile(r"^(?:thực hiện|gửi|nộp|lập)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:gửi|nộp|và|tổng hợp,?|thực hiện)?\s*(?P<text>báo cáo\s+(?:kết quả|tình "
    r"hình|sơ kết|tổng kết|về|năm|quý|tháng|học kỳ|\d{1,2}\s+tháng)\b[^.;]*)",
    re.IGNORECASE,
)
_UPWARDS = re.compile(
    r"\bbáo cáo\s+(?:(?:kết quả|tiến độ|tình hình)\s+)?(?:về |lên |với |cho |gửi )?"
    r"(?:Sở|UBND|[ỦU][ỷy] ban|Phòng|(?:Phó )?Hiệu trưởng|(?:Phó )?Giám đốc|Ban|BGH"
    r"|Bộ|[Ll]ãnh đạo|Chủ tịch|cấp trên"
    r"|Liên đoàn|Công đoàn|Đoàn|Hội|Đảng|Trung tâm|Trạm|Tỉnh đoàn|Thành đoàn|Huyện đoàn"
    r"|Xã đoàn|Phường đoàn|Tỉnh ủy|Thành ủy|Chi [uủ][ỷy]|Chi bộ|Cụm|Hội đồng|Tổng phụ trách)"
    r"\b[^.;]*"
    # What is reported may stand between: "báo cáo số lượng đăng ký về Tổ Giáo vụ".
    r"|\bbáo cáo\s+[^.;:,]{3,50}\s(?:về|lên|cho)\s+(?:Tổ|Văn phòng|Ban|Phòng|Sở|UBND|Hiệu trưởng"
    r"|Hội đồng)\s[^.;]*",
)
_TITLE = re.compile(r"bao cao")
_RECEIVER = re.compile(r"^(?:Nơi\s+)?[Nn]hận báo cáo\s*:\s*(.+)$")
_SENT_TO = re.compile(
    r"\b(?:gửi|nộp|báo cáo)\s+(?:báo cáo\s+)?"
    r"(?:(?:năm|quý|tháng|kết quả|tiến độ|tình hình|sơ kết|tổng kết)\b[^.,;:()]{0,40}?"
    r"(?=\s(?:về|lên|cho|với)\s[A-ZĐỦ])\s)?(?:(?:về|cho|lên|với)\s+)?"
    r"((?:Phòng|Sở|UBND|[ỦU][ỷy] ban|Ban|Trường|(?:Phó )?Hiệu trưởng|(?:Phó )?Giám đốc|BGH|Tổ"
    r"|Văn phòng|Trung tâm|Đảng [uủ][ỷy]|Chi [uủ][ỷy]|Chi bộ"
    r"|Trạm|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Xã đoàn|Công đoàn|Liên đoàn|Hội đồng|Liên đội"
    r"|Đoàn trường)[^.,;:()]*?)"
    r"(?=\s+(?:trước|chậm nhất|vào|để|đúng|theo|qua|muộn|hàng|hằng|khi|định kỳ"
    r"|(?:trong|sau|cuối|đầu)\s(?:ngày|tuần|tháng|quý|mỗi|học kỳ|năm|thời|\d)"
    r"|(?:kết quả|tình hình|tiến độ|số liệu)\b)|\s*[.,;:(]|$)"
)
_WHEN = re.compile(r"^(?:Thời điểm|Thời gian|Thời hạn)\s*:\s*(.+)$", re.IGNORECASE)
_NEXT_REPORT = re.compile(
    r"(?:[,;]|\bvà\b)\s*(?=báo cáo\b[^,;]*\b(?:trước|chậm nhất|yêu cầu)\b)",
    re.IGNORECASE,
)
_ON_DAY = re.compile(rf"\bvào\s+(?=ngày\s)(?P<date>{DATE})", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ON_REQUEST = re.compile(
    r"(?<=hoặc )(?:báo cáo )?đột xuất\s+(?:khi|theo)\s+(?:có\s+)?yêu cầu", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:h[àằ]ng|mỗi)\s+năm\b", re.IGNORECASE)
#: "Cuối mỗi học kỳ, các tổ báo cáo kết quả về …"
_RHYTHM_FIRST = re.compile(
    r"(?:định kỳ|h[àằ]ng|mỗi|cuối|kết thúc|sau)\b[^,;:.]{2,40},", re.IGNORECASE
)
_TIMES = re.compile(r"\b\d{1,2}\s+lần\b")
#: "Các tổ không phải báo cáo": nobody owes what follows.
_DENIED = re.compile(
    r"\b(?:không|chưa|khỏi|miễn)(?:\s+(?:phải|cần|cần phải|yêu cầu|bắt buộc))?"
    r"(?:\s+(?:gửi|nộp|lập|thực hiện|làm|viết|có))?\s*$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:;|,|\bvà\b)\s*")
_ENDS = re.compile(r"\s+(?:bao\s+)?gồm\s*:?\s*$")
_LONGEST = 250
_GOAL = re.compile(r"muc dich|yeu cau|nguyen tac")


def reports_in(blocks: list[Block], period: Period | None) -> list[ReportingDuty]:
    """Return the reports that a body asks for, in the order of the text."""
    duties: list[ReportingDuty] = []
    section: list[ReportingDuty] = []
    title = ""
    listed = reports_listed(blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            section, title = [], fold(block.title)
        elif isinstance(block, Paragraph) and place in listed:
            duties += _listed(block, period)
        elif isinstance(block, Paragraph) and not _GOAL.search(title):
            found = _duties(
                blocks, place, block, period, about=bool(_TITLE.search(title))
            )
            section += found
            duties += found
            _name_receiver(block.text, section)
        elif _is_table_of_work(block) and not _GOAL.search(title):
            duties += _in_cells(block, period)
    return duties


def _is_table_of_work(block: Block) -> TypeGuard[Table]:
    """Tell whether a table may ask for reports; of our own files only the text does."""
    return isinstance(block, Table) and block.other_tasks is None


def _listed(paragraph: Paragraph, period: Period | None) -> list[ReportingDuty]:
    """The report of an item in a list of reports, which may say neither when nor to whom."""
    if duty := details_in(paragraph.text):
        told = told_whole(duty.text, period)
        duty.due = duty.due or (told.due if told else None)
        duty.to = duty.to or (told.to if told else None)
        return [duty]
    text = unpunctuated(paragraph.text)
    found = _duties([paragraph], 0, paragraph, period, about=False)
    return found or ([ReportingDuty(text)] if text else [])


def is_denied(before: str) -> bool:
    """Tell whether the words before a report say that nobody owes it."""
    return bool(_DENIED.search(before))


def _denies(text: str) -> bool:
    """Tell whether nobody owes any of the reports of a text."""
    said = [text[: match.start()] for match in _SAYS_REPORT.finditer(text)]
    return bool(said) and all(map(is_denied, said))


def told_whole(text: str, period: Period | None) -> ReportingDuty | None:
    """The report that all of ``text`` asks for; ``None`` where that are parts of it."""
    found = reports_in([Paragraph(text)], period)
    return found[0] if len(found) == 1 and found[0].text == text else None


def _in_cells(table: Table, period: Period | None) -> list[ReportingDuty]:
    """Return the reports of a table of work: each in one cell, with its time and receiver."""
    work = table.rows[table.header_rows :]
    time = columns_of(table.rows[: table.header_rows], work).get(
        "time", len(table.rows[0])
    )
    found: list[ReportingDuty] = []
    for row in work:
        when = moments_in_cell(row[time], period) if time < len(row) else None
        for text in filter(None, (_report_text(cell, about=False) for cell in row)):
            duties = _duties_in(text, period) or _due_beside(text, when)
            found += [duty for duty in duties if duty.to]
    return found


def _due_beside(text: str, when: Deadline | None) -> list[ReportingDuty]:
    """The report of a cell whose time stands in the column for it."""
    sent = _SENT_TO.search(text)
    if not when or not sent or not _BEGINS.match(text):
        return []
    return [ReportingDuty(unpunctuated(text), when.date or when.text, tidy(sent[1]))]


def _name_receiver(text: str, section: list[ReportingDuty]) -> None:
    if match := _RECEIVER.match(text):
        for duty in section:
            duty.to = duty.to or unpunctuated(match[1])


def _duties(
    blocks: list[Block],
    place: int,
    paragraph: Paragraph,
    period: Period | None,
    *,
    about: bool,
) -> list[ReportingDuty]:
    if _denies(paragraph.text):
        return []
    if parts := passed_on(paragraph.text, period):
        return _duties_in(parts.school, period)
    timed = timed_work(paragraph.text, period)
    if any(_BEGINS.match(each.work) for each in timed):
        return [duty for each in timed for duty in _duties_at(each, period)]
    text = _report_text(paragraph.text, about=about)
    if not text or _RECEIVER.match(paragraph.text):
        return []
    if text.endswith(":") and (dues := _dues_below(blocks, place)):
        return [ReportingDuty(unpunctuated(text), due) for due in dues]
    return [duty for r in _reports(text, period) for duty in _duties_in(r, period)]


def _duties_at(timed: Timed, period: Period | None) -> list[ReportingDuty]:
    """Return the report whose time stands before it: "Tháng 12/2025: báo cáo sơ kết"."""
    if not _BEGINS.match(timed.work):
        return []
    moment = until(timed.when, period)
    due = (moment.date or moment.text) if moment else timed.when
    return _duties_in(timed.work, period) or [ReportingDuty(timed.work, due)]


def _reports(text: str, period: Period | None) -> list[str]:
    """Return a text for each report that has its own time; one without shares the next."""
    if own := NEXT_OWES.search(text):
        both = [text[: own.start()], text[own.end() :]]
        if all(moments_in(part, period) for part in both):
            return [report for part in both for report in _reports(part, period)]
    reports, begin = [], 0
    for comma in _NEXT_REPORT.finditer(text):
        before = text[begin : comma.start()]
        if deadlines_in(before, period) or (
            comma[0][0] == ";" and moments_in(before, period)
        ):
            reports.append(text[begin : comma.start()])
            begin = comma.end()
    return [*reports, text[begin:]]


def _duties_in(text: str, period: Period | None) -> list[ReportingDuty]:
    """Return a duty for each time by which a report is owed."""
    sent = _SENT_TO.search(text)
    receiver = tidy(sent[1]) if sent else None
    wording = _ENDS.sub("", unpunctuated(text))
    # What a bracket adds to a rhythm ("(từ tháng 5)") is not the rhythm.
    plain = _BRACKETS.sub("", text)
    moments = deadlines_in(text, period) or _events_in(text, period)
    moments = moments or moments_in(plain, period) or moments_in(text, period)
    if moments and (asked := _ON_REQUEST.search(text)):
        moments = [*moments, *moments_in(asked[0], period)]
    if not moments and (moment := _times_in(text)):
        moments = [moment]
    return [
        ReportingDuty(wording, m.date or _as_told(m, text), receiver) for m in moments
    ]


def _as_told(moment: Deadline, text: str) -> str:
    """Return the wording of a day without a year; "báo cáo hằng năm" may say that before."""
    yearly = _YEARLY.search(text)
    if not yearly or not has_figure(moment.text) or _YEARLY.search(moment.text):
        return moment.text
    return f"{moment.text} {yearly[0].lower()}"


def _events_in(text: str, period: Period | None) -> list[Deadline]:
    """The days on which a report is given: "vào ngày 05/01 và ngày 25/5"."""
    found = []
    match = _ON_DAY.search(text)
    while match and (day := first_date(match["date"], period)):
        found.append(Deadline(tidy(match["date"]), match.end(), day))
        match = AND_DAY.match(text, match.end())
    return found


def _times_in(text: str) -> Deadline | None:
    match = _TIMES.search(text)
    return Deadline(tidy(match[0]), match.end()) if match else None


def _report_text(text: str, *, about: bool) -> str | None:
    """Return the part of a paragraph that asks for a report."""
    if _REPORT not in text.lower():
        return None
    head, colon, rest = text.partition(":")
    if colon and len(head.split()) <= 8 and _BEGINS.match(rest.strip()):
        text = rest.strip()
    if match := _BEGINS.match(text):
        return text if _PERFORMS.match(text) else match["text"]
    match = _WITHIN.search(text)
    if not match and about and _SAYS_REPORT.search(text):
        return text if len(text) < _LONGEST else None
    if not match:
        said = [part for part in sentences(text) if _UPWARDS.search(part)]
        told = said[0] if len(said) == 1 else text
        return told if len(told) < _LONGEST and _UPWARDS.search(text) else None
    if about and len(text) < _LONGEST:
        return text
    return _with_time_before(text, match) or unpunctuated(match["text"])


def _with_time_before(text: str, match: re.Match[str]) -> str | None:
    """The sentence of a report whose time stands before it: "Trước ngày …, các tổ báo cáo …"."""
    said = next((part for part in sentences(text) if match["text"] in part), "")
    before = said.partition(match["text"])[0]
    if not before or len(said) >= _LONGEST or moments_in(match["text"], None):
        return None
    rhythm = _RHYTHM_FIRST.match(before)
    timed = deadlines_in(before, None) or (rhythm and moments_in(rhythm[0], None))
    return said if timed else None


def _dues_below(blocks: list[Block], place: int) -> list[str]:
    """Return the times that the items below a report list."""
    for block in blocks[place + 1 : place + 4]:
        if not isinstance(block, Paragraph):
            break
        if match := _WHEN.match(block.text):
            parts = _LIST.split(unpunctuated(match[1]))
            return [part[:1].lower() + part[1:] for part in parts if part]
    return []
