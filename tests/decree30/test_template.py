"""A school's own Word template: what it may ask for, and what it may not do."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from wagtail_kehoach.decree30 import template
from wagtail_kehoach.decree30.parts import (
    Annex,
    Basis,
    Document,
    Heading,
    Paragraph,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from wagtail_kehoach.decree30.refusals import TemplateRefused
from wagtail_kehoach.decree30.template import fill, missing_places
from wagtail_kehoach.decree30.word import drafting, placeholders

from .build import docx_of

PLAN = Document(
    kind="kế hoạch",
    issuer_parent="UBND xã Suối Trăng",
    issuer="Trường Tiểu học Hoa Ban",
    symbol="KH-THHB",
    place="Suối Trăng",
    title="Truyền thông <năm học> & hè",
    bases=[Basis("Căn cứ Luật Giáo dục;"), Basis("Căn cứ tình hình thực tế;")],
    body=[
        Heading("I", "MỤC ĐÍCH", 1),
        Paragraph("Cha mẹ hiểu việc học."),
        Table([["Việc", "Ai"], ["Đăng tin", "Tổ VP"]], header_rows=1),
    ],
    tasks=[
        Task("Đăng tin", "Tổ VP", dt.date(2026, 9, 15), expected_result="04 tin"),
        Task("Viết gương tốt", deadline_text="Tháng 11", supporting=["Đoàn", "Đội"]),
    ],
    reporting=[ReportingDuty("Báo cáo tổng kết", dt.date(2027, 5, 25), "UBND xã")],
    recipients=[Recipient("UBND xã (để b/c)"), Recipient("Lưu: VT")],
    signatory=Signatory(None, "Hiệu trưởng", "Lò Thị Mai"),
)


def template_of(*paragraphs: str, header: str = "") -> bytes:
    """A template with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    return docx_of(document)


def filled(*paragraphs: str, plan: Document = PLAN, **said):
    """The same with the plan in it, opened."""
    return docx.Document(io.BytesIO(fill(plan, template_of(*paragraphs, **said))))


def lines(*paragraphs: str, **said) -> list[str]:
    """What the filled-in template prints."""
    return [p.text for p in filled(*paragraphs, **said).paragraphs]


def refusal(*paragraphs: str) -> TemplateRefused:
    """Why a template with these paragraphs is refused."""
    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, template_of(*paragraphs))
    return caught.value


def test_parts_stand_where_their_names_stood():
    assert lines(
        "{{ co_quan_chu_quan }} / {{ co_quan_ban_hanh }}",
        "{{ ten_loai }}: {{ trich_yeu }}",
        "{{ dia_danh_ngay }}",
        "Số: {{ so_ky_hieu }}",
        "{{ chuc_vu_ky }} {{ nguoi_ky }}",
    ) == [
        "UBND XÃ SUỐI TRĂNG / TRƯỜNG TIỂU HỌC HOA BAN",
        "KẾ HOẠCH: Truyền thông <năm học> & hè",
        "Suối Trăng, ngày        tháng        năm       ",
        "Số:         /KH-THHB",
        "HIỆU TRƯỞNG Lò Thị Mai",
    ]


def test_a_list_is_repeated_by_paragraphs():
    printed = lines("{%p for c in can_cu %}", "{{ c }}", "{%p endfor %}", "Hết.")

    assert printed == ["Căn cứ Luật Giáo dục;", "Căn cứ tình hình thực tế.", "Hết."]


def test_tasks_are_repeated_by_rows():
    document = docx.Document()
    table = document.add_table(3, 5)
    table.cell(0, 0).text = "{%tr for nv in nhiem_vu %}"
    fields = ("stt", "noi_dung", "phoi_hop", "thoi_gian", "ket_qua")
    for cell, field in zip(table.rows[1].cells, fields, strict=True):
        cell.text = f"{{{{ nv.{field} }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document))))

    assert [[c.text for c in row.cells] for row in made.tables[0].rows] == [
        ["1", "Đăng tin", "", "15/09/2026", "04 tin"],
        ["2", "Viết gương tốt", "Đoàn; Đội", "Tháng 11", ""],
    ]


