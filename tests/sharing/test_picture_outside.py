"""The picture that messengers show goes when somebody in it takes back social networks alone."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from tests.front_cache import Remembering
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import PictureBasis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    backend = {"BACKEND": "tests.front_cache.Remembering"}
    settings.WAGTAILFRONTENDCACHE = {"front": backend}


@pytest.fixture
def consent():
    return ConsentFactory(for_social=True)


@pytest.fixture
def story(consent, editor, principal):
    image = Image.objects.create(title="Ảnh lớp", file=get_test_image_file())
    PictureBasis.objects.create(image=image).people.add(consent.person)
    story = StoryPageFactory(picture=image, picture_alt="Một em")
    return approved(story, by=editor, principal=principal)


def made_for_messengers(story):
    """The file and the address of what messengers are offered, by the page itself."""
    made = story.picture.renditions.filter(filter_spec__startswith="fill-1200x630")
    return [(r.file.storage, r.file.name, r.full_url) for r in made]


@pytest.mark.parametrize("road", ["at once", "the nightly run"])
def test_its_file_goes_and_the_cache_forgets_the_page(
    story, consent, client, road, django_capture_on_commit_callbacks
):
    assert "og:image" in client.get(story.url).content.decode()
    ((storage, name, address),) = made_for_messengers(story)
    Remembering.forgotten.clear()

    with django_capture_on_commit_callbacks(execute=True):
        consent.for_social = False
        consent.save()
        if road == "at once":
            enforce([consent.person_id])
        else:
            call_command("enforce_consents")

    assert not storage.exists(name)
    assert address in Remembering.forgotten
    assert story.full_url in Remembering.forgotten
    answer = client.get(story.url)
    assert answer.status_code == 200
    assert "og:image" not in answer.content.decode()
    assert made_for_messengers(story) == []
    assert consent.person.consents.filter(withdrawn_on=timezone.localdate()).exists()
