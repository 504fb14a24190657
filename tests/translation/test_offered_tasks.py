"""A post serves the tasks of the plan, not those of the plan's translations."""

import pytest
from django.apps import apps

from tests.approval import roads
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section, task
from wagtail_kehoach.pages.models import PlanIndexPage, StoryIndexPage

from .conftest import fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Run with --ds=tests.settings_localize.",
)
ENGLISH_PLAN = {
    "title": "Communication plan",
    "body": [section("I", "Tasks", "<p>We write.</p>")],
    "tasks": [task("Write about good examples")],
    "superior_body": "",
    "issuing_body": "Binh Minh School",
    "place": "Dong Thap",
    "lead_in": "",
    "period_text": "",
    "signatory_position": "Principal",
}


@pytest.mark.parametrize("translated", [False, True])
def test_the_tasks_of_translated_plans_are_not_offered(
    client, languages, editor, translated
):
    vietnamese = PlanIndexPage.objects.get(locale=languages.locale("vi"))
    plan = PlanPageFactory(parent=vietnamese, tasks=[task("Viết bài về gương tốt")])
    languages.translated(languages.publish(plan), **ENGLISH_PLAN)
    section_of_stories = StoryIndexPage.objects.get(locale=languages.locale("vi"))
    story = StoryPageFactory(parent=section_of_stories, live=False)
    story.save_revision()
    if translated:
        story = languages.draft(languages.publish(story))
    client.force_login(fresh(editor))

    html = client.get(roads.edit_url(story)).content.decode()

    assert "Viết bài về gương tốt" in html
    assert "Write about good examples" not in html
