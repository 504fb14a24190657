"""Labels of headings that are printed otherwise than the file has them."""

from __future__ import annotations

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import PLAN


def told(*changes: tuple[str, str]):
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    reading = read("a.txt", text.encode())
    codes = {"labels-standardised"}
    return reading, [w.original for w in reading.warnings if w.code in codes]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [("I. MỤC", "I/ MỤC"), ("II. TỔ", "II/ TỔ"), ("1. Hiệu", "1/ Hiệu")],
            "3 tiêu đề: I/, II/, 1/",
        ),
        ([("1. Mục đích", "1) Mục đích")], "1 tiêu đề: 1)"),
        ([("I. MỤC", "I - MỤC")], "1 tiêu đề: I -"),
        ([("I. MỤC", "I/\nMỤC")], "1 tiêu đề: I/"),
        (
            [("1. ", "1/ "), ("2. ", "2/ "), ("3. ", "3/ "), ("I. ", "I/ ")],
            "7 tiêu đề: I/, 1/, 2/, II/ …",
        ),
    ],
)
def test_marks_of_labels_that_change_are_told_once(changes, said):
    assert told(*changes)[1] == [said]


@pytest.mark.parametrize(
    "changes",
    [
        [],
        [("1. Mục đích", "1.1 Mục đích"), ("2. Yêu cầu", "1.2 Yêu cầu")],
        # Items keep the marks that they have.
        [("- Thông tin đúng", "a/ Thông tin đúng")],
    ],
)
def test_nothing_is_told_of_labels_that_stay(changes):
    reading, said = told(*changes)

    assert said == []
    assert reading.document.headings[0].label == "I"
