"""An emergency on the screens and in the mail: the action, the panel, the two buttons."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories.emergencies import (
    REASON,
    name_for_emergencies,
    published_in_emergency,
)
from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import emergencies
from wagtail_kehoach.models import Approval, SigningAuthority

from . import roads

ACTION = "Đăng khẩn cấp"
HOME = "wagtailadmin_home"


@pytest.fixture
def named(editor):
    """An editor whom a decision names for emergencies."""
    name_for_emergencies(editor)
    return editor


@pytest.fixture
def emergency(named):
    """A new story, public without an approval."""
    return published_in_emergency(StoryPageFactory(title="Nghỉ bão"), by=named)


def publish_url(obj):
    type_id = ContentType.objects.get_for_model(obj).pk
    return reverse("wagtail_kehoach_emergency:publish", args=(type_id, obj.pk))


def url_of(emergency):
    return reverse("wagtail_kehoach_emergency:emergency", args=(emergency.pk,))


def said(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def read(client, url):
    return client.get(url).content.decode()


@pytest.mark.parametrize("kind", ["story", "spokesperson"])
@pytest.mark.parametrize("waits", [False, True], ids=["draft", "submitted"])
def test_from_the_form_to_the_public(kind, waits, client, named):
    obj = roads.draft_of(kind, by=named)
    if waits:
        submit_for_approval(obj, by=named)
    client.force_login(named)
    url = publish_url(obj)
    assert f'href="{url}"' in read(client, roads.edit_url(obj))

    asked = client.get(url)
    obj.refresh_from_db()
    assert asked.status_code == 200
    assert not obj.live

    form = {
        "token": asked.context["token"],
        "reason": REASON,
        "checks": obj.approval_checks(),
    }
    after = client.post(url, form, follow=True)

    obj.refresh_from_db()
    assert obj.live
    assert "Ban Giám hiệu được báo ngay" in said(after)[0]
    assert Approval.objects.of(obj).get().comment == REASON


def test_a_refusal_keeps_what_was_typed(client, named):
    story = roads.draft_of("story", by=named)
    client.force_login(named)
    token = client.get(publish_url(story)).context["token"]

    response = client.post(publish_url(story), {"token": token, "reason": REASON})

    html = response.content.decode()
    assert response.status_code == 409
    assert f"{REASON}</textarea>" in html
    assert "đánh dấu" in html
    assert not Approval.objects.of(story).exists()


@pytest.mark.parametrize("role", ["editor", "deputy", "superuser"])
def test_who_is_not_named_sees_no_action_and_reads_why(role, as_role, editor):
    story = roads.draft_of("story", by=editor)
    client = as_role(role)

    assert ACTION not in read(client, roads.edit_url(story))
    response = client.get(publish_url(story))

    assert response["Location"] == roads.edit_url(story)
    assert said(response)[0].startswith("Chỉ hiệu trưởng và người được quyết định cử")


def test_a_forged_address_finds_nothing(client, named):
    client.force_login(named)
    kind = ContentType.objects.get_for_model(StoryPageFactory._meta.model).pk

    answer = client.get(f"/admin/kehoach/emergency/publish/{kind}/abc/")

    assert answer.status_code == 404


def test_what_is_public_needs_no_action(client, named, principal):
    story = approved(StoryPageFactory(), by=named, principal=principal)
    client.force_login(named)

    assert ACTION not in read(client, roads.edit_url(story))


@pytest.mark.parametrize("type_of", ["user", "nothing"])
def test_no_other_type_is_published(type_of, client, named):
    known = ContentType.objects.get_for_model(named).pk
    type_id = known if type_of == "user" else 10**6
    client.force_login(named)
    url = reverse("wagtail_kehoach_emergency:publish", args=(type_id, named.pk))

    assert client.get(url).status_code == 404


def test_every_principal_sees_it_first_and_nobody_else(
    client, principal, other_principal, named, superuser, emergency
):
    for user in (principal, other_principal):
        client.force_login(user)
        html = read(client, reverse(HOME))
        assert url_of(emergency) in html
        assert REASON in html
        assert html.index(url_of(emergency)) < html.rindex("kehoach-queue")
        assert url_of(emergency) in read(
            client, reverse("wagtail_kehoach_approval:queue")
        )
    for user in (named, superuser):
        client.force_login(user)
        assert url_of(emergency) not in read(client, reverse(HOME))
        assert client.get(url_of(emergency)).status_code == 302


def test_confirming_on_the_screen(client, principal, emergency):
    client.force_login(principal)
    page = client.get(url_of(emergency))
    token = page.context["token"]

    after = client.post(
        url_of(emergency), {"decision": "confirm", "token": token}, follow=True
    )

    assert said(after) == ["Đã xác nhận “Nghỉ bão”."]
    assert Approval.objects.get(settles=emergency).kind == "confirmed"
    assert url_of(emergency) not in read(client, reverse(HOME))
    assert "Nguyễn Văn Thành xác nhận lúc" in read(client, url_of(emergency))


def test_who_decides_reads_what_it_changed_and_in_which_capacity(
    client, named, principal, other_principal
):
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    story = approved(
        StoryPageFactory(lead="Câu cũ."), by=named, principal=principal
    ).get_latest_revision_as_object()
    story.lead = "Câu khác."
    emergency = published_in_emergency(story, by=named)
    client.force_login(other_principal)

    page = client.get(url_of(emergency))

    assert "Thầy/cô quyết định với tư cách: KT." in page.content.decode()
    [change] = page.context["changes"]
    assert "khác" in str(change.htmldiff())


def test_of_a_new_text_there_is_nothing_to_compare(client, principal, emergency):
    client.force_login(principal)

    assert client.get(url_of(emergency)).context["changes"] is None


def test_withdrawing_on_the_screen(client, principal, emergency):
    client.force_login(principal)
    said_why = {"decision": "withdraw", "comment": "Tin chưa kiểm chứng."}

    after = client.post(url_of(emergency), said_why, follow=True)

    assert said(after)[0].startswith("Đã thu hồi “Nghỉ bão”.")
    assert Approval.objects.get(settles=emergency).comment == "Tin chưa kiểm chứng."


def test_the_publisher_reads_why_he_cannot(client, principal):
    emergency = published_in_emergency(StoryPageFactory(), by=principal)
    client.force_login(principal)

    html = read(client, url_of(emergency))

    assert "Thầy/cô đã tự đăng nội dung này" in html
    assert 'value="confirm" disabled' in html
    assert 'value="withdraw" disabled' in html


def test_a_refused_confirmation_says_why(client, principal, emergency):
    client.force_login(principal)

    after = client.post(
        url_of(emergency), {"decision": "confirm", "token": "1:khac"}, follow=True
    )

    assert "đã thay đổi" in said(after)[0]
    assert not Approval.objects.filter(settles=emergency).exists()


def test_the_text_can_be_read_before_and_after(client, named, principal):
    story = roads.draft_of("story", by=named)
    client.force_login(named)
    assert roads.UNAPPROVED in read(client, f"{publish_url(story)}text/")

    draft = story.get_latest_revision_as_object()
    emergency = published_in_emergency(draft, by=named)
    client.force_login(principal)
    assert roads.UNAPPROVED in read(client, f"{url_of(emergency)}text/")


def test_a_text_that_is_gone(client, principal, named):
    emergency = published_in_emergency(SpokespersonFactory(), by=named)
    type(roads.draft_of("spokesperson", by=named)).objects.all().delete()
    client.force_login(principal)

    html = read(client, url_of(emergency))

    assert "Nội dung này không còn nữa." in html
    assert 'value="confirm" disabled' in html
    assert client.get(f"{url_of(emergency)}text/").status_code == 404


def test_the_record_counts_and_filters_them(client, principal, named):
    first, second, third = (
        published_in_emergency(StoryPageFactory(title=f"Tin {n}"), by=named)
        for n in "123"
    )
    emergencies.withdraw(first, user=principal, reason="Sai.")
    client.force_login(principal)
    url = reverse("wagtail_kehoach_approval:record")

    html = read(client, url)
    listed = read(client, f"{url}?kind=emergency")

    assert "3 lần đăng khẩn cấp</a>: 0 đã xác nhận, 1 đã thu hồi, 2 chưa" in html
    assert all(row.title in listed for row in (first, second, third))
    table = listed.split("<table")[1].split("</table")[0]
    assert "thu hồi bản đăng khẩn cấp" not in table
    by_capacity = read(client, f"{url}?capacity=emergency")
    assert by_capacity.count("Tin 1") == 1


# Mail


def test_every_other_principal_is_told_whatever_he_has_turned_off(
    principal, other_principal, named, django_capture_on_commit_callbacks
):
    profile = UserProfile.get_for_user(other_principal)
    profile.submitted_notifications = False
    profile.save()

    with django_capture_on_commit_callbacks(execute=True):
        emergency = published_in_emergency(StoryPageFactory(title="Bão <9>"), by=named)

    assert [m.to for m in mail.outbox] == [[principal.email], [other_principal.email]]
    message = mail.outbox[0]
    assert message.subject == "Đăng khẩn cấp: Bão <9>"
    assert REASON in message.body
    assert url_of(emergency) in message.body
    assert "Bão &lt;9&gt;" in message.alternatives[0][0]


def test_author_and_publisher_are_told_of_a_withdrawal(
    principal, other_principal, named, django_capture_on_commit_callbacks
):
    emergency = published_in_emergency(
        StoryPageFactory(title="Nghỉ bão"), by=named, writer=other_principal
    )

    with django_capture_on_commit_callbacks(execute=True):
        emergencies.withdraw(emergency, user=principal, reason="Chưa kiểm chứng.")

    assert sorted(m.to[0] for m in mail.outbox) == sorted(
        [named.email, other_principal.email]
    )
    assert mail.outbox[0].subject == "Đã thu hồi: Nghỉ bão"
    assert "Chưa kiểm chứng." in mail.outbox[0].body


def test_the_publisher_is_told_of_the_confirmation(
    client, principal, named, django_capture_on_commit_callbacks
):
    emergency = published_in_emergency(StoryPageFactory(title="Nghỉ bão"), by=named)
    client.force_login(principal)
    token = client.get(url_of(emergency)).context["token"]

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url_of(emergency), {"decision": "confirm", "token": token})

    [message] = mail.outbox
    assert message.to == [named.email]
    assert message.subject == "Đã duyệt: Nghỉ bão"


@pytest.mark.parametrize(
    "backend", ["tests.mail.RefusedPassword", "tests.mail.UnknownHost"]
)
def test_a_mail_server_that_fails_stops_nothing(
    backend, settings, principal, named, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = backend

    with django_capture_on_commit_callbacks(execute=True):
        emergency = published_in_emergency(StoryPageFactory(), by=named)

    assert emergency.pk
