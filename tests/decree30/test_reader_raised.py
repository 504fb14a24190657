"""Figures that Word sets above or below the line."""

from __future__ import annotations

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import close, word_plan


def said_of(*runs: tuple[str, str]) -> str:
    """Return what is read of a paragraph of these runs, each with its alignment."""
    document = word_plan("I. NỘI DUNG")
    paragraph = document.add_paragraph()
    for text, align in runs:
        font = paragraph.add_run(text).font
        if align:
            setattr(font, align, True)
    return read("a.docx", close(document)).document.body[1].text


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([("Sân rộng 200 m", ""), ("2", "superscript"), (".", "")], "Sân rộng 200 m²."),
        ([("Khí CO", ""), ("2", "subscript"), (" trong lớp.", "")], "Khí CO₂ trong lớp."),
        ([("Cỡ 10", ""), ("-", "superscript"), ("6", "superscript"), (" m.", "")], "Cỡ 10⁻⁶ m."),
        ([("Theo báo cáo", ""), ("(1) ", "superscript"), ("năm nay.", "")],
         "Theo báo cáo⁽¹⁾ năm nay."),
    ],
)  # fmt: skip
def test_figures_above_and_below_the_line_stay_there(runs, said):
    assert said_of(*runs) == said


def test_letters_that_unicode_cannot_raise_stay_as_they_are():
    assert said_of(("Lần thứ 2", ""), ("nd", "superscript")) == "Lần thứ 2nd"


def test_raised_minutes_stay_part_of_the_hour():
    runs = [("Họp lúc 7h", ""), ("30", "superscript"), (" thứ hai.", "")]
    assert said_of(*runs) == "Họp lúc 7h30 thứ hai."
