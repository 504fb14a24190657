"""Who signs, where the offices and names of several stand in a footer."""

import pytest

from wagtail_kehoach.decree30.parts import Signatory
from wagtail_kehoach.decree30.reader import read

from .build import PLAN, docx_of, word_plan

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
BODY = ("I. NỘI DUNG", "- Tổ Văn phòng đăng bài trước ngày 15/9/2025.")
RECIPIENTS = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")


def in_table(*cells, below=()):
    """A Word plan with a cell for each who signs."""
    document = word_plan(*BODY)
    table = document.add_table(1, len(cells))
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    for text in below:
        document.add_paragraph(text)
    return read("a.docx", docx_of(document))


def in_lines(footer):
    start = PLAN.index("Nơi nhận")
    return read("a.txt", (PLAN[:start] + footer).encode())


def hints(reading):
    return {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("DUYỆT CỦA HIỆU TRƯỞNG", "NGƯỜI LẬP KẾ HOẠCH"),
        ("PHÊ DUYỆT CỦA HIỆU TRƯỞNG", "NGƯỜI XÂY DỰNG KẾ HOẠCH"),
        ("XÁC NHẬN CỦA NHÀ TRƯỜNG\nHIỆU TRƯỞNG", "NGƯỜI LẬP"),
        ("HIỆU TRƯỞNG", "KẾ TOÁN"),
        ("HIỆU TRƯỞNG\n(Ký, ghi rõ họ tên)", "NGƯỜI VIẾT\n(Ký, ghi rõ họ tên)"),
    ],
)
@pytest.mark.parametrize("recipients", [(), RECIPIENTS])
def test_who_wrote_a_plan_does_not_sign_it(left, right, recipients):
    cells = (f"{left}\n\n\n{AN}", f"{right}\n\n\n{BINH}")
    found = in_table(*cells, below=recipients)

    assert found.document.signatory == Signatory(None, "HIỆU TRƯỞNG", AN)
    assert BINH in found.not_understood
    assert "several-signatories" not in hints(found)
    assert in_table(*reversed(cells)).document.signatory == found.document.signatory


def test_offices_in_small_letters_are_no_text():
    found = in_table(f"Duyệt của Hiệu trưởng\n\n{AN}", f"Người lập\n\n{BINH}")

    assert found.document.signatory == Signatory(None, "Hiệu trưởng", AN)
    assert len(found.document.body) == 2


def test_the_office_that_approves_keeps_its_own_name():
    found = in_table("DUYỆT CỦA HIỆU TRƯỞNG", f"NGƯỜI LẬP KẾ HOẠCH\n\n{BINH}")

    assert found.document.signatory == Signatory(None, "HIỆU TRƯỞNG", None)
    assert "signatory-missing" in hints(found)


def test_an_office_below_that_of_who_wrote_it_is_his():
    found = in_table(
        f"DUYỆT CỦA BGH\nHIỆU TRƯỞNG\n\n{AN}",
        f"NGƯỜI LẬP\nTỔNG PHỤ TRÁCH ĐỘI\n\n{BINH}",
    )

    assert found.document.signatory == Signatory(None, "HIỆU TRƯỞNG", AN)
    assert found.not_understood == [
        "NGƯỜI LẬP", "TỔNG PHỤ TRÁCH ĐỘI", BINH, "DUYỆT CỦA BGH",
    ]  # fmt: skip


def test_who_signs_is_not_who_approves():
    found = in_table(f"DUYỆT CỦA BAN GIÁM HIỆU\n\n{AN}", f"TỔ TRƯỞNG\n\n{BINH}")

    assert found.document.signatory == Signatory(None, "TỔ TRƯỞNG", BINH)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("TM. BAN CHẤP HÀNH ĐOÀN TRƯỜNG\nBÍ THƯ", "HIỆU TRƯỞNG"),
        ("TRẠM Y TẾ PHƯỜNG\nTRẠM TRƯỞNG", "TRƯỜNG TIỂU HỌC HOA BAN\nHIỆU TRƯỞNG"),
        ("ĐẠI DIỆN CÔNG AN\nTRƯỞNG CÔNG AN", "ĐẠI DIỆN NHÀ TRƯỜNG\nHIỆU TRƯỞNG"),
    ],
)
@pytest.mark.parametrize("recipients", [(), RECIPIENTS])
def test_of_two_bodies_the_right_one_signs_and_the_editor_is_told(
    left, right, recipients
):
    found = in_table(f"{left}\n\n{AN}", f"{right}\n\n{BINH}", below=recipients)
    document = found.document

    assert document.signatory == Signatory(None, "HIỆU TRƯỞNG", BINH)
    assert "several-signatories" in hints(found)
    assert found.confidence["signatory"] < 0.7
    assert len(document.body) == 2
    assert [task.responsible for task in document.tasks] == ["Tổ Văn phòng"]


@pytest.mark.parametrize("recipients", ["", "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"])
@pytest.mark.parametrize(
    "offices",
    [
        "TM. BCH ĐOÀN TRƯỜNG               HIỆU TRƯỞNG\nBÍ THƯ\n",
        "TRẠM Y TẾ PHƯỜNG            TRƯỜNG TIỂU HỌC HOA BAN\n"
        "TRẠM TRƯỞNG                 HIỆU TRƯỞNG\n",
    ],
)
def test_two_bodies_side_by_side_on_lines(offices, recipients):
    found = in_lines(f"{offices}\n\n{AN}                 {BINH}\n{recipients}")

    assert found.document.signatory == Signatory(None, "HIỆU TRƯỞNG", BINH)
    texts = [getattr(block, "text", "") for block in found.document.body]
    assert not [text for text in texts if text.isupper() or AN in text]


@pytest.mark.parametrize(
    ("names", "name"), [(f"{AN} {BINH}", AN), ("Lò Thị Mai Trần Thị Bình", None)]
)
def test_two_on_one_line_are_parted_where_that_is_sure(names, name):
    found = in_lines(f"DUYỆT CỦA HIỆU TRƯỞNG NGƯỜI LẬP KẾ HOẠCH\n\n{names}\n")

    assert found.document.signatory == Signatory(None, "HIỆU TRƯỞNG", name)
    assert ("signatory-missing" in hints(found)) is (name is None)
