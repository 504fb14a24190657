"""Plans that two people sign: who approves, and who drew them up."""

import pytest

from wagtail_kehoach.decree30.parts import Signatory
from wagtail_kehoach.decree30.reader import read

from .build import docx_of, word_plan

DREW_UP = "NGƯỜI LẬP\n\n\nTrần Thị Mai"


def read_signed(left, right):
    """What is read of a plan with this table below its text."""
    document = word_plan("I. MỤC ĐÍCH", "Để mọi người cùng biết./.")
    footer = document.add_table(1, 2)
    footer.cell(0, 0).text, footer.cell(0, 1).text = left, right
    return read("a.docx", docx_of(document))


@pytest.mark.parametrize(
    "approves",
    ["DUYỆT CỦA HIỆU TRƯỞNG", "PHÊ DUYỆT CỦA BAN GIÁM HIỆU", "HIỆU TRƯỞNG"],
)
@pytest.mark.parametrize("is_left", [True, False])
def test_who_approves_signs_on_either_side(approves, is_left):
    signed = f"{approves}\n(Ký, đóng dấu)\n\nNguyễn Văn Thành"

    reading = read_signed(*((signed, DREW_UP) if is_left else (DREW_UP, signed)))

    assert reading.document.signatory == Signatory(None, approves, "Nguyễn Văn Thành")
    assert reading.not_understood == ["NGƯỜI LẬP", "Trần Thị Mai"]


def test_an_office_below_that_of_who_drew_it_up_is_his():
    reading = read_signed(
        "DUYỆT CỦA BGH\nHIỆU TRƯỞNG\n\nNguyễn Văn Thành",
        "NGƯỜI LẬP\nTỔNG PHỤ TRÁCH ĐỘI\n\nTrần Thị Mai",
    )

    assert reading.document.signatory == Signatory(
        None, "HIỆU TRƯỞNG", "Nguyễn Văn Thành"
    )
    assert reading.not_understood == [
        "DUYỆT CỦA BGH", "NGƯỜI LẬP", "TỔNG PHỤ TRÁCH ĐỘI", "Trần Thị Mai",
    ]  # fmt: skip


def test_a_deputy_approves_for_the_head():
    signed = "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nNguyễn Văn Thành"

    signatory = read_signed(DREW_UP, signed).document.signatory

    assert signatory == Signatory(
        "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Nguyễn Văn Thành"
    )


def test_the_name_of_who_drew_it_up_is_not_that_of_who_approves():
    reading = read_signed("DUYỆT CỦA HIỆU TRƯỞNG", DREW_UP)

    assert reading.document.signatory == Signatory(None, "DUYỆT CỦA HIỆU TRƯỞNG", None)
    assert reading.not_understood == ["NGƯỜI LẬP", "Trần Thị Mai"]
    assert "signatory-missing" in [warning.code for warning in reading.warnings]


def test_names_on_one_line_belong_to_the_offices_above_them():
    document = word_plan("I. MỤC ĐÍCH", "Để mọi người cùng biết./.")
    document.add_paragraph("DUYỆT CỦA HIỆU TRƯỞNG\t\t\tNGƯỜI LẬP")
    document.add_paragraph("Nguyễn Văn Thành\t\t\tTrần Thị Mai")

    signatory = read("a.docx", docx_of(document)).document.signatory

    assert signatory == Signatory(None, "DUYỆT CỦA HIỆU TRƯỞNG", "Nguyễn Văn Thành")


def test_who_alone_drew_it_up_is_who_signs():
    signatory = read_signed("Nơi nhận:\n- Lưu: VT.", DREW_UP).document.signatory

    assert signatory == Signatory(None, "NGƯỜI LẬP", "Trần Thị Mai")
