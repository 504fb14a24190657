"""Open links for those who answer for them, new ones, and the receipt of each decision."""

import datetime as dt
import re

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, links
from wagtail_kehoach.models import ApprovalLink, LinkUse

URL = "/admin/kehoach/approval/links/"
IN_MAIL = re.compile(r"/duyet/[\w-]{43}/")


@pytest.fixture
def submission(editor):
    """A story that waits."""
    return submit_for_approval(StoryPageFactory(title="Thầy <Hải>"), by=editor)


@pytest.fixture
def url(submission, principal):
    """The link of the head."""
    return f"/duyet/{links.issue(submission, principal)}/"


@pytest.fixture
def listed(client, principal):
    """Reads the screen as the head."""

    def read():
        client.force_login(principal)
        return client.get(URL).content.decode()

    return read


def said(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def expire(**which):
    past = timezone.now() - dt.timedelta(hours=1)
    ApprovalLink.objects.filter(**which).update(expires_at=past)


def test_lists_whose_they_are_and_until_when(url, listed):
    link = ApprovalLink.objects.get()
    html = listed()

    assert "Thầy &lt;Hải&gt;" in html
    assert "Nguyễn Văn Thành" in html
    assert f"dùng được đến {timezone.localtime(link.expires_at):%H:%M %d/%m/%Y}" in html


@pytest.mark.parametrize("end", ["expired", "decided", "revoked", "account", "left"])
def test_leaves_out_what_decides_no_more(
    end, url, submission, principal, other_principal, listed
):
    if end == "expired":
        expire()
    elif end == "decided":
        decisions.send_back(submission, user=other_principal, comment="Sửa.")
    elif end == "revoked":
        links.revoke(principal)
    elif end == "account":
        type(principal).objects.filter(pk=principal.pk).update(email="khac@x.example")
    else:
        principal.groups.clear()

    assert links.open_links() == []


@pytest.mark.parametrize(
    ("role", "opens"),
    [("editor", False), ("principal", True), ("superuser", True)],
)
def test_who_reads_it(role, opens, client, request, url):
    client.force_login(request.getfixturevalue(role))

    assert (client.get(URL).status_code == 200) is opens


def test_the_menu_offers_it_where_there_are_links(client, principal, settings):
    client.force_login(principal)
    home = reverse("wagtailadmin_home")
    assert URL in client.get(home).content.decode()

    settings.WAGTAIL_KEHOACH = {"APPROVE_BY_LINK": False}
    assert URL not in client.get(home).content.decode()


def test_withdrawing_ends_it_at_once_and_is_logged(client, url, superuser):
    link = ApprovalLink.objects.get()
    client.force_login(superuser)

    response = client.post(URL, {"link": link.pk, "action": "revoke"})

    assert said(response) == ["Đã thu hồi liên kết."]
    opened = client.get(url)
    assert opened.status_code == 410
    assert "Liên kết này đã bị thu hồi." in opened.content.decode()
    assert LinkUse.objects.get(action="revoked").reason == superuser.get_username()


def test_withdrawing_twice_says_so(client, url, principal):
    link = ApprovalLink.objects.get()
    client.force_login(principal)
    client.post(URL, {"link": link.pk, "action": "revoke"})

    response = client.post(URL, {"link": link.pk, "action": "revoke"})

    assert "trước đó đã hết hiệu lực" in said(response)[-1]
    assert LinkUse.objects.filter(action="revoked").count() == 1


@pytest.mark.parametrize("link", ["abc", "²", "-1", ""])
def test_a_forged_number_is_no_link(link, client, principal):
    client.force_login(principal)

    assert client.post(URL, {"action": "revoke", "link": link}).status_code == 404


def test_an_editor_ends_no_link(client, url, editor):
    client.force_login(editor)

    client.post(URL, {"link": ApprovalLink.objects.get().pk, "action": "revoke"})

    assert len(links.open_links()) == 1


def test_a_new_link_of_one_s_own_replaces_it(client, url, principal):
    client.force_login(principal)
    mail.outbox.clear()

    client.post(URL, {"link": ApprovalLink.objects.get().pk, "action": "renew"})

    [message] = mail.outbox
    assert message.to == [principal.email]
    new = IN_MAIL.search(message.body)[0]
    assert new != url
    assert (
        "Liên kết này đã được thay bằng liên kết trong thư mới hơn."
        in client.get(url).content.decode()
    )
    assert client.get(new).status_code == 200


def test_nobody_asks_for_another_s_link(client, url, other_principal, superuser):
    mail.outbox.clear()
    for user in (other_principal, superuser):
        client.force_login(user)
        client.post(URL, {"link": ApprovalLink.objects.get().pk, "action": "renew"})

    assert mail.outbox == []
    assert len(links.open_links()) == 1


def test_no_new_link_to_what_is_decided(client, url, submission, principal):
    decisions.send_back(submission, user=principal, comment="Sửa.")
    client.force_login(principal)
    mail.outbox.clear()

    response = client.post(
        URL, {"link": ApprovalLink.objects.get().pk, "action": "renew"}
    )

    assert said(response) == ["Nội dung này không còn chờ duyệt."]
    assert mail.outbox == []


def test_an_expired_link_asks_for_a_new_one_once(client, url, principal):
    expire()
    mail.outbox.clear()
    assert 'value="renew"' in client.get(url).content.decode()

    answer = client.post(url, {"decision": "renew"})
    again = client.post(url, {"decision": "renew"})

    assert "Liên kết mới đang được gửi" in answer.content.decode()
    assert again.status_code == 302
    [message] = mail.outbox
    assert message.to == [principal.email]
    assert client.get(IN_MAIL.search(message.body)[0]).status_code == 200
    assert LinkUse.objects.filter(action="renewed").count() == 1


@pytest.mark.parametrize("end", ["open", "revoked"])
def test_other_links_ask_for_no_new_one(end, client, url, principal):
    if end == "revoked":
        links.revoke(principal)
    mail.outbox.clear()

    assert 'value="renew"' not in client.get(url).content.decode()
    client.post(url, {"decision": "renew"})

    assert mail.outbox == []


@pytest.mark.parametrize(
    ("decision", "subject", "words"),
    [
        (
            "approve",
            "Đã duyệt bằng liên kết của thầy/cô: Thầy <Hải>",
            "được duyệt lúc",
        ),
        (
            "return",
            "Đã trả lại bằng liên kết của thầy/cô: Thầy <Hải>",
            "được trả lại lúc",
        ),
    ],
)
def test_the_approver_gets_a_receipt(
    decision,
    subject,
    words,
    client,
    url,
    principal,
    django_capture_on_commit_callbacks,
):
    token = client.get(url).context["token"]
    form = {"decision": decision, "comment": "Ý kiến.", "token": token}
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            url,
            form,
            headers={"User-Agent": "Mozilla/5.0 (Android 15; <Mobile>)"},
            REMOTE_ADDR="203.0.113.7",
        )

    [receipt] = [m for m in mail.outbox if m.to == [principal.email]]
    assert receipt.subject == subject
    assert words in receipt.body
    assert "203.0.113.7" in receipt.body
    assert "Mozilla/5.0 (Android 15; <Mobile>)" in receipt.body
    assert "&lt;Mobile&gt;" in receipt.alternatives[0][0]
    assert URL in receipt.body


def test_a_refused_decision_has_no_receipt(
    client, url, django_capture_on_commit_callbacks
):
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"decision": "approve", "token": "1:khac"})

    assert mail.outbox == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(
    count, editor, principal, django_assert_num_queries
):
    for _ in range(count):
        waits = submit_for_approval(StoryPageFactory(), by=editor)
        links.issue(waits, principal)

    with django_assert_num_queries(1):
        assert len(links.open_links()) == count
