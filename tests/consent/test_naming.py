"""Whoever writes a post names people without reading the registry."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.consent.people_widget import PeopleWidget, sign
from wagtail_kehoach.models import PictureBasis

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa():
    return PersonFactory(
        full_name="Lê Thị Hoa", representative="Lê Văn Ba", class_level="khối 7"
    )


def find(client, typed):
    return client.get(reverse("wagtail_kehoach_people"), {"q": typed})


def labels(response):
    return [person["label"] for person in response.json()["people"]]


def test_the_form_of_a_post_holds_nobody_but_those_who_are_named(client, editor, hoa):
    PersonFactory(full_name="Trần Văn Kín")
    story = StoryPageFactory()
    story.people = [hoa]
    story.save_revision()
    client.force_login(editor)

    html = client.get(f"/admin/pages/{story.pk}/edit/").content.decode()

    assert "Lê Thị Hoa (khối 7)" in html
    assert "Trần Văn Kín" not in html
    assert "Lê Văn Ba" not in html


def test_the_form_of_a_picture_holds_nobody_either(client, editor, hoa):
    client.force_login(editor)

    html = client.get("/admin/kehoach_picture_bases/new/").content.decode()

    assert "data-kh-people" in html
    assert "Lê Thị Hoa" not in html


@pytest.mark.parametrize(
    "typed", ["Lê Thị Hoa", "hoa le", "thi hoa", "HOA", "Hoa", "le thi h"]
)
def test_a_name_is_found_as_it_is_typed(client, editor, hoa, typed):
    client.force_login(editor)

    assert labels(find(client, typed)) == ["Lê Thị Hoa (khối 7)"]


@pytest.mark.parametrize("typed", ["", "h", "ho", "l h", "%%%", "   ", "oa hoa", "hòa"])
def test_a_letter_or_another_name_finds_nobody(client, editor, hoa, typed):
    client.force_login(editor)

    assert labels(find(client, typed)) == []


def test_a_search_shows_few_and_says_that_there_are_more(client, editor):
    PersonFactory.create_batch(12, full_name="Nguyễn Minh")
    client.force_login(editor)

    response = find(client, "minh")

    assert len(labels(response)) == 8
    assert response.json()["state"] == "more"
    assert "no-store" in response["Cache-Control"]


def test_the_registry_cannot_be_read_by_searching_on_and_on(client, editor):
    client.force_login(editor)

    codes = [find(client, "hoa").status_code for _ in range(61)]

    assert (codes[0], codes[-1]) == (200, 429)


def test_others_do_not_search(client, hoa, site):
    assert find(client, "hoa").status_code == 302
    client.force_login(UserFactory())
    assert find(client, "hoa").status_code != 200


def test_a_number_that_was_made_up_names_nobody(client, editor, hoa):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    client.force_login(editor)
    data = {
        "title": story.title,
        "slug": story.slug,
        "subject": "em Hoa",
        "subject_kind": "individual",
        "audience": "pupil",
        "lead": "Một câu.",
        "post_date": "2026-11-20",
        "school_year": story.school_year_id,
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    address = f"/admin/pages/{story.pk}/edit/"

    def named_after(*values):
        client.post(address, {**data, "people": values})
        draft = type(story).objects.get(pk=story.pk).get_latest_revision_as_object()
        return list(draft.people.all())

    assert named_after(str(hoa.pk), f"{hoa.pk}:forged") == []
    assert named_after(sign(hoa.pk)) == [hoa]
    assert named_after() == []


def test_a_picture_without_a_basis_is_marked_in_its_form(
    client, superuser, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    image = Image.objects.create(title="Sân trường", file=get_test_image_file())
    client.force_login(superuser)
    address = reverse("wagtailimages:edit", args=(image.pk,))

    assert "Chưa ai ghi ảnh này có những ai" in client.get(address).content.decode()
    PictureBasis.objects.create(image=image, basis="nobody")
    assert "Chưa ai ghi ảnh này" not in client.get(address).content.decode()


def test_whoever_is_chosen_stands_there_once_with_one_label(db):
    person = PersonFactory(full_name="Lê Thị Hoà", class_level="khối 7")

    html = PeopleWidget().render("people", [person.pk], {"id": "id_people"})

    read = BeautifulSoup(html, "html.parser")
    [line] = read.select("[data-kh-chosen] li")
    assert line.get_text(" ", strip=True) == "Lê Thị Hoà (khối 7)"
    [label] = line.select("label")
    assert label["for"] == label.find("input")["id"]
