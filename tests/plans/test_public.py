"""The public page of a plan: what its tasks say, always as of now, at a constant cost."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from tests.factories.emergencies import name_for_emergencies, published_in_emergency
from tests.factories.organisation import ThemeFactory
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
    section,
    task,
)
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.plans.public import task_state
from wagtail_kehoach.plans.task_models import PlanTask


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def plan(publish):
    """A public plan with one task under a theme."""
    theme = ThemeFactory(name="Trường học xanh")
    said = task("Thu gom giấy vụn", theme=str(theme.pk), lead="Tổ Văn phòng")
    return publish(PlanPageFactory(tasks=[said]))


@pytest.fixture
def story(publish, plan):
    """A public story that carries out the task of the plan."""
    return publish(serving(StoryPageFactory(title="Ba chiếc thùng giấy"), plan))


def serving(post, plan):
    """``post``, which names the tasks of ``plan``."""
    post.tasks = list(plan.kehoach_plan_tasks.all())
    return post


def read(client, page):
    """The page as a visitor gets it."""
    return client.get(page.url).content.decode()


def test_a_task_says_its_theme_its_unit_and_its_posts(client, plan, story):
    page = read(client, plan)

    assert "Thu gom giấy vụn" in page
    assert "Trường học xanh" in page
    assert "Tổ Văn phòng" in page
    assert f'<a href="{story.url}">Ba chiếc thùng giấy</a>' in page
    assert "Đã có bài" in page


def test_posts_of_every_kind_stand_the_latest_first(client, plan, story, publish):
    publish(serving(ForeignInfoPageFactory(title="Bạn Lào cùng gom giấy"), plan))

    page = read(client, plan)

    assert page.index("Bạn Lào cùng gom giấy") < page.index("Ba chiếc thùng giấy")


def test_a_new_post_shows_at_once(client, plan, publish):
    assert "Ba chiếc thùng giấy" not in read(client, plan)

    publish(serving(StoryPageFactory(title="Ba chiếc thùng giấy"), plan))

    assert "Ba chiếc thùng giấy" in read(client, plan)


def test_a_post_that_was_taken_down_is_gone_at_once(client, plan, story):
    assert story.title in read(client, plan)

    story.unpublish()

    assert story.title not in read(client, plan)


def test_a_post_that_became_private_is_gone_at_once(client, plan, story):
    assert story.title in read(client, plan)

    PageViewRestriction.objects.create(
        page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )

    assert story.title not in read(client, plan)


def test_what_was_logged_late_is_seen_all_the_same(client, plan, story):
    """A key is given before its transaction ends; others may overtake it."""
    newest = PageLogEntry.objects.order_by("-pk").first()
    PageLogEntry.objects.filter(pk=newest.pk).update(id=newest.pk + 5)
    assert story.title in read(client, plan)

    StoryPage.objects.filter(pk=story.pk).update(live=False)
    newest.pk += 2
    newest.save(force_insert=True)

    assert story.title not in read(client, plan)


def test_a_post_with_a_new_address_is_linked_there_at_once(
    client, plan, story, publish
):
    assert f'href="{story.url}"' in read(client, plan)

    story.slug = "dia-chi-moi"
    there = publish(story).url

    assert "dia-chi-moi" in there
    assert f'href="{there}"' in read(client, plan)


def test_a_theme_has_its_new_name_at_once(client, plan):
    assert "Trường học xanh" in read(client, plan)

    theme = plan.kehoach_plan_tasks.get().theme
    theme.name = "Môi trường học đường"
    theme.save()

    page = read(client, plan)
    assert "Môi trường học đường" in page
    assert "Trường học xanh" not in page


def test_the_new_text_shows_once_it_is_approved(client, plan, editor, principal):
    read(client, plan)
    plan.body = [section("I", "YÊU CẦU MỚI", "<p>Kịp thời.</p>")]

    waiting = submit_for_approval(plan, by=editor)
    assert "YÊU CẦU MỚI" not in read(client, plan)
    decisions.approve(waiting, user=principal)

    assert "YÊU CẦU MỚI" in read(client, plan)


def test_a_task_of_the_text_is_listed_for_the_screen_before_the_signature(
    client, publish
):
    said = [task("Thu gom giấy"), task("Duyệt tin", in_table=False)]
    plan = publish(PlanPageFactory(tasks=said, signatory_name="Lò Thị Mai"))

    page = read(client, plan)

    table, rest = page.split('<details class="kh-given kh-on-screen">')
    given, closing = rest.split("</details>")[0], rest.split("</details>")[-1]
    assert "Thu gom giấy" in table
    assert "Duyệt tin" not in table
    assert "Duyệt tin" in given
    assert 'class="kh-place"' not in given
    assert "Lò Thị Mai" in closing


def test_an_annex_stands_below_the_signature(client, publish):
    body = [section("I", "NỘI DUNG"), section("", "Phụ lục: Lịch phát thanh")]
    plan = publish(PlanPageFactory(body=body, signatory_name="Lò Thị Mai"))

    page = read(client, plan)

    assert page.rindex("Lịch phát thanh") > page.index("Lò Thị Mai")


def said_in(html):
    """The text of the plan as it is read, from its first section to the signature."""
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup.select(".kh-on-paper"):
        hidden.decompose()
    for shown in soup.select("span.kh-on-screen"):
        shown.unwrap()
    soup.smooth()
    parts = soup.select(".kh-document > .kh-part, .kh-end > :is(.kh-part, .kh-text)")
    return " ".join(" ".join(part.get_text(" ") for part in parts).split())


END = "<p>Trên đây là kế hoạch của trường./.</p>"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (END, "kế hoạch của trường./."),
        (f"{END}<p>Thêm một việc.</p>", "kế hoạch của trường. Thêm một việc./."),
        (f"{END}<ul><li>Một</li><li>Hai;</li></ul>", "của trường. Một Hai./."),
        ("<p>Hết.</p><p>./.</p>", "Hết./."),
        ("<p>Không có dấu.</p>", "Không có dấu."),
        ("<p>Từ 1/9. Hết <b>ở đây./.</b></p>", "Từ 1/9. Hết ở đây./."),
    ],
)
def test_the_mark_of_the_end_stands_after_the_last_word(client, publish, text, ends):
    annex = section("", "Phụ lục I", "<p>Biểu mẫu</p>")
    said = said_in(
        read(client, publish(PlanPageFactory(body=[section("I", "Mục", text), annex])))
    )

    assert said.endswith(ends)
    assert said.count("./.") == ends.count("./.")


@pytest.mark.parametrize(
    ("text", "placed", "ends"),
    [
        (END, True, "kế hoạch của trường. 1 Viết bài ./."),
        (END, False, "Viết bài Trên đây là kế hoạch của trường./."),
        (
            "<p>Các tổ thực hiện./.</p>",
            False,
            "Các tổ thực hiện. Nhiệm vụ 1 Viết bài ./.",
        ),
    ],
)
def test_the_table_of_tasks_and_the_mark_stand_as_in_the_word_file(
    client, publish, text, placed, ends
):
    body = [section("I", "Mục", text), *([("task_table", None)] if placed else [])]
    plan = publish(PlanPageFactory(body=body, tasks=[task("Viết bài")]))

    page = BeautifulSoup(read(client, plan), "html.parser")
    for hidden in page.select("thead, caption"):
        hidden.decompose()
    said = said_in(str(page))

    assert said.endswith(ends)


def test_a_plan_without_date_and_number_leaves_room_for_them(client, publish):
    plan = publish(PlanPageFactory(symbol="KH-THCSBM", place="Tân Phú Trung"))

    page = read(client, plan)

    assert "Tân Phú Trung, ngày        tháng        năm       <" in page
    assert "Số:         /KH-THCSBM" in page


def test_a_confirmed_emergency_is_no_longer_called_one(client, editor, principal):
    name_for_emergencies(editor)
    plan = PlanPageFactory()
    emergency = published_in_emergency(plan, by=editor)
    assert "chưa xác nhận" in read(client, plan)

    token = decisions.seen_token(plan.get_latest_revision())
    emergencies.confirm(emergency, user=principal, token=token)

    assert "chưa xác nhận" not in read(client, plan)


def test_a_preview_shows_the_tasks_of_the_draft(plan):
    read_once = plan.make_preview_request().render().content.decode()
    assert "Thu gom giấy vụn" in read_once

    plan.tasks = [task("Trồng cây đầu xuân")]

    page = plan.make_preview_request().render().content.decode()
    assert "Trồng cây đầu xuân" in page
    assert "Thu gom giấy vụn" not in page


def test_the_page_says_who_approved_it_until_the_portal_turns_that_off(
    client, plan, principal, settings
):
    assert principal.get_full_name() in read(client, plan)

    settings.WAGTAIL_KEHOACH = {"SHOW_APPROVAL": False}

    assert principal.get_full_name() not in read(client, plan)


@pytest.mark.parametrize("posts", [0, 1, 4])
def test_what_the_page_costs_does_not_depend_on_its_posts(
    client, plan, publish, posts, django_assert_num_queries
):
    for _ in range(posts):
        publish(serving(StoryPageFactory(), plan))

    read(client, plan)
    publish(StoryPageFactory())

    with django_assert_num_queries(6):  # something was done to a page since
        read(client, plan)
    with django_assert_num_queries(4):
        read(client, plan)


def test_the_page_is_kept_apart_for_each_language(client, plan):
    vietnamese = read(client, plan)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    english = read(client, plan)

    assert "Tải tệp Word" in vietnamese
    assert "Download the Word file" in english


def test_a_portal_that_moves_names_its_new_address_at_once(client, plan, site):
    client.get(plan.url)
    site.hostname = "moi.truong.edu.vn"
    site.save()

    html = client.get(plan.url, headers={"host": site.hostname}).content.decode()

    assert 'rel="canonical" href="http://moi.truong.edu.vn/' in html


def test_the_states_are_those_of_the_day(client, publish):
    with timezone.override("Etc/GMT+12"):  # the last place on earth where it is today
        due = task("Trồng cây", due_type="date", due_on=timezone.localdate())
        plan = publish(PlanPageFactory(tasks=[due]))
        assert "kh-is-soon" in read(client, plan)

    with timezone.override("Etc/GMT-14"):  # where tomorrow comes first
        assert "kh-is-overdue" in read(client, plan)


TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "posts", "over", "state"),
    [
        ({"due_on": dt.date(2026, 11, 19)}, [], False, "overdue"),
        ({"due_on": dt.date(2026, 11, 20)}, [], False, "soon"),
        ({"due_on": dt.date(2026, 12, 4)}, [], False, "soon"),
        ({"due_on": dt.date(2026, 12, 5)}, [], False, "planned"),
        ({"due_on": dt.date(2026, 11, 19)}, ["a post"], False, "reported"),
        ({"due_on": dt.date(2026, 11, 19)}, ["a post"], True, "reported"),
        ({"due_on": dt.date(2026, 11, 19)}, [], True, None),
        ({"due_type": "recurring"}, [], False, "recurring"),
        ({}, [], False, None),
    ],
)
def test_where_a_task_stands(said, posts, over, state):
    found = task_state(PlanTask(text="Thu gom", **said), posts, TODAY, over)

    assert (found.key if found else None) == state


def test_a_plan_that_became_private_is_named_by_no_post(client, plan, story):
    assert "Thu gom giấy vụn" in read(client, story)

    PageViewRestriction.objects.create(
        page=plan, restriction_type=PageViewRestriction.LOGIN
    )

    assert "Thu gom giấy vụn" not in read(client, story)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Báo cáo học kỳ I", "Báo cáo học kỳ I gửi Tổ Văn phòng"),
        ("Báo cáo gửi Tổ Văn phòng", "Báo cáo gửi Tổ Văn phòng"),
    ],
)
def test_to_whom_the_school_reports_is_said_once(client, publish, text, said):
    duty = ("duty", {"text": text, "due_text": "cuối kỳ", "to": "Tổ Văn phòng"})

    page = BeautifulSoup(
        read(client, publish(PlanPageFactory(reporting=[duty]))), "lxml"
    )

    assert page.select_one(".kh-reporting dd").get_text(" ", strip=True) == said


def test_the_titles_of_the_table_of_tasks_are_for_paper_alone(client, publish):
    titles = ("table", {"rows": "TT | Nội dung công việc", "has_header": True})
    page = publish(
        PlanPageFactory(
            body=[section("I", "NHIỆM VỤ"), titles, ("task_table", None)],
            tasks=[task("Thu gom giấy vụn")],
        )
    )

    head = BeautifulSoup(read(client, page), "lxml").select(".kh-tasks thead th")

    shown = [[title.get_text() for title in column("span")] for column in head]
    assert shown == [
        ["STT", "TT"],
        ["Nhiệm vụ", "Nội dung công việc"],
        ["Chủ trì", "Đơn vị chủ trì"],
        ["Thời hạn", "Thời gian"],
    ]
    assert all(
        [title["class"] for title in column("span")]
        == [["kh-on-screen"], ["kh-on-paper"]]
        for column in head
    )


def printed_in(html):
    """What paper says of the plan, up to its signature."""
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup.select(".kh-on-screen"):
        hidden.decompose()
    said = " ".join(soup.select_one(".kh-document").get_text(" ").split())
    return said.partition("HIỆU TRƯỞNG")[0].strip()


@pytest.mark.parametrize(
    ("text", "duty", "printed"),
    [
        (
            "<p>1. Báo cáo học kỳ I gửi Sở.</p>",
            "Báo cáo học kỳ I gửi Sở",
            "1. Báo cáo học kỳ I gửi Sở ./.",
        ),
        (
            f"<p>Làm ngay.</p>{END}",
            "Báo cáo học kỳ I",
            "Làm ngay. Chế độ báo cáo: Báo cáo học kỳ I. "
            "Trên đây là kế hoạch của trường./.",
        ),
        (
            "<p>Các tổ thực hiện./.</p>",
            "Báo cáo học kỳ I",
            "Các tổ thực hiện. Chế độ báo cáo: Báo cáo học kỳ I./.",
        ),
    ],
)
def test_paper_says_reporting_duties_where_the_word_file_has_them(
    client, publish, text, duty, printed
):
    plan = PlanPageFactory(
        body=[section("I", "THỰC HIỆN", text), section("", "Phụ lục", "<p>Biểu</p>")],
        tasks=[task("Học kỳ I", result="Báo cáo", in_table=False)],
        reporting=[("duty", {"text": duty})],
    )

    html = read(client, publish(plan))

    assert printed_in(html) == f"I. THỰC HIỆN {printed}"
    assert duty in BeautifulSoup(html, "lxml").select_one(".kh-reporting dd").text


def test_the_screen_says_where_the_text_ends_whatever_paper_adds(client, publish):
    plan = PlanPageFactory(
        body=[section("I", "THỰC HIỆN", "<p>Các tổ thực hiện./.</p>")],
        reporting=[("duty", {"text": "Báo cáo học kỳ I"})],
    )

    page = BeautifulSoup(read(client, publish(plan)), "lxml")

    assert page.select_one(".kh-part .kh-text").get_text() == "Các tổ thực hiện./."


def test_a_day_that_was_worked_out_stands_beside_its_words(client, publish):
    duty = {"text": "Báo cáo", "due_on": dt.date(2027, 1, 17)}
    duty["due_text"] = "cuối học kỳ I"

    html = read(client, publish(PlanPageFactory(reporting=[("duty", duty)])))

    said = BeautifulSoup(html, "lxml").select_one(".kh-reporting dl").get_text(" ")
    assert " ".join(said.split()) == "17/01/2027 Báo cáo (cuối học kỳ I)"


def test_a_duty_without_a_day_shows_a_dash(client, publish):
    plan = PlanPageFactory(reporting=[("duty", {"text": "Báo cáo học kỳ I"})])

    page = BeautifulSoup(read(client, publish(plan)), "lxml")

    assert page.select_one(".kh-reporting dt").get_text() == "—"


def soup_of(client, publish, *body):
    """The public page of a plan with this text."""
    page = publish(PlanPageFactory(body=list(body)))
    return BeautifulSoup(read(client, page), "html.parser")


def test_points_are_printed_as_in_the_decree(client, publish):
    page = soup_of(client, publish, section("b", "Việc chung", level=3))

    heading = page.select_one(".kh-document .kh-heading")

    assert heading.get_text() == "b) Việc chung"
    assert "kh-point" in heading["class"]


def test_the_contents_name_a_title_without_its_colon(client, publish):
    page = soup_of(client, publish, section("I", "Mục đích:"))

    assert page.select_one(".kh-contents a").get_text() == "I. Mục đích"
    assert page.select_one(".kh-document .kh-heading").get_text() == "I. Mục đích:"


def test_both_rows_of_a_head_are_a_head(client, publish):
    rows = [
        "STT | Nội dung | Thời gian |",
        "STT | Nội dung | Bắt đầu | Kết thúc",
        "1 | Ra quân | 1/9 | 5/9",
    ]
    table = ("table", {"rows": "\n".join(rows), "has_header": True})

    found = soup_of(client, publish, section("I", "Nhiệm vụ"), table).select_one(
        ".kh-table"
    )

    head = [
        [(th.get_text(), th.get("colspan"), th.get("rowspan")) for th in row("th")]
        for row in found.thead("tr")
    ]
    assert head == [
        [("STT", None, "2"), ("Nội dung", None, "2"), ("Thời gian", "2", None)],
        [("Bắt đầu", None, None), ("Kết thúc", None, None)],
    ]
    assert [td.get_text() for td in found.tbody("td")] == ["1", "Ra quân", "1/9", "5/9"]


def test_each_annex_begins_on_a_page_of_its_own(client, publish):
    titles = ("Thực hiện", "Phụ lục I", "Mục của phụ lục", "Phụ lục II")
    page = soup_of(client, publish, *(section("", title) for title in titles))

    opened = [part.h2.get_text() for part in page.select(".kh-annex")]

    assert opened == ["Phụ lục I", "Phụ lục II"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"<p>{'làm ' * 20}</p>{END}", "II. Thực hiện"),
        (f"<p>{'làm ' * 2000}</p>{END}", "Trên đây là"),
        (f"<p>{'làm ' * 2000}</p><ul><li>Một<ul><li>Hai</li></ul></li></ul>", "Một"),
        (f"<p>{'làm ' * 2000}</p>", "HIỆU TRƯỞNG"),
    ],
)
def test_the_end_of_the_text_stands_with_the_signature(client, publish, text, kept):
    body = [section("II", "Thực hiện", text), section("", "Phụ lục")]
    page = soup_of(client, publish, section("I", "Mục đích"), *body)

    [closing] = page.select(".kh-closing")

    together = closing.find_parent(class_="kh-end")
    assert together.get_text().strip().startswith(kept)
    assert page.select_one(".kh-annex").find_parent(class_="kh-end") is None


def test_an_annex_has_the_head_of_the_word_file_on_paper(client, publish):
    titles = ("Thực hiện", "Phụ lục: Lịch phát thanh", "Phụ lục – Biểu mẫu")
    own = "<p>(Kèm theo Kế hoạch này)</p>"
    texts = ("", "", own)
    page = soup_of(
        client,
        publish,
        *(section("", *both) for both in zip(titles, texts, strict=True)),
    )

    heads = [
        [line.get_text() for line in head("p")]
        for head in page.select(".kh-annex-head")
    ]

    assert heads == [
        ["Phụ lục I", "LỊCH PHÁT THANH", heads[0][2]],
        ["Phụ lục II", "BIỂU MẪU"],
    ]
    assert heads[0][2].startswith("(Kèm theo Kế hoạch số")


def test_an_annex_lies_across_as_in_the_word_file(client, publish):
    wide = ("table", {"rows": " | ".join("ABCDEFGH"), "has_header": True})
    page = soup_of(
        client, publish, section("", "Phụ lục I"), wide, section("", "Phụ lục II")
    )

    across = [annex.h2.get_text() for annex in page.select(".kh-annex.kh-across")]

    assert across == ["Phụ lục I"]
