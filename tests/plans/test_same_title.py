"""What is said of a plan whose title another one has for the same time."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from tests.decree30.build import plan_with
from tests.factories.pages import PlanPageFactory
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.same_title import why_twice

from .imported import address, imported

TOLD = "cho cùng thời gian. Hãy xem có phải cùng một văn bản không."
TITLE = "Truyền thông năm học 2026-2027"


def test_a_file_that_is_nearly_the_same_is_told_at_once_and_when_compared(
    client, editor, tmp_path
):
    first = imported(editor)
    client.force_login(editor)
    again = tmp_path / "ban-sua.txt"
    again.write_bytes(plan_with("trước ngày 25/5/2026", "trước ngày 26/5/2026"))

    with again.open("rb") as file:
        said = {"file": file, "parent": first.get_parent().pk}
        url = reverse("wagtail_kehoach_upload")
        form = client.post(url, said, follow=True).content.decode()

    assert TOLD in form
    second = PlanPage.objects.exclude(pk=first.pk).get()
    assert TOLD in client.get(address(second)).content.decode()


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Truyền thông năm học 2025-2026"},
        {"starts_on": dt.date(2025, 9, 1)},
        {"issuing_body": "TRƯỜNG TIỂU HỌC HOA BAN"},
    ],
)
@pytest.mark.usefixtures("site")
def test_another_title_time_or_body_is_another_plan(other):
    PlanPageFactory(**{"title": TITLE, **other})

    assert why_twice(PlanPageFactory(title=TITLE)) is None


@pytest.mark.usefixtures("site")
def test_the_other_plan_says_when_it_was_saved(editor):
    other = PlanPageFactory(title=TITLE)
    plan = PlanPageFactory(title=TITLE)
    assert TOLD in why_twice(plan)

    other.save_revision(user=editor)

    day = localtime(other.latest_revision_created_at)
    assert f"lưu lần cuối ngày {day:%d/%m/}" in why_twice(plan)
