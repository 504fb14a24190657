"""What the review calls changed, and how much of it the principal has to read."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    section,
    task,
)
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval.changes import changes_between
from wagtail_kehoach.approval.lines import canonical, rich_lines
from wagtail_kehoach.models import Mandate

LONG = " ".join(f"chữ{n}" for n in range(60))


@pytest.fixture
def changes(rf, editor):
    """What was changed in a text by ``edit``: ``{label: soup}``."""

    def changes(obj, edit):
        before = obj.save_revision(user=editor).as_object()
        edit(obj)
        after = obj.save_revision(user=editor).as_object()
        request = rf.get("/")
        request.user = editor
        found = changes_between(request, before, after)
        return {
            str(c.field_label()): BeautifulSoup(c.htmldiff(), "html.parser")
            for c in found
        }

    return changes


def body(html):
    """A story's only paragraph, under the block that it always has."""
    return [{"type": "paragraph", "id": "a1", "value": html}]


def set_body(html):
    def edit(page):
        page.body = type(page.body)(page.body.stream_block, body(html), is_lazy=True)

    return edit


def text(soup):
    return " ".join(soup.get_text(" ").split())


def marked(soup, sign):
    return [" ".join(tag.get_text().split()) for tag in soup.select(f"span.{sign}")]


NORMALISED = {
    "block keys": (
        "<p>Cô Lan</p><ul><li>một</li></ul>",
        '<p data-block-key="x1">Cô Lan</p><ul><li data-block-key="y2">một</li></ul>',
    ),
    "order of attributes": (
        '<p><a linktype="page" id="3">Trường</a></p>',
        '<p><a id="3" linktype="page">Trường</a></p>',
    ),
    "white space": (
        "<p>Cô  Lan\n dạy.</p>\n<p>Hết.</p>",
        "<p>Cô Lan dạy. </p><p>Hết.</p>",
    ),
    "entities": ("<p>A &amp; B &quot;c&quot; &#273;</p>", '<p>A &amp; B "c" đ</p>'),
    "non-breaking space": ("<p>Cô&nbsp;Lan</p>", "<p>Cô Lan</p>"),
    "bold and italic": (
        "<p><strong>Cô</strong> <em>Lan</em></p>",
        "<p><b>Cô</b> <i>Lan</i></p>",
    ),
    "an empty paragraph": ("<p>Cô Lan</p>", '<p>Cô Lan</p><p data-block-key="z"></p>'),
    "decomposed letters": ("<p>tiê\u0301ng</p>", "<p>tiếng</p>"),
}


@pytest.mark.parametrize("case", NORMALISED)
def test_rich_text_that_was_only_spelled_anew_is_unchanged(case, site, changes):
    before, after = NORMALISED[case]
    story = StoryPageFactory(body=body(before))

    assert changes(story, set_body(after)) == {}


