"""Bold and italic words: from Word, to Word, as JSON, and what is said of those that are lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings, strategies as st

from wagtail_kehoach.decree30.interchange import from_json, to_json
from wagtail_kehoach.decree30.parts import Document, Heading, Paragraph
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.stretches import Stretch, cut, joined
from wagtail_kehoach.decree30.writer import write

from .build import close, word_plan

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

WORDS = st.sampled_from(["Nộp", "bài", "trước", "ngày", "hội", "sách,", "đọc", "và"])
MARKED = st.lists(
    st.tuples(WORDS, st.sampled_from(["", "b", "i", "bi"])), min_size=1, max_size=8
)


def said_of(paragraph: Paragraph) -> list[tuple[str, str]]:
    return cut(paragraph.text, paragraph.stretches)


def add(paragraph: WordParagraph, *parts: tuple[str, str]) -> None:
    for text, marks in parts:
        run = paragraph.add_run(text)
        run.bold, run.italic = "b" in marks or None, "i" in marks or None


@pytest.mark.parametrize(
    ("opening", "text"),
    [("", "Nộp"), ("- ", "Nộp"), ("1. ", "Nộp"), ("a) ", "Nộp")],
)
def test_marked_words_of_a_word_file_are_kept(opening, text):
    document = word_plan("I. NỘI DUNG")
    parts = [
        (f"{opening}{text} bài ", ""),
        ("trước ", "b"),
        ("15/9", "bi"),
        ("./.", ""),
    ]
    add(document.add_paragraph(), *parts)

    [paragraph] = read("a.docx", close(document)).document.body[1:]

    assert said_of(paragraph) == [
        ("Nộp bài ", ""), ("trước ", "b"), ("15/9", "bi"), ("./.", ""),
    ]  # fmt: skip


def test_marks_of_styles_are_kept_and_a_run_may_take_them_back():
    document = word_plan("I. NỘI DUNG")
    strong = document.styles.add_style("Mạnh", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    slanted = document.styles.add_style("Nghiêng", WD_STYLE_TYPE.PARAGRAPH)
    slanted.font.italic = True
    paragraph = document.add_paragraph(style=slanted)
    paragraph.add_run("Nộp bài ")
    paragraph.add_run("trước ", strong)
    paragraph.add_run("15/9.").italic = False

    [found] = read("a.docx", close(document)).document.body[1:]

    assert said_of(found) == [("Nộp bài ", "i"), ("trước", "bi"), (" 15/9.", "")]


def test_behind_a_heading_only_the_text_is_marked():
    document = word_plan("I. NỘI DUNG")
    parts = [("1. Tổ Ngữ văn: ", "b"), ("Nộp bài ", ""), ("đúng hạn", "i"), (".", "")]
    add(document.add_paragraph(), *parts)

    reading = read("a.docx", close(document))
    heading, text = reading.document.body[1:]

    assert heading == Heading("1", "Tổ Ngữ văn", 2, ":")
    assert said_of(text) == [("Nộp bài ", ""), ("đúng hạn", "i"), (".", "")]
    assert "marks-lost" not in {warning.code for warning in reading.warnings}


@given(parts=st.lists(MARKED, min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_as_it_was(parts):
    body = [Heading("I", "NỘI DUNG", 1)]
    for words in parts:
        text, stretches = joined(
            [
                ("Các lớp", ""),
                *((f" {word}", marks) for word, marks in words),
                (".", ""),
            ]
        )
        body.append(Paragraph(text, "-", 1, stretches))
    body.append(Paragraph("Các đơn vị thực hiện kế hoạch này./."))
    plan = Document(kind="kế hoạch", title="Truyền thông năm 2026", body=body)

    assert read("a.docx", write(plan)).document.body == body


def test_json_keeps_them_and_says_nothing_where_there_are_none():
    reading = read("a.docx", close(word_plan("I. NỘI DUNG", "- Đưa tin.")))
    plain = to_json(reading)["body"][1]
    reading.document.body[1].stretches = (Stretch(0, 3, "b"),)

    said = json.loads(json.dumps(to_json(reading)))

    assert "stretches" not in plain
    assert said["body"][1]["stretches"] == [{"start": 0, "end": 3, "mark": "b"}]
    assert from_json(said).document == reading.document


def lost_in(document) -> list[str | None]:
    reading = read("a.docx", close(document))
    return [w.original for w in reading.warnings if w.code == "marks-lost"]


def test_marked_words_without_a_place_are_counted_once():
    document = word_plan()
    add(document.add_paragraph(), ("Căn cứ Luật Giáo dục ", ""), ("năm 2019;", "i"))
    add(document.add_paragraph(), ("I. ", ""), ("NỘI DUNG ", ""), ("CHÍNH", "i"))
    document.add_paragraph("- Đưa tin.")
    table = document.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Nội dung", "Chủ trì"), strict=True):
        add(cell.paragraphs[0], (text, "b"))
    add(table.cell(1, 0).paragraphs[0], ("Viết tin ", ""), ("nhanh", "b"))
    table.cell(1, 1).text = "Tổ Văn"

    assert lost_in(document) == ["3 chỗ"]


def test_nothing_is_said_of_what_is_marked_as_a_whole():
    document = word_plan()
    add(document.add_paragraph(), ("Căn cứ Luật Giáo dục;", "i"))
    add(document.add_paragraph(), ("I. ", "b"), ("NỘI DUNG", "b"))
    add(document.add_paragraph(), ("- Đưa ", ""), ("tin", "b"), (".", ""))

    assert lost_in(document) == []
