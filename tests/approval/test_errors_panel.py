"""A form that was refused lists what is to be put right, each with a link to its place."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from tests.approval.roads import edit_url, form_data
from tests.factories.forms import plan_form
from tests.factories.pages import PlanPageFactory, StoryPageFactory


def listed(answer):
    """The words and the target of each line; the ids that the page has."""
    html = BeautifulSoup(answer.content, "html.parser")
    links = html.select("[data-kh-errors] a")
    ids = {element["id"] for element in html.select("[id]")}
    return {link.parent.text.strip(): link["href"][1:] for link in links}, ids


def task_form(**said):
    empty = dict.fromkeys(("text", "lead", "supporting", "due_on", "due_text"), "")
    return {**empty, "due_type": "none", "result": "", "theme": "", **said}


def test_a_field_that_is_wrong_is_one_click_away(client, editor, site):
    plan = PlanPageFactory()
    plan.save_revision(user=editor)
    client.force_login(editor)

    answer = client.post(
        edit_url(plan), plan_form(starts_on="2027-05-31", ends_on="2026-09-01")
    )

    lines, ids = listed(answer)
    assert lines == {
        "Đến ngày: Kế hoạch không thể kết thúc trước khi bắt đầu.": "id_ends_on"
    }
    assert "id_ends_on" in ids


def test_a_block_that_is_wrong_is_named_and_can_be_jumped_to(client, editor, site):
    plan = PlanPageFactory()
    plan.save_revision(user=editor)
    client.force_login(editor)
    tasks = [
        ("task", task_form(text="Đăng lịch tuần")),
        ("task", task_form(text="Viết bài", due_on="ngày mai")),
    ]

    answer = client.post(edit_url(plan), plan_form(tasks=streamfield(tasks)))

    lines, _ids = listed(answer)

    [(line, target)] = lines.items()
    assert line.startswith("Nhiệm vụ 2: Hạn: ")
    assert target == "tasks-1-value-due_on"


def test_a_text_that_is_missing_leads_to_its_stream(client, editor, site):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    client.force_login(editor)
    data = form_data(story, editor, **{"action-submit": "1"}) | {"body-count": "0"}

    lines, ids = listed(client.post(edit_url(story), data))

    assert set(lines.values()) == {"body"}
    assert "body" in ids


def test_a_stream_that_is_wrong_is_told_of_in_the_language_of_the_form(
    client, editor, site
):
    plan = PlanPageFactory()
    plan.save_revision(user=editor)
    client.force_login(editor)
    tasks = streamfield([("task", task_form(text="Viết bài", due_on="ngày mai"))])

    answer = client.post(edit_url(plan), plan_form(tasks=tasks))

    [said] = answer.context["form"].errors["tasks"]
    assert said == "Trong các phần của ô này còn chỗ cần sửa."


def test_a_form_without_errors_has_no_list(client, editor, site):
    plan = PlanPageFactory()
    client.force_login(editor)

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    assert listed(answer)[0] == {}


def test_words_of_the_writer_are_shown_and_never_run(client, editor, site):
    plan = PlanPageFactory()
    plan.save_revision(user=editor)
    client.force_login(editor)

    answer = client.post(edit_url(plan), plan_form(period_type="<script>x</script>"))

    assert "<script>x</script>" not in answer.content.decode()
    assert set(listed(answer)[0].values()) == {"id_period_type"}
