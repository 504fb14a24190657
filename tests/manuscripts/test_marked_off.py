"""What a teacher struck out, hid or deleted never enters a story, and is counted."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.manuscripts.build import FIRST, SECOND, Story, picture
from wagtail_kehoach.manuscripts.parts import Items, Text
from wagtail_kehoach.manuscripts.reader import read

KEPT = "Cô dạy chữ cho cả bản."
GONE = " Cô từng bị phê bình."
MARKS = ("strike", "double_strike", "hidden")


def opened() -> Story:
    made = Story()
    made.title()
    made.says(FIRST)
    return made


def said_by(made: Story):
    return read("bai.docx", made.file())


def last_of(manuscript) -> str:
    return [block.line.text for block in manuscript.blocks if isinstance(block, Text)][
        -1
    ]


def counted(manuscript) -> tuple[int, int]:
    return manuscript.struck, manuscript.hidden


@pytest.mark.parametrize("mark", MARKS)
def test_marked_words_are_left_out_and_counted_once(mark):
    made = opened()
    paragraph = made.says(KEPT)
    for part in (GONE[:8], GONE[8:]):
        setattr(paragraph.add_run(part).font, mark, True)

    said = said_by(made)

    assert last_of(said) == KEPT
    assert counted(said) == ((0, 1) if mark == "hidden" else (1, 0))


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("kind", ["CHARACTER", "PARAGRAPH"])
def test_a_style_marks_as_its_letters_do(mark, kind):
    made = opened()
    base = made.word.styles.add_style("Bỏ", getattr(WD_STYLE_TYPE, kind))
    setattr(base.font, mark, True)
    style = made.word.styles.add_style("Bỏ hẳn", getattr(WD_STYLE_TYPE, kind))
    style.base_style = base
    paragraph = made.says(KEPT)
    if kind == "CHARACTER":
        paragraph.add_run(GONE, style=style)
    else:
        made.says(GONE, style=style)

    said = said_by(made)

    assert last_of(said) == KEPT
    assert sum(counted(said)) == 1


def test_letters_may_say_that_their_style_does_not_hold():
    made = opened()
    style = made.word.styles.add_style("Bỏ", WD_STYLE_TYPE.PARAGRAPH)
    style.font.strike = True
    made.says("", style=style).add_run(KEPT).font.strike = False

    said = said_by(made)

    assert last_of(said) == KEPT
    assert counted(said) == (0, 0)


def test_a_hidden_picture_is_left_out_and_a_struck_one_is_shown():
    made = opened()
    for colour, mark in (("navy", "hidden"), ("teal", "strike")):
        made.shows(picture(colour))
        setattr(made.word.paragraphs[-1].runs[0].font, mark, True)

    said = said_by(made)

    assert [photo.data for photo in said.photos] == [picture("teal")]
    assert counted(said) == (0, 1)


def test_a_struck_item_takes_no_number():
    made = opened()
    made.says("Dạy chữ", style="List Number")
    made.says("", style="List Number").add_run("Thu tiền").font.strike = True
    made.says("Dạy hát", style="List Number")

    [items] = [block for block in said_by(made).blocks if isinstance(block, Items)]

    assert [line.text for line in items.lines] == ["Dạy chữ", "Dạy hát"]


def test_tracked_changes_are_counted():
    made = opened()
    paragraph = made.says(KEPT)
    for name, letters in (("w:del", "w:delText"), ("w:ins", "w:t")):
        change = OxmlElement(name)
        run = paragraph.add_run(" Cả bản vui.")._element
        run.find(qn("w:t")).tag = qn(letters)
        change.append(run)
        paragraph._element.append(change)

    said = said_by(made)

    assert last_of(said) == f"{KEPT} Cả bản vui."
    assert said.changes == 2


@pytest.mark.parametrize(
    ("before", "figure", "mark", "printed"),
    [
        ("Lớp rộng 20 m", "2", "superscript", "Lớp rộng 20 m²"),
        ("Đo khí CO", "2", "subscript", "Đo khí CO₂"),
        ("Học lúc 19h", "30", "superscript", "Học lúc 19h30"),
        ("Cô đứng thứ 1", "st", "superscript", "Cô đứng thứ 1st"),
    ],
)
def test_figures_above_and_below_the_line_stay_there(before, figure, mark, printed):
    made = opened()
    setattr(made.says(before).add_run(figure).font, mark, True)
    made.says(SECOND)

    said = [block for block in said_by(made).blocks if isinstance(block, Text)][1]

    assert said.line.text == printed