DIFFERENT = {
    "a word": ("<p>Cô Lan</p>", "<p>Cô Liên</p>"),
    "the address of a link": ('<p><a href="/a">x</a></p>', '<p><a href="/b">x</a></p>'),
    "bold type": ("<p>Cô Lan</p>", "<p>Cô <b>Lan</b></p>"),
    "a paragraph made a list": ("<p>một</p>", "<ul><li>một</li></ul>"),
    "a picture": ('<embed id="1"/>', '<embed id="2"/>'),
    "text that looks like a tag": ("<p>&lt;b&gt;x</p>", "<p><b>x</b></p>"),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_rich_text_that_differs_is_not_taken_for_the_same(case):
    before, after = DIFFERENT[case]

    assert canonical(before) != canonical(after)


def test_items_of_a_list_stand_on_lines_of_their_own():
    html = (
        "<p>Gồm:</p><ul><li>vệ sinh</li><li>trồng cây<br>và tưới</li></ul><p>Hết.</p>"
    )

    assert rich_lines(html) == [
        "Gồm:", "– vệ sinh", "– trồng cây", "và tưới", "Hết.",
    ]  # fmt: skip


def test_only_the_changed_item_of_a_list_is_shown(site, changes):
    html = "<p>Mở đầu.</p><ul><li>vệ sinh</li><li>trồng {}</li><li>đọc sách</li></ul>"
    story = StoryPageFactory(body=body(html.format("cây")))

    [(label, said)] = changes(story, set_body(html.format("hoa"))).items()

    assert label == "Nội dung"
    assert marked(said, "deletion") == ["cây"]
    assert marked(said, "addition") == ["hoa"]
    assert "Mở đầu" not in text(said)
    assert "vệ sinh" not in text(said)
    assert "đọc sách" not in text(said)


def test_a_long_paragraph_shows_the_surroundings_of_its_change(site, changes):
    story = StoryPageFactory(body=body(f"<p>{LONG} cũ {LONG}</p>"))

    [said] = changes(story, set_body(f"<p>{LONG} mới {LONG}</p>")).values()

    assert marked(said, "deletion") == ["cũ"]
    assert marked(said, "addition") == ["mới"]
    assert "chữ59 cũ mới chữ0" in text(said)
    assert "chữ30" not in text(said)


def test_short_syllables_are_compared_one_by_one(site, changes):
    story = StoryPageFactory(lead="Em Lan đi học xa nhà mỗi sáng sớm.")

    def edit(page):
        page.lead = "Em Lan đi bộ xa nhà mỗi sáng sớm."

    [said] = changes(story, edit).values()

    assert (marked(said, "deletion"), marked(said, "addition")) == (["học"], ["bộ"])


def test_a_change_of_the_look_alone_is_named(site, changes):
    story = StoryPageFactory(body=body("<p>Cô Lan</p>"))

    [said] = changes(story, set_body("<p>Cô <b>Lan</b></p>")).values()

    assert "chỉ đổi cách trình bày" in text(said)


def test_only_the_changed_section_of_a_plan_is_shown_with_its_heading(site, changes):
    plan = PlanPageFactory(
        body=[
            section("I", "MỤC ĐÍCH", "<p>Để biết.</p>"),
            section("II", "NỘI DUNG", "<p>Đọc sách mỗi ngày.</p>"),
        ]
    )

    def edit(page):
        page.body[1].value["text"] = type(page.body[1].value["text"])(
            "<p>Đọc báo mỗi ngày.</p>"
        )

    [said] = changes(plan, edit).values()

    assert text(said.h4) == "Mục: II NỘI DUNG"
    assert "Để biết" not in text(said)
    assert (marked(said, "deletion"), marked(said, "addition")) == (["sách"], ["báo"])


def test_values_of_a_task_are_shown_in_the_words_of_the_form(site, changes):
    plan = PlanPageFactory(tasks=[task("Mở lớp đọc sách.")])

    def edit(page):
        page.tasks[0].value |= {"due_type": "date", "due_on": dt.date(2026, 12, 15)}

    [said] = changes(plan, edit).values()

    assert marked(said, "addition") == ["đến một ngày cụ thể", "15/12/2026"]
    assert "due_type" not in text(said)
    assert "None" not in text(said)


def test_new_gone_and_moved_blocks_are_told_apart(site, changes):
    plan = PlanPageFactory(
        body=[section(n, f"MỤC {n}", f"<p>Phần {n}.</p>") for n in ("I", "II", "III")]
    )

    def edit(page):
        del page.body[0]
        page.body.append(section("IV", "MỤC IV", "<p>Phần IV.</p>"))
        page.body.insert(0, page.body.pop(1))

    [said] = changes(plan, edit).values()

    assert [text(t.h4) for t in said.select("div.addition")] == ["Mục: IV MỤC IV"]
    assert [text(t.h4) for t in said.select("div.deletion")] == ["Mục: I MỤC I"]
    assert "chuyển sang chỗ khác" in text(said)


def test_a_changed_description_of_a_picture_is_shown(site, changes):
    image = get_image_model().objects.create(title="Cây", file=get_test_image_file())
    story = StoryPageFactory()

    def described(alt):
        said = {"image": image.pk, "alt_text": alt, "decorative": False}
        value = {"image": said, "caption": ""}
        return [{"type": "picture", "id": "p", "value": value}]

    story.body = story.body.stream_block.to_python(described("cái cây"))

    def edit(page):
        page.body = page.body.stream_block.to_python(described("cây bàng"))

    [shown] = changes(story, edit).values()

    assert "cây bàng" in text(shown)


def test_countries_are_compared_by_name(site, changes):
    item = ForeignInfoPageFactory(countries=["LA"])

    def edit(page):
        page.countries = ["LA", "KH"]

    [said] = changes(item, edit).values()

    assert marked(said, "addition") == ["Campuchia"]
    assert marked(said, "deletion") == []


def test_days_are_shown_as_people_write_them(site, changes):
    story = StoryPageFactory(post_date=dt.date(2026, 11, 20))

    def edit(page):
        page.post_date = dt.date(2026, 11, 21)
        page.nominated_on = dt.date(2026, 12, 1)

    said = changes(story, edit)

    assert [text(soup) for soup in said.values()] == [
        "20/11/2026 21/11/2026",
        "01/12/2026",
    ]


def test_a_changed_mandate_is_shown(site, changes):
    person = SpokespersonFactory(mandates=[Mandate(role="regular", scope="học tập")])

    def edit(obj):
        mandate = obj.mandates.all()[0]
        mandate.scope = "tuyển sinh"
        obj.mandates = [mandate]

    [said] = changes(person, edit).values()

    assert marked(said, "addition") == ["tuyển sinh"]


def test_the_review_says_nothing_of_what_was_only_spelled_anew(
    client, editor, principal
):
    story = StoryPageFactory(body=body("<p>Cô Lan</p>"), lead="Cô dạy chữ.")
    approved(story, by=editor, principal=principal)
    story = type(story).objects.get(pk=story.pk)
    set_body('<p data-block-key="k">Cô Lan</p>')(story)
    story.lead = "Cô dạy viết."
    submission = submit_for_approval(story, by=editor)
    client.force_login(principal)

    page = client.get(reverse("wagtail_kehoach_approval:review", args=(submission.pk,)))

    assert [str(c.field_label()) for c in page.context["changes"]] == [
        "Tóm tắt một câu"
    ]
