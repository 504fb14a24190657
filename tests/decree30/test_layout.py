from __future__ import annotations

import datetime as dt
import importlib.util
import subprocess
import sys

import pytest

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.layout import (
    DOCUMENT_TYPES,
    Lettering,
    Margins,
    has_end_of_text,
    number_and_symbol,
    outline_label,
    place_and_date,
    point_letter,
    printed_label,
    roman,
    with_end_of_text,
)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (dt.date(2026, 2, 5), "Sa Đéc, ngày 05 tháng 02 năm 2026"),
        (dt.date(2026, 1, 31), "Sa Đéc, ngày 31 tháng 01 năm 2026"),
        (dt.date(2026, 3, 9), "Sa Đéc, ngày 09 tháng 3 năm 2026"),
        (dt.date(2026, 12, 10), "Sa Đéc, ngày 10 tháng 12 năm 2026"),
    ],
)
def test_place_and_date_has_zeros_where_the_decree_wants_them(date, text):
    assert place_and_date("Sa Đéc", date) == text


def test_place_and_date_leaves_room_for_the_day():
    text = place_and_date("Sa Đéc", None, "2026-10")
    assert text == f"Sa Đéc, ngày {' ' * 6} tháng 10 năm 2026"


def test_place_and_date_leaves_room_for_everything():
    blank = " " * 6
    assert (
        place_and_date(None, None) == f"{blank}, ngày {blank} tháng {blank} năm {blank}"
    )


@pytest.mark.parametrize("partial", ["2026-00", "2026-thu", "2026"])
def test_place_and_date_leaves_room_for_an_unusable_month(partial):
    assert place_and_date("Huế", None, partial).endswith(f"tháng {' ' * 6} năm 2026")


@pytest.mark.parametrize(
    ("number", "symbol", "text"),
    [
        ("5", "KH-THCSBM", "05/KH-THCSBM"),
        ("05", "KH-THCSBM", "05/KH-THCSBM"),
        ("260", "KH - GDĐT", "260/KH-GDĐT"),
        ("12a", "/QĐ–UBND", "12a/QĐ-UBND"),
        ("3", "BC / TH", "03/BC/TH"),
        ("3", "KH/LĐ", "03-KH/LĐ"),
        (None, "HD/TĐTN-BTG", " " * 8 + "-HD/TĐTN-BTG"),
        (None, "KH-THCSBM", " " * 8 + "/KH-THCSBM"),
        (" ", None, " " * 8 + "/"),
    ],
)
def test_number_and_symbol_is_written_without_spaces(number, symbol, text):
    assert number_and_symbol(number, symbol) == text


def test_points_follow_the_vietnamese_alphabet():
    letters = [point_letter(number) for number in range(1, 25)]
    assert letters[:9] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]
    assert letters[-2:] == ["y", "aa"]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (48, "XLVIII")]
)
def test_roman_numerals(number, text):
    assert roman(number) == text


def test_outline_runs_from_roman_numerals_to_dashes():
    assert [outline_label(level, 5) for level in (1, 2, 3, 4)] == ["V", "5", "đ", "-"]


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("I", "I."),
        ("1.1", "1.1."),
        ("a", "a)"),
        ("đ)", "đ)"),
        ("2.", "2."),
        ("Điều 3", "Điều 3."),
        ("A", "A."),
        ("", ""),
    ],
)
def test_printed_label_gets_its_dot_or_bracket(label, printed):
    assert printed_label(label) == printed


@pytest.mark.parametrize(
    "text",
    ["nghiêm túc thực hiện", "nghiêm túc thực hiện.", "nghiêm túc thực hiện ./. "],
)
def test_end_of_text_is_written_once(text):
    assert with_end_of_text(text) == "nghiêm túc thực hiện./."


@pytest.mark.parametrize("text", ["thực hiện./.", "thực hiện. / .", "thực hiện./"])
def test_end_of_text_is_recognised_as_typed(text):
    assert has_end_of_text(text)


def test_a_date_is_no_end_of_text():
    assert not has_end_of_text("trước ngày 15/5.")


def test_there_are_29_types_with_their_abbreviations():
    assert len(DOCUMENT_TYPES) == 29
    assert DOCUMENT_TYPES["kế hoạch"] == "KH"
    assert DOCUMENT_TYPES["quy định"] == "QyĐ"
    assert [kind for kind, short in DOCUMENT_TYPES.items() if short is None] == [
        "công văn",
        "thư công",
    ]


def test_every_size_is_one_the_decree_allows():
    letterings = [value for value in vars(layout).values() if type(value) is Lettering]
    assert len(letterings) > 20
    assert all(item.least <= item.size <= item.most for item in letterings)


@pytest.mark.parametrize(
    ("side", "width"), [("top", 19), ("bottom", 26), ("left", 20), ("right", 25)]
)
def test_margins_outside_the_decree_are_refused(side, width):
    with pytest.raises(ValueError, match=f"{side} margin"):
        Margins(**{side: width})


def test_the_letterhead_ends_within_the_least_right_margin():
    left = layout.MARGINS.left - layout.LETTERHEAD_OVERHANG
    end = left + layout.LETTERHEAD_LEFT + layout.LETTERHEAD_RIGHT
    assert layout.PAPER_WIDTH - end == 15


def test_reading_the_layout_loads_neither_django_nor_the_word_library():
    assert importlib.util.find_spec("docx")
    program = (
        "import sys, wagtail_kehoach.decree30.writer;"
        "print([name for name in ('django', 'wagtail', 'docx') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
