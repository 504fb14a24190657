"""Once registered, a text stays: refused on every road, with the reason and the ways out."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from tests.approval.roads import edit_url, form_data
from tests.factories.emergencies import REASON, name_for_emergencies
from tests.factories.organisation import ThemeFactory
from tests.factories.pages import section, task
from tests.factories.registration import registered
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies, queries
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.pages.models import PlanPage

REASON_WHY = "đã vào sổ, số 01/KH-THCSBM"


@pytest.fixture
def entered(plan, clerk):
    """A registered plan, fresh from the database."""
    registered(plan, by=clerk)
    return PlanPage.objects.get(pk=plan.pk)


def fresh(page):
    return PlanPage.objects.get(pk=page.pk)


CHANGES = {
    "title": {"title": "Tên khác"},
    "text": {"body": [section("I", "YÊU CẦU MỚI", "<p>Khác.</p>")]},
    "a task": {"tasks": [task("Việc mới")]},
    "symbol": {"symbol": "KH-KHÁC"},
    "signatory": {"signatory_name": "Người khác"},
    "another number": {"number": "7"},
    "another date": {"issued_on": "2020-01-01"},
}


def change(page, case):
    for name, value in CHANGES[case].items():
        setattr(page, name, value)
    return page


@pytest.mark.parametrize("case", CHANGES)
def test_another_text_is_not_submitted(case, entered, editor):
    with pytest.raises(ApprovalRefused, match=REASON_WHY):
        submit_for_approval(change(entered, case), by=editor)


@pytest.mark.parametrize("case", CHANGES)
def test_another_text_is_not_published(case, entered, editor, principal):
    revision = change(entered, case).save_revision(user=editor)

    with pytest.raises(ApprovalRefused, match=REASON_WHY):
        decisions.approve_directly(entered, revision, user=principal)


def test_the_form_says_so_when_it_is_submitted_and_keeps_the_words(
    client, entered, editor
):
    client.force_login(editor)
    data = form_data(entered, editor, title="Tên khác", **{"action-submit": "1"})

    html = client.post(edit_url(entered), data).content.decode()

    assert REASON_WHY in html
    assert "thay thế" in html
    assert "Tên khác" in html
    assert queries.submission_of(entered) is None


def test_the_form_says_so_before_anybody_types(client, entered, editor):
    client.force_login(editor)

    html = client.get(edit_url(entered)).content.decode()

    assert "Văn bản này đã vào sổ, số 01/KH-THCSBM" in html
    assert f"/admin/pages/{entered.pk}/copy/" in html
    assert "/kehoach/register/" not in html  # an editor does not read the register


def test_a_principal_does_not_publish_another_text_from_the_form(
    client, entered, principal
):
    client.force_login(principal)
    data = form_data(entered, principal, title="Tên khác", **{"action-publish": "1"})

    html = client.post(edit_url(entered), data, follow=True).content.decode()

    assert REASON_WHY in html
    assert fresh(entered).title == "Truyền thông năm học 2026-2027"


def test_nor_does_anybody_in_an_emergency(entered, editor):
    name_for_emergencies(editor)
    entered.title = "Tên khác"
    revision = entered.save_revision(user=editor)

    with pytest.raises(ApprovalRefused, match=REASON_WHY):
        emergencies.publish(
            entered,
            revision,
            user=editor,
            reason=REASON,
            ticked=entered.approval_checks(),
        )


def test_a_text_that_was_submitted_before_is_refused_after(
    plan, clerk, editor, principal
):
    plan.title = "Tên khác"
    submission = submit_for_approval(plan, by=editor)
    registered(fresh(plan), by=clerk)

    with pytest.raises(ApprovalRefused, match=REASON_WHY):
        decisions.approve(submission, user=principal)


def test_what_is_no_part_of_the_document_changes_as_before(entered, editor, principal):
    entered.slug, entered.search_description = "dia-chi-moi", "Tóm tắt"
    entered.themes = [ThemeFactory()]

    decisions.approve(submit_for_approval(entered, by=editor), user=principal)

    now = fresh(entered)
    assert now.live
    assert now.slug == "dia-chi-moi"
    assert now.why_not_change() is None


def test_a_text_may_say_the_number_that_it_was_given(entered, editor, principal):
    entry = entered.register_entry
    entered.number, entered.issued_on = "01", entry.date

    decisions.approve(submit_for_approval(entered, by=editor), user=principal)

    assert fresh(entered).number == "01"


def test_the_old_text_goes_up_again_after_it_was_taken_down(entered, principal):
    revision = entered.live_revision
    entered.unpublish(user=principal)

    revision.publish(user=principal)

    assert fresh(entered).live


def test_the_registered_revision_outlives_housekeeping(entered, editor, principal):
    kept = entered.live_revision
    entered.search_description = "Tóm tắt"
    decisions.approve(submit_for_approval(entered, by=editor), user=principal)

    with pytest.raises(ProtectedError), transaction.atomic():
        kept.delete()
    fresh(entered).delete()

    assert not type(kept).objects.filter(pk=kept.pk).exists()


def test_a_copy_is_a_draft_without_the_number(entered, editor):
    copy = entered.copy(
        update_attrs={"slug": "ban-moi", "title": "Bản mới"}, user=editor
    )

    assert not copy.live
    assert copy.number_and_symbol == ""
    assert copy.why_not_show() is None


def test_a_number_that_the_register_gave_is_a_point_to_check(publish, entered):
    entry = entered.register_entry
    other = publish(number="1", issued_on=entry.date)

    said = " ".join(other.points_to_check())

    assert "01/KH-THCSBM đã cấp cho “Truyền thông năm học 2026-2027”" in said
