"""Files that are no story, or cannot be used: refused, each with its code."""

import io
import zipfile

import pytest

from tests.decree30.build import close, pdf_of, plan_with, word_plan
from tests.manuscripts.build import FIRST, LEAD, Story, picture, repacked, story
from wagtail_kehoach.decree30.refusals import ReadingRefused
from wagtail_kehoach.manuscripts.reader import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "cuoi cuoi cuoi">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
)


def code_of(data: bytes, name: str = "bai.docx") -> str:
    with pytest.raises(ReadingRefused) as refusal:
        read(name, data)
    return refusal.value.code


def bomb() -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        archive.writestr("word/media/image1.png", b"\0" * 90_000_000)
    return stored.getvalue()


def test_a_program_under_another_name_is_refused():
    assert code_of(b"MZ\x90\x00\x03" * 400) == "not-word"


def test_a_bomb_is_refused():
    assert code_of(bomb()) == "bomb"


def test_a_file_with_a_password_is_refused():
    assert (
        code_of(OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"))
        == "encrypted"
    )


def test_a_file_with_macros_is_refused():
    assert (
        code_of(repacked(story().file(), **{"word__vbaProject.bin": b"x"})) == "macros"
    )


def test_expanding_entities_are_refused():
    assert (
        code_of(repacked(story().file(), **{"word__document.xml": ENTITIES}))
        == "corrupt"
    )


def test_a_damaged_file_is_refused():
    assert code_of(story().file()[:3000]) == "corrupt"


@pytest.mark.parametrize(
    ("name", "data"),
    [("bai.pdf", pdf_of("Co Lan")), ("bai.txt", FIRST.encode())],
)
def test_other_kinds_of_files_are_refused(name, data):
    assert code_of(data, name) == "not-word"


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(ReadingRefused) as refusal:
        read("bai.docx", story().file(), max_bytes=1000)

    assert refusal.value.code == "too-large"


def test_photos_without_text_are_refused():
    made = Story()
    made.shows(picture())

    assert code_of(made.file()) == "no-text"


def test_a_secrecy_mark_is_refused():
    made = story()
    made.word.sections[0].header.paragraphs[0].text = "TỐI MẬT"

    assert code_of(made.file()) == "secrecy-mark"


def test_text_without_accents_is_refused():
    made = Story()
    for _count in range(6):
        made.says("Con duong vao ban dai muoi hai cay so, mua mua phai di bo.")

    assert code_of(made.file()) == "unusable-text"


def test_a_plan_is_refused_as_one():
    made = word_plan("I. MỤC ĐÍCH", "1. Để biết.", "II. YÊU CẦU", "III. NHIỆM VỤ")

    assert code_of(close(made)) == "is-plan"
    assert code_of(plan_with(), "ke-hoach.txt") == "not-word"


def test_a_story_about_a_small_plan_is_none():
    made = Story()
    made.says("KẾ HOẠCH NHỎ CỦA LỚP 4A", bold=True, aligned="center")
    made.says(LEAD, bold=True)
    made.says(FIRST)

    assert read("bai.docx", made.file()).title == "KẾ HOẠCH NHỎ CỦA LỚP 4A"
