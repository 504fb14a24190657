"""Sentences of several legal bases: a line for each, and a word on it."""

from __future__ import annotations

import pytest

from wagtail_kehoach.decree30.reader import read

from .build import PLAN, plan_with

BASIS = (
    "Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND xã Suối Trăng về công tác "
    "truyền thông;"
)
SENTENCE = (
    "Thực hiện Luật Giáo dục, Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ "
    "và Công văn số 12/UBND-VX ngày 01/8/2025 của UBND xã Suối Trăng;"
)


def bases_of(text: str):
    assert BASIS in PLAN
    reading = read("a.txt", plan_with(BASIS, text))
    told = [w.original for w in reading.warnings if w.code == "bases-parted"]
    return reading.document.bases, told


def test_each_basis_of_a_sentence_is_a_line_with_its_verb_and_this_is_told():
    bases, told = bases_of(SENTENCE)

    assert [basis.text for basis in bases] == [
        "Thực hiện Luật Giáo dục",
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "Thực hiện Công văn số 12/UBND-VX ngày 01/8/2025 của UBND xã Suối Trăng",
    ]
    assert told == [SENTENCE]


def test_each_of_them_is_found_in_the_file():
    bases, _told = bases_of(SENTENCE)

    assert len({basis.source.line for basis in bases}) == 1
    assert bases[0].source.text.startswith("Thực hiện Luật Giáo dục")


@pytest.mark.parametrize(
    "text",
    [
        BASIS,
        "Căn cứ Luật Giáo dục;\nCăn cứ Luật Viên chức;",
        "Căn cứ Luật Giáo dục; căn cứ Công văn số 12/UBND-VX ngày 01/8/2025 của UBND xã;",
    ],
)
def test_nothing_is_told_of_bases_that_the_file_keeps_apart(text):
    bases, told = bases_of(text)

    assert told == []
    assert len(bases) == text.lower().count("căn cứ")


def test_bases_stand_below_those_whom_a_letter_addresses():
    listed = [
        f"- {who};" for who in ("UBND xã", "Các tổ", "Đội", "Công đoàn", "Chi bộ")
    ]
    letter = [
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 45/SGDĐT-VP", "V/v hướng dẫn truyền thông",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đông Lĩnh, ngày 05 tháng 9 năm 2025", "",
        "Kính gửi:", *listed, "",
        "Căn cứ Công văn số 77/BGDĐT-VP ngày 20/8/2025 của Bộ Giáo dục và Đào tạo về "
        "truyền thông, Sở Giáo dục và Đào tạo hướng dẫn các trường như sau:",
        "1. Đăng tin hằng tuần.", "", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "",
        "GIÁM ĐỐC", "", "Lò Thị Mai",
    ]  # fmt: skip

    document = read("a.txt", "\n".join(letter).encode()).document

    assert document.kind == "công văn"
    assert [basis.number for basis in document.bases] == ["77/BGDĐT-VP"]