def test_the_whole_text_takes_the_place_of_its_paragraph():
    made = filled("Trước", "{{p noi_dung }}", "Sau")

    printed = [(p.text, p.style.name) for p in made.paragraphs]
    assert printed == [
        ("Trước", "Normal"),
        ("I. MỤC ĐÍCH", "Heading 1"),
        ("Cha mẹ hiểu việc học.", "VB Noi dung"),
        ("./.", "VB Noi dung"),
        ("Sau", "Normal"),
    ]
    assert [c.text for c in made.tables[0].rows[1].cells] == ["Đăng tin", "Tổ VP"]


WITH_ANNEX = Document(
    annexes=[Annex("Phụ lục I: Lịch", [Paragraph("Thứ Hai: tổ Văn.")])]
)


def test_annexes_at_the_end_start_a_page():
    made = filled("Ký tên", "{{p phu_luc }}", "", plan=WITH_ANNEX)

    printed = [p.text for p in made.paragraphs if p.text]
    assert [*printed[:3], printed[-1]] == [
        *("Ký tên", "Phụ lục I", "LỊCH", "Thứ Hai: tổ Văn."),
    ]
    assert len(made.sections) == 2


def test_annexes_before_the_end_run_on_with_the_text():
    printed = lines("Trước", "{{p phu_luc }}", "Ký tên", plan=WITH_ANNEX)

    assert printed == ["Trước", "Phụ lục I: Lịch", "Thứ Hai: tổ Văn.", "Ký tên"]


def test_annexes_in_a_section_of_their_own_leave_no_empty_page():
    document = docx.Document()
    document.add_paragraph("Ký tên")
    document.add_section()
    document.add_paragraph("{{p phu_luc }}")

    made = docx.Document(io.BytesIO(fill(WITH_ANNEX, docx_of(document))))

    assert len(made.sections) == 2
    assert made.paragraphs[-2].text == "Phụ lục I: Lịch"


@pytest.mark.parametrize("plan", [Document(), WITH_ANNEX])
def test_a_cell_always_ends_with_a_paragraph(plan):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{{p phu_luc }}"
    table = Annex("", [Table([["a"]])])

    data = fill(
        dataclasses.replace(plan, annexes=[*plan.annexes, table]), docx_of(document)
    )

    [made] = docx.Document(io.BytesIO(data)).tables[0]._cells
    assert made._tc[-1].tag == qn("w:p")


def test_a_file_says_nothing_about_the_author_of_its_template():
    document = docx.Document()
    document.core_properties.author = document.core_properties.title = "Máy của tôi"

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document)))).core_properties

    assert made.author == made.last_modified_by == "Trường Tiểu học Hoa Ban"
    assert made.title == "Kế hoạch Truyền thông <năm học> & hè"


def test_a_head_who_signs_has_no_line_above_the_office():
    plan = Document(signatory=Signatory("HIỆU TRƯỞNG", "Hiệu trưởng", "Lò Thị Mai"))

    assert lines("{{ quyen_han_ky }}|{{ chuc_vu_ky }}", plan=plan) == ["|HIỆU TRƯỞNG"]


def test_a_style_of_the_template_is_kept():
    document = docx.Document()
    document.styles.add_style("VB Noi dung", 1).font.size = docx.shared.Pt(20)
    document.add_paragraph("{{p noi_dung }}")

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document))))

    assert made.styles["VB Noi dung"].font.size == docx.shared.Pt(20)


def test_the_page_header_is_filled_in_too():
    made = filled("x", header="{{ du_thao }} {{ co_quan_ban_hanh }}")

    header = made.sections[0].header.paragraphs[0].text
    assert header == "BẢN DỰ THẢO TRƯỜNG TIỂU HỌC HOA BAN"


