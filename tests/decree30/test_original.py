"""Our layout as a template: filled in, it is what we write without one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from lxml import etree

from wagtail_kehoach.decree30.interchange import to_json
from wagtail_kehoach.decree30.parts import (
    Annex,
    Basis,
    Document,
    Heading,
    Paragraph,
    Recipient,
    Signatory,
    Table,
)
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.template import fill, original, try_out
from wagtail_kehoach.decree30.writer import write

from .build import docx_of
from .test_round_trip import plans

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TASKS = Table(
    [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Viết bài về gương tốt", "Tổ Ngữ văn", "15/10/2026"],
        ["2", "Đăng tin ngày hội đọc sách", "Thư viện", "20/11/2026"],
    ],
    header_rows=1,
)
WIDE = Table([[f"Cột {n}" for n in range(1, 9)], ["x"] * 8], header_rows=1)
PLAN = Document(
    kind="kế hoạch",
    issuer_parent="UBND xã Suối Trăng",
    issuer="Trường Phổ thông dân tộc bán trú Trung học cơ sở Hoa Ban",
    number="7",
    symbol="KH-THCSHB",
    place="Thành phố Hồ Chí Minh",
    date=dt.date(2026, 9, 5),
    title="Truyền thông về <giáo dục> & đào tạo năm học 2026-2027",
    bases=[
        Basis("- Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        Basis("Căn cứ Kế hoạch số 77/KH-UBND ngày 20 tháng 8 năm 2026 của UBND xã."),
    ],
    lead_in=["Nhà trường xây dựng kế hoạch như sau:"],
    body=[
        Heading("I", "MỤC ĐÍCH", 1),
        Heading("1", "Yêu cầu", 2),
        Heading("a", "Đối với giáo viên", 3),
        Paragraph("Thông tin đúng, đủ và kịp thời.", "-", 1),
        Heading("II", "NHIỆM VỤ", 1),
        TASKS,
        Paragraph("Đề nghị các tổ thực hiện nghiêm túc."),
    ],
    recipients=[
        *(Recipient(f"Tổ chuyên môn số {n} (để thực hiện)") for n in range(1, 16)),
        Recipient("Lưu: VT"),
        Recipient("Cổng thông tin của nhà trường", electronic=True),
    ],
    signatory=Signatory("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Hà Văn Nam"),
    annexes=[
        Annex("Phụ lục I. Phân công", [TASKS]),
        Annex("Phụ lục II. Bảng tổng hợp", [WIDE]),
        Annex("Phụ lục III. Ghi chú", [Paragraph("Bảng trên đăng mỗi tháng.")]),
    ],
)
SHAPES = {
    "everything": PLAN,
    "no annex": dataclasses.replace(PLAN, annexes=[]),
    "nothing given yet": dataclasses.replace(
        PLAN, number=None, date=None, issuer_parent=None, bases=[], lead_in=[]
    ),
    "the head signs": dataclasses.replace(
        PLAN,
        place="Huế",
        signatory=Signatory("HIỆU TRƯỞNG", "Hiệu trưởng", "Lò Thị Mai"),
        recipients=[Recipient("Lưu: VT")],
    ),
    "for a council": dataclasses.replace(
        PLAN, signatory=Signatory("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Lò Thị Mai")
    ),
    "ends with a table": dataclasses.replace(PLAN, body=[TASKS], annexes=[]),
    "no text but a lead-in": dataclasses.replace(PLAN, body=[], lead_in=["Nghỉ Tết."]),
    "no recipients": dataclasses.replace(PLAN, recipients=[]),
}


def parts_of(file: bytes) -> dict[str, bytes]:
    """All that Word shows of a file, and how, in one form."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        found = {}
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                found[name] = canonical(archive.read(name))
        return found


def canonical(part: bytes) -> bytes:
    """A part without what changes nothing: runs of no text, spaces kept where none are."""
    root = etree.fromstring(part)
    for text in list(root.iter(qn("w:t"))):
        text.attrib.pop(SPACE, None)
        run = text.getparent()
        if not text.text and len(run) == 1:
            run.getparent().remove(run)
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_it_gives_the_document_that_the_writer_writes(shape, draft):
    plan = SHAPES[shape]

    filled = parts_of(fill(plan, original(), draft=draft))

    assert filled == parts_of(write(plan, draft=draft))


@given(plan=plans())
@settings(max_examples=15, deadline=None)
def test_plans_of_every_shape_come_out_the_same(plan):
    assert parts_of(fill(plan, original())) == parts_of(write(plan))


@pytest.mark.parametrize("shape", SHAPES)
def test_its_documents_are_read_as_those_of_the_writer(shape):
    plan = SHAPES[shape]

    filled = to_json(read("a.docx", fill(plan, original())))

    assert filled == to_json(read("a.docx", write(plan)))


def test_it_is_taken_as_a_template():
    try_out(original())


def test_a_font_that_the_school_changes_is_all_that_changes():
    changed = docx.Document(io.BytesIO(original()))
    changed.styles["VB Noi dung"].font.size = Pt(13)

    made = fill(PLAN, docx_of(changed))

    word = docx.Document(io.BytesIO(made))
    assert word.styles["VB Noi dung"].font.size == Pt(13)
    ours, theirs = parts_of(write(PLAN)), parts_of(made)
    assert {name for name in ours if ours[name] != theirs[name]} == {"word/styles.xml"}


def test_the_same_document_gives_the_same_bytes():
    assert original() == original()
    assert fill(PLAN, original()) == fill(PLAN, original())
