"""A story from Word: every part where it stood, nothing guessed, nothing lost."""

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.decree30.build import NATION
from tests.manuscripts.build import (
    FIRST,
    LEAD,
    SECOND,
    TITLE,
    Story,
    picture,
    story,
)
from wagtail_kehoach.manuscripts.parts import (
    Heading,
    Items,
    Photo,
    Quotation,
    Span,
    Text,
)
from wagtail_kehoach.manuscripts.reader import read


def read_story(made: Story):
    return read("bai.docx", made.file())


def plain(*body: str) -> Story:
    """A story with a title and these paragraphs."""
    made = Story()
    made.title()
    for text in body or (FIRST, SECOND):
        made.says(text)
    return made


def kinds(manuscript) -> list[str]:
    return [type(block).__name__ for block in manuscript.blocks]


def texts(manuscript) -> list[str]:
    return [b.line.text for b in manuscript.blocks if isinstance(b, Text)]


def test_a_story_is_read_in_its_order():
    said = read_story(story())

    assert (said.title, said.lead) == (TITLE, LEAD)
    assert said.byline == ["Người viết: Tổ Ngữ văn"]
    assert kinds(said) == ["Text", "Photo", "Heading", "Text", "Photo"]
    assert said.blocks[2] == Heading("Người học lớn tuổi nhất")
    assert texts(said) == [FIRST, SECOND]
    assert [(p.caption, p.description) for p in said.photos] == [
        ("Ảnh 1. Cô Lan trong giờ học tối", "Cô Lan bên bảng đen, cạnh ngọn đèn dầu"),
        ("Bà Tư đọc chữ", ""),
    ]
    assert (said.left_out, said.not_taken) == ([], [])


def test_styles_of_word_name_title_headings_quotations_and_lists():
    made = Story()
    made.says("Cô Lan", style="Title")
    made.says(FIRST)
    made.says("Những bài học đầu tiên", style="Heading 2")
    made.says("Cô dạy cho đến khi ai cũng đọc được.", style="Intense Quote")
    made.says("Bút", style="List Bullet")
    made.says("Vở", style="List Bullet")
    made.says("Đọc", style="List Number")
    made.says("Viết", style="List Number")

    said = read_story(made)

    assert said.title == "Cô Lan"
    assert said.blocks[1:3] == [
        Heading("Những bài học đầu tiên"),
        Quotation("Cô dạy cho đến khi ai cũng đọc được."),
    ]
    lists = [block for block in said.blocks if isinstance(block, Items)]
    assert [([line.text for line in one.lines], one.ordered) for one in lists] == [
        (["Bút", "Vở"], False),
        (["Đọc", "Viết"], True),
    ]


def test_bold_italic_and_links_are_kept():
    made = plain(FIRST)
    paragraph = made.says("Lớp của ")
    paragraph.add_run("cô Lan").bold = True
    paragraph.add_run(" rất ")
    paragraph.add_run("vui").italic = True
    link = OxmlElement("w:hyperlink")
    target = made.word.part.relate_to(
        "https://truong.example/lop",
        docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK,
        True,
    )
    link.set(qn("r:id"), target)
    link.append(paragraph.add_run(", xem thêm")._element)
    paragraph._element.append(link)

    *_others, last = read_story(made).blocks

    assert last.line.spans == (
        Span("Lớp của "),
        Span("cô Lan", bold=True),
        Span(" rất "),
        Span("vui", italic=True),
        Span(", xem thêm", address="https://truong.example/lop"),
    )


