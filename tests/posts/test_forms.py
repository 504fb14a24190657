"""Which tasks the form of a post offers, under which heading, and what it keeps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import PlanPageFactory, StoryPageFactory, task
from tests.factories.workflows import approved
from wagtail_kehoach.models import PlanTask
from wagtail_kehoach.pages.models import PlanPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(editor, principal):
    """A live plan with one task."""

    def plan(text, **said):
        page = PlanPageFactory(tasks=[task(text)], **said)
        approved(page, by=editor, principal=principal)
        return PlanPage.objects.get(pk=page.pk)

    return plan


@pytest.fixture
def form(client, editor):
    """The form of a story as the editor gets it."""
    client.force_login(editor)

    def form(story):
        return client.get(edit_url(story)).context["form"]

    return form


def offered(form):
    return {
        heading: [str(label) for _value, label in options]
        for heading, options in form.fields["tasks"].choices
    }


def test_tasks_stand_under_the_title_and_year_of_their_plan(plan, form):
    plan(
        "Đọc sách", title="Kế hoạch năm học 2026-2027", period_text="năm học 2026-2027"
    )
    plan(
        "Trồng cây", title="Kế hoạch xanh", period_text="năm học 2025-2026",
        starts_on="2025-09-01",
    )  # fmt: skip

    assert list(offered(form(StoryPageFactory())).items()) == [
        ("Kế hoạch năm học 2026-2027", ["Đọc sách"]),
        ("Kế hoạch xanh (năm học 2025-2026)", ["Trồng cây"]),
    ]


def test_the_headings_are_in_the_page(plan, client, editor):
    plan("Đọc sách", title="Kế hoạch xanh")
    client.force_login(editor)

    html = client.get(edit_url(StoryPageFactory())).content.decode()

    assert "<legend>Kế hoạch xanh</legend>" in html


def test_tasks_of_an_unpublished_plan_are_not_offered(plan, form):
    plan("Đọc sách").unpublish()

    assert offered(form(StoryPageFactory())) == {}


@pytest.mark.parametrize("how", ["plan unpublished", "task withdrawn"])
def test_a_link_that_was_chosen_is_kept_at_the_next_save(
    how, plan, form, client, editor
):
    page = plan("Đọc sách", title="Kế hoạch xanh")
    story = StoryPageFactory()
    story.tasks = [PlanTask.objects.get()]
    story.save()
    story.save_revision(user=editor)
    if how == "plan unpublished":
        page.unpublish()
    else:
        PlanTask.objects.update(withdrawn_at="2026-11-01T00:00Z")

    shown = form(story)
    client.post(edit_url(story), form_data(story, editor, title="Đã sửa"))

    assert offered(shown) == {
        "Kế hoạch xanh": ["Đọc sách (không còn trong kế hoạch đang đăng)"]
    }
    saved = story.revisions.latest("pk").as_object()
    assert (saved.title, list(saved.tasks.all())) == (
        "Đã sửa",
        [PlanTask.objects.get()],
    )


def test_the_form_asks_for_plans_once_however_many_there_are(
    plan, form, django_assert_max_num_queries
):
    plan("Một")
    story = StoryPageFactory()
    form(story)
    with CaptureQueriesContext(connection) as one:
        form(story)
    for text in ("Hai", "Ba"):
        plan(text)

    with django_assert_max_num_queries(len(one) + 1):
        form(story)
