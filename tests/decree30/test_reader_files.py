"""Files that must be refused, and why; files that are read in spite of their looks."""

from __future__ import annotations

import contextlib
import io
import random
import socket
import unicodedata
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from wagtail_kehoach.decree30 import office
from wagtail_kehoach.decree30.reader import files, read
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .build import PLAN, archive_of, close, docx_of, pdf_of, plan_with, word_plan

ODT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(ReadingRefused) as refusal:
        read(name, data)
    return refusal.value.code


def test_a_word_file_with_macros_is_refused():
    stream = io.BytesIO(close(word_plan("I. MỤC ĐÍCH", "Để biết.")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")

    assert code_of("a.docm", stream.getvalue()) == "macros"


def test_macros_under_another_name_are_known_by_their_type():
    stream = io.BytesIO()
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    with zipfile.ZipFile(stream, "w") as archive:
        types = f"<Types><Override ContentType='{kind}'/>wordprocessingml</Types>"
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", "<d><body/></d>")

    assert code_of("a.docx", stream.getvalue()) == "macros"


def odt_of(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", ODT)
        for name, said in parts.items():
            archive.writestr(name, said)
    return stream.getvalue()


def test_a_text_of_libreoffice_with_a_password_is_encrypted():
    manifest = (
        "<m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry>"
    )
    assert (
        code_of("a.odt", odt_of(**{"META-INF/manifest.xml": manifest})) == "encrypted"
    )
    assert code_of("a.odt", odt_of(**{"encrypted-package": "x"})) == "encrypted"


@pytest.mark.parametrize(
    "script", ["Basic/Standard/Module1.xml", "Scripts/python/a.py"]
)
def test_a_text_of_libreoffice_with_macros_is_refused(script):
    assert code_of("a.odt", odt_of(**{script: "x"})) == "macros"


def test_an_empty_library_is_no_macro():
    data = odt_of(**{"Basic/script-lc.xml": "x", "Basic/Standard/script-lb.xml": "x"})
    assert files.kind_of_file("a.odt", data) == "odt"


@pytest.mark.skipif(not office.is_installed(), reason="LibreOffice is not installed")
def test_nothing_that_a_file_names_is_fetched():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/anh.png"
        with pytest.raises(ReadingRefused):
            read("a.odt", odt_with_picture(address))
        with pytest.raises(TimeoutError):
            server.accept()


def odt_with_picture(address: str) -> bytes:
    """Return a text of LibreOffice with a picture that lies at ``address``."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    content = f"""<office:document-content office:version="1.2"
        xmlns:office="{oasis}:office:1.0" xmlns:text="{oasis}:text:1.0"
        xmlns:draw="{oasis}:drawing:1.0" xmlns:svg="{oasis}:svg-compatible:1.0"
        xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>
        <draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}"
        xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>
        </text:p></office:text></office:body></office:document-content>"""
    manifest = f"""<m:manifest xmlns:m="{oasis}:manifest:1.0">
        <m:file-entry m:full-path="/" m:media-type="{ODT}"/>
        <m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf\n", b"1 2 3"])
def test_a_file_without_text_is_empty(data):
    assert code_of("kế hoạch.txt", data) == "empty"


def test_a_word_file_without_text_is_empty():
    assert code_of("a.docx", docx_of(docx.Document())) == "empty"


def test_a_file_of_21_megabytes_is_too_large():
    assert code_of("a.txt", b"a" * (21 * 1024 * 1024)) == "too-large"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" * 50),
        ("a.txt", bytes(range(32)) * 40),
        ("a.docx", "Kế hoạch truyền thông".encode()),
        ("a.xyz", b"{}"),
        ("a.doc", OLE + b"\0" * 2048),
    ],
)
def test_what_is_no_document_is_refused(name, data):
    assert code_of(name, data) == "wrong-type"


def test_an_archive_of_something_else_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ảnh.txt", "x")
    assert code_of("a.docx", stream.getvalue()) == "wrong-type"


def test_a_cut_off_archive_is_corrupt():
    assert code_of("a.docx", docx_of(docx.Document())[:2000]) == "corrupt"


def test_an_encrypted_word_file_is_refused():
    data = OLE + b"\0" * 1024 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512
    assert code_of("a.docx", data) == "encrypted"