def test_a_link_that_is_no_web_address_leads_nowhere():
    made = plain(FIRST)
    paragraph = made.says("Xem ")
    link = OxmlElement("w:hyperlink")
    target = made.word.part.relate_to(
        "javascript:alert(1)", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    link.set(qn("r:id"), target)
    link.append(paragraph.add_run("ở đây")._element)
    paragraph._element.append(link)

    assert read_story(made).blocks[-1].line.spans == (Span("Xem ở đây"),)


def test_what_stands_above_the_title_is_left_out_and_told():
    made = Story()
    header = made.word.add_table(1, 2)
    header.cell(0, 0).text = "UBND XÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC HOA BAN"
    header.cell(0, 1).text = f"{NATION}\nSuối Trăng, ngày 05 tháng 9 năm 2026"
    made.says("BÀI DỰ THI VIẾT VỀ GƯƠNG NGƯỜI TỐT", bold=True, aligned="center")
    made.title()
    made.says("Tác giả: Lê Thị Nhung", aligned="center")
    made.says("Đơn vị: Tổ Ngữ văn", aligned="center")
    made.says(FIRST)

    said = read_story(made)

    assert said.title == TITLE
    assert said.byline == ["Tác giả: Lê Thị Nhung", "Đơn vị: Tổ Ngữ văn"]
    assert texts(said) == [FIRST]
    assert said.left_out == [
        "UBND XÃ SUỐI TRĂNG",
        "TRƯỜNG TIỂU HỌC HOA BAN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Suối Trăng, ngày 05 tháng 9 năm 2026",
        "BÀI DỰ THI VIẾT VỀ GƯƠNG NGƯỜI TỐT",
    ]


def test_a_title_may_begin_with_the_name_of_the_school():
    made = Story()
    made.says("TRƯỜNG HOA BAN MỞ LỚP HỌC TỐI", bold=True, aligned="center")
    made.says(FIRST)
    made.says(SECOND)

    said = read_story(made)

    assert (said.title, said.left_out) == ("TRƯỜNG HOA BAN MỞ LỚP HỌC TỐI", [])


def test_a_title_goes_on_in_a_line_that_looks_the_same():
    made = Story()
    made.says("CÔ LAN", bold=True, aligned="center")
    made.says("VÀ LỚP HỌC BÊN SUỐI", bold=True, aligned="center")
    made.says(FIRST)
    made.says(SECOND)

    assert read_story(made).title == "CÔ LAN VÀ LỚP HỌC BÊN SUỐI"


def test_without_a_clear_title_and_opening_nothing_is_guessed():
    made = Story()
    made.says(FIRST)
    made.says(SECOND)

    said = read_story(made)

    assert (said.title, said.lead, said.byline) == ("", "", [])
    assert texts(said) == [FIRST, SECOND]


def test_an_opening_that_is_too_long_stays_in_the_text():
    made = Story()
    made.title()
    made.says("Tối nào nhà cô cũng sáng đèn. " * 20, italic=True)
    made.says(FIRST)

    said = read_story(made)

    assert (said.lead, said.long_lead) == ("", True)
    assert len(texts(said)) == 2


def test_an_opening_may_stand_in_bold_above_a_heading():
    made = Story()
    made.title()
    made.says(LEAD, bold=True)
    made.says("Người học lớn tuổi nhất", bold=True, style="Heading 1")
    made.says(FIRST)

    said = read_story(made)

    assert said.lead == LEAD
    assert kinds(said) == ["Heading", "Text"]


def test_a_story_in_bold_all_through_has_no_opening():
    made = Story()
    made.title()
    for text in (LEAD, FIRST, SECOND):
        made.says(text, bold=True)

    said = read_story(made)

    assert said.lead == ""
    assert texts(said) == [LEAD, FIRST, SECOND]


def test_lines_of_a_dialogue_are_no_list():
    said = read_story(plain(FIRST, "- Em chào cô ạ!", "- Cô chào em."))

    assert texts(said)[1:] == ["- Em chào cô ạ!", "- Cô chào em."]


def test_photos_side_by_side_keep_their_captions():
    made = plain(FIRST)
    table = made.word.add_table(2, 2)
    for at, (colour, caption) in enumerate(
        [("red", "Hình 1. Đi"), ("blue", "Hình 2. Về")]
    ):
        run = table.cell(0, at).paragraphs[0].add_run()
        run.add_picture(io.BytesIO(picture(colour)), width=Cm(6))
        table.cell(1, at).text = caption
    made.says(SECOND)

    said = read_story(made)

    assert [photo.caption for photo in said.photos] == ["Hình 1. Đi", "Hình 2. Về"]
    assert kinds(said) == ["Text", "Photo", "Photo", "Text"]


def test_a_caption_may_stand_below_the_picture_in_its_paragraph():
    made = plain(FIRST)
    paragraph = made.word.add_paragraph()
    paragraph.add_run().add_picture(io.BytesIO(picture()), width=Cm(8))
    paragraph.add_run("\nẢnh: Cô Lan trên lớp")
    made.says(SECOND)

    said = read_story(made)

    assert said.photos[0].caption == "Ảnh: Cô Lan trên lớp"
    assert texts(said) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("caption", "looks"),
    [
        ("Ảnh: Tổ Ngữ văn", {}),
        ("Hình 1. Các em đọc sách", {}),
        ("Các em đọc sách dưới gốc bàng", {"italic": True}),
        ("Các em đọc sách dưới gốc bàng", {"aligned": "center"}),
    ],
)
def test_a_short_line_set_apart_below_a_picture_is_its_caption(caption, looks):
    made = plain(FIRST)
    made.shows(picture())
    made.says(caption, **looks)
    made.says(SECOND)

    said = read_story(made)

    assert said.photos[0].caption == caption
    assert texts(said) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("“Cô ơi, em đọc được rồi!”", {"italic": True}),
        (f"{SECOND} {SECOND}", {"italic": True}),
        ("Các em đọc sách", {"italic": True, "aligned": "right"}),
        ("Các em đọc sách", {"bold": True, "aligned": "center"}),
    ],
)
def test_what_may_be_text_below_a_picture_stays_in_the_text(line, looks):
    made = plain(FIRST)
    made.shows(picture())
    made.says(line, **looks)
    made.says(SECOND)

    said = read_story(made)

    assert said.photos[0].caption == ""