def headers_of(template: bytes, *, draft: bool = True) -> list[str]:
    """What stands at the top of pages: of the first section, then of those that differ."""
    word = docx.Document(io.BytesIO(fill(PLAN, template, draft=draft)))
    texts = [node.text or "" for node in word.element.iter(qn("w:t"))]
    assert drafting.SIGN not in "".join(texts)
    found = [
        header
        for section in word.sections
        for header in (
            section.header, section.first_page_header, section.even_page_header
        )
        if not header.is_linked_to_previous
    ]  # fmt: skip
    said = ["|".join(p.text for p in header.paragraphs) for header in found]
    return [text for text in said if text]


def test_a_template_without_a_place_for_the_mark_is_marked():
    assert headers_of(template_of("{{ trich_yeu }}")) == ["BẢN DỰ THẢO"]
    assert headers_of(template_of("{{ trich_yeu }}"), draft=False) == []


def test_the_mark_stands_above_what_the_header_says():
    assert headers_of(template_of("x", header="Trường")) == ["BẢN DỰ THẢO|Trường"]


@pytest.mark.parametrize(
    "text",
    [
        "{% if so == '99' %}{{ du_thao }}{% endif %}",
        "{# du_thao #}",
        "Góp ý cho BẢN DỰ THẢO",
    ],
)
def test_a_place_that_prints_no_mark_is_none(text):
    assert headers_of(template_of(text)) == ["BẢN DỰ THẢO"]


def test_a_hidden_mark_is_none():
    document = docx.Document()
    document.add_paragraph().add_run("{{ du_thao }}").font.hidden = True

    assert headers_of(docx_of(document)) == ["BẢN DỰ THẢO"]


@pytest.mark.parametrize("text", ["{{ du_thao }}", "{{ du_thao|lower }}: nháp"])
def test_a_template_with_a_place_for_the_mark_is_marked_once(text):
    assert headers_of(template_of(text)) == []
    assert lines(text)[0].upper().count("BẢN DỰ THẢO") == 1


def test_a_mark_in_a_header_that_no_page_shows_is_none():
    document = docx.Document()
    section = document.sections[0]
    section.first_page_header.paragraphs[0].text = "{{ du_thao }}"

    assert "BẢN DỰ THẢO" in headers_of(docx_of(document))


def test_every_kind_of_page_is_marked():
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.add_section().different_first_page_header_footer = True
    third = document.add_section().header
    third.is_linked_to_previous = False
    third.paragraphs[0].text = "Phần ba"

    assert headers_of(docx_of(document)) == [
        *["BẢN DỰ THẢO"] * 3,
        "BẢN DỰ THẢO|Phần ba",
    ]


def test_what_is_not_there_can_be_left_out():
    asked = "{% if so %}Số {{ so }}{% else %}Chưa có số{% endif %}"

    assert lines(asked) == ["Chưa có số"]


def test_letters_that_a_word_file_cannot_hold_are_dropped():
    assert lines("{{ trich_yeu }}", plan=Document(title="Tin\x00 tức\x0b")) == [
        "Tin tức"
    ]


@pytest.mark.parametrize(
    ("asked", "code", "detail", "near"),
    [
        ("{{ trich_yu }}", "unknown", "trich_yu", "trich_yeu"),
        ("{{ khong_co_gi_giong }}", "unknown", "khong_co_gi_giong", ""),
        ("{% for v in nhiem_vu %}{{ v.ten }}{% endfor %}", "unknown", "ten", ""),
        ("{{ trich_yeu", "syntax", "", "{{ trich_yeu"),
        ("{{ trich yeu }}", "syntax", "", ""),
        ("{% if so %}Số", "syntax", "", ""),
        ("{{ can_cu }}", "list", "can_cu", ""),
        ("Nội dung: {{ noi_dung }}", "block", "noi_dung", ""),
        ("{{ phu_luc }}", "block", "phu_luc", ""),
        ("{{r noi_dung }}", "block", "noi_dung", ""),
        ("Trước {{p noi_dung }} sau", "block", "noi_dung", ""),
        ("{{p noi_dung }}./.", "block", "noi_dung", ""),
        ("{{p noi_dung }}{{p phu_luc }}", "block", "noi_dung", ""),
        ("{{p (noi_dung) }}", "block", "noi_dung", ""),
        ('{{p "" or noi_dung }}', "block", "noi_dung", ""),
        ("{{ (noi_dung) }}", "block", "noi_dung", ""),
        ("{{p noi_dung }}\t", "beside", "{{p noi_dung }}", ""),
        ("{{p noi_dung }}\n", "beside", "{{p noi_dung }}", ""),
        ("{{p trich_yeu }}", "plain", "{{p trich_yeu }}", ""),
        ("{{r trich_yeu }}", "plain", "{{r trich_yeu }}", ""),
    ],
)
def test_a_mistake_is_named(asked, code, detail, near):
    found = refusal(asked)

    assert (found.code, found.detail, found.near) == (code, detail, near)


