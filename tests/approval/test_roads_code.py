"""Code of a portal that writes without a thought of approval: pages and their aliases."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.models import Page, Revision

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, Mandate, Theme
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage

from . import roads


@pytest.fixture
def story(editor, principal):
    """An approved public story."""
    return approved(StoryPageFactory(), by=editor, principal=principal)


def put_live(obj):
    obj.live = True
    obj.save()


def put_live_only(obj):
    obj.live = True
    obj.save(update_fields=["live"])


def put_live_with_its_revision(obj):
    obj.live = True
    obj.live_revision = obj.get_latest_revision()
    obj.save()


def point_first_then_put_live(obj):
    obj.live_revision = obj.get_latest_revision()
    obj.save(update_fields=["live_revision"])
    obj.refresh_from_db()
    put_live(obj)


def publish_a_new_revision(obj):
    obj.save_revision().publish()


def publish_the_draft(obj):
    obj.get_latest_revision().publish()


def publish_as_superuser_would(obj):
    obj.get_latest_revision().publish(skip_permission_checks=True)


def save_as_plain_page(obj):
    page = Page.objects.get(pk=obj.pk)
    page.live = True
    page.save()


def schedule_by_hand(obj):
    obj.save_revision(approved_go_live_at=obj.latest_revision.created_at)


WRITES = [
    put_live, put_live_only, put_live_with_its_revision, point_first_then_put_live,
    publish_a_new_revision, publish_the_draft, publish_as_superuser_would,
    schedule_by_hand,
]  # fmt: skip


@pytest.mark.parametrize("write", WRITES, ids=[write.__name__ for write in WRITES])
@pytest.mark.parametrize("kind", ["story", "plan", "spokesperson"])
def test_code_cannot_publish_a_draft(write, kind, editor):
    obj = roads.draft_of(kind, by=editor)

    with pytest.raises(PermissionDenied):
        write(obj)

    roads.assert_unchanged(obj, live=False)


def test_a_plain_page_cannot_publish_a_draft(editor):
    story = roads.draft_of("story", by=editor)

    with pytest.raises(ApprovalRefused):
        save_as_plain_page(story)

    roads.assert_unchanged(story, live=False)


def change_the_title(page):
    page.title = roads.UNAPPROVED
    page.save()


def change_one_field(page):
    page.lead = roads.UNAPPROVED
    page.save(update_fields=["lead"])


def change_the_slug(page):
    page.slug = "khac"
    page.save()


def change_the_plain_page(page):
    plain = Page.objects.get(pk=page.pk)
    plain.title = roads.UNAPPROVED
    plain.save()


def point_at_another_revision(page):
    plain = Page.objects.get(pk=page.pk)
    plain.live_revision = page.specific.save_revision()
    plain.save()


CHANGES = [
    change_the_title, change_one_field, change_the_slug, change_the_plain_page,
    point_at_another_revision,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_code_cannot_change_a_public_page(change, story):
    before = story.live_revision_id

    with pytest.raises(ApprovalRefused):
        change(StoryPage.objects.get(pk=story.pk))

    roads.assert_unchanged(story, live=True)
    assert StoryPage.objects.get(pk=story.pk).live_revision_id == before


def test_what_is_no_text_may_change(story, editor):
    story.locked = True
    story.locked_by = editor
    story.save()
    story.owner = editor
    story.save(update_fields=["owner"])
    StoryPage.objects.get(pk=story.pk).save()
    Page.objects.get(pk=story.pk).save()

    roads.assert_unchanged(story, live=True)


def test_children_and_many_to_many_values_are_text(editor, principal):
    theme = Theme.objects.create(name="Nước sạch", slug="nuoc-sach")
    person = approved(SpokespersonFactory(), by=editor, principal=principal)
    plan = approved(PlanPageFactory(), by=editor, principal=principal)

    person.mandates.add(Mandate(role="regular", scope=roads.UNAPPROVED))
    plan.themes = [theme]

    for obj in (person, plan):
        with pytest.raises(ApprovalRefused):
            obj.save()
        roads.assert_unchanged(obj, live=True)


def test_new_rows_are_drafts(site):
    index = StoryIndexPage.objects.get()
    page = StoryPage(
        title=roads.UNAPPROVED, slug="moi", subject="Ai", lead="Gì", live=True
    )

    index.add_child(instance=page)
    person = SpokespersonFactory(name=roads.UNAPPROVED, live=True)

    roads.assert_unchanged(page, live=False)
    roads.assert_unchanged(person, live=False)
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_copy_that_keeps_its_state_is_a_draft(story, principal):
    copy = story.copy(update_attrs={"slug": "ban-sao"}, keep_live=True, user=principal)

    copy.refresh_from_db()
    assert not copy.live
    assert copy.live_revision is None
    assert copy.first_published_at is None
    assert find_problems().problems == []


def test_what_was_taken_down_is_not_put_up_by_an_old_copy(story):
    old = StoryPage.objects.get(pk=story.pk)
    story.unpublish()

    with pytest.raises(ApprovalRefused):
        old.save()

    roads.assert_unchanged(story, live=False)


def test_an_old_draft_neither_takes_down_nor_changes(editor, principal):
    draft = StoryPageFactory()
    old = StoryPage.objects.get(pk=draft.pk)
    approved(draft, by=editor, principal=principal)

    old.title = "Nháp cũ"
    old.save()

    roads.assert_unchanged(StoryPage.objects.get(pk=draft.pk), live=True)
    assert old.live


def test_an_old_copy_takes_down_when_it_is_meant(story, editor, principal):
    old = StoryPage.objects.get(pk=story.pk)
    approved(story, by=editor, principal=principal)

    old.unpublish()

    assert not StoryPage.objects.get(pk=story.pk).live


def test_publishing_keeps_a_newer_draft(story, editor):
    revision = story.live_revision
    old = StoryPage.objects.get(pk=story.pk)
    newer = roads.add_draft(story, by=editor).latest_revision

    old.publish(revision)

    now = StoryPage.objects.get(pk=story.pk)
    assert now.latest_revision == newer
    assert now.has_unpublished_changes
    assert now.draft_title == roads.UNAPPROVED
    roads.assert_unchanged(now, live=True)


def test_content_changed_in_memory_is_not_published(story):
    revision = story.live_revision
    revision.content["title"] = roads.UNAPPROVED

    with pytest.raises(ApprovalRefused):
        revision.publish()

    roads.assert_unchanged(StoryPage.objects.get(pk=story.pk), live=True)


def test_submitted_and_approved_revisions_are_not_rewritten(story):
    revision = story.live_revision
    revision.content["title"] = roads.UNAPPROVED

    with pytest.raises(ApprovalRefused, match=r"rewritten|ghi đè"):
        revision.save()


def test_a_rewritten_revision_is_not_published(story):
    revision = story.live_revision
    story.unpublish()
    content = {**revision.content, "title": roads.UNAPPROVED}
    Revision.objects.filter(pk=revision.pk).update(content=content)

    with pytest.raises(ApprovalRefused):
        Revision.objects.get(pk=revision.pk).publish()

    assert not StoryPage.objects.get(pk=story.pk).live


def test_the_public_revision_survives_housekeeping(story, editor):
    revision = story.live_revision_id
    roads.add_draft(story, by=editor)
    roads.add_draft(story, by=editor)

    with pytest.raises(ProtectedError), transaction.atomic():
        Revision.objects.get(pk=revision).delete()

    assert Revision.objects.filter(pk=revision).exists()
    roads.assert_unchanged(StoryPage.objects.get(pk=story.pk), live=True)


def test_a_page_is_deleted_with_its_revisions(story):
    pk = story.live_revision_id

    story.delete()

    assert not Revision.objects.filter(pk=pk).exists()
    assert find_problems().problems == []


def test_an_alias_of_an_approved_page_is_public(story, editor):
    roads.add_draft(story, by=editor)

    alias = StoryPage.objects.get(pk=story.pk).create_alias(update_slug="bi-danh")

    roads.assert_unchanged(alias, live=True)


def test_an_alias_of_a_draft_is_a_draft(editor):
    story = roads.draft_of("story", by=editor)
    story.live = True

    alias = story.create_alias(update_slug="bi-danh")

    roads.assert_unchanged(alias, live=False)


def test_an_alias_out_of_a_private_section_is_a_draft(story, site):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=story, restriction_type="login")
    index = StoryIndexPage(title="Công khai", slug="cong-khai", live=False)
    site.root_page.add_child(instance=index)

    alias = story.create_alias(parent=index, update_slug="bi-danh")

    assert not StoryPage.objects.get(pk=alias.pk).live
    assert find_problems().problems == []


@pytest.mark.parametrize("kind", ["story", "plan"])
def test_an_alias_follows_its_source(kind, editor, principal):
    obj = approved(roads.FACTORIES[kind](), by=editor, principal=principal)
    if kind == "plan":
        obj.themes = [Theme.objects.create(name="Nước", slug="nuoc")]
    alias = obj.create_alias(update_slug="bi-danh")
    obj.title = "Lời mới"

    approved(obj, by=editor, principal=principal)

    now = type(obj).objects.get(pk=alias.pk)
    assert now.live
    assert now.title == "Lời mới"
    assert find_problems().problems == []


def test_an_alias_shows_nothing_else_than_its_source(story):
    alias = story.create_alias(update_slug="bi-danh")
    story.lead = roads.UNAPPROVED

    with pytest.raises(ApprovalRefused):
        story.update_aliases()
    alias.lead = roads.UNAPPROVED
    with pytest.raises(ApprovalRefused):
        alias.save()

    roads.assert_unchanged(StoryPage.objects.get(pk=alias.pk), live=True)


def test_scheduling_the_source_does_not_publish_its_alias(editor, principal):
    import datetime as dt

    from django.utils import timezone

    story = roads.draft_of("story", by=editor)
    alias = story.create_alias(update_slug="bi-danh")
    story.go_live_at = timezone.now() + dt.timedelta(days=1)
    approved(story, by=editor, principal=principal)

    assert not StoryPage.objects.get(pk=alias.pk).live
    assert find_problems().problems == []


@pytest.mark.parametrize("role", ["editor", "principal"])
def test_a_converted_alias_keeps_its_approval(role, as_role, story):
    alias = story.create_alias(update_slug="bi-danh")

    roads.convert_to_page(as_role(role), alias)

    page = StoryPage.objects.get(pk=alias.pk)
    assert page.alias_of_id is None
    roads.assert_unchanged(page, live=True)
    record = Approval.objects.of(page).get()
    source = Approval.objects.of(story).get()
    assert record.kind == "inherited"
    assert record.approver_name == source.approver_name
    roads.assert_unchanged(roads.add_draft(page, by=None), live=True)


def test_an_alias_of_something_unapproved_cannot_stand_alone(story):
    alias = story.create_alias(update_slug="bi-danh")
    StoryPage.objects.filter(pk=story.pk).update(live_revision=None)

    alias.alias_of_id = None
    with pytest.raises(ApprovalRefused):
        alias.save(update_fields=["alias_of_id"])


def test_the_setup_s_own_texts_are_recorded(site):
    page = StoryIndexPage(title="Mục", slug="muc")
    site.root_page.add_child(instance=page)

    decisions.approve_setup(page)

    assert Approval.objects.of(page).get().kind == "setup"
    assert find_problems().problems == []
