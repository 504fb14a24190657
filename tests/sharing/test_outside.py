"""Where a post was put outside of the portal, and that it goes when it has to."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.exceptions import SharingRefused
from wagtail_kehoach.models import SharedPost, Takedown
from wagtail_kehoach.sharing import outside

pytestmark = pytest.mark.django_db
ZALO = "nhóm Zalo lớp 5A"
LIST = "kehoach_shared:index"


@pytest.fixture(autouse=True)
def _reachable(editor, principal):
    for user in (editor, principal):
        user.email = f"{user.username}@truong.example"
        user.save()
    mail.outbox.clear()


@pytest.fixture
def consent():
    return ConsentFactory(for_social=True)


@pytest.fixture
def story(consent, editor, principal):
    page = StoryPageFactory(title="Em Minh nhặt được của rơi")
    page.people = [consent.person]
    return approved(page, by=editor, principal=principal)


@pytest.fixture
def shared(story, editor):
    return outside.record(story, ZALO, timezone.localdate(), user=editor)


def detail(shared):
    return reverse("kehoach_shared:detail", args=(shared.pk,))


def told():
    """Each message with whom it went to."""
    return {(m.subject, to) for m in mail.outbox for to in m.to}


def test_the_screen_for_sharing_records_where_it_was_posted(client, story, editor):
    client.force_login(editor)
    screen = reverse("wagtail_kehoach_share", args=(story.pk,))
    said = {"place": f"  {ZALO} ", "posted_on": "02/11/2026"}

    page = client.post(screen, said, follow=True).content.decode()

    assert "Đã ghi nơi đăng." in page
    assert ZALO in page
    kept = SharedPost.objects.get()
    assert (kept.place, kept.posted_on) == (ZALO, dt.date(2026, 11, 2))
    assert (kept.recorded_by, kept.title) == (editor, story.title)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"place": ""}, "Không được để trống ô này."),
        ({"posted_on": "01/01/2999"}, "Ngày này chưa đến."),
    ],
)
def test_what_is_wrong_is_said_beside_the_text_to_copy(
    client, story, editor, said, reason
):
    client.force_login(editor)
    screen = reverse("wagtail_kehoach_share", args=(story.pk,))

    page = client.post(
        screen, {"place": ZALO, "posted_on": "02/11/2026", **said}
    ).content.decode()

    assert reason in page
    assert "data-kh-copy-from" in page
    assert not SharedPost.objects.exists()


def test_a_withdrawn_consent_says_where_else_and_tells_whoever_posted_it(
    shared, story, consent, principal, editor, django_capture_on_commit_callbacks
):
    consent.withdrawn_on = timezone.localdate()
    consent.save()

    with django_capture_on_commit_callbacks(execute=True):
        enforce([consent.person_id])
        enforce([consent.person_id])

    shared.refresh_from_db()
    assert shared.has_to_go
    assert "rút lại" in shared.must_go_because
    assert Takedown.objects.get().title == story.title
    assert told() == {
        (f"Đã gỡ: {story.title}", principal.email),
        (f"Cần gỡ ở nơi khác: {story.title}", editor.email),
    }
    for message in mail.outbox:
        assert ZALO in message.body
    assert len(mail.outbox) == 2


def test_a_consent_for_social_networks_that_ended_leaves_the_portal_alone(
    client,
    shared,
    story,
    consent,
    principal,
    editor,
    django_capture_on_commit_callbacks,
):
    ConsentFactory(person=consent.person)
    consent.ends_on = timezone.localdate() - dt.timedelta(days=1)
    consent.save()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")
        call_command("enforce_consents")

    assert client.get(story.url).status_code == 200
    shared.refresh_from_db()
    assert shared.has_to_go
    assert "mạng xã hội" in shared.must_go_because
    subject = f"Cần gỡ ở nơi khác: {story.title}"
    assert told() == {(subject, principal.email), (subject, editor.email)}
    assert len(mail.outbox) == 2


def test_a_post_taken_off_the_portal_has_to_go_elsewhere_too(
    shared, story, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        story.unpublish()

    shared.refresh_from_db()
    assert shared.must_go_because == "Cổng không còn hiện bài này."
    assert [m.subject for m in mail.outbox] == [f"Cần gỡ ở nơi khác: {story.title}"]


def test_a_deleted_post_stays_on_the_list(client, shared, story, principal):
    story.delete()

    shared.refresh_from_db()
    assert shared.page is None
    assert shared.has_to_go
    client.force_login(principal)
    page = client.get(reverse(LIST)).content.decode()
    assert "Em Minh nhặt được của rơi" in page
    assert "Phải gỡ từ ngày" in page


def test_what_is_public_again_may_stay(
    shared, story, editor, principal, django_capture_on_commit_callbacks
):
    story.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        approved(story, by=editor, principal=principal)

    shared.refresh_from_db()
    assert not shared.has_to_go


def test_what_is_recorded_after_the_post_is_gone_has_to_go_at_once(
    client, story, editor
):
    story.unpublish()
    client.force_login(editor)
    screen = reverse("wagtail_kehoach_share", args=(story.pk,))

    page = client.post(
        screen, {"place": ZALO, "posted_on": "02/11/2026"}, follow=True
    ).content.decode()

    assert SharedPost.objects.get().has_to_go
    assert "Cổng không còn hiện bài này." in page


def test_the_tick_keeps_who_and_when(client, shared, story, editor):
    story.unpublish()
    client.force_login(editor)
    assert shared.title in client.get("/admin/").content.decode()
    assert "Cổng không còn hiện bài này." in client.get(detail(shared)).content.decode()
    today = timezone.localdate()

    response = client.post(
        detail(shared), {"removed_on": today.strftime("%d/%m/%Y")}, follow=True
    )

    assert "Việc gỡ đã được ghi lại." in response.content.decode()
    shared.refresh_from_db()
    assert (shared.removed_on, shared.removed_by) == (today, editor)
    assert shared.removed_at is not None
    assert 'id="kehoach-shared"' not in client.get("/admin/").content.decode()
    with pytest.raises(SharingRefused, match="Đã có người ghi"):
        outside.tick(shared, today, user=editor)


@pytest.mark.parametrize("days", [-1, 1])
def test_it_is_removed_after_it_was_posted_and_not_in_the_future(shared, editor, days):
    day = timezone.localdate() + dt.timedelta(days=days)

    with pytest.raises(SharingRefused, match="Ngày gỡ"):
        outside.tick(shared, day, user=editor)


def test_who_does_not_write_there_sees_and_ticks_nothing(client, shared, site):
    from django.contrib.auth.models import Group, Permission

    stranger = UserFactory(username="nguoi-khac")
    group = Group.objects.create(name="Vào quản trị")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="view_sharedpost"),
    )
    stranger.groups.add(group)
    client.force_login(stranger)

    assert ZALO not in client.get(reverse(LIST)).content.decode()
    assert client.get(detail(shared)).status_code == 404
    assert client.post(detail(shared), {"removed_on": "02/11/2026"}).status_code == 404
    with pytest.raises(SharingRefused):
        outside.record(shared.page.specific, ZALO, timezone.localdate(), user=stranger)


@pytest.mark.parametrize("action", ["new/", "edit/{}/", "delete/{}/"])
def test_entries_are_neither_made_nor_changed_by_hand(
    client, shared, superuser, action
):
    client.force_login(superuser)

    address = reverse(LIST) + action.format(shared.pk)

    assert client.post(address, {"place": "khác"}).status_code == 404


def test_list_and_home_page_ask_the_same_however_many_there_are(
    client, story, editor, principal
):
    client.force_login(principal)

    def queries(address):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    def put(count):
        for number in range(count):
            outside.record(story, f"nhóm {number}", timezone.localdate(), user=editor)
        SharedPost.objects.update(must_go_since=timezone.now())

    put(2)
    for address in (reverse(LIST), "/admin/"):
        queries(address)
    few = [queries(address) for address in (reverse(LIST), "/admin/")]
    put(7)
    assert [queries(a) for a in (reverse(LIST), "/admin/")] == few


def test_the_filter_shows_what_has_to_go(client, shared, story, editor, principal):
    other = approved(StoryPageFactory(title="Bài khác"), by=editor, principal=principal)
    outside.record(other, "Facebook của trường", timezone.localdate(), user=editor)
    story.unpublish()
    client.force_login(principal)

    page = client.get(reverse(LIST) + "?state=to_remove").content.decode()

    assert ZALO in page
    assert "Facebook của trường" not in page