def test_a_picture_beside_a_whole_text_is_not_lost():
    document = docx.Document()
    run = document.add_paragraph("{{p noi_dung }}").add_run()
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    run.add_picture(picture)

    with pytest.raises(TemplateRefused, match="beside"):
        fill(PLAN, docx_of(document))


@pytest.mark.parametrize(
    "lines",
    [
        ("Căn cứ: {%p for c in can_cu %}", "{{ c }}", "{%p endfor %}"),
        ("{%p for c in can_cu %}", "{{ c }}", "{%p endfor %} Hết."),
        ("{%p if so %} Số", "{%p endif %}"),
    ],
)
def test_words_beside_a_mark_that_takes_a_paragraph_are_not_lost(lines):
    found = refusal(*lines)

    assert found.code == "beside"
    assert found.where in lines


def test_words_in_a_row_that_disappears_are_not_lost():
    rows = ["{%tr for v in nhiem_vu %}", "Chủ trì"], ["{{ v.stt }}", ""]

    with pytest.raises(TemplateRefused, match="beside"):
        fill(PLAN, in_a_table(*rows, ["{%tr endfor %}", ""]))


def test_words_beside_a_mark_in_a_header_are_not_lost():
    document = docx.Document()
    header = document.sections[0].header
    for text in ("Số {%p if so %}", "{{ so }}", "{%p endif %}"):
        header.add_paragraph(text)

    with pytest.raises(TemplateRefused, match="beside") as caught:
        fill(PLAN, docx_of(document))

    assert (caught.value.part, caught.value.where) == ("header", "Số {%p if so %}")


@pytest.mark.parametrize("parts", [("{{p noi_dung }} ",), ("{", "{p noi", "_dung}}")])
def test_a_whole_text_has_its_paragraph_however_word_wrote_that(parts):
    document = docx.Document()
    paragraph = document.add_paragraph()
    for part in parts:
        paragraph.add_run(part)

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document))))

    assert made.paragraphs[0].text == "I. MỤC ĐÍCH"


def test_a_wrong_name_is_found_where_there_is_nothing_to_list():
    asked = template_of("{% for v in nhiem_vu %}{{ v.ten }}{% endfor %}")

    with pytest.raises(TemplateRefused, match="unknown"):
        fill(Document(), asked)


@pytest.mark.parametrize(
    "asked",
    [
        "{{ trich_yeu.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ trich_yeu.format(1) }}",
        "{{ trich_yeu|attr('__class__') }}",
        "{{ can_cu|join(attribute='__class__') }}",
        "{{ can_cu[0] }}",
        "{{ trich_yeu|join('x') }}",
        "{{ 'a' * 999999999 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{% for i in range(10) %}{% endfor %}",
        "{% for a in can_cu %}{% for b in can_cu %}x{% endfor %}{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% set a = 1 %}",
        "{% macro m() %}{% endmacro %}",
    ],
)
def test_a_template_shows_and_does_nothing_else(asked):
    assert refusal(asked).code == "not-allowed"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("{{p noi_dung|upper }}", "not-allowed"),
        ("{{ can_cu|join(trich_yeu) }}", "not-allowed"),
        ("{% for i in range(10**9) %}x{% endfor %}", "not-allowed"),
        ("{{ cycler.__init__.__globals__ }}", "unknown"),
        ("{{ trich_yeu|replace('a', 'b') }}", "not-allowed"),
        ("{% while True %}", "syntax"),
    ],
)
def test_what_would_run_on_is_refused(asked, code):
    assert refusal(asked).code == code


