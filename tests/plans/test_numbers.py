"""Two plans with one number: said to those who write and approve, refused to nobody."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import PlanPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import queries
from wagtail_kehoach.models import SchoolSettings

NUMBERED = {"number": "12", "symbol": "KH-THCSBM", "issued_on": dt.date(2026, 9, 5)}
TAKEN = "đã mang số 12/KH-THCSBM"


@pytest.fixture
def first(site):
    return PlanPageFactory(title="Kế hoạch đầu năm", **NUMBERED)


@pytest.fixture
def save(client, editor):
    """Press a button of the form of a plan; what the next page says."""
    client.force_login(editor)

    def save(plan, **said):
        plan.save_revision(user=editor)
        return client.post(
            edit_url(plan), form_data(plan, editor, **said), follow=True
        ).content.decode()

    return save


@pytest.mark.parametrize("button", [{}, {"action-submit": "1"}], ids=["save", "submit"])
def test_a_number_that_another_plan_has_is_said_with_its_name(first, save, button):
    second = PlanPageFactory(title="Kế hoạch thứ hai", **NUMBERED)

    html = save(second, **button)

    assert f"Kế hoạch “Kế hoạch đầu năm” {TAKEN}" in html
    assert bool(queries.submission_of(second)) is bool(button)


SAME = {
    "a nought before it": {"number": "012"},
    "capitals of the symbol": {"symbol": "kh-thcsbm"},
    "a long dash": {"symbol": "KH–THCSBM"},
    "capitals of the body": {"issuing_body": "Trường THCS Bình Minh"},
    "no date, but the same year": {"issued_on": None, "starts_on": dt.date(2026, 9, 1)},
}


@pytest.mark.parametrize("case", SAME)
def test_another_spelling_is_the_same_number(case, first):
    [said] = PlanPageFactory(**(NUMBERED | SAME[case])).points_to_check()

    assert "Kế hoạch đầu năm" in said


OTHER = {
    "another number": {"number": "112"},
    "another symbol": {"symbol": "KH-CĐ"},
    "another body": {"issuing_body": "CÔNG ĐOÀN TRƯỜNG"},
    "another year": {"issued_on": dt.date(2027, 9, 5)},
    "no number yet": {"number": ""},
}


@pytest.mark.parametrize("case", OTHER)
def test_a_number_of_its_own_is_nothing_to_check(case, first):
    assert PlanPageFactory(**(NUMBERED | OTHER[case])).points_to_check() == []


def test_a_plan_is_not_compared_with_itself(first):
    assert first.points_to_check() == []


def test_the_principal_reads_it_in_the_review(client, first, editor, principal):
    second = PlanPageFactory(**NUMBERED)
    submission = submit_for_approval(second, by=editor)
    client.force_login(principal)

    page = client.get(reverse("wagtail_kehoach_approval:review", args=(submission.pk,)))

    assert TAKEN in page.content.decode()
    assert page.context["why_not"] is None


def test_the_principal_reads_it_on_the_phone(
    client, first, editor, principal, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submit_for_approval(PlanPageFactory(**NUMBERED), by=editor)
    [message] = mail.outbox

    page = client.get(re.search(r"/duyet/[\w-]{43}/", message.body)[0])

    assert TAKEN in page.content.decode()


def test_a_background_save_says_nothing(client, first, editor):
    second = PlanPageFactory(**NUMBERED)
    second.save_revision(user=editor)
    client.force_login(editor)

    client.post(
        edit_url(second),
        form_data(second, editor),
        headers={"accept": "application/json"},
    )

    assert TAKEN not in client.get("/admin/").content.decode()


def test_a_plan_of_another_body_is_a_point_to_check(site):
    SchoolSettings.objects.update_or_create(
        site=site, defaults={"issuing_body": "Trường THCS Bình Minh"}
    )
    own = PlanPageFactory(issuing_body="TRƯỜNG  THCS BÌNH MINH")
    another = PlanPageFactory(issuing_body="Trường Tiểu học Nha Mân 2")

    assert own.points_to_check() == []
    [said] = another.points_to_check()
    assert "Trường Tiểu học Nha Mân 2" in said
    assert "Trường THCS Bình Minh" in said
