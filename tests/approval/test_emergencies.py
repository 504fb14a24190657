"""Publishing in an emergency: who may, what stays refused, and how a principal ends it."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.emergencies import (
    REASON,
    name_for_emergencies,
    published_in_emergency,
)
from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, SigningAuthority
from wagtail_kehoach.pages.models import StoryPage

NOT_NAMED = "Chỉ hiệu trưởng và người được quyết định cử mới được đăng khẩn cấp loại nội dung này."
NOT_TODAY = "Quyết định cử thầy/cô đăng khẩn cấp đã hết hoặc chưa có hiệu lực."
NOT_CONFIRMED = "Nội dung này được đăng khẩn cấp nên Ban Giám hiệu phải xác nhận trước."


@pytest.fixture
def named(editor):
    """An editor whom a decision names for emergencies."""
    name_for_emergencies(editor)
    return editor


@pytest.fixture
def emergency(named):
    """A new story, public without an approval."""
    return published_in_emergency(StoryPageFactory(title="Nghỉ bão"), by=named)


def now(emergency):
    return queries.object_of(emergency)


def confirm(emergency, *, user, token=None):
    revision = now(emergency).revisions.get(pk=emergency.revision_id)
    token = decisions.seen_token(revision) if token is None else token
    return emergencies.confirm(emergency, user=user, token=token)


def why_not(call, *args, **kwargs):
    with pytest.raises(ApprovalRefused) as refusal, transaction.atomic():
        call(*args, **kwargs)
    return refusal.value.reason


def publish(obj, *, user, reason=REASON, ticked=None, **said):
    revision = obj.get_latest_revision() or obj.save_revision(user=user)
    ticked = obj.approval_checks() if ticked is None else ticked
    return emergencies.publish(
        obj, revision, user=user, reason=reason, ticked=ticked, **said
    )


# Who may


@pytest.mark.parametrize("factory", [StoryPageFactory, SpokespersonFactory])
def test_who_is_named_publishes_at_once(factory, named):
    emergency = published_in_emergency(factory(), by=named)

    assert now(emergency).live
    assert emergency.kind == "emergency"
    assert emergency.comment == REASON
    assert emergency.approver_name == "Trần Minh Quân"
    assert emergency.capacity == "được cử đăng khẩn cấp"
    assert emergency.checks["by"] == "Trần Minh Quân"
    assert find_problems().problems == []


def test_the_head_always_may(principal):
    assert published_in_emergency(StoryPageFactory(), by=principal).kind == "emergency"


@pytest.mark.parametrize("role", ["editor", "deputy", "superuser"])
def test_others_may_not(role, request):
    user = request.getfixturevalue(role)
    story = StoryPageFactory()

    assert why_not(publish, story, user=user) == NOT_NAMED
    assert not StoryPage.objects.get(pk=story.pk).live


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"field": "plans"}, NOT_NAMED),
        ({"ends_on": "2020-01-01"}, NOT_TODAY),
        ({"starts_on": "2999-01-01"}, NOT_TODAY),
    ],
)
def test_only_within_the_decision(said, reason, editor):
    name_for_emergencies(editor, **said)

    assert why_not(publish, StoryPageFactory(), user=editor) == reason


def test_being_named_gives_no_right_to_approve(other_principal, editor):
    SigningAuthority.objects.create(user=other_principal, field="plans")
    name_for_emergencies(other_principal, field="stories")
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    assert "không gồm loại nội dung này" in why_not(
        decisions.approve, submission, user=other_principal
    )


def test_being_named_does_not_limit_a_principal(principal, editor):
    name_for_emergencies(principal, field="plans", ends_on="2020-01-01")

    assert approved(StoryPageFactory(), by=editor, principal=principal).live


def test_who_may_not_edit_the_text_may_not_publish_it(former_principal, superuser):
    former_principal.groups.clear()
    name_for_emergencies(former_principal)
    story = StoryPageFactory()
    story.save_revision(user=superuser)

    assert why_not(publish, story, user=former_principal) == (
        "Thầy/cô không có quyền sửa nội dung này."
    )


# What stays refused


def test_a_reason_is_needed(named):
    assert why_not(publish, StoryPageFactory(), user=named, reason=" ") == (
        "Hãy ghi rõ vì sao không thể chờ duyệt."
    )


def test_the_checks_are_needed(named):
    story = StoryPageFactory()
    some = story.approval_checks()[1:]

    assert "đánh dấu" in why_not(publish, story, user=named, ticked=some)


def test_a_secrecy_mark_refuses(named):
    story = StoryPageFactory(lead="TỐI MẬT")

    assert "“TỐI MẬT”" in why_not(publish, story, user=named)
    assert not StoryPage.objects.get(pk=story.pk).live


def test_a_missing_consent_refuses(named):
    story = StoryPageFactory()
    story.people = [PersonFactory(full_name="Nguyễn Thị Mai")]

    assert "Nguyễn Thị Mai" in why_not(publish, story, user=named)


def test_another_text_than_the_one_that_was_seen(named):
    story = StoryPageFactory()
    token = decisions.seen_token(story.save_revision(user=named))
    story.lead = "Khác."
    story.save_revision(user=named)

    assert "đã thay đổi" in why_not(publish, story, user=named, token=token)


def test_no_emergency_waits_for_its_hour(named):
    story = StoryPageFactory(go_live_at=timezone.now() + dt.timedelta(days=1))

    assert why_not(publish, story, user=named) == (
        "Đăng khẩn cấp là đăng ngay. Hãy bỏ giờ hẹn đăng rồi thử lại."
    )


def test_what_is_approved_needs_no_emergency(named, principal):
    story = StoryPageFactory()
    revision = story.save_revision(user=named)
    decisions.approve_directly(story, revision, user=principal)

    assert why_not(publish, story, user=named) == (
        "Ban Giám hiệu đã duyệt nội dung này. Hãy đăng như bình thường."
    )


def test_a_second_click_is_the_same_emergency(named, emergency):
    assert publish(now(emergency), user=named) == emergency
    assert Approval.objects.filter(kind="emergency").count() == 1


def test_what_was_withdrawn_is_submitted(named, emergency, principal):
    emergencies.withdraw(emergency, user=principal, reason="Sai tin.")
    story = now(emergency)
    story.save_revision(user=named)

    assert why_not(publish, story, user=named) == (
        "Ban Giám hiệu đã thu hồi nội dung này. Hãy trình duyệt."
    )


def test_the_submission_is_cancelled(named):
    story = StoryPageFactory()
    submission = submit_for_approval(story, by=named)

    publish(story, user=named)

    submission.workflow_state.refresh_from_db()
    assert submission.workflow_state.status == "cancelled"
    assert StoryPage.objects.get(pk=story.pk).live


# What it is not


def test_the_next_revision_takes_the_ordinary_road(named, emergency):
    story = now(emergency)
    story.lead = "Sửa thêm."
    revision = story.save_revision(user=named)

    with pytest.raises(ApprovalRefused):
        revision.publish()

    assert now(emergency).lead != "Sửa thêm."


def test_a_deputy_who_wrote_in_it_may_not_approve_the_next(
    emergency, other_principal, named
):
    """The emergency text counts as unapproved, so its writers still count."""
    SigningAuthority.objects.create(user=other_principal)
    story = now(emergency)
    story.save_revision(user=other_principal)
    second = published_in_emergency(story, by=named)
    submission = submit_for_approval(now(second), by=named)

    assert "đã viết một phần" in why_not(
        decisions.approve, submission, user=other_principal
    )


def test_a_new_alias_is_a_draft(emergency):
    alias = now(emergency).create_alias(update_slug="bi-danh")

    assert not StoryPage.objects.get(pk=alias.pk).live
    assert find_problems().problems == []


def test_a_draft_alias_does_not_follow_until_it_is_confirmed(named, editor, principal):
    story = StoryPageFactory()
    alias = story.create_alias(update_slug="bi-danh")
    emergency = published_in_emergency(story, by=named)
    assert not StoryPage.objects.get(pk=alias.pk).live

    confirm(emergency, user=principal)

    assert StoryPage.objects.get(pk=alias.pk).live
    assert find_problems().problems == []


def test_an_alias_becomes_no_page_of_its_own(named, principal):
    story = approved(StoryPageFactory(), by=named, principal=principal)
    alias = story.create_alias(update_slug="bi-danh")
    story.lead = "Khẩn."
    published_in_emergency(story, by=named)
    alias = StoryPage.objects.get(pk=alias.pk)
    alias.alias_of = None

    assert why_not(alias.save) == NOT_CONFIRMED


def test_a_copy_is_a_draft(emergency):
    copy = now(emergency).copy(update_attrs={"slug": "ban-sao"}, keep_live=True)

    assert not StoryPage.objects.get(pk=copy.pk).live


def test_the_public_reads_that_it_is_not_confirmed(client, emergency, principal):
    story = now(emergency)
    line = "Trần Minh Quân đăng khẩn cấp ngày"
    assert line in client.get(story.url).content.decode()

    confirm(emergency, user=principal)

    html = client.get(story.url).content.decode()
    assert line not in html
    assert "Nguyễn Văn Thành" in html


# How a principal ends it


def test_confirming(emergency, principal):
    confirmed = confirm(emergency, user=principal)

    assert confirmed.kind == "confirmed"
    assert confirmed.settles == emergency
    assert confirmed.revision_id == emergency.revision_id
    assert now(emergency).live
    assert queries.open_emergencies() == []
    assert queries.live_approval(now(emergency)) == confirmed
    assert find_problems().problems == []


def test_withdrawing_takes_down_a_snippet_too(named, principal):
    emergency = published_in_emergency(SpokespersonFactory(), by=named)

    emergencies.withdraw(emergency, user=principal, reason="Sai người.")

    assert not now(emergency).live
    assert find_problems().problems == []


def test_withdrawing_takes_it_down(emergency, principal):
    withdrawn = emergencies.withdraw(emergency, user=principal, reason="Sai tin.")

    assert withdrawn.comment == "Sai tin."
    assert not now(emergency).live
    assert queries.open_emergencies() == []
    assert find_problems().problems == []


def test_a_withdrawn_text_cannot_be_published_again(emergency, principal):
    emergencies.withdraw(emergency, user=principal, reason="Sai tin.")
    revision = now(emergency).revisions.get(pk=emergency.revision_id)

    assert why_not(revision.publish) == (
        "Nội dung này phải được Ban Giám hiệu duyệt trước khi đăng."
    )


def test_withdrawing_needs_a_reason(emergency, principal):
    assert (
        why_not(emergencies.withdraw, emergency, user=principal, reason="")
        == "Hãy ghi rõ lý do thu hồi."
    )
    assert now(emergency).live


@pytest.mark.parametrize("settle", ["confirm", "withdraw"])
@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("editor", "Chỉ thành viên nhóm “Ban Giám hiệu” mới được duyệt."),
        ("superuser", "Chỉ thành viên nhóm “Ban Giám hiệu” mới được duyệt."),
        ("deputy", "đã hết hoặc chưa có hiệu lực"),
    ],
)
def test_only_a_principal_who_signs_for_it(settle, who, reason, request, emergency):
    user = request.getfixturevalue(who)
    call = {
        "confirm": lambda: confirm(emergency, user=user),
        "withdraw": lambda: emergencies.withdraw(emergency, user=user, reason="Sai."),
    }[settle]

    assert reason in why_not(call)
    assert now(emergency).live


@pytest.mark.parametrize("settle", ["confirm", "withdraw"])
def test_not_by_who_published_it(settle, principal, other_principal):
    emergency = published_in_emergency(StoryPageFactory(), by=principal)
    own = "Thầy/cô đã tự đăng nội dung này, nên người khác trong Ban Giám hiệu phải "
    call = {
        "confirm": lambda: confirm(emergency, user=principal),
        "withdraw": lambda: emergencies.withdraw(
            emergency, user=principal, reason="Sai."
        ),
    }[settle]

    assert why_not(call).startswith(own)
    assert confirm(emergency, user=other_principal)


def test_a_deputy_does_not_confirm_what_he_wrote(named, other_principal):
    SigningAuthority.objects.create(user=other_principal)
    emergency = published_in_emergency(
        StoryPageFactory(), by=named, writer=other_principal
    )

    assert "đã viết một phần" in why_not(confirm, emergency, user=other_principal)


def test_one_decision_only(emergency, principal, other_principal):
    confirm(emergency, user=principal)

    assert (
        why_not(emergencies.withdraw, emergency, user=other_principal, reason="Sai.")
        == "Nguyễn Văn Thành đã quyết định về lần đăng khẩn cấp này."
    )
    assert now(emergency).live


def test_another_text_than_the_one_that_was_read(emergency, principal):
    assert "đã thay đổi" in why_not(
        confirm, emergency, user=principal, token=f"{emergency.revision_id}:khac"
    )


def test_a_consent_that_ended_since_refuses_to_confirm(named, principal):
    person = PersonFactory(full_name="Nguyễn Thị Mai")
    consent = ConsentFactory(person=person)
    story = StoryPageFactory()
    story.people = [person]
    emergency = published_in_emergency(story, by=named)
    type(consent).objects.filter(pk=consent.pk).update(
        withdrawn_on=timezone.localdate() - dt.timedelta(days=1)
    )

    assert "Nguyễn Thị Mai" in why_not(confirm, emergency, user=principal)
    emergencies.withdraw(emergency, user=principal, reason="Hết đồng ý.")
    assert not now(emergency).live


def test_what_was_approved_since_stays_public(emergency, named, principal):
    story = now(emergency)
    story.lead = "Bản đã duyệt."
    approved(story, by=named, principal=principal)

    emergencies.withdraw(emergency, user=principal, reason="Bản đầu sai.")

    assert now(emergency).live
    assert now(emergency).lead == "Bản đã duyệt."
    assert find_problems().problems == []


def test_who_approves_the_text_as_usual_has_confirmed_it(emergency, named, principal):
    submission = submit_for_approval(now(emergency), by=named)

    decisions.approve(submission, user=principal)

    emergency = Approval.objects.get(pk=emergency.pk)
    assert emergency.settlement.kind == Approval.Kind.CONFIRMED
    assert emergency.settlement.approver == principal
    assert queries.open_emergencies() == []
    assert not find_problems().problems


def test_another_text_leaves_the_emergency_open(emergency, named, principal):
    story = now(emergency)
    story.lead = "Câu khác."

    decisions.approve(submit_for_approval(story, by=named), user=principal)

    assert [e.pk for e in queries.open_emergencies()] == [emergency.pk]


def test_another_file_leaves_the_emergency_open(named, principal):
    picture = Image.objects.create(title="Sân trường", file=get_test_image_file())
    page = StoryPageFactory(picture=picture, picture_alt="Sân trường")
    emergency = published_in_emergency(page, by=named)
    now(emergency).unpublish()
    picture.file = get_test_image_file("khac.png", size=(10, 20))
    picture._set_image_file_metadata()
    picture.save()

    decisions.approve(submit_for_approval(now(emergency), by=named), user=principal)

    assert [e.pk for e in queries.open_emergencies()] == [emergency.pk]


def test_ones_own_emergency_stays_for_another_principal(principal, other_principal):
    emergency = published_in_emergency(StoryPageFactory(), by=principal)
    story = now(emergency)

    decisions.approve_directly(story, story.save_revision(), user=principal)

    assert [e.pk for e in queries.open_emergencies()] == [emergency.pk]
    assert confirm(emergency, user=other_principal)


def test_a_text_that_is_gone_can_still_be_withdrawn(emergency, principal):
    now(emergency).delete()

    assert (
        why_not(emergencies.confirm, emergency, user=principal, token="")
        == "Nội dung này không còn nữa. Chỉ có thể thu hồi."
    )
    withdrawn = emergencies.withdraw(emergency, user=principal, reason="Đã xoá.")

    assert withdrawn.title == "Nghỉ bão"
    assert queries.open_emergencies() == []
    assert find_problems().problems == []


# The record


def test_the_database_keeps_one_settlement(emergency, principal):
    confirmed = confirm(emergency, user=principal)
    second = Approval(settles=emergency, kind="withdrawn", comment="Sai.")
    for name in ("base_content_type", "object_id", "revision_id", "approved_at"):
        setattr(second, name, getattr(confirmed, name))

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_the_audit_names_it_apart(emergency, capsys):
    report = find_problems()

    assert report.problems == []
    [found] = report.emergencies
    assert (found.title, found.published_by, found.public) == (
        "Nghỉ bão", "Trần Minh Quân", True,
    )  # fmt: skip
    assert found.hours == 0

    call_command("audit_approvals")
    said = capsys.readouterr().out
    assert "khẩn cấp" in said
    assert "Nghỉ bão: Trần Minh Quân đăng cách đây 0 giờ" in said
    assert "0 vấn đề, 1 lần đăng khẩn cấp chưa được xác nhận" in said


def test_the_audit_finds_what_is_public_after_its_withdrawal(emergency, principal):
    emergencies.withdraw(emergency, user=principal, reason="Sai tin.")
    StoryPage.objects.filter(pk=emergency.object_id).update(
        live=True, live_revision_id=emergency.revision_id
    )

    assert [problem.code for problem in find_problems().problems] == ["unapproved"]