def test_an_archive_that_unpacks_to_gigabytes_is_refused_unopened():
    bomb = archive_of(document=b" " * (files.MAX_UNPACKED + 1))
    assert len(bomb) < files.MAX_BYTES
    assert code_of("a.docx", bomb) == "bomb"


def test_an_archive_that_packs_too_well_is_refused():
    assert code_of("a.docx", archive_of(document=b"0" * 30_000_000)) == "bomb"


def test_an_archive_of_many_large_parts_is_refused():
    noise = random.Random(1).randbytes(1024 * 1024).hex().encode()
    parts = {f"header{number}": noise for number in range(17)}
    assert code_of("a.docx", archive_of(**parts)) == "bomb"


def test_an_archive_of_too_many_entries_is_refused():
    parts = {f"part{number}": b"x" for number in range(files.MAX_ENTRIES + 1)}
    assert code_of("a.docx", archive_of(**parts)) == "bomb"


def test_entities_are_not_expanded():
    xml = b"""<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
    <w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""
    assert code_of("a.docx", archive_of(document=xml)) == "corrupt"


def test_deeply_nested_xml_is_refused():
    xml = b"<d><body>" + b"<sdt>" * 200 + b"</sdt>" * 200 + b"</body></d>"
    assert code_of("a.docx", archive_of(document=xml)) == "corrupt"


def test_a_word_file_under_the_name_of_a_text_is_read_as_what_it_is():
    assert read("a.txt", close(word_plan("I. NỘI DUNG"))).is_plan is True


def test_the_number_is_never_taken_from_the_name_of_the_file():
    data = plan_with("Số: 12/KH-THHB", "Số:      /KH-THHB")
    assert read("99-KH-THHB.txt", data).document.number is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_any_unicode_encoding(encoding):
    assert (
        read("a.txt", PLAN.encode(encoding)).document
        == read("a.txt", plan_with()).document
    )


def test_a_text_in_the_old_vietnamese_encoding_is_read():
    half = "".join(_half_composed(char) for char in PLAN)
    assert (
        read("a.txt", half.encode("cp1258")).document
        == read("a.txt", plan_with()).document
    )


def _half_composed(char: str) -> str:
    """Return a letter as cp1258 holds it: the tone as a mark of its own."""
    marks = unicodedata.normalize("NFD", char)
    tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
    rest = "".join(mark for mark in marks if mark not in tones)
    return unicodedata.normalize("NFC", rest) + "".join(tones)


def test_decomposed_and_invisible_characters_make_no_difference():
    text = unicodedata.normalize("NFD", PLAN).replace("Thông", "Th\u00adông")
    text = text.replace("nhà trường", "nhà\u00a0tr\u200bường").replace("kịp", "\x07kịp")
    assert read("a.txt", text.encode()).document == read("a.txt", plan_with()).document


def test_a_text_recognised_in_the_wrong_language_is_refused():
    text = "KE HOACH\nTruyen thong giao due nam hoc 2025-2026\n" + (
        "Can ctr ke hoach cua xa, nha trtrong xay dtrng ke hoach nhtr sau. " * 8
    )
    assert code_of("a.txt", text.encode()) == "unusable-text"


def test_a_text_in_a_font_of_before_unicode_is_refused():
    text = "KÕ ho¹ch truyÒn th«ng gi¸o dôc vµ ®µo t¹o cña nhµ tr­êng trong n¨m häc. " * 6
    assert code_of("a.txt", text.encode()) == "unusable-text"


@pytest.mark.parametrize(
    "mark",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "**MẬT**",
        "[ MẬT ]",
        "Độ mật: Tối mật",
        "Độ mật: Mật",
        "Mức độ bảo mật: Mật",
        "Độ mật: Mật; Độ khẩn: Hỏa tốc",
        "MẬT Bản số 01",
        "Mật, bản số: ......",
        "MẬT - HỎA TỐC",
        "DẤU MẬT",
        "(Đã đóng dấu TỐI MẬT)",
        "TÀI LIỆU MẬT",
        "Tài liệu Mật",
        "Văn bản Tối Mật",
        "TỐI-MẬT",
        "TUYỆT MẬT của nhà trường",
        "TỐI MẬT PHÒNG THỦ DÂN SỰ",
        "HỒ SƠ MẬT",
        "Tài liệu Tối mật",
        "DẤU: MẬT",
        "KHẨN, MẬT",
        "HỎA TỐC; TỐI MẬT",
        "M Ậ T",
        "M.Ậ.T",
        "M-Ậ-T",
        "TL MẬT",
        "T.MẬT",
        "ＭẬＴ",
        "\u041c\u1eac\u0422",
        "\u039c\u1eac\u03a4",
        "M\u0410\u0302\u0323T",
        "TỐI\u00a0MẬT",
        unicodedata.normalize("NFD", "TUYỆT MẬT"),
        "Số: 12/KH-THHB (MẬT)",
        "Số: 12/KH-THHB (Mật)",
        "Số: 12/KH-THHB Độ mật: Mật",
        "UBND XÃ SUỐI TRĂNG M Ậ T",
        "Trường Tiểu học T Ố I M Ậ T bản số 2",
        "Tài liệu Mật - lưu hành nội bộ",
        "Văn bản này có độ mật: Mật, không phổ biến.",
    ],
)
def test_a_secrecy_stamp_is_refused(mark):
    assert (
        code_of("a.txt", plan_with("\nKẾ HOẠCH", f"\n{mark}\nKẾ HOẠCH"))
        == "secrecy-mark"
    )


def test_a_secrecy_stamp_in_the_page_header_is_refused():
    document = word_plan("I. NỘI DUNG")
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    assert code_of("a.docx", close(document)) == "secrecy-mark"


def test_a_secrecy_stamp_beside_the_name_of_the_body_is_refused():
    data = plan_with("UBND XÃ SUỐI TRĂNG", "UBND XÃ SUỐI TRĂNG          MẬT")
    assert code_of("a.txt", data) == "secrecy-mark"


def test_a_secrecy_stamp_on_an_annex_is_refused():
    lines = "\n".join(f"Việc {number} của nhà trường." for number in range(60))
    for last in ("MẬT", "PHỤ LỤC I (TỐI MẬT)", "MẬT Bản số 02", "TỐI MẬT của trường"):
        data = plan_with() + f"\n{lines}\n{last}\nDanh sách".encode()
        assert code_of("a.txt", data) == "secrecy-mark"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@pytest.mark.parametrize(
    "drawn",
    [
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="MẬT"/></v:shape>',
        f'<wp:docPr xmlns:wp="{DRAWING}" id="1" name="a" descr="Con dấu TỐI MẬT"/>',
    ],
)
@pytest.mark.parametrize("where", ["text", "page header"])
def test_a_secrecy_stamp_that_is_drawn_is_refused(drawn, where):
    document = word_plan("I. NỘI DUNG")
    header = document.sections[0].header.paragraphs[0]
    paragraph = header if where == "page header" else document.add_paragraph()
    paragraph._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:pict>{drawn}</w:pict></w:r>'))
    assert code_of("a.docx", close(document)) == "secrecy-mark"


def test_a_secrecy_mark_in_the_properties_of_the_file_is_refused():
    document = word_plan("I. NỘI DUNG")
    document.core_properties.category = "Mật"
    assert code_of("a.docx", close(document)) == "secrecy-mark"


def test_what_a_picture_is_said_to_show_is_no_line_of_the_plan():
    document = word_plan("I. NỘI DUNG")
    picture = f'<wp:docPr xmlns:wp="{DRAWING}" id="1" name="a" descr="Hộp thư bí mật"/>'
    document.add_paragraph()._p.append(
        parse_xml(f'<w:r xmlns:w="{W}"><w:drawing>{picture}</w:drawing></w:r>')
    )
    assert read("a.docx", close(document)).not_understood == []


def renamed(data: bytes, old: str, new: str) -> bytes:
    """Return a Word file whose part ``old`` has another name, as some programs write it."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w") as target,
    ):
        for name in source.namelist():
            said = source.read(name).replace(old.encode(), new.encode())
            target.writestr(name.replace(old, new), said)
    return stream.getvalue()


