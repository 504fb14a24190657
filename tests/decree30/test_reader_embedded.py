"""Word files that hold more than their text: nothing of it is lost unsaid."""

from __future__ import annotations

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.refusals import ReadingRefused
from wagtail_kehoach.manuscripts import reader as manuscripts

from .build import close, word_plan

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OBJECT = f"""<w:r xmlns:w="{W}"><w:object>
<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/></v:shape>
<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/>
</w:object></w:r>"""
PICTURE = f"""<w:r xmlns:w="{W}"><w:drawing>
<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>"""


def with_another_document() -> bytes:
    """Return a plan that shows a page of HTML with a secrecy mark."""
    document = word_plan("I. NỘI DUNG")
    chunk = Part(
        PackURI("/word/them.html"),
        "text/html",
        "<p>TỐI MẬT</p>".encode(),
        document.part.package,
    )
    key = document.part.relate_to(chunk, RELATIONSHIP_TYPE.A_F_CHUNK)
    shown = f'<w:altChunk xmlns:w="{W}" xmlns:r="{R}" r:id="{key}"/>'
    document.element.body.insert(3, parse_xml(shown))
    return close(document)


@pytest.mark.parametrize("reader", [read, manuscripts.read])
def test_a_file_that_shows_another_document_is_refused(reader):
    with pytest.raises(ReadingRefused) as refusal:
        reader("a.docx", with_another_document())
    assert refusal.value.code == "document-within"


def warnings_of(document: docx.document.Document) -> dict[str, str | None]:
    found = read("a.docx", close(document)).warnings
    return {w.code: w.original for w in found if w.code.endswith("-left-out")}


def test_pictures_and_objects_that_are_not_read_are_counted():
    document = word_plan("I. NỘI DUNG")
    for drawn in (PICTURE, PICTURE, OBJECT):
        document.add_paragraph()._p.append(parse_xml(drawn))

    assert warnings_of(document) == {
        "pictures-left-out": "2 hình ảnh",
        "objects-left-out": "1 đối tượng nhúng",
    }


def test_a_plan_of_text_alone_has_nothing_left_out():
    assert warnings_of(word_plan("I. NỘI DUNG")) == {}


CHART = f"""<w:r xmlns:w="{W}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:drawing><a:graphic>
<a:graphicData><c:chart/></a:graphicData></a:graphic></w:drawing></w:r>"""


def test_charts_are_counted_with_the_pictures():
    document = word_plan("I. NỘI DUNG")
    document.add_paragraph()._p.append(parse_xml(CHART))

    assert warnings_of(document) == {"pictures-left-out": "1 hình ảnh"}


def test_what_page_headers_and_footers_show_is_counted():
    document = word_plan("I. NỘI DUNG")
    section = document.sections[0]
    for place, drawn in ((section.header, PICTURE), (section.footer, CHART)):
        place.paragraphs[0]._p.append(parse_xml(drawn))
    section.footer.paragraphs[0]._p.append(parse_xml(OBJECT))

    assert warnings_of(document) == {
        "pictures-left-out": "2 hình ảnh",
        "objects-left-out": "1 đối tượng nhúng",
    }
