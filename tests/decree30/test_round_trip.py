"""Plans of every shape, written to Word and read again: nothing is lost or made up."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from hypothesis import given, settings, strategies as st

from wagtail_kehoach.decree30.layout import with_end_of_text
from wagtail_kehoach.decree30.parts import (
    Annex,
    Basis,
    Document,
    Heading,
    Paragraph,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.report_items import item, items
from wagtail_kehoach.decree30.stretches import BOLD, Stretch
from wagtail_kehoach.decree30.writer import write

THEMES = st.sampled_from(
    ["an toàn giao thông", "chuyển đổi số", "ngày hội đọc sách", "gương tốt", "dạy học"]
)
UNITS = st.sampled_from(["Tổ Văn phòng", "Tổ Ngữ văn", "Đoàn trường", "Y tế học đường"])
DAYS = st.dates(dt.date(2026, 9, 1), dt.date(2027, 5, 31))
BASES = [
    "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019",
    "Căn cứ Thông tư số 09/2024/TT-BGDĐT ngày 03 tháng 6 năm 2024 của Bộ Giáo dục và Đào tạo",
    "Căn cứ Kế hoạch số 77/KH-UBND ngày 20 tháng 8 năm 2026 của UBND xã Suối Trăng",
    "Căn cứ tình hình thực tế của nhà trường",
    "Căn cứ Luật số 73/2025/QH15; Công văn số 12/PGDĐT về công tác truyền thông",
]
LEADS = [
    "Nhà trường xây dựng kế hoạch như sau:",
    "Thực hiện chỉ đạo của ngành, nhà trường xây dựng kế hoạch như sau:",
]
#: Titles that would be sentences, or no titles at all, in the file of anybody else.
TITLES = [
    "MỤC ĐÍCH",
    "GIẢI PHÁP",
    "Vì sao phải truyền thông?",
    "Mục đích của việc đẩy mạnh công tác truyền thông về giáo dục và đào tạo trên địa bàn "
    "xã trong giai đoạn mới hiện nay",
    "Ai làm việc gì, khi nào",
]
SUPERIORS = ["UBND xã Suối Trăng", "Hiệu trưởng", "Phòng Văn hoá (qua Văn phòng)"]
DUTIES = [
    "Báo cáo sơ kết",
    "Báo cáo kết quả truyền thông tuyển sinh",
    "Báo cáo nhanh",
    "Gửi số liệu truyền thông (kèm ảnh)",
    "Tổng kết công tác truyền thông",
    "Tổng hợp số liệu truyền thông",
]
WORDINGS = st.sampled_from(
    ["cuối học kỳ I", "khi có yêu cầu", "15/12 hằng năm", "sau đợt 1, sau đợt 2"]
)
#: Words with stops and signs of their own, and sentences that hand out work in passing.
PASSAGES = [
    "Tuyên truyền Thông tư của Bộ GD&ĐT, văn bản của UBND TP. Cao Lãnh, Sở GD-ĐT v.v.",
    "Phối hợp với ThS. Lê Văn Tám, Q. Hiệu trưởng Trường TH. Suối Trăng 2.",
    "Nhà trường giao Tổ Văn phòng thực hiện việc gửi bài hằng tuần.",
    "Giao Đoàn trường phụ trách nội dung, Tổ Ngữ văn biên tập trước ngày 20/11/2026.",
    "Hiệu trưởng phụ trách chung; các tổ, bộ phận thực hiện theo bảng phân công.",
]
#: Times without a day, which the calendar knows and the paper does not say.
PARTS_OF_YEAR = st.sampled_from(
    ["Tháng 01/2027", "Tháng 9/2026", "Quý I/2027", "Quý IV/2026", "Thường xuyên"]
)
RECIPIENTS = ["UBND xã (để b/c)", "Phòng GD&ĐT Q.1", "Các tổ; bộ phận", "Lưu: VT"]
HEAD = ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"]
SIGNATORIES = [
    Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai"),
    Signatory("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Hà Văn Nam"),
    Signatory(None, "Q. HIỆU TRƯỞNG", "ThS. Lý An"),
    Signatory("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "H'Hen Niê"),
]


@st.composite
def chapters(draw, number: str) -> list:
    labelled = draw(st.booleans())
    title = draw(st.sampled_from(TITLES))
    blocks = [Heading(number if labelled else "", title, 1)]
    joint = draw(st.sampled_from(["", ":"]))
    for place in range(draw(st.integers(0, 3))):
        headed = draw(st.booleans())
        if headed:
            title = draw(THEMES).capitalize()
            blocks.append(Heading(str(place + 1), title, 2, joint))
            blocks += draw(narrower()) if not joint else []
        dash = draw(st.booleans()) and not (headed and joint)
        text = f"Đẩy mạnh {draw(THEMES)}, {draw(THEMES)}."
        blocks.append(Paragraph(text, "-" if dash else None, int(dash)))
        if draw(st.booleans()):
            bold = f"Cùng nhau làm tốt {draw(THEMES)}"
            whole = Stretch(0, len(bold), BOLD)
            blocks.append(Paragraph(bold, stretches=(whole,)))
    return blocks


@st.composite
def narrower(draw) -> list:
    """Headings of the third and fourth level, with a text below each or without."""
    letters = "abcdđ"[: draw(st.integers(0, 5))]
    blocks: list = []
    for letter in letters:
        blocks.append(Heading(letter, draw(THEMES).capitalize(), 3))
        if draw(st.booleans()):
            blocks.append(Heading("-", draw(THEMES).capitalize(), 4))
        if draw(st.booleans()):
            blocks.append(Paragraph(f"Đẩy mạnh {draw(THEMES)}."))
    return blocks


@st.composite
def duties(draw) -> list[ReportingDuty]:
    """Reports that are owed, whatever they are called."""
    due, to = st.none() | DAYS | WORDINGS, st.none() | st.sampled_from(SUPERIORS)
    texts = draw(st.lists(st.sampled_from(DUTIES), max_size=4))
    return [ReportingDuty(text, draw(due), draw(to)) for text in texts]


@st.composite
def plans(draw) -> Document:
    count = draw(st.integers(1, 4))
    numbers = ["I", "II", "III", "IV", "V"]
    body = [block for number in numbers[:count] for block in draw(chapters(number))]
    body.append(Heading(numbers[count], "PHÂN CÔNG", 1))
    said = draw(st.lists(st.tuples(THEMES, UNITS, DAYS), max_size=2))
    said = [f"{u} viết tin về {t} trước ngày {d:%d/%m/%Y}" for t, u, d in said]
    body += [Paragraph(f"{sentence}.") for sentence in said]
    times = DAYS.map(lambda day: f"{day:%d/%m/%Y}") | PARTS_OF_YEAR | st.just("")
    units = UNITS | st.just("")
    works = draw(st.lists(st.tuples(THEMES, units, times), max_size=5))
    body += [Paragraph(text) for text in draw(st.permutations(PASSAGES))[:2]]
    if works:
        rows = [
            [str(place), f"Viết tin về {theme}", unit, time]
            for place, (theme, unit, time) in enumerate(works, start=1)
        ]
        body.append(Table([HEAD, *rows], 1, other_tasks=said))
    owed = draw(duties())
    if owed:
        lines = [item(duty.text, duty.due, duty.to) for duty in owed]
        body += items(lines, below_heading=draw(st.booleans()))
    body.append(
        Paragraph(with_end_of_text("Đề nghị các đơn vị thực hiện kế hoạch này."))
    )
    names = ["Phụ lục I LỊCH TIN", "Phụ lục II NGƯỜI VIẾT"]
    annexes = draw(st.sampled_from([[], ["Phụ lục LỊCH TIN"], names]))
    return Document(
        kind="kế hoạch",
        issuer_parent="UBND XÃ SUỐI TRĂNG",
        issuer="TRƯỜNG THCS HOA BAN",
        number=draw(st.sampled_from([None, "07", "12", "105"])),
        symbol="KH-THCSHB",
        place="Suối Trăng",
        date=draw(st.none() | DAYS),
        title=f"Truyền thông về {draw(THEMES)} năm học 2026-2027",
        bases=[Basis(text) for text in draw(st.permutations(BASES))][
            : draw(st.integers(0, 4))
        ],
        lead_in=[draw(st.sampled_from(LEADS))],
        body=body,
        reporting=owed,
        recipients=[Recipient(line) for line in RECIPIENTS],
        signatory=draw(st.sampled_from(SIGNATORIES)),
        annexes=[Annex(name, [Paragraph(f"Nội dung của {name}.")]) for name in annexes],
        other_tasks=None if works else said,
    )


def work_of(task: Task) -> tuple:
    """What a task says without the sentence or row that it stands in."""
    theme = task.text.partition("viết tin về ")[2] or task.text[len("Viết tin về ") :]
    when = task.deadline or task.deadline_text
    return theme.partition(" trước ngày")[0], task.responsible, when


def works_in(body: list) -> Iterator[tuple]:
    """The same of each sentence and row that hands out work."""
    for block in body:
        if isinstance(block, Table):
            for _number, text, unit, day in block.rows[1:]:
                yield text[len("Viết tin về ") :], unit or None, date_of(day)
        elif isinstance(block, Paragraph) and " viết tin về " in block.text:
            unit, _verb, rest = block.text.partition(" viết tin về ")
            theme, _when, day = rest.partition(" trước ngày ")
            yield theme, unit, date_of(day.rstrip("."))


def date_of(printed: str) -> dt.date | str | None:
    """The day; words that name none are kept."""
    if not printed[:1].isdigit():
        return printed or None
    day, month, year = map(int, printed.split("/"))
    return dt.date(year, month, day)


@given(plan=plans())
@settings(max_examples=40, deadline=None)
def test_a_written_plan_is_read_as_it_was(plan):
    reading = read("a.docx", write(plan))

    again = reading.document
    names = {f.name for f in dataclasses.fields(plan)}
    for name in names - {"bases", "tasks", "period", "date_text"}:
        assert getattr(again, name) == getattr(plan, name), name
    assert [basis.text for basis in again.bases] == [basis.text for basis in plan.bases]
    assert [work_of(task) for task in again.tasks] == [*works_in(plan.body)]
    assert reading.not_understood == []


@given(plan=plans())
@settings(max_examples=20, deadline=None)
def test_a_plan_that_was_read_is_written_as_it_is(plan):
    once = write(read("a.docx", write(plan)).document)

    assert write(read("a.docx", once).document) == once


def test_what_others_added_to_a_file_of_ours_is_read():
    rows = [HEAD, ["1", "Viết tin về gương tốt", "Tổ Ngữ văn", "Tháng 01/2027"]]
    body = [
        Heading("I", "PHÂN CÔNG", 1),
        Paragraph("Giao Thư viện giới thiệu sách trước ngày 20/11/2026."),
        Table(rows, 1, other_tasks=[]),
    ]
    ours = write(Document("kế hoạch", title="Truyền thông năm 2026", body=body))

    assert who_acts(ours) == ["Tổ Ngữ văn"]
    assert who_acts(saved_by_word(ours)) == ["Thư viện", "Tổ Ngữ văn"]


def who_acts(data: bytes) -> list[str | None]:
    return [task.responsible for task in read("a.docx", data).document.tasks]


def saved_by_word(data: bytes) -> bytes:
    """The same file with the part in which an office program writes its name."""
    saved = io.BytesIO(data)
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr("docProps/app.xml", "<Properties/>")
    return saved.getvalue()