def test_a_file_of_word_for_the_web_is_read():
    data = renamed(close(word_plan("I. NỘI DUNG")), "document.xml", "document2.xml")
    assert (
        read("a.docx", data).document
        == read("a.docx", close(word_plan("I. NỘI DUNG"))).document
    )


def test_a_page_header_of_any_name_is_looked_at():
    document = word_plan("I. NỘI DUNG")
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    data = renamed(close(document), "header1.xml", "dau-trang.xml")
    assert code_of("a.docx", data) == "secrecy-mark"


@pytest.mark.parametrize("cell", ["Hồ sơ mật", "Bảo vệ bí mật nhà nước"])
def test_a_cell_about_secrets_is_work_and_one_with_a_stamp_is_not(cell):
    document = word_plan("I. NỘI DUNG")
    table = document.add_table(2, 3)
    rows = (["Nội dung", "Chủ trì", "Thời gian"], [cell, "Văn thư", "Tháng 9/2025"])
    for row, texts in zip(table.rows, rows, strict=True):
        for place, text in enumerate(texts):
            row.cells[place].text = text
    assert [task.text for task in read("a.docx", close(document)).document.tasks] == [
        cell
    ]

    document.tables[0].cell(0, 0).text += "\nTỐI MẬT"
    assert code_of("a.docx", close(document)) == "secrecy-mark"


