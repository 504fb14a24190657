"""Word files typed in fonts of before Unicode: what the page shows is what is read."""

from __future__ import annotations

import docx
import pytest

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.legacy import from_tcvn3, from_vni
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .build import docx_of

TCVN3 = [
    ("ubnd x· suèi tr¨ng", ".VnTimeH"),
    ("tr\xadêng tiÓu häc hoa ban", ".VnTimeH"),
    ("Sè: 12/KH-THHB", ".VnTime"),
    ("Suèi Tr¨ng, ngµy 05 th¸ng 9 n¨m 2025", ".VnTime"),
    ("kÕ ho¹ch", ".VnTimeH"),
    ("TruyÒn th«ng cña nhµ tr\xadêng n¨m häc 2025-2026", ".VnTime"),
    ("C¨n cø KÕ ho¹ch sè 77/KH-UBND ngµy 20/8/2025 cña Uû ban nh©n d©n x·;", ".VnTime"),
    (
        "Tr\xadêng TiÓu häc Hoa Ban x©y dùng kÕ ho¹ch truyÒn th«ng nh\xad sau:",
        ".VnTime",
    ),
    ("I. Tæ chøc thùc hiÖn", ".VnTime"),
    ("1. Tæ V¨n phßng", ".VnTime"),
    ("- §¨ng lÞch tuÇn lªn trang tin tr\xadíc ngµy 15/9/2025.", ".VnTime"),
    ("Trªn ®©y lµ kÕ ho¹ch cña nhµ tr\xadêng./.", ".VnTime"),
]
VNI = [
    "UBND XAÕ SUOÁI TRAÊNG",
    "TRÖÔØNG TIEÅU HOÏC HOA BAN",
    "Soá: 12/KH-THHB",
    "Suoái Traêng, ngaøy 05 thaùng 9 naêm 2025",
    "KEÁ HOAÏCH",
    "Truyeàn thoâng cuûa nhaø tröôøng naêm hoïc 2025-2026",
    "Caên cöù Keá hoaïch soá 77/KH-UBND ngaøy 20/8/2025 cuûa Uyû ban nhaân daân xaõ;",
    "Tröôøng Tieåu hoïc Hoa Ban xaây döïng keá hoaïch truyeàn thoâng nhö sau:",
    "I. Toå chöùc thöïc hieän",
    "1. Toå Vaên phoøng",
    "- Ñaêng lòch tuaàn leân trang tin tröôùc ngaøy 15/9/2025.",
    "Treân ñaây laø keá hoaïch cuûa nhaø tröôøng./.",
]


def in_font(lines, *, cut: bool = False):
    """A Word file whose lines are set in a font each; ``cut`` makes a run of each letter."""
    document = docx.Document()
    for text, font in lines:
        paragraph = document.add_paragraph()
        for part in text if cut else [text]:
            run = paragraph.add_run(part)
            run.font.name = font
    return document


def reading(document):
    """What is read from a Word file."""
    return read("cu.docx", docx_of(document))


def warned(found) -> list[str | None]:
    """What the warnings about fonts name."""
    return [w.original for w in found.warnings if w.code == "legacy-font"]


def is_the_plan(document) -> bool:
    """Whether this is the plan that the lines above spell."""
    [task], [basis] = document.tasks, document.bases
    return (
        document.issuer_parent == "UBND XÃ SUỐI TRĂNG"
        and document.issuer == "TRƯỜNG TIỂU HỌC HOA BAN"
        and document.place == "Suối Trăng"
        and document.title == "Truyền thông của nhà trường năm học 2025-2026"
        and basis.number == "77/KH-UBND"
        and task.text == "Đăng lịch tuần lên trang tin trước ngày 15/9/2025"
        and task.responsible == "Tổ Văn phòng"
    )


@pytest.mark.parametrize("cut", [False, True])
def test_tcvn3_is_read_and_the_editor_is_told(cut):
    found = reading(in_font(TCVN3, cut=cut))

    assert found.is_plan
    assert is_the_plan(found.document)
    assert warned(found) == [".VnTime, .VnTimeH"]


@pytest.mark.parametrize("cut", [False, True])
def test_vni_is_read_and_the_editor_is_told(cut):
    found = reading(in_font([(line, "VNI-Times") for line in VNI], cut=cut))

    assert is_the_plan(found.document)
    assert warned(found) == ["VNI-Times"]


def test_the_font_may_be_that_of_a_style_or_of_the_file():
    lines = [(text, font if font == ".VnTimeH" else None) for text, font in TCVN3]
    document = in_font(lines)
    document.styles["Normal"].font.name = ".VnTime"

    assert is_the_plan(reading(document).document)


def test_unicode_under_an_old_font_stays_as_it_is():
    lines = [
        ("KẾ HOẠCH", ".VnTimeH"),
        ("Truyền thông của nhà trường năm học 2025-2026", ".VnTime"),
        ("Trường Tiểu học Hoa Ban đăng lịch tuần như sau:", "VNI-Times"),
    ]

    found = reading(in_font(lines))

    assert found.document.title == lines[1][0]
    assert warned(found) == []


def test_letters_of_other_languages_in_fonts_of_today_stay_as_they_are():
    document = in_font(
        [
            ("KẾ HOẠCH", "Times New Roman"),
            ("Truyền thông về Café Étoile năm học 2025-2026", "Times New Roman"),
        ]
    )

    assert reading(document).document.title == (
        "Truyền thông về Café Étoile năm học 2025-2026"
    )


def test_a_secrecy_mark_in_an_old_font_is_seen():
    with pytest.raises(ReadingRefused) as refusal:
        reading(in_font([("mËt", ".VnTimeH"), *TCVN3]))

    assert refusal.value.code == "secrecy-mark"


def test_an_old_font_that_nobody_knows_is_refused():
    lines = [(text, "Vietware") for text, _ in TCVN3]

    with pytest.raises(ReadingRefused) as refusal:
        reading(in_font(lines))

    assert refusal.value.code == "unusable-text"


def test_every_letter_of_vni():
    small = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
    typed = (
        "aùaøaûaõaïaêaéaèaúaüaëaâaáaàaåaãaäñeùeøeûeõeïeâeáeàeåeãeäíìæóòoùoøoûoõoï"
        "oâoáoàoåoãoäôôùôøôûôõôïuùuøuûuõuïööùöøöûöõöïyùyøyûyõî"
    )

    assert from_vni(typed) == small
    assert from_vni(typed.upper()) == small.upper()


def test_letters_that_word_took_for_symbols():
    assert from_tcvn3("nh\uf0b5 tr\uf0ad\uf0eang") == "nhà trưòng".replace("ò", "ờ")