def test_the_whole_text_has_one_place():
    found = refusal("{{p noi_dung }}", "{{p noi_dung }}")

    assert (found.code, found.detail) == ("not-allowed", "noi_dung")


def test_marks_are_not_printed_as_they_are_written():
    found = refusal("{% raw %}{{ trich_yeu }}{% endraw %}")

    assert (found.code, found.detail) == ("not-allowed", "raw")


def test_the_whole_text_is_not_repeated():
    found = refusal("{%p for v in nhiem_vu %}", "{{p noi_dung }}", "{%p endfor %}")

    assert (found.code, found.detail) == ("not-allowed", "noi_dung")


@pytest.mark.parametrize("text", ["{{p noi_dung }}", "{{ can_cu|join('; ') }}"])
def test_a_plan_is_not_printed_a_thousand_times(text):
    plan = Document(
        bases=[Basis("Căn cứ " * 300)] * 30, body=[Paragraph("Dài. " * 10_000)]
    )

    with pytest.raises(TemplateRefused, match="too-large"):
        fill(plan, template_of(*[text] * 900))


def test_a_mistake_has_its_place():
    with pytest.raises(TemplateRefused) as in_text:
        fill(PLAN, template_of("Đầu", "Về việc: {{ khong_co_gi }} nhé"))
    with pytest.raises(TemplateRefused) as in_header:
        fill(PLAN, template_of("x", header="Số {{ khong_co_gi }}"))
    with pytest.raises(TemplateRefused) as unclosed:
        fill(PLAN, template_of("x", header="Số {{ so"))

    assert in_text.value.where == "Về việc: {{ khong_co_gi }} nhé"
    assert (in_text.value.part, in_header.value.part) == ("", "header")
    assert in_header.value.where == "Số {{ khong_co_gi }}"
    assert (unclosed.value.part, unclosed.value.near) == ("header", "{{ so")


def in_a_table(*rows):
    document = docx.Document()
    document.add_paragraph("TRƯỜNG THCS")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Nơi nhận")
    return docx_of(document)


@pytest.mark.parametrize(
    ("template", "place"),
    [
        (
            template_of("KẾ HOẠCH", "Về {{ khong_co }}", "Nơi nhận"),
            ("KẾ HOẠCH", "Về {{ khong_co }}", "Nơi nhận"),
        ),
        (
            template_of(
                "KẾ HOẠCH", "", "{%p for v in khong_co %}", "x", "{%p endfor %}"
            ),
            ("KẾ HOẠCH", "{% for v in khong_co %}", "x"),
        ),
        (
            template_of("KẾ HOẠCH", "Số {{ so", "{{ trich_yeu }}"),
            ("KẾ HOẠCH", "Số {{ so", "{{ trich_yeu }}"),
        ),
        (
            template_of("KẾ HOẠCH", "{% if so %}Số", "Nơi nhận", "{{ trich_yeu }}"),
            ("KẾ HOẠCH", "{% if so %}Số", "Nơi nhận"),
        ),
        (
            template_of("KẾ HOẠCH", "Nội dung: {{ noi_dung }}", "Nơi nhận"),
            ("KẾ HOẠCH", "Nội dung: {{ noi_dung }}", "Nơi nhận"),
        ),
        (
            template_of("KẾ HOẠCH", "Trước {{p noi_dung }} sau", "Nơi nhận"),
            ("KẾ HOẠCH", "Trước {{p noi_dung }} sau", "Nơi nhận"),
        ),
        (
            in_a_table(["Nội dung", "Chủ trì"], ["{{ trich_yeu }}", "{{ can_cu }}"]),
            ("{{ trich_yeu }}", "{{ can_cu }}", "Nơi nhận"),
        ),
    ],
)
def test_the_place_of_a_mistake_is_its_paragraph_and_those_beside_it(template, place):
    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, template)

    refusal = caught.value
    assert (refusal.before, refusal.where, refusal.after) == place


