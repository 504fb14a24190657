"""The record: what it says, and that it stays as it was written."""

import pytest

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.approval.models import ApprovalChain
from wagtail_kehoach.models import Approval, SigningAuthority


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


@pytest.mark.parametrize("field", ["title", "files", "comment", "approver_name"])
def test_every_fact_is_in_the_chain(field, editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)
    row = Approval.objects.first()
    before = row.link_after("")

    setattr(row, field, {"image:1": {}} if field == "files" else "khác")

    assert row.link_after("") != before
