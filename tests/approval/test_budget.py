"""What the guard costs: a few statements for its own pages, none for others."""

import pytest
from django.db import connection
from django.db.models.signals import pre_delete, pre_save
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, group_workflow, submit_for_approval
from tests.portal.models import OrdinaryPage
from wagtail_kehoach.approval import decisions, hooks, receivers
from wagtail_kehoach.approval.guard import ApprovalGuardMixin, GuardedPageMixin
from wagtail_kehoach.models import Spokesperson
from wagtail_kehoach.pages.models import StoryPage

from . import roads


def statements(call):
    """How many statements ``call`` makes, transactions and savepoints aside."""
    with CaptureQueriesContext(connection) as queries:
        call()
    return sum("SAVEPOINT" not in query["sql"] for query in queries)


@pytest.fixture
def without_guard(monkeypatch):
    """Takes the guard off everything: what is left is Wagtail."""

    def take_off():
        for name in ("save", "publish", "save_revision", "from_db"):
            monkeypatch.delattr(ApprovalGuardMixin, name)
        disconnect()

    yield take_off
    receivers.connect()


def disconnect():
    for signal, sender, uid in (
        (pre_save, Revision, "kehoach.frozen_revision"),
        (pre_delete, Revision, "kehoach.live_revision"),
        (pre_save, Page, "kehoach.base_page"),
    ):
        assert signal.disconnect(sender=sender, dispatch_uid=uid)


FACTORIES = [StoryPageFactory, PlanPageFactory, SpokespersonFactory]


@pytest.mark.parametrize("factory", FACTORIES)
@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
def test_saving_a_draft(factory, live, without_guard, editor, principal):
    obj = factory()
    if live:
        obj = approved(obj, by=editor, principal=principal)
    obj.save_revision(user=editor)

    def save():
        revision = obj.save_revision(user=editor)
        if not live:
            obj.save()
        obj.save_revision(user=editor, overwrite_revision=revision)

    guarded = statements(save)
    without_guard()

    assert guarded - statements(save) <= 8


@pytest.mark.parametrize("factory", FACTORIES)
def test_publishing(factory, without_guard, editor, principal):
    one, two = factory(), factory()
    for obj in (one, two):
        decisions.approve_directly(obj, obj.save_revision(), user=principal)

    guarded = statements(one.get_latest_revision().publish)
    without_guard()

    assert guarded - statements(two.get_latest_revision().publish) <= 8


def test_publishing_with_the_button(
    without_guard, monkeypatch, client, editor, principal
):
    warm, one, two = (
        roads.live_of("story", by=editor, principal=principal) for _ in "123"
    )
    client.force_login(principal)
    roads.publish_from_form(client, warm)

    guarded = statements(lambda: roads.publish_from_form(client, one))
    without_guard()
    # Wagtail's own rights, and no hook that approves.
    monkeypatch.delattr(GuardedPageMixin, "permissions_for_user")
    monkeypatch.setattr(hooks, "ApprovalGuardMixin", Spokesperson)
    bare = statements(lambda: roads.publish_from_form(client, two))

    assert StoryPage.objects.filter(title=roads.UNAPPROVED, live=True).count() == 3
    assert guarded - bare <= 8


def test_approving_from_the_queue(
    without_guard, monkeypatch, client, editor, principal
):
    """Against the same page with a step of Wagtail's own, for a group."""
    warm, one, two, three = (StoryPageFactory() for _ in "1234")
    submissions = [submit_for_approval(story, by=editor) for story in (warm, one)]
    client.force_login(principal)
    urls = [
        reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
        for submission in submissions
    ]
    seen = [client.get(url).context["token"] for url in urls]

    def approve(n):
        data = {"decision": "approve", "token": seen[n]}
        assert client.post(urls[n], data).status_code == 302

    approve(0)
    guarded = statements(lambda: approve(1))

    without_guard()
    monkeypatch.delattr(GuardedPageMixin, "permissions_for_user")
    monkeypatch.setattr(hooks, "ApprovalGuardMixin", Spokesperson)
    workflow = group_workflow(principal)
    for story in (two, three):
        story.save_revision(user=editor)
        workflow.start(story, editor)

    def approve_as_group(story):
        state = story.current_workflow_task_state
        args = (story.pk, "approve", state.pk)
        url = reverse("wagtailadmin_pages:workflow_action", args=args)
        assert client.post(url).status_code == 302

    approve_as_group(two)
    bare = statements(lambda: approve_as_group(three))

    assert [s.live for s in StoryPage.objects.filter(pk__in=(one.pk, three.pk))] == [
        True,
        True,
    ]
    assert guarded - bare <= 8, (guarded, bare)


def test_other_pages_pay_nothing(site):
    page = OrdinaryPage(title="Trang thường", slug="trang-thuong")
    site.root_page.add_child(instance=page)

    def live_a_day():
        page.title += "!"
        page.save()
        revision = page.save_revision()
        page.save_revision(overwrite_revision=revision)
        revision.publish()
        Page.objects.get(pk=page.pk).save()
        page.unpublish()

    live_a_day()
    with_us = statements(live_a_day)
    disconnect()
    without = statements(live_a_day)
    receivers.connect()

    assert with_us == without
