import pytest
from django.core import mail
from wagtail.models import Revision

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, SigningAuthority


def test_approve_publishes_the_submitted_text(editor, principal):
    story = StoryPageFactory(lead="Lời đã duyệt.")

    approval = decisions.approve(submit_for_approval(story, by=editor), user=principal)

    story.refresh_from_db()
    assert story.live
    assert story.lead == "Lời đã duyệt."
    assert approval.revision_id == story.live_revision_id
    assert approval.approver_name == principal.get_full_name()


def test_approve_is_refused_to_an_editor(editor):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused, match="Ban Giám hiệu"):
        decisions.approve(submission, user=editor)


def test_approve_is_refused_to_a_superuser(editor, superuser):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused, match="Ban Giám hiệu"):
        decisions.approve(submission, user=superuser)


def test_a_form_that_saves_itself_once_more_while_submitting_is_no_change(
    editor, principal
):
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=editor)
    saved_again = story.save_revision(user=editor)

    approval = decisions.approve(submission, user=principal)

    story.refresh_from_db()
    assert story.live_revision_id == approval.revision_id == saved_again.pk


def test_approve_is_refused_when_somebody_changed_the_text(editor, principal):
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=editor)
    story.lead = "Lời thêm sau khi trình."
    story.save_revision(user=editor)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal)

    story.refresh_from_db()
    assert not story.live
    assert not Approval.objects.of(story).exists()


def test_approve_takes_the_head_s_own_changes(editor, principal):
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=editor)
    story.lead = "Hiệu trưởng sửa một chữ."
    story.save_revision(user=principal)

    decisions.approve(submission, user=principal)

    story.refresh_from_db()
    assert story.live
    assert story.lead == "Hiệu trưởng sửa một chữ."


def test_approve_is_refused_for_a_text_that_was_not_the_one_read(editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal, token="1:khac")


def test_approve_twice_gives_one_record(editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    first = decisions.approve(submission, user=principal)
    second = decisions.approve(submission, user=principal)

    assert first == second


def test_approve_after_another_principal_is_refused(editor, principal, other_principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    decisions.approve(submission, user=principal)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=other_principal)


def test_a_deputy_may_not_approve_what_he_wrote(editor, other_principal):
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=other_principal)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=other_principal)


def test_four_eyes_can_be_turned_off(settings, editor, other_principal):
    settings.WAGTAIL_KEHOACH = {"FOUR_EYES": False}
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    submission = submit_for_approval(StoryPageFactory(), by=other_principal)

    assert decisions.approve(submission, user=other_principal)


def test_authority_of_another_field_is_refused(editor, other_principal):
    SigningAuthority.objects.create(
        user=other_principal, capacity="KT.", field=SigningAuthority.Field.PLANS
    )
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=other_principal)


def test_authority_that_has_ended_is_refused(editor, other_principal):
    SigningAuthority.objects.create(
        user=other_principal, capacity="KT.", ends_on="2020-01-01"
    )
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=other_principal)


def test_the_record_names_the_capacity(editor, other_principal):
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    approval = decisions.approve(submission, user=other_principal)

    assert approval.capacity.startswith("KT.")


def test_send_back_needs_a_comment(editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused):
        decisions.send_back(submission, user=principal, comment="  ")


def test_submission_tells_the_principals_and_nobody_else(
    editor, principal, other_principal, superuser, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submit_for_approval(StoryPageFactory(title="Thầy Hải"), by=editor)

    assert {to for m in mail.outbox for to in m.to} == {
        principal.email,
        other_principal.email,
    }
    assert "Thầy Hải" in mail.outbox[0].subject


def test_the_record_survives_page_revision_and_user(editor, principal):
    story = approved(StoryPageFactory(title="Còn mãi"), by=editor, principal=principal)
    name = principal.get_full_name()

    Revision.objects.for_instance(story).filter(pk__lt=story.live_revision_id).delete()
    story.delete()
    principal.delete()

    record = Approval.objects.get(title="Còn mãi")
    assert record.approver_name == name
    assert record.approver is None


def test_the_record_cannot_be_changed_or_deleted(editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    record = Approval.objects.of(story).get()

    for attempt in (
        record.save,
        record.delete,
        Approval.objects.all().delete,
        lambda: Approval.objects.update(comment="khác"),
    ):
        with pytest.raises(ApprovalRefused):
            attempt()


def test_token_speaks_of_one_text(editor, principal):
    submission = submit_for_approval(PlanPageFactory(), by=editor)
    revision = submission.revision
    token = decisions.seen_token(revision)

    assert decisions.approve(submission, user=principal, token=token)
    assert queries.submission_of(submission.workflow_state.content_object) is None


@pytest.mark.parametrize("decide", [decisions.approve, decisions.send_back])
def test_a_comment_is_stored_composed_and_without_nul(decide, editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    decide(submission, user=principal, comment="Đu\u031bo\u031b\u0323c\x00.")

    submission.refresh_from_db()
    assert submission.comment == "Được."
