"""The text of a draft in the comparison: its headings, their levels, what the file lacks."""

import pytest
from bs4 import BeautifulSoup

from tests.decree30.build import close, word_plan
from tests.factories.pages import section
from wagtail_kehoach.models import PlanReading

from .imported import address, draft_of, imported

BODY = (
    "I. MỤC ĐÍCH",
    "1. Mục đích: Để mọi người cùng biết.",
    "1.1. Yêu cầu chung",
    "- Đúng lúc.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Mục đích: Viết tin hằng tuần.",
)


@pytest.fixture
def plan(editor):
    return imported(editor, name="a.docx", data=close(word_plan(*BODY)))


@pytest.fixture
def parts(client, editor):
    """What the comparison shows of the text of a plan, each part with its words."""
    client.force_login(editor)

    def parts(plan):
        html = client.get(address(plan)).content.decode()
        found = BeautifulSoup(html, "html.parser").select(".kh-compare__part")
        return {" ".join(part.get_text(" ").split()): part for part in found}

    return parts


def test_each_heading_says_its_level_and_leads_to_the_file_and_the_form(plan, parts):
    shown = parts(plan)

    words = list(shown)
    assert words[0].startswith("I. MỤC ĐÍCH Đề mục cấp 1 Xem trong tệp")
    assert words[1].startswith(
        "1. Mục đích: Nội dung viết tiếp trên dòng của đề mục. "
        "Để mọi người cùng biết. Đề mục cấp 2"
    )
    assert "1.1. Yêu cầu chung Đúng lúc. Đề mục cấp 3" in words[2]
    form = [a["href"] for part in shown.values() for a in part.select("a")]
    assert f"/admin/pages/{plan.pk}/edit/#block-{plan.body[1].id}-section" in form


def test_headings_with_the_same_words_lead_to_their_own_lines(plan, parts):
    links = [part.select_one("a")["href"] for part in parts(plan).values()]

    assert len(set(links)) == len(links) == 5


def test_a_heading_that_the_file_does_not_have_is_pointed_out(plan, parts, editor):
    draft = draft_of(plan)
    draft.body.append(section("III", "VIỆC THÊM", "<p>Chụp ảnh.</p>"))
    draft.save_revision(user=editor)

    *others, added = parts(plan)

    assert "III. VIỆC THÊM Tệp không có đề mục này. Chụp ảnh." in added
    assert not any("Tệp không có" in words for words in others)


def test_of_a_file_that_was_cut_nothing_is_said_to_be_missing(plan, parts):
    stored = PlanReading.objects.get(page_id=plan.pk)
    stored.passages = {"pieces": stored.passages["pieces"][:3], "cut": True}
    stored.save()

    assert not any("Tệp không có" in words for words in parts(plan))


def test_the_table_of_tasks_is_shown_as_it_is_printed(editor, parts):
    document = word_plan("I. NHIỆM VỤ")
    table = document.add_table(2, 4)
    rows = [
        ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"),
        ("1", "Viết tin", "Tổ Văn", "10/9"),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    plan = imported(editor, name="a.docx", data=close(document))

    [_heading, tasks] = parts(plan)

    assert "Bảng nhiệm vụ STT Nội dung Đơn vị chủ trì Thời gian 1 Viết tin" in tasks
    assert "Tiêu đề" not in tasks