def test_a_line_set_apart_that_follows_no_picture_stays_in_the_text():
    made = plain(FIRST)
    made.shows(picture())
    made.says(SECOND)
    made.says("Các em đọc sách dưới gốc bàng", italic=True)
    made.says(FIRST)

    said = read_story(made)

    assert said.photos[0].caption == ""
    assert "Các em đọc sách dưới gốc bàng" in texts(said)


def test_a_paragraph_below_a_picture_is_no_caption_by_itself():
    made = plain(FIRST)
    made.shows(picture())
    made.says("Sáng hôm sau cả bản đi học.")
    made.says(SECOND)

    said = read_story(made)

    assert said.photos[0].caption == ""
    assert texts(said) == [FIRST, "Sáng hôm sau cả bản đi học.", SECOND]


def test_a_table_is_shown_and_not_dropped():
    made = plain(FIRST)
    table = made.word.add_table(2, 2)
    for at, text in enumerate(["Năm", "Học viên", "2025", "32"]):
        table.cell(*divmod(at, 2)).text = text
    made.says(SECOND)

    [lost] = read_story(made).not_taken

    assert (lost.code, lost.rows) == ("table", (("Năm", "Học viên"), ("2025", "32")))
    assert FIRST.startswith(lost.after)


def test_a_note_in_the_margin_is_told_and_a_page_number_is_not():
    made = plain()
    footer = made.word.sections[0].footer
    footer.paragraphs[0].text = "Bản nháp lần 2"
    footer.add_paragraph("Trang 1")

    assert read_story(made).left_out == ["Bản nháp lần 2"]


def test_what_was_deleted_under_review_does_not_come_back():
    made = plain(FIRST)
    paragraph = made.says("Cô dạy chữ.")
    gone = OxmlElement("w:del")
    run = paragraph.add_run(" Cô bị phê bình.")._element
    run.find(qn("w:t")).tag = qn("w:delText")
    gone.append(run)
    paragraph._element.append(gone)

    assert texts(read_story(made))[-1] == "Cô dạy chữ."


def test_letters_are_composed():
    made = plain("Cô gi\u0061\u0301o Lan dạy học tám năm liền ở bản.")

    assert texts(read_story(made)) == ["Cô giáo Lan dạy học tám năm liền ở bản."]


@pytest.mark.parametrize("aligned", ["right", "left"])
def test_a_name_at_the_end_is_who_wrote_it_only_where_it_is_set_apart(aligned):
    made = plain(FIRST, SECOND)
    made.says("Lê Thị Nhung", bold=True, aligned=aligned)

    said = read_story(made)

    assert said.byline == (["Lê Thị Nhung"] if aligned == "right" else [])


def test_photos_are_those_of_the_file():
    said = read_story(story())

    assert all(isinstance(photo, Photo) for photo in said.photos)
    assert said.photos[1].data == picture("navy")