def test_a_template_without_a_place_for_the_text_is_known():
    every = ["so_ky_hieu", "dia_danh_ngay", "trich_yeu", "chuc_vu_ky", "nguoi_ky"]
    lists = ["can_cu", "mo_dau", "noi_nhan", "noi_nhan_dien_tu"]
    lines = [f"{{{{ {name} }}}}" for name in every]
    lines += [f"{{{{ {name}|join('; ') }}}}" for name in lists]

    assert missing_places(template_of(*lines)) == ["noi_dung", "phu_luc"]
    assert missing_places(template_of(*lines, "{{p noi_dung }}")) == ["phu_luc"]
    assert missing_places(template_of("x", header="{{ so }}"))[0] == "dia_danh_ngay"


def test_the_original_has_a_place_for_everything():
    assert missing_places(template.original()) == []


def test_a_mistake_in_the_properties_has_its_place():
    document = docx.Document()
    document.core_properties.subject = "{{ khong_co_gi }}"

    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, docx_of(document))

    assert caught.value.part == "properties"


def test_a_whole_text_has_no_place_in_a_header():
    with pytest.raises(TemplateRefused, match="block") as caught:
        fill(PLAN, template_of("x", header="{{p phu_luc }}"))

    assert caught.value.part == "header"


def test_a_placeholder_that_word_parted_is_one():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for part in ("Về {", "{ tri", "ch_y", "eu }", "}"):
        paragraph.add_run(part).bold = len(part) % 2 == 0

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document))))

    assert made.paragraphs[0].text == "Về Truyền thông <năm học> & hè"


def test_a_placeholder_in_a_text_box_is_filled_in():
    document = docx.Document()
    run = document.add_paragraph().add_run()
    run._r.append(
        parse_xml(
            f"<w:pict {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><v:shape>"
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>{{ trich_yeu }}</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )

    made = docx.Document(io.BytesIO(fill(PLAN, docx_of(document))))

    texts = [node.text for node in made.element.iter(qn("w:t"))]
    assert texts == ["Truyền thông <năm học> & hè"]


def test_a_file_without_a_placeholder_is_no_template():
    with pytest.raises(TemplateRefused, match="no-placeholder"):
        template.try_out(template_of("Kế hoạch của năm ngoái"))


def test_a_template_of_words_own_kind_is_named():
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template_of("{{ so }}"))) as source,
        zipfile.ZipFile(stream, "w") as made,
    ):
        for name in source.namelist():
            data = source.read(name)
            made.writestr(
                name, data.replace(b"document.main+xml", b"template.main+xml")
            )

    with pytest.raises(TemplateRefused, match="dotx"):
        fill(PLAN, stream.getvalue())


def test_a_list_is_not_repeated_without_bound():
    plan = Document(tasks=[Task("Việc")] * 3000)
    asked = template_of("{% for v in nhiem_vu %}" + "x" * 10_000 + "{% endfor %}")

    with pytest.raises(TemplateRefused, match="too-large"):
        fill(plan, asked)


@pytest.mark.parametrize(
    "around", ["{asked}", "{{% for v in nhiem_vu %}}{asked}{{% endfor %}}"]
)
def test_a_list_is_not_joined_by_whole_pages(around):
    plan = Document(bases=[Basis("Căn cứ")] * 300, tasks=[Task("Việc")] * 300)
    length = 100_000 if around == "{asked}" else 1_000
    asked = "{{ can_cu|join('" + "x" * length + "') }}"

    with pytest.raises(TemplateRefused, match="too-large"):
        fill(plan, template_of(around.format(asked=asked)))


