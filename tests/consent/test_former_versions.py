"""Pictures and documents of an earlier public version of a post."""

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.consent.conftest import is_hidden
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.picture_queries import pictures_to_put_back
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.consent.withholding import put_back
from wagtail_kehoach.models import PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def story(published):
    return published()


def without_files(story, *, by, principal, people=()):
    """A new public version, without picture and document, and with ``people`` listed."""
    draft = story.get_latest_revision_as_object()
    draft.picture, draft.picture_alt = None, ""
    draft.body = [("paragraph", "<p>Em học tốt.</p>")]
    draft.people = people
    return approved(draft, by=by, principal=principal)


@pytest.mark.parametrize("still_listed", [True, False])
def test_a_withdrawal_takes_them_down_and_names_them(
    story, consent, picture, document, withdraw, editor, principal, still_listed
):
    people = [consent.person] if still_listed else []
    without_files(story, by=editor, principal=principal, people=people)
    assert not is_hidden(picture)

    withdraw()

    assert is_hidden(picture)
    assert is_hidden(document)
    story.refresh_from_db()
    assert story.live is not still_listed
    (record,) = Takedown.objects.all()
    assert "Ảnh lớp" in record.reason
    assert "Quyết định 318" in record.reason
    assert consent.person.full_name in record.reason


def test_so_do_those_of_a_post_that_an_editor_took_down_before(
    story, picture, document, withdraw
):
    story.unpublish()

    withdraw()

    assert is_hidden(picture)
    assert is_hidden(document)
    assert Takedown.objects.count() == 1


def test_what_somebody_made_public_again_is_not_closed_with_every_save(
    story, consent, document, withdraw
):
    withdraw()
    document.refresh_from_db()
    document.collection = type(document.collection).get_first_root_node()
    document.save()

    enforce([consent.person_id])

    assert not is_hidden(document)
    assert Takedown.objects.count() == 1


@pytest.mark.parametrize("recorded", [True, False])
def test_a_new_version_puts_what_was_shown_by_consent_behind_the_gate(
    story,
    consent,
    picture,
    document,
    editor,
    principal,
    recorded,
    django_capture_on_commit_callbacks,
):
    if recorded:
        PictureBasis.objects.create(image=picture).people.add(consent.person)

    with django_capture_on_commit_callbacks(execute=True):
        without_files(story, by=editor, principal=principal)

    assert is_hidden(picture)
    assert is_hidden(document)
    (record,) = Takedown.objects.all()
    assert "Ảnh lớp" in record.reason
    assert "Quyết định 318" in record.reason
    (message,) = [m for m in mail.outbox if m.subject.startswith("Không còn dùng")]
    assert "không ai rút lại sự đồng ý" in " ".join(message.body.split())
    # Nobody misses it: the keepers are not asked every day to put it back.
    assert pictures_to_put_back(timezone.localdate()) == []


def test_what_somebody_put_back_stays_with_the_next_version(
    story,
    picture,
    consent,
    editor,
    principal,
    keeper,
    django_capture_on_commit_callbacks,
):
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(consent.person)
    with django_capture_on_commit_callbacks(execute=True):
        story = without_files(story, by=editor, principal=principal)
    put_back(basis, user=keeper)

    draft = story.get_latest_revision_as_object()
    draft.lead = "Em học rất tốt."
    with django_capture_on_commit_callbacks(execute=True):
        approved(draft, by=editor, principal=principal)

    basis.refresh_from_db()
    assert not basis.withheld
    assert Takedown.objects.count() == 1


@pytest.mark.parametrize("why", ["another post", "public event", "nobody listed"])
def test_a_new_version_leaves_alone(
    story,
    picture,
    editor,
    principal,
    why,
    django_capture_on_commit_callbacks,
):
    if why == "another post":
        other = StoryPageFactory(picture=picture, picture_alt="Một em")
        approved(other, by=editor, principal=principal)
    elif why == "public event":
        event = {"event": "Khai giảng", "notice": "Loa"}
        PictureBasis.objects.create(image=picture, basis="public_event", **event)
    else:
        picture = Image.objects.create(
            title="Sân", file=get_test_image_file(size=(9, 9))
        )
        story = StoryPageFactory(picture=picture, picture_alt="Sân")
        story = approved(story, by=editor, principal=principal)

    with django_capture_on_commit_callbacks(execute=True):
        without_files(story, by=editor, principal=principal)

    assert not is_hidden(picture)


def test_a_new_version_with_the_same_files_hides_nothing(
    story, picture, document, editor, principal, django_capture_on_commit_callbacks
):
    draft = story.get_latest_revision_as_object()
    draft.lead = "Em học rất tốt."
    with django_capture_on_commit_callbacks(execute=True):
        approved(draft, by=editor, principal=principal)

    assert not is_hidden(picture)
    assert not is_hidden(document)
    assert not Takedown.objects.exists()
