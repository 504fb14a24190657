"""Who is reminded of what, in one message, once a day."""

import datetime as dt
import io
import json

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from tests.factories.emergencies import name_for_emergencies, published_in_emergency
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import emergencies, reminders
from wagtail_kehoach.models import Reminder, SigningAuthority
from wagtail_kehoach.organisation.calendar import working_days_between


@pytest.fixture
def waits(editor):
    """Submits a text and lets it wait for some working days."""

    def submit(obj, working_days=3):
        submission = submit_for_approval(obj, by=editor)
        since = timezone.now()
        while working_days_between(timezone.localdate(since), timezone.localdate()) < (
            working_days
        ):
            since -= dt.timedelta(days=1)
        TaskState.objects.filter(pk=submission.pk).update(started_at=since)
        return submission

    return submit


def run(*args):
    out = io.StringIO()
    call_command("remind_approvers", *args, stdout=out)
    return out.getvalue()


def run_json(*args):
    return json.loads(run("--json", *args))


def recipients():
    return [message.to[0] for message in mail.outbox]


@pytest.mark.parametrize(
    ("since", "day", "days"),
    [
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-16", "2026-11-18", 2),
        # The 24th is the Day of Vietnamese Culture.
        ("2026-11-23", "2026-11-25", 1),
        ("2026-11-27", "2026-11-30", 1),
        ("2026-11-28", "2026-11-30", 1),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(since, day, days):
    found = working_days_between(
        dt.date.fromisoformat(since), dt.date.fromisoformat(day)
    )

    assert found == days


def test_one_message_about_all_of_it(principal, editor, waits):
    name_for_emergencies(editor)
    submission = waits(PlanPageFactory(title="Kế hoạch <năm>"), 3)
    emergency = published_in_emergency(StoryPageFactory(title="Nghỉ bão"), by=editor)
    soon = timezone.localdate() + dt.timedelta(days=5)
    SigningAuthority.objects.create(user=editor, ends_on=soon)
    mail.outbox.clear()

    said = run()

    [message] = mail.outbox
    assert message.to == [principal.email]
    assert message.subject == "Có việc chờ thầy/cô xem"
    assert "Kế hoạch <năm> (đã chờ 3 ngày làm việc)" in message.body
    assert f"/admin/kehoach/approval/{submission.pk}/" in message.body
    assert "Nghỉ bão (Trần Minh Quân đăng lúc" in message.body
    assert f"/admin/kehoach/emergency/{emergency.pk}/" in message.body
    assert f"Ngày cuối: {soon:%d/%m/%Y}" in message.body
    assert "Kế hoạch &lt;năm&gt;" in message.alternatives[0][0]
    assert (
        "hieutruong: 1 nội dung chờ duyệt, 1 lần đăng khẩn cấp, 1 thẩm quyền ký sắp hết hạn."
        in said
    )
    assert "Đã nhắc 1 người, không gửi được 0." in said


def test_nobody_is_reminded_twice_a_day(principal, waits):
    waits(StoryPageFactory())
    run()

    said = run()

    assert "hieutruong: hôm nay đã nhắc rồi." in said
    assert recipients() == [principal.email]


def test_the_next_day_reminds_again(principal, waits):
    waits(StoryPageFactory())
    run()
    Reminder.objects.update(sent_on=timezone.localdate() - dt.timedelta(days=1))

    run()

    assert recipients() == [principal.email] * 2
    assert Reminder.objects.count() == 1


def test_what_has_not_waited_long_enough(principal, waits, settings):
    waits(StoryPageFactory(), 1)
    assert "Đã nhắc 0 người" in run()

    settings.WAGTAIL_KEHOACH = {"REMIND_AFTER_DAYS": 1}
    assert "Đã nhắc 1 người" in run()


def test_each_hears_of_what_he_signs_for(principal, other_principal, deputy, waits):
    SigningAuthority.objects.create(user=other_principal, field="plans")
    waits(StoryPageFactory(title="Bài"))
    waits(PlanPageFactory(title="Kế hoạch"))

    report = run_json()

    titles = {
        reader["user"]: [text["title"] for text in reader["waiting"]]
        for reader in report["reminded"]
    }
    assert titles == {"hieutruong": ["Bài", "Kế hoạch"], "phohieutruong": ["Kế hoạch"]}


def test_the_publisher_is_not_reminded_of_his_own_emergency(principal, other_principal):
    published_in_emergency(StoryPageFactory(), by=principal)
    mail.outbox.clear()

    run()

    assert recipients() == [other_principal.email]


def test_what_is_decided_reminds_nobody(principal, other_principal):
    emergency = published_in_emergency(StoryPageFactory(), by=principal)
    emergencies.withdraw(emergency, user=other_principal, reason="Sai.")

    assert "Đã nhắc 0 người" in run()


def test_who_turned_submissions_off_hears_of_emergencies_only(principal, editor, waits):
    profile = UserProfile.get_for_user(principal)
    profile.submitted_notifications = False
    profile.save()
    waits(StoryPageFactory(title="Chờ"))
    assert "Đã nhắc 0 người" in run()

    name_for_emergencies(editor)
    published_in_emergency(StoryPageFactory(title="Khẩn"), by=editor)
    mail.outbox.clear()
    run()

    [message] = mail.outbox
    assert "Khẩn" in message.body
    assert "Chờ" not in message.body.replace("Chờ thầy", "")


@pytest.mark.parametrize(
    ("days", "written"), [(30, True), (29, False), (7, True), (0, True)]
)
def test_an_ending_authority_is_a_reason_on_some_days(
    days, written, principal, other_principal
):
    last = timezone.localdate() + dt.timedelta(days=days)
    SigningAuthority.objects.create(user=other_principal, ends_on=last)

    run()

    assert (principal.email in recipients()) is written


def test_each_reads_his_own_language(principal, waits):
    profile = UserProfile.get_for_user(principal)
    profile.preferred_language = "en"
    profile.save()
    waits(StoryPageFactory())

    run()

    assert mail.outbox[0].subject == "To be looked at by you"


def test_a_dry_run_writes_nothing(principal, waits):
    waits(StoryPageFactory(title="Bài"))

    report = run_json("--dry-run")

    assert report["dry_run"] is True
    assert report["reminded"][0]["user"] == "hieutruong"
    assert report["reminded"][0]["waiting"] == [{"title": "Bài", "working_days": 3}]
    assert mail.outbox == []
    assert "Sẽ nhắc 1 người" in run("--dry-run")


def test_a_mail_that_fails_stops_no_other_and_is_tried_again(
    principal, waits, settings, capsys
):
    waits(StoryPageFactory())
    working, settings.EMAIL_BACKEND = (
        settings.EMAIL_BACKEND,
        "tests.mail.RefusedPassword",
    )

    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 1

    settings.EMAIL_BACKEND = working
    assert reminders.remind().failed == []
    assert recipients() == [principal.email]


def test_who_has_no_address_is_named(principal, waits):
    type(principal).objects.update(email="")
    waits(StoryPageFactory())
    out = io.StringIO()

    with pytest.raises(SystemExit) as end:
        call_command("remind_approvers", "--json", stdout=out)

    assert end.value.code == 1
    assert json.loads(out.getvalue())["unreachable"] == ["hieutruong"]


def test_wrong_usage(db):
    with pytest.raises(CommandError):
        run("--nothing")
