"""What a result shows of a text."""

import pytest

from wagtail_kehoach.search.excerpts import LENGTH, excerpts

FAR = "Hình ảnh đăng lên phải rõ. " + "Nhà trường giữ lời. " * 30
BETWEEN = "Nội dung khác của buổi học. " * 20


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (FAR + "Tấm gương điển hình của trường.", "<mark>điển hình</mark>"),
        (FAR + "Bảng điện, in hình sen.", "<mark>điện</mark>, in <mark>hình</mark>"),
        (FAR + BETWEEN + "Bảng điện mới.", "<mark>Hình</mark> ảnh"),
    ],
)
def test_it_shows_the_words_where_they_stand_closest(text, shown):
    [excerpt] = excerpts([text], "dien hinh")

    assert shown in excerpt


def test_it_begins_and_ends_with_whole_words():
    [excerpt] = excerpts([FAR + "Gương điển hình. " + BETWEEN], "dien hinh")

    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    plain = excerpt.replace("<mark>", "").replace("</mark>", "").strip("… ")
    assert len(plain) <= LENGTH
    assert plain in FAR + "Gương điển hình. " + BETWEEN


def test_what_looks_like_markup_is_escaped():
    [excerpt] = excerpts(["<b>điển hình</b> & hơn nữa"], "dien hinh")

    assert excerpt == "&lt;b&gt;<mark>điển hình</mark>&lt;/b&gt; &amp; hơn nữa"


MANY = "Hiện tượng điện hình thành. "


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        (MANY + "Gương điển hình.", "điển hình", "Gương <mark>điển hình</mark>"),
        (MANY + "Gương ĐIỂN HÌNH.", "điển hình", "<mark>ĐIỂN HÌNH</mark>"),
        (MANY * 300 + "Gương điển hình.", "điển", "Gương <mark>điển</mark> hình"),
        ("Văn hóa đọc, hoa sen.", "văn hoá", "<mark>Văn hóa</mark> đọc, hoa"),
        ("Kĩ sư, kỳ thi.", "kỹ sư", "<mark>Kĩ sư</mark>, kỳ"),
    ],
)
def test_words_with_the_accents_that_were_typed_are_marked(text, query, shown):
    [excerpt] = excerpts([text], query)

    assert shown in excerpt
    assert "<mark>điện" not in excerpt


@pytest.mark.parametrize("query", ["dien hinh", "điễn hinh", "dien điễn"])
def test_words_with_other_accents_are_marked_where_the_text_has_no_others(query):
    [excerpt] = excerpts(["Gương điển hình."], query)

    assert "<mark>điển" in excerpt


@pytest.mark.parametrize("before", range(232, 240))
def test_an_excerpt_is_two_lines_wherever_its_last_word_ends(before):
    text = "sen " + "x" * (before - 5) + " sen " + "nở rộ " * 200

    (cut,) = excerpts([text], "sen")

    assert len(cut) < 300


@pytest.mark.parametrize(
    ("query", "begun", "marked"),
    [
        ("ke ho", False, "<mark>Kế hoạch</mark>"),
        ("truyền thôn", True, "<mark>truyền thông</mark>"),
        ("nam 2", False, "<mark>năm</mark> 2026"),
    ],
)
def test_a_word_that_was_half_typed_is_marked_whole(query, begun, marked):
    [cut] = excerpts(["Kế hoạch truyền thông năm 2026"], query, begun=begun)

    assert marked in cut


OTHERS = "Lớp 20 nộp ngày 20/01/2027, 12 em họp ngày 11/5/2026. " * 100


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("20/11/2026", "20/11/2026"),
        ("20-11-2026", "20.11.2026"),
        ("ngày 20 tháng 11 năm 2026", "20/11/2026"),
        ("20/11/2026", "20 tháng 11 năm 2026"),
        ("5/11/2026", "05/11/2026"),
        ("tháng 11/2026", "11 năm 2026"),
        ("12/kh-thcsbm", "12/KH-THCSBM"),
        ("12/QD", "12/QĐ"),
    ],
)
def test_a_day_or_a_number_is_shown_where_it_stands_whole(query, written):
    [cut] = excerpts([f"{OTHERS}Văn bản {written} của trường."], query)

    assert f"Văn bản <mark>{written}</mark> của" in cut
    assert cut.count("<mark>") == 1


def test_the_parts_of_a_number_are_marked_where_it_stands_nowhere_whole():
    [cut] = excerpts(["Kế hoạch 12 của trường, KH-THCSBM."], "12/KH-THCSBM")

    assert "<mark>12</mark>" in cut
