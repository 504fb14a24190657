"""What a Word file marks as none of its text: left out, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .build import close, word_plan

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from wagtail_kehoach.decree30.readings import Reading

MARKS = ("struck-left-out", "hidden-left-out", "changes-tracked")


def reading_of(document: WordDocument) -> tuple[Reading, dict[str, str | None]]:
    """Return what is read, and what is said of text that is marked off."""
    reading = read("a.docx", close(document))
    said = {w.code: w.original for w in reading.warnings if w.code in MARKS}
    return reading, said


@pytest.mark.parametrize("mark", ["strike", "double_strike"])
def test_struck_out_text_is_left_out_and_counted(mark):
    document = word_plan("I. NỘI DUNG")
    paragraph = document.add_paragraph("Mỗi lớp nộp ")
    for part in ("ba", " bài, "):
        setattr(paragraph.add_run(part).font, mark, True)
    paragraph.add_run("hai bài, ")
    setattr(paragraph.add_run("rất").font, mark, True)
    setattr(paragraph.add_run("một ảnh.").font, mark, False)

    reading, said = reading_of(document)

    assert reading.document.body[1].text == "Mỗi lớp nộp hai bài, một ảnh."
    assert said == {"struck-left-out": "2 chỗ gạch ngang"}


def test_a_struck_out_cell_is_no_task():
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(2, 3)
    rows = [("Nội dung", "Chủ trì", "Thời gian"), ("", "Thư viện", "23/4/2026")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    run = table.cell(1, 0).paragraphs[0].add_run("Ngày hội đọc sách")
    run.font.strike = True

    reading, said = reading_of(document)

    assert reading.document.tasks == []
    assert said == {"struck-left-out": "1 chỗ gạch ngang"}


def test_a_struck_out_secrecy_mark_still_refuses_the_file():
    document = word_plan("I. NỘI DUNG")
    document.add_paragraph().add_run("TỐI MẬT").font.strike = True

    with pytest.raises(ReadingRefused) as refusal:
        read("a.docx", close(document))

    assert refusal.value.code == "secrecy-mark"


def test_hidden_text_is_left_out_and_counted():
    document = word_plan("I. NỘI DUNG")
    paragraph = document.add_paragraph("Đưa tin.")
    paragraph.add_run("lời nhắc riêng").font.hidden = True
    paragraph.add_run(" ").font.hidden = True

    reading, said = reading_of(document)

    assert "lời nhắc riêng" not in str(reading)
    assert said == {"hidden-left-out": "1 chỗ chữ ẩn"}


def test_tracked_changes_are_taken_as_accepted_and_counted():
    document = word_plan("I. NỘI DUNG")
    paragraph = document.add_paragraph("- Đưa tin ")
    for tag, text_tag, text in (("del", "delText", "cũ"), ("ins", "t", "mới")):
        xml = f"<w:{tag} {nsdecls('w')}><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>"
        paragraph._p.append(parse_xml(xml))

    reading, said = reading_of(document)

    assert reading.document.body[1].text == "Đưa tin mới"
    assert said == {"changes-tracked": "2 chỗ sửa"}


def test_a_struck_out_word_does_not_hide_a_bold_heading():
    document = word_plan("I. NỘI DUNG")
    paragraph = document.add_paragraph()
    paragraph.add_run("1. Hình thức ").bold = True
    paragraph.add_run("cũ ").font.strike = True
    paragraph.add_run("nêu gương.").bold = True
    paragraph.add_run(" Phát thanh, bảng tin và tập san.")

    body = reading_of(document)[0].document.body

    assert body[1].title == "Hình thức nêu gương"


@pytest.mark.parametrize("kind", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH])
@pytest.mark.parametrize(("mark", "code"), [("strike", MARKS[0]), ("hidden", MARKS[1])])
def test_a_style_marks_off_too_and_a_run_may_take_the_mark_back(kind, mark, code):
    document = word_plan("I. NỘI DUNG")
    base = document.styles.add_style("Đã bỏ", kind)
    setattr(base.font, mark, True)
    style = document.styles.add_style("Đã bỏ hẳn", kind)
    style.base_style = base
    inner = style if kind == WD_STYLE_TYPE.CHARACTER else None
    outer = None if inner else style
    paragraph = document.add_paragraph(style=outer)
    paragraph.add_run("Mỗi lớp nộp ba bài.", inner)
    setattr(paragraph.add_run("Mỗi lớp nộp hai bài.", inner).font, mark, False)

    reading, said = reading_of(document)

    assert reading.document.body[1].text == "Mỗi lớp nộp hai bài."
    assert list(said) == [code]


def test_a_secrecy_mark_struck_out_by_a_style_still_refuses_the_file():
    document = word_plan("I. NỘI DUNG")
    style = document.styles.add_style("Đã bỏ", WD_STYLE_TYPE.CHARACTER)
    style.font.strike = True
    document.add_paragraph().add_run("TỐI MẬT", style)

    with pytest.raises(ReadingRefused) as refusal:
        read("a.docx", close(document))

    assert refusal.value.code == "secrecy-mark"


def test_a_file_without_marks_says_nothing_of_them():
    assert reading_of(word_plan("I. NỘI DUNG"))[1] == {}
