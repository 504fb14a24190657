"""What the page of a plan says is due next, and how it words a time."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.pages import PlanPageFactory, StoryPageFactory, task
from tests.factories.workflows import approved
from wagtail_kehoach.models import PlanTask


@pytest.fixture
def plan(editor, principal):
    """A live plan: posters in three days, a forum in five, a bulletin each month."""
    today = timezone.localdate()
    soon, later = today + dt.timedelta(days=3), today + dt.timedelta(days=5)
    tasks = [
        task("Dán áp phích", due_type="date", due_on=soon),
        task("Mở diễn đàn", due_type="date", due_on=later),
        task("Ra bản tin", due_type="recurring", due_text="mỗi tháng 02 tin"),
    ]
    page = PlanPageFactory(tasks=tasks, ends_on=today + dt.timedelta(days=90))
    return approved(page, by=editor, principal=principal)


def summary(client, plan) -> str:
    html = client.get(plan.url).content.decode()
    return html.partition('<section class="kh-summary"')[2].partition("</section>")[0]


def test_the_nearest_task_is_due_next(client, plan):
    assert "Dán áp phích" in summary(client, plan)


def test_a_task_that_a_post_carries_out_is_not_due_next(
    client, plan, editor, principal
):
    story = StoryPageFactory()
    story.tasks = [PlanTask.objects.get(text="Dán áp phích")]
    approved(story, by=editor, principal=principal)

    assert "Dán áp phích" not in summary(client, plan)
    assert "Mở diễn đàn" in summary(client, plan)


def test_a_time_in_words_begins_with_a_capital(client, plan):
    assert "<span>Mỗi tháng 02 tin</span>" in client.get(plan.url).content.decode()


def test_a_number_of_posts_each_month_is_no_date(plan):
    assert PlanTask.objects.get(text="Ra bản tin").due_on is None
