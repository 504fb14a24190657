"""Each plan of the demo school, written to Word and read again, says the same."""

from __future__ import annotations

import pytest
from django.utils.text import slugify

from example_site.portal.demo import plans as demo
from example_site.portal.demo.files import read as data
from wagtail_kehoach.decree30.interchange import to_json
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.readings import Reading
from wagtail_kehoach.decree30.writer import write
from wagtail_kehoach.models import Theme
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.documents import to_document
from wagtail_kehoach.plans.filling import fill_page

pytestmark = pytest.mark.django_db
#: Of the reading, not of the plan: how sure it is, and where in the file something stands.
#: The text itself ends on "./." where it is printed.
OF_THE_READING = {"confidence", "source", "block", "body"}
ENTRIES = data("plans.json")


def plan_from_word() -> PlanPage:
    """This year's plan as the demo makes it: from its Word file, looked through."""
    page = PlanPage()
    fill_page(page, read("a.docx", demo.WORD_FILE.read_bytes()).document)
    demo._review(page, data("word_plan.json"))
    return page


def said_by(document) -> dict:
    return _of_the_plan(to_json(Reading("a.docx", document, is_plan=True)))


def _of_the_plan(value):
    if isinstance(value, dict):
        return {k: _of_the_plan(v) for k, v in value.items() if k not in OF_THE_READING}
    if isinstance(value, list):
        return [_of_the_plan(item) for item in value]
    return value


@pytest.mark.parametrize(
    "make_page",
    [plan_from_word, *(lambda e=entry: demo.make_page(e) for entry in ENTRIES)],
)
def test_a_plan_of_the_demo_is_read_as_it_was_written(make_page):
    for name in {task["theme"] for plan in ENTRIES for task in plan["tasks"]} - {None}:
        Theme.objects.create(name=name, slug=slugify(name))
    document = to_document(make_page())

    again = read("a.docx", write(document)).document

    said, told = said_by(document), said_by(again)
    if document.period and document.period.text not in (document.title or ""):
        # Its time stands on its page and not on paper, where the title names another.
        told["period"] = said["period"]
    if document.date is None:
        told["date_text"] = said["date_text"]
    assert told == said
