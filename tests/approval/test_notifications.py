"""Who hears of a decision, in which words, and that a failing mail server stops none."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.admin import signal_handlers
from wagtail.models import (
    Page,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import group_workflow, submit_for_approval
from tests.portal.models import OrdinaryPage
from wagtail_kehoach.approval import decisions, wagtail_notifications
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.pages.models import StoryPage

BACKENDS = ["tests.mail.RefusedPassword", "tests.mail.UnknownHost"]


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks):
    """Do something as a request does it, and what follows its commit."""

    def run(action, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return action(*args, **kwargs)

    return run


@pytest.fixture
def submission(editor, principal):
    """A story that waits for the principal."""
    return submit_for_approval(StoryPageFactory(title="Thầy <Hải>"), by=editor)


def test_the_author_hears_of_the_approval(submission, editor, principal, after_commit):
    after_commit(
        decisions.approve, submission, user=principal, comment="Bài <tốt>.\nCảm ơn cô."
    )

    [message] = mail.outbox
    assert message.to == [editor.email]
    assert message.subject == "Đã duyệt: Thầy <Hải>"
    assert "Nguyễn Văn Thành đã duyệt" in message.body
    assert "http://localhost/" in message.body
    assert "Bài <tốt>.\nCảm ơn cô." in message.body
    assert "Bài &lt;tốt&gt;." in message.alternatives[0][0]


def test_the_author_hears_why_it_was_returned(
    submission, editor, principal, after_commit
):
    after_commit(
        decisions.send_back, submission, user=principal, comment="Thiếu <ngày>."
    )

    [message] = mail.outbox
    assert message.to == [editor.email]
    assert message.subject == "Trả lại để chỉnh sửa: Thầy <Hải>"
    assert "Thiếu <ngày>." in message.body
    assert "Thiếu &lt;ngày&gt;." in message.alternatives[0][0]
    page = submission.revision.object_id
    assert reverse("wagtailadmin_pages:edit", args=(page,)) in message.body


def test_everybody_who_wrote_or_submitted_hears_once(editor, principal, after_commit):
    writer = UserFactory()
    story = StoryPageFactory()
    story.save_revision(user=writer)
    story.save_revision(user=editor)
    submission = submit_for_approval(story, by=editor)

    after_commit(decisions.approve, submission, user=principal)

    assert sorted(m.to[0] for m in mail.outbox) == sorted([editor.email, writer.email])


def test_a_principal_does_not_write_to_himself(principal, after_commit):
    submission = submit_for_approval(StoryPageFactory(), by=principal)

    after_commit(decisions.approve, submission, user=principal)

    assert mail.outbox == []


def test_a_principal_who_publishes_the_editor_s_text_tells_him(
    editor, principal, after_commit
):
    story = StoryPageFactory()
    revision = story.save_revision(user=editor)

    def publish():
        decisions.approve_directly(story, revision, user=principal)
        revision.publish(user=principal)

    after_commit(publish)

    assert [m.to for m in mail.outbox] == [[editor.email]]


@pytest.mark.parametrize(
    ("preference", "decide"),
    [
        ("approved_notifications", decisions.approve),
        ("rejected_notifications", decisions.send_back),
    ],
)
def test_who_turned_it_off_hears_nothing(
    preference, decide, submission, editor, principal, after_commit
):
    UserProfile.objects.update_or_create(user=editor, defaults={preference: False})

    after_commit(decide, submission, user=principal, comment="Ý kiến.")

    assert mail.outbox == []


def test_the_message_speaks_its_reader_s_language(
    submission, editor, principal, after_commit
):
    UserProfile.objects.update_or_create(
        user=editor, defaults={"preferred_language": "en"}
    )

    after_commit(decisions.send_back, submission, user=principal, comment="Chưa.")

    assert mail.outbox[0].subject == "Returned for changes: Thầy <Hải>"


def test_a_snippet_s_author_hears_too(editor, principal, after_commit):
    submission = submit_for_approval(SpokespersonFactory(), by=editor)

    after_commit(decisions.approve, submission, user=principal)

    assert [m.to for m in mail.outbox] == [[editor.email]]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failing_mail_server_loses_no_decision(
    backend, submission, principal, settings, client, after_commit
):
    settings.EMAIL_BACKEND = backend
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    token = decisions.seen_token(submission.revision)
    data = {"decision": "approve", "token": token, "comment": "Tốt."}

    response = after_commit(client.post, url, data)

    assert response.status_code == 302
    assert StoryPage.objects.get(pk=submission.revision.object_id).live
    assert find_problems().problems == []


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failing_mail_server_loses_no_return(
    backend, submission, principal, settings, after_commit
):
    settings.EMAIL_BACKEND = backend

    after_commit(decisions.send_back, submission, user=principal, comment="Chưa.")

    submission.refresh_from_db()
    assert submission.status == submission.STATUS_REJECTED


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failing_mail_server_loses_no_submission(
    backend, editor, principal, superuser, settings, client, after_commit
):
    settings.EMAIL_BACKEND = backend
    settings.WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = True
    story = StoryPageFactory()

    submission = after_commit(submit_for_approval, story, by=editor)

    assert submission.status == submission.STATUS_IN_PROGRESS


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failing_mail_server_does_not_stop_a_step_of_wagtail_s_own(
    backend, editor, principal, settings, after_commit
):
    settings.EMAIL_BACKEND = backend
    story = StoryPageFactory()
    story.save_revision(user=editor)

    state = after_commit(group_workflow(principal).start, story, editor)

    assert state.status == WorkflowState.STATUS_IN_PROGRESS


def test_a_step_of_wagtail_s_own_keeps_its_messages(editor, principal, after_commit):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    state = after_commit(group_workflow(principal).start, story, editor)

    after_commit(state.current_task_state.reject, user=principal, comment="Chưa.")

    assert [m.to for m in mail.outbox] == [[principal.email], [editor.email]]


def wagtail_first():
    """``wagtail.admin`` stands before us in the list of apps."""
    for signal, sender, _notifier, place in wagtail_notifications.NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=place)
    signal_handlers.register_signal_handlers()
    wagtail_notifications.connect()


def wagtail_last():
    """``wagtail.admin`` stands after us in the list of apps."""
    wagtail_notifications.connect()
    signal_handlers.register_signal_handlers()


@pytest.mark.parametrize("order", [wagtail_first, wagtail_last])
def test_in_either_order_of_apps_ours_comes_once_and_others_stay(
    order, site, submission, editor, principal, superuser, after_commit
):
    order()
    page = site.root_page.add_child(instance=OrdinaryPage(title="Thường"))
    page.save_revision(user=editor)
    ordinary = group_workflow(principal).start(page, editor)
    mail.outbox.clear()

    after_commit(decisions.approve, submission, user=principal)
    ours = [m.subject for m in mail.outbox]
    ordinary.current_task_state.approve(user=superuser)
    theirs = mail.outbox[len(ours) :]

    assert ours == ["Đã duyệt: Thầy <Hải>"]
    assert [m.to for m in theirs] == [[editor.email]]
    assert Page.objects.get(pk=page.pk).live


def test_a_failing_queue_loses_no_submission(editor, principal, settings, after_commit):
    settings.TASKS = {"default": {"BACKEND": "tests.mail.UnreachableQueue"}}

    submission = after_commit(submit_for_approval, StoryPageFactory(), by=editor)
    after_commit(decisions.approve, submission, user=principal)

    submission.refresh_from_db()
    assert submission.status == submission.STATUS_APPROVED
