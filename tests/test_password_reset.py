"""The e-mail that sets a new password is polite, signed, and tells nobody who has an account."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db
FORM = "wagtail_kehoach.password_reset.PasswordResetForm"


@pytest.fixture(autouse=True)
def named_in_settings(settings):
    settings.WAGTAILADMIN_USER_PASSWORD_RESET_FORM = FORM
    settings.WAGTAILADMIN_BASE_URL = "https://truong.example"


@pytest.fixture
def teacher():
    return get_user_model().objects.create_user(
        "co.lan", "lan@truong.example", "cu", first_name="Lan", last_name="Nguyễn <Thị>"
    )


def ask(client, address):
    return client.post(reverse("wagtailadmin_password_reset"), {"email": address})


def test_text_and_html_say_whose_account_until_when_and_what_if_not(
    client, teacher, site, mailoutbox
):
    ask(client, teacher.email)
    [mail] = mailoutbox
    [(html, kind)] = mail.alternatives

    assert mail.subject == "Đặt mật khẩu mới cho tài khoản"
    assert mail.to == [teacher.email]
    for text in (mail.body, html):
        assert "tài khoản “co.lan”" in text
        assert "mật khẩu vẫn như cũ" in text
        assert re.search(r"đến \d\d:\d\d \d\d/\d\d/\d{4}", text)
    assert "Nguyễn <Thị>" in mail.body
    assert "Nguyễn &lt;Thị&gt;" in html
    assert kind == "text/html"


def test_its_link_sets_the_password(client, teacher, mailoutbox):
    ask(client, teacher.email)
    [link] = re.findall(r"https://truong\.example(\S+)", mailoutbox[0].body)

    form = client.get(link, follow=True)
    new = {"new_password1": "đường-về-quê", "new_password2": "đường-về-quê"}
    client.post(form.redirect_chain[-1][0], new)

    teacher.refresh_from_db()
    assert teacher.check_password("đường-về-quê")


def test_it_is_in_the_language_of_whoever_reads_it(client, teacher, mailoutbox):
    UserProfile.objects.create(user=teacher, preferred_language="en")
    ask(client, teacher.email)

    assert mailoutbox[0].subject == "A new password for your account"


def test_where_it_cannot_be_sent_nobody_learns_who_has_an_account(
    client, teacher, settings
):
    settings.EMAIL_BACKEND = "tests.mail.UnknownHost"
    known, unknown = (ask(client, a) for a in (teacher.email, "ai@truong.example"))

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