@pytest.mark.parametrize(
    "text", ["}}" * 900 + "{{r " * 900, "%}" * 900 + "{%tr " * 900, "{{ " * 2000]
)
@pytest.mark.parametrize("where", ["body", "header", "attribute"])
def test_marks_without_an_end_are_not_searched_for(text, where):
    document = docx.Document()
    if where == "header":
        document.sections[0].header.paragraphs[0].text = text
    elif where == "attribute":
        document.add_paragraph()._p.set("la", text)
    else:
        document.add_paragraph(text)
    document.add_paragraph("x" * 1_000_000)

    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, docx_of(document))

    assert caught.value.code in ("syntax", "too-large")


def test_what_is_nested_too_deeply_is_refused():
    deep = "{% if so %}" * 450 + "x" + "{% endif %}" * 450

    assert refusal(deep).code == "too-large"


def test_rows_cannot_be_repeated_outside_of_a_table():
    asked = template_of("{%tr for v in nhiem_vu %}", "{{ v.stt }}", "{%tr endfor %}")

    with pytest.raises(TemplateRefused):
        fill(PLAN, asked)


def test_a_word_file_without_a_document_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")

    with pytest.raises(TemplateRefused, match="corrupt"):
        fill(PLAN, stream.getvalue())


def test_more_placeholders_than_anybody_needs_are_refused():
    assert refusal("{{ so }}" * 1001).code == "too-large"


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/embeddings/tep.xlsx"])
def test_a_template_with_active_parts_is_refused(part):
    stream = io.BytesIO(template_of("x"))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(part, b"x")

    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, stream.getvalue())

    assert (caught.value.code, caught.value.detail) == ("active", part)


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_relation(document, part, kind: str) -> bytes:
    """A template that points at a file elsewhere."""
    part.relate_to("https://xa.example/tep", f"{RELATIONS}/{kind}", is_external=True)
    return docx_of(document)


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_a_template_that_fetches_files_is_refused(kind):
    document = docx.Document()

    with pytest.raises(TemplateRefused, match="active"):
        fill(PLAN, with_relation(document, document.part, kind))


def test_a_template_may_link_to_a_page():
    document = docx.Document()

    assert fill(PLAN, with_relation(document, document.part, "hyperlink"))


def test_the_file_that_a_template_was_made_from_is_forgotten():
    document = docx.Document()
    settings = document.part._settings_part

    made = fill(PLAN, with_relation(document, settings, "attachedTemplate"))

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert not any(b"xa.example" in part for part in parts)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "wrong-type"),
        (b"", "corrupt"),
        (b"PK\x03\x04 damaged", "corrupt"),
        (b"x" * (template.MAX_BYTES + 1), "too-large"),
    ],
)
def test_what_is_no_template_is_refused(data, code):
    with pytest.raises(TemplateRefused) as caught:
        fill(PLAN, data)

    assert caught.value.code == code


def test_without_the_library_the_reason_is_named(monkeypatch):
    monkeypatch.setattr(template, "find_spec", lambda name: None)

    assert refusal("x").code == "library-missing"


GUIDE = Path(__file__).parents[2] / "docs" / "vi" / "mau-word.md"


def test_the_guide_names_every_placeholder():
    known = placeholders.values(placeholders.ONE_OF_EACH, draft=True)
    fields = {
        name
        for items in known.values()
        for item in items[:1]
        if isinstance(item, dict)
        for name in item
    }

    told = set(re.findall(r"`([a-z_]+)`", GUIDE.read_text(encoding="utf-8")))

    assert {*known, *fields, *placeholders.WHOLE} - told == set()


def test_the_example_of_the_guide_works():
    example = GUIDE.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]

    printed = lines(*[line for line in example.splitlines() if line])

    assert printed[:2] == ["UBND XÃ SUỐI TRĂNG", "TRƯỜNG TIỂU HỌC HOA BAN"]
    assert "Căn cứ Luật Giáo dục;" in printed
    assert "I. MỤC ĐÍCH" in printed
    assert printed[-1] == "Lò Thị Mai"
