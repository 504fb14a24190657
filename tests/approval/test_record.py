"""The record: what it says, and that it stays as it was written."""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.approval.models import ApprovalChain
from wagtail_kehoach.models import Approval, SchoolSettings, SigningAuthority


def test_says_what_was_approved_by_whom_and_where(editor, principal):
    story = StoryPageFactory(title="Cô Lan", slug="co-lan")

    story = approved(story, by=editor, principal=principal)

    [row] = Approval.objects.of(story)
    assert row.title == "Cô Lan"
    assert row.address.endswith("/co-lan/")
    assert row.revision_id == story.live_revision_id
    assert row.approver == principal
    assert row.approver_name == principal.get_full_name()
    assert row.kind == "workflow"


def test_follows_the_row_before(editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)
    approved(StoryPageFactory(), by=editor, principal=principal)

    last, before = Approval.objects.all()[:2]
    end = ApprovalChain.objects.get()

    assert last.chain == last.link_after(before.chain)
    assert (end.records, end.last) == (Approval.objects.count(), last.chain)


def test_the_account_of_an_approver_can_be_deleted(editor, other_principal):
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    story = approved(StoryPageFactory(), by=editor, principal=other_principal)

    other_principal.delete()

    row = Approval.objects.of(story).get()
    assert row.approver is None
    assert row.capacity.startswith("KT.")
    assert find_problems().problems == []


@pytest.mark.parametrize(
    ("school", "said"),
    [("Trường THCS Bình Minh", "Hiệu trưởng"), ("", "người đứng đầu")],
)
def test_calls_the_head_by_the_title_of_the_school(
    editor, principal, site, school, said
):
    SchoolSettings.objects.update_or_create(site=site, defaults={"name": school})
    SigningAuthority.objects.create(user=principal, capacity="head")

    story = approved(StoryPageFactory(), by=editor, principal=principal)

    assert Approval.objects.of(story).get().capacity == said


@pytest.fixture
def first_row(db):
    """A row as the first version wrote it, before there were checks and emergencies."""
    return Approval(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id="7",
        title="Cô Lan",
        address="/co-lan/",
        revision_id=12,
        stored_digest="s" * 64,
        text_digest="t" * 64,
        kind="workflow",
        approver_name="Nguyễn Văn Thành",
        comment="Đồng ý.",
        approved_at=dt.datetime(2026, 9, 5, 1, tzinfo=dt.UTC),
    )


def test_a_row_of_the_first_version_keeps_its_chain(first_row):
    assert first_row.link_after("abc") == (
        "fc6e494da84d088b8a1ef3cfd24512db3c377c8adfcba0347effae2d577d98d0"
    )


def test_what_a_row_settles_is_in_the_chain(first_row):
    before = first_row.link_after("abc")

    first_row.settles_id = 3

    assert first_row.link_after("abc") != before


@pytest.mark.parametrize("field", ["title", "files", "comment", "approver_name"])
def test_every_fact_is_in_the_chain(field, editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)
    row = Approval.objects.first()
    before = row.link_after("")

    setattr(row, field, {"image:1": {}} if field == "files" else "khác")

    assert row.link_after("") != before
