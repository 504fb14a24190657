"""A photo that was taken down, uploaded once more: those who meet it are told."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.consent.test_copies import basis, story_with, upload
from tests.factories.consent import ConsentFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce

pytestmark = pytest.mark.django_db

TOLD = "chính ảnh này trước đây đã bị gỡ"


@pytest.fixture
def child(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return ConsentFactory().person


@pytest.fixture
def again(child, editor, principal):
    """The second upload of a photo whose first one was taken down."""
    first = upload("Ảnh đầu")
    basis(first, child)
    approved(story_with(first), by=editor, principal=principal)
    consent = child.consents.get()
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    enforce([child.pk])
    second = upload("Ảnh sau")
    second.uploaded_by_user = editor
    second.save()
    return second


def addresses(picture):
    entry = picture.kehoach_basis.pk
    return [
        reverse("wagtailimages:edit", args=(picture.pk,)),
        reverse("kehoach_picture_bases:edit", args=(entry,)),
    ]


def test_a_keeper_reads_it_with_the_name(again, child, keeper, editor, client):
    keeper.groups.add(*editor.groups.all())
    again.uploaded_by_user = keeper
    again.save()
    client.force_login(keeper)

    for address in addresses(again):
        html = client.get(address).content.decode()
        assert TOLD in html
        assert f"Vì: “{child.label}”" in html


def test_an_editor_reads_it_without(again, child, editor, client):
    client.force_login(editor)

    for address in addresses(again):
        html = client.get(address).content.decode()
        assert TOLD in html
        assert "Vì: “" not in html


def test_a_text_with_it_says_so(again, child):
    said = [s for s in story_with(again).privacy_warnings() if TOLD in s]

    assert len(said) == 1
    assert "Ảnh sau" in said[0]
    assert child.full_name not in said[0]


def test_another_photo_and_one_that_came_back_are_not_marked(again, child):
    other = upload("Ảnh khác", colour="red")
    child.consents.all().delete()
    first = type(other).objects.get(title="Ảnh đầu").kehoach_basis
    first.withheld = ""
    first.save()

    for picture in (other, again):
        assert not [s for s in story_with(picture).privacy_warnings() if TOLD in s]
