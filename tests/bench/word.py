"""``python -m tests.bench.word``: reading and writing a plan beside python-docx alone."""

from __future__ import annotations

import datetime as dt
import io
import time
from statistics import median

import docx

from wagtail_kehoach.decree30.parts import (
    Basis,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    Signatory,
    Table,
)
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.writer import write

ROUNDS = 15
#: Ours may take so many times what python-docx takes for the same.
LIMIT = 3
SENTENCE = (
    "Tăng cường truyền thông về đổi mới dạy và học, gương người tốt, việc tốt, "
    "kết quả nổi bật của nhà trường đến phụ huynh, học sinh và Nhân dân. "
)


def ten_pages() -> Document:
    """A plan of about ten pages: five parts of text, a table of thirty tasks."""
    body = []
    for number, label in enumerate(("I", "II", "III", "IV", "V"), start=1):
        body.append(Heading(label, f"PHẦN THỨ {number}", 1))
        for step in range(1, 7):
            body.append(Heading(str(step), f"Nội dung {step}", 2))
            body.extend(Paragraph(SENTENCE * 2, "-", 1) for _ in range(2))
    body.append(Heading("VI", "PHÂN CÔNG NHIỆM VỤ", 1))
    day = dt.date(2026, 9, 1)
    rows = [
        [
            str(number),
            f"{SENTENCE}(đợt {number})",
            "Tổ Văn phòng",
            f"Trước {day + dt.timedelta(days=7 * number):%d/%m/%Y}",
        ]
        for number in range(1, 31)
    ]
    head = ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]
    body.append(Table([head, *rows], header_rows=1))
    return Document(
        kind="kế hoạch",
        issuer_parent="UBND XÃ TÂN PHÚ TRUNG",
        issuer="TRƯỜNG THCS BÌNH MINH",
        symbol="KH-THCSBM",
        place="Tân Phú Trung",
        title="Truyền thông năm học 2026-2027",
        period=Period("nam_hoc", 2026, 2027, "năm học 2026-2027"),
        bases=[Basis("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019")],
        lead_in=["Trường THCS Bình Minh xây dựng kế hoạch như sau:"],
        body=body,
        recipients=[Recipient("UBND xã (để báo cáo)"), Recipient("Lưu: VT")],
        signatory=Signatory(position="HIỆU TRƯỞNG", name="Nguyễn Văn Thành"),
    )


def walk(data: bytes) -> list[str]:
    """Open a file and look at every paragraph, those of tables too."""
    opened = docx.Document(io.BytesIO(data))
    found = [paragraph.text for paragraph in opened.paragraphs]
    for table in opened.tables:
        for row in table.rows:
            found.extend(cell.text for cell in row.cells)
    return found


def plain(texts: list[str], rows: list[list[str]]) -> bytes:
    """The same words by python-docx alone, without any layout."""
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    table = made.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def took(call, *args) -> float:
    """Processor milliseconds of ``call``, the median of the rounds."""
    call(*args)
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call(*args)
        times.append((time.process_time() - start) * 1000)
    return median(times)


def main() -> None:
    plan = ten_pages()
    data = write(plan)
    opened = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    rows = [[cell.text for cell in row.cells] for t in opened.tables for row in t.rows]
    pairs = [
        ("read", took(read, "ke-hoach.docx", data), took(walk, data)),
        ("written", took(write, plan), took(plain, texts, rows)),
    ]
    print("| a plan of ten pages | ms | python-docx alone, ms | × | wanted | |")
    print("|---|---|---|---|---|---|")
    for name, ours, theirs in pairs:
        ratio = ours / theirs
        said = "met" if ratio <= LIMIT else "**not met**"
        print(
            f"| {name} | {ours:.1f} | {theirs:.1f} | {ratio:.2f} | ≤ {LIMIT} | {said} |"
        )


if __name__ == "__main__":
    main()
