"""What every letter of ours has, whatever it says."""

import pytest
from django.core import mail
from django.utils import translation

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.models import SchoolSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(editor, principal, django_capture_on_commit_callbacks):
    """Submit a text, and give the letter to the principal about it."""

    def write():
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            submit_for_approval(StoryPageFactory(), by=editor)
        return mail.outbox[0]

    return write


def html(message):
    return message.alternatives[0][0]


def test_a_letter_is_signed_with_the_name_of_the_school(site, letter):
    SchoolSettings.objects.filter(site=site).update(name="Trường THCS <Bình Minh>")

    message = letter()

    assert message.body.endswith("\n\nTrường THCS <Bình Minh>")
    assert "<p>Trường THCS &lt;Bình Minh&gt;</p>" in html(message)


def test_without_school_details_the_portal_signs(site, letter):
    site.site_name = "Cổng Bình Minh"
    site.save()

    assert letter().body.endswith("\n\nCổng Bình Minh")


def test_nobody_signs_where_nobody_is_known(letter):
    message = letter()

    assert message.body == message.body.strip()
    assert "<p></p>" not in html(message)


def test_the_html_is_a_whole_page_for_a_phone_in_its_language(letter):
    with translation.override("vi"):
        page = html(letter())

    assert page.startswith("<!doctype html>")
    assert '<html lang="vi">' in page
    assert "width=device-width" in page
    assert "Kính gửi thầy/cô Nguyễn Văn Thành," in page