def test_a_document_that_opens_as_a_secret_one_is_refused():
    assert code_of("a.txt", "Tài liệu mật\n".encode() + plan_with()) == ("secrecy-mark")


@pytest.mark.parametrize(
    "said",
    [
        "Mật ong của xóm Đình",
        "MẬT ONG RỪNG",
        "Mật khẩu đặt đủ mạnh",
        "MẬT ĐỘ DÂN SỐ",
        "Mật độ học sinh mỗi lớp",
        "Bảo mật thông tin cá nhân",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Công tác bảo vệ bí mật nhà nước năm học 2025-2026",
        "Hồ sơ mật",
        "Hồ sơ tối mật",
        "QUẢN LÝ TÀI LIỆU MẬT",
        "AN TOÀN, BẢO MẬT",
        "Danh mục bí mật nhà nước độ Mật",
        "Tài liệu mật không đăng lên trang tin",
        "Độ mật: Thường",
        "Tối mật là mức độ thứ hai",
        "TUYỆT MẬT, TỐI MẬT VÀ MẬT",
    ],
)
def test_what_only_sounds_like_a_stamp_is_read(said):
    data = plan_with("\nKẾ HOẠCH", f"\n{said}\nKẾ HOẠCH") + f"\n{said}\n".encode()
    assert read("a.txt", data).is_plan is True


def test_the_word_secret_within_a_sentence_is_no_stamp():
    data = plan_with(
        "Thông tin đúng", "Giữ bí mật nhà nước; mật khẩu đặt đủ mạnh. Thông tin đúng"
    )
    assert read("a.txt", data).is_plan is True


def test_a_pdf_without_letters_is_scanned():
    assert code_of("a.pdf", pdf_of()) == "scanned"


def test_a_damaged_pdf_is_corrupt():
    assert code_of("a.pdf", b"%PDF-1.7\n" + b"x" * 500) == "corrupt"


def test_a_pdf_that_is_not_vietnamese_is_refused():
    assert (
        code_of("a.pdf", pdf_of(*["The quick brown fox jumps over the dog."] * 8))
        == "unusable-text"
    )


def test_an_old_word_file_without_a_converter_is_refused(monkeypatch):
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    data = OLE + b"\0" * 1024 + "WordDocument".encode("utf-16-le") + b"\0" * 512
    assert code_of("a.doc", data) == "converter-missing"


def test_a_pdf_without_pypdf_is_refused(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    assert code_of("a.pdf", pdf_of("x")) == "converter-missing"


def test_a_damaged_word_file_is_refused_or_read_but_never_an_error():
    whole = docx_of(word_plan("Nội dung của kế hoạch."))
    chance = random.Random(30)
    for _each in range(200):
        damaged = bytearray(whole)
        for place in chance.choices(range(len(whole)), k=chance.randint(1, 40)):
            damaged[place] ^= chance.randint(1, 255)
        with contextlib.suppress(ReadingRefused):
            read("hỏng.docx", bytes(damaged))


def test_the_name_of_a_file_is_composed():
    name = unicodedata.normalize("NFD", "kế hoạch.txt")

    assert read(name, plan_with()).file == "kế hoạch.txt"


@pytest.mark.parametrize("odd", ["\n", "\x1b", "\udcff", "\u202e"])
def test_what_is_no_letter_in_the_name_of_a_file_is_not_kept(odd):
    assert read(f"kế{odd}hoạch.txt", plan_with()).file == "kế?hoạch.txt"
