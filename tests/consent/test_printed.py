"""What the nightly command prints goes into logs and mails: it names nobody."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section
from tests.factories.workflows import approved
from wagtail_kehoach.models import Consent, PictureBasis, Takedown

pytestmark = pytest.mark.django_db

CHILD = "Nguyễn Bình Minh Châu"
TITLE = f"Em {CHILD} nhặt được của rơi"


@pytest.fixture
def consent():
    person = PersonFactory(full_name=CHILD)
    return ConsentFactory(person=person, for_full_name=True)


@pytest.fixture
def picture(consent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    image = Image.objects.create(title=f"Ảnh {CHILD}", file=get_test_image_file())
    PictureBasis.objects.create(image=image).people.add(consent.person)
    return image


@pytest.fixture
def publish(editor, principal):
    def make(page, **options):
        return approved(page, by=editor, principal=principal, **options)

    return make


@pytest.fixture
def printed(capsys):
    """What the command prints, for people or as JSON."""

    def run(*options):
        capsys.readouterr()
        try:
            call_command("enforce_consents", *options)
        except SystemExit as end:
            assert end.code == 1
        said = capsys.readouterr()
        return said.out + said.err

    return run


def end(consent):
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=timezone.localdate())


def story_of(consent, **said):
    page = StoryPageFactory(title=TITLE, **said)
    page.people = [consent.person]
    return page


def addresses():
    keys = Takedown.objects.order_by("pk").values_list("pk", flat=True)
    return [f"/admin/kehoach_takedowns/inspect/{pk}/" for pk in keys]


def test_posts_and_pictures_are_named_by_their_kind_and_address(
    consent, picture, publish, printed
):
    publish(story_of(consent))
    end(consent)

    said = printed()

    post, image = addresses()
    assert f"Đã gỡ: một bài viết, {post}" in said
    assert f"Đã gỡ: một ảnh, {image}" in said
    assert "Đã gỡ 2, chưa gỡ được 0." in said
    assert CHILD not in said


def test_programs_read_kind_and_address(consent, picture, publish, printed):
    publish(story_of(consent))
    end(consent)

    said = printed("--json")

    post, image = addresses()
    assert json.loads(said) == {
        "taken_down": [
            {"kind": "post", "address": post},
            {"kind": "picture", "address": image},
        ],
        "refused": [],
        "mentions": [],
        "ending": [],
    }
    assert CHILD in Takedown.objects.last().reason


def test_what_must_stay_names_nobody_either(consent, picture, publish, printed):
    text = f'<embed embedtype="image" format="left" id="{picture.pk}" alt="Em"/>'
    publish(
        PlanPageFactory(title=f"Kế hoạch {CHILD}", body=[section("I", "MỤC", text)])
    )
    end(consent)

    assert CHILD not in printed()
    assert json.loads(printed("--json"))["refused"] == [
        {
            "kind": "picture",
            "address": f"/admin/images/{picture.pk}/",
            "code": "refused",
        }
    ]


def test_a_file_that_cannot_be_moved_is_told_without_its_name(
    consent, picture, publish, printed
):
    picture.file.storage.delete(picture.file.name)
    end(consent)

    said = printed("--json")

    assert json.loads(said)["refused"][0]["code"] == "file"
    assert picture.file.name not in said


def test_a_schedule_is_named_by_its_kind(consent, publish, printed):
    publish(story_of(consent, go_live_at=timezone.now() + dt.timedelta(days=3)))
    end(consent)

    said = printed()

    assert f"Đã gỡ: lịch đăng của một bài viết, {addresses()[0]}" in said
    assert CHILD not in said
