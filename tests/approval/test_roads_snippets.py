"""The same roads for a spokesperson: a snippet with drafts."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse

from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.approval.defaults import grant_on_models
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, Spokesperson

from . import roads


@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
@pytest.mark.parametrize("role", ["editor", "former principal", "deputy", "superuser"])
def test_no_road_publishes_a_spokesperson(role, live, as_role, editor, principal):
    people = {"by": editor, "principal": principal} if live else {"by": editor}
    person = (roads.live_of if live else roads.draft_of)("spokesperson", **people)
    before = Approval.objects.count()

    for road in roads.SNIPPET_ROADS:
        road(as_role(role), person)
        person.refresh_from_db()

    call_command("publish_scheduled")
    roads.assert_unchanged(person, live=live)
    assert Approval.objects.count() == before


def test_the_superuser_is_told_why_not(as_role, editor):
    person = roads.draft_of("spokesperson", by=editor)

    response = roads.publish_from_form(as_role("superuser"), person)

    said = " ".join(str(m) for m in get_messages(response.wsgi_request))
    assert "Ban Giám hiệu" in said


def test_a_principal_publishes_a_spokesperson(as_role, editor):
    person = roads.draft_of("spokesperson", by=editor)

    roads.publish_from_form(as_role("principal"), person)

    person.refresh_from_db()
    assert person.live
    assert Approval.objects.of(person).get().kind == "direct"
    assert find_problems().problems == []


def test_a_submitted_spokesperson_waits_for_a_principal(as_role, editor, principal):
    person = SpokespersonFactory(name=roads.UNAPPROVED)
    submit_for_approval(person, by=editor)

    roads.approve_from_form(as_role("superuser"), person)
    person.refresh_from_db()
    assert not person.live

    roads.approve_from_form(as_role("principal"), person)
    person.refresh_from_db()
    assert person.live
    assert find_problems().problems == []


def test_a_newer_draft_by_somebody_else_is_not_approved(
    editor, principal, other_principal
):
    person = SpokespersonFactory()
    submission = submit_for_approval(person, by=editor)
    person.name = roads.UNAPPROVED
    person.save_revision(user=other_principal)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal)


@pytest.mark.parametrize(
    ("role", "gone"), [("editor", False), ("superuser", True), ("principal", True)]
)
def test_deleting_a_public_spokesperson(role, gone, as_role, editor, principal):
    for name in ("Biên tập viên", "Ban Giám hiệu"):
        grant_on_models(Group.objects.get(name=name), [Spokesperson], ["delete"])
    person = approved(SpokespersonFactory(), by=editor, principal=principal)
    url = reverse(person.snippet_viewset.get_url_name("delete"), args=(person.pk,))

    as_role(role).post(url)

    assert Spokesperson.objects.filter(pk=person.pk).exists() is not gone
    assert Approval.objects.filter(title=person.name).exists()
    assert find_problems().problems == []


def test_an_editor_deletes_a_draft(as_role, editor):
    grant_on_models(Group.objects.get(name="Biên tập viên"), [Spokesperson], ["delete"])
    person = roads.draft_of("spokesperson", by=editor)
    url = reverse(person.snippet_viewset.get_url_name("delete"), args=(person.pk,))

    as_role("editor").post(url)

    assert not Spokesperson.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize(("role", "live"), [("editor", True), ("principal", False)])
def test_unpublishing_a_spokesperson(role, live, as_role, editor, principal):
    person = approved(SpokespersonFactory(), by=editor, principal=principal)
    url = reverse(person.snippet_viewset.get_url_name("unpublish"), args=(person.pk,))

    as_role(role).post(url)

    person.refresh_from_db()
    assert person.live is live
    assert find_problems().problems == []
