"""Our Word files drawn without LibreOffice, measured on the pages that come out."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import ImageFile
from pypdf import PdfReader

from wagtail_kehoach.decree30 import paper
from wagtail_kehoach.decree30.parts import Annex, Paragraph, Recipient, Signatory, Table
from wagtail_kehoach.decree30.word.placeholders import ONE_OF_EACH
from wagtail_kehoach.decree30.writer import write

MILLIMETRE = 72 / 25.4
LONG = [
    Paragraph(f"Đoạn thứ {number}. " + "Nhà trường giữ lời. " * 30)
    for number in range(12)
]
WIDE = Table([[f"Cột {n}" for n in range(8)], ["x"] * 8], header_rows=1)


@pytest.fixture(scope="module", autouse=True)
def _printer():
    try:
        paper.to_pdf(write(ONE_OF_EACH))
    except paper.PrinterMissing:
        pytest.skip("Pango, which WeasyPrint draws with, is missing")


def pages_of(document, *, draft=False):
    return PdfReader(io.BytesIO(paper.to_pdf(write(document, draft=draft)))).pages


def lines_of(page):
    return [line.strip() for line in page.extract_text().splitlines() if line.strip()]


def numbers_on(page):
    return [line for line in lines_of(page) if line.isdecimal()]


@pytest.fixture(scope="module")
def pages():
    annexes = [Annex("Phụ lục. Bảng phân công", [WIDE])]
    document = dataclasses.replace(
        ONE_OF_EACH,
        issuer="Trường THCS Hoa Ban",
        body=LONG,
        annexes=annexes,
        recipients=[Recipient("Lưu: VT")],
        signatory=Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai"),
    )
    return pages_of(document)


def test_every_part_of_the_document_is_there(pages):
    text = "\n".join(page.extract_text() for page in pages)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "TRƯỜNG THCS HOA BAN" in text
    assert "Đoạn thứ 11." in text
    assert "./." in text
    assert "Nơi nhận:" in text
    assert "Lò Thị Mai" in text


def test_pages_are_numbered_from_the_second_on(pages):
    assert lines_of(pages[0])[0] != "1"
    assert "2" in lines_of(pages[1])


def test_paper_and_left_margin_are_those_of_the_decree(pages):
    starts = []
    pages[1].extract_text(
        visitor_text=lambda text, cm, tm, *_: starts.append(
            (cm[0] * tm[4] + cm[4], text)
        )
    )
    left = min(start for start, text in starts if text.strip())

    assert float(pages[0].mediabox.width) == pytest.approx(210 * MILLIMETRE, abs=1)
    assert float(pages[0].mediabox.height) == pytest.approx(297 * MILLIMETRE, abs=1)
    assert left == pytest.approx(30 * MILLIMETRE, abs=1)


def test_a_wide_annex_lies_across_and_starts_a_page(pages):
    last = pages[-1]

    assert float(last.mediabox.width) > float(last.mediabox.height)
    assert "Cột 7" in last.extract_text()
    assert "Cột 7" not in pages[-2].extract_text()


def test_every_annex_is_numbered_by_itself_from_its_second_page_on():
    long = Table(
        [WIDE.rows[0], *([[f"dòng {n}"] * 8 for n in range(40)])], header_rows=1
    )
    annexes = [Annex(f"Phụ lục {label}. Bảng", [long]) for label in ("I", "II")]

    printed = pages_of(dataclasses.replace(ONE_OF_EACH, body=LONG, annexes=annexes))

    starts = [n for n, page in enumerate(printed) if "(Kèm theo" in page.extract_text()]
    assert len(starts) == 2
    for start in starts:
        assert numbers_on(printed[start]) == []
        assert numbers_on(printed[start + 1]) == ["2"]


def test_every_page_of_a_draft_says_so():
    drafts = pages_of(dataclasses.replace(ONE_OF_EACH, body=LONG), draft=True)

    assert len(drafts) > 1
    assert all("BẢN DỰ THẢO" in page.extract_text() for page in drafts)


def test_what_looks_like_markup_stays_text():
    body = [Paragraph('Giữ <b>nguyên</b> & <img src="http://127.0.0.1:9/a.png">.')]

    [page, *_] = pages_of(dataclasses.replace(ONE_OF_EACH, body=body))

    assert "<b>nguyên</b>" in page.extract_text()


def test_the_portal_still_refuses_pictures_that_break_off():
    paper.to_pdf(write(ONE_OF_EACH))

    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def test_without_the_library_it_says_so(without_weasyprint):
    with pytest.raises(paper.PrinterMissing):
        paper.to_pdf(b"")


def test_what_is_no_word_file_is_not_drawn():
    with pytest.raises(paper.PrinterFailed):
        paper.to_pdf(b"PK")


def test_drawing_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(paper, "SECONDS", 0.05)

    with pytest.raises(paper.PrinterFailed):
        paper.to_pdf(write(ONE_OF_EACH))


def test_a_title_over_two_columns_of_a_head_is_printed_once():
    rows = [
        ["Việc", "Đơn vị", "", "Hạn"],
        ["Việc", "Chủ trì", "Phối hợp", "Hạn"],
        ["Hội thi", "Tổ Văn", "Đội", "Tháng 3"],
    ]
    body = [Table(rows, header_rows=2)]
    [page] = pages_of(dataclasses.replace(ONE_OF_EACH, body=body, annexes=[], tasks=[]))

    words = " ".join(lines_of(page)).split()
    assert [words.count(word) for word in ("Việc", "Hạn", "Hội")] == [1, 1, 1]
    assert page.extract_text().count("Đơn vị") == 1


@pytest.mark.parametrize("lines", range(16, 32, 4))
def test_the_signature_stands_below_the_last_row_of_a_table(lines):
    rows = [[str(number), "Việc " * 60] for number in range(12)]
    document = dataclasses.replace(
        ONE_OF_EACH,
        body=[Paragraph(f"Dòng {n}") for n in range(lines)] + [Table(rows)],
        signatory=Signatory(None, "HIỆU TRƯỞNG", "Lò Thị Mai"),
        annexes=[],
    )

    texts = [page.extract_text() for page in pages_of(document)]

    [signed] = [text for text in texts if "Lò Thị Mai" in text]
    assert "Việc Việc" in signed
