"""Requests at Wagtail's views: what is said, and what the judge does not walk."""

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage

from . import roads


def refusals(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize("role", ["editor", "superuser"])
@pytest.mark.parametrize("kind", ["plan", "foreign_info"])
def test_no_road_publishes_the_other_pages(kind, role, as_role, editor, principal):
    page = roads.live_of(kind, by=editor, principal=principal)

    for road in roads.PAGE_ROADS:
        road(as_role(role), page)
        page.refresh_from_db()

    call_command("publish_scheduled")
    roads.assert_unchanged(page, live=True)


def test_bulk_publishing_says_why_not(as_role, editor):
    story = roads.draft_of("story", by=editor)

    response = roads.publish_in_bulk(as_role("principal"), story)

    assert any(roads.UNAPPROVED in message for message in refusals(response))


def test_bulk_publishing_puts_an_approved_text_up_again(as_role, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    story.unpublish()

    roads.publish_in_bulk(as_role("principal"), story)

    story.refresh_from_db()
    assert story.live
    assert find_problems().problems == []


def test_a_copy_is_a_draft_and_says_so(as_role, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    response = roads.copy_and_publish(as_role("principal"), story)

    copy = StoryPage.objects.get(slug="ban-sao")
    assert not copy.live
    assert copy.live_revision is None
    assert len(refusals(response)) == 2


def test_a_superuser_who_publishes_below_an_ordinary_page_is_told_why_not(
    as_role, site
):
    data = {"title": "Mục mới", "slug": "muc-moi", "intro": "null"}
    url = reverse(
        "wagtailadmin_pages:add",
        args=("wagtail_kehoach_pages", "storyindexpage", site.root_page.pk),
    )
    data = roads.form_data(
        StoryIndexPage(title="Mục mới", slug="muc-moi"), None, **data
    )

    data |= {
        "action-publish": "x",
        "kehoach_checks": StoryIndexPage().approval_checks(),
    }
    response = as_role("superuser").post(url, data)

    page = StoryIndexPage.objects.get(slug="muc-moi")
    assert not page.live
    assert any("Ban Giám hiệu" in message for message in refusals(response))


def test_a_principal_who_publishes_has_approved(as_role, editor, principal):
    story = roads.draft_of("story", by=editor)

    roads.publish_from_form(as_role("principal"), story)

    story.refresh_from_db()
    assert story.live
    assert Approval.objects.of(story).get().kind == "direct"
    assert find_problems().problems == []


def test_a_principal_reverts_and_publishes(as_role, editor, principal):
    story = roads.live_of("story", by=editor, principal=principal)

    roads.revert_and_publish(as_role("principal"), story)

    story.refresh_from_db()
    assert story.title == roads.UNAPPROVED
    assert Approval.objects.of(story).count() == 2
    assert find_problems().problems == []


@pytest.mark.parametrize("role", ["editor", "former principal"])
def test_editors_cannot_take_down_move_delete_or_open_up(
    role, as_role, editor, principal
):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    client = as_role(role)
    elsewhere = StoryIndexPage(title="Nơi khác", slug="noi-khac", live=False)
    story.get_parent().get_parent().add_child(instance=elsewhere)

    client.post(reverse("wagtailadmin_pages:unpublish", args=(story.pk,)))
    client.post(reverse("wagtailadmin_pages:delete", args=(story.pk,)))
    client.post(
        reverse("wagtailadmin_pages:move_confirm", args=(story.pk, elsewhere.pk))
    )
    client.post(
        reverse("wagtailadmin_pages:set_privacy", args=(story.pk,)),
        {"restriction_type": "login"},
    )

    parent = story.get_parent()
    roads.assert_unchanged(story, live=True)
    assert StoryPage.objects.get(pk=story.pk).get_parent() == parent
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("role", ["principal", "superuser"])
def test_principals_and_superusers_can_take_down(role, as_role, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    as_role(role).post(reverse("wagtailadmin_pages:unpublish", args=(story.pk,)))

    roads.assert_unchanged(story, live=False)
