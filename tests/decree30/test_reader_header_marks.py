"""Headers that text recognition set in bold: the marks go, the names stay whole."""

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import NATION, PLAN


@pytest.mark.parametrize("mark", ["**", "***", "__"])
@pytest.mark.parametrize("gap", [" ", "   "])
def test_marks_around_the_other_column_are_no_part_of_a_name(mark, gap):
    left = ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "ĐÔNG LĨNH"]
    rows = zip(left, NATION.split("\n"), strict=True)
    lines = [gap.join(f"{mark}{cell}{mark}" for cell in row) for row in rows]
    below = PLAN[PLAN.index("Suối Trăng, ngày") :]
    text = "\n".join([*lines, f"{mark}TRƯỜNG THPT HOA BAN{mark}", "", below])

    reading = read("a.txt", text.encode())

    assert reading.document.issuer_parent == "SỞ GIÁO DỤC VÀ ĐÀO TẠO ĐÔNG LĨNH"
    assert reading.document.issuer == "TRƯỜNG THPT HOA BAN"
    assert reading.not_understood == []
