"""What a downloaded file is called, on any computer."""

import pytest

from wagtail_kehoach.handing_out import file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ke-hoach-truyen-thong-2026-2027", "ke-hoach-truyen-thong-2026-2027"),
        ("kế-hoạch-đọc-sách", "ke-hoach-doc-sach"),
        ("ke\u0302\u0301-hoa\u0323ch", "ke-hoach"),
        ("con", "ke-hoach-con"),
        ("lpt1", "ke-hoach-lpt1"),
        ("计划", "ke-hoach"),
        ("12/KH-GDĐT", "12-kh-gddt"),
        ("Báo cáo: quý I?.", "bao-cao-quy-i"),
        ("a" * 200, "a" * 80),
        ("nhiem-vu-" * 8 + "truyenthong", "nhiem-vu-" * 7 + "nhiem-vu"),
        ("a" * 79 + "-b", "a" * 79),
    ],
)
def test_a_name_is_plain_and_no_device(text, name):
    assert file_name(text, otherwise="ke-hoach") == name
