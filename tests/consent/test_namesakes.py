"""Two pupils of one name and class level are told apart, and doubles are warned of."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.consent import queries
from wagtail_kehoach.consent.people_widget import PeopleWidget, sign

pytestmark = pytest.mark.django_db

NAME = "Nguyễn Văn An"
ADD = "/admin/snippets/wagtail_kehoach/person/add/"
LISTING = "wagtailsnippets_wagtail_kehoach_person:list"


@pytest.fixture
def two():
    return [PersonFactory(full_name=NAME, class_level="khối 6") for _ in range(2)]


def numbered(person):
    return f"{NAME} (khối 6), hồ sơ số {person.pk}"


def test_the_search_of_writers_tells_them_apart(client, editor, two):
    PersonFactory(full_name=NAME, class_level="khối 8")
    client.force_login(editor)

    said = client.get(reverse("wagtail_kehoach_people"), {"q": "nguyen van an"}).json()

    labels = [person["label"] for person in said["people"]]
    assert labels == [*map(numbered, two), f"{NAME} (khối 8)"]
    assert said["state"] == "namesakes"
    assert "2014" not in str(said)


def test_a_name_that_is_one_of_its_kind_has_no_number(client, editor):
    PersonFactory(full_name=NAME, class_level="khối 6")
    client.force_login(editor)

    said = client.get(reverse("wagtail_kehoach_people"), {"q": "nguyen van an"}).json()

    assert [person["label"] for person in said["people"]] == [f"{NAME} (khối 6)"]
    assert said["state"] == ""


def test_who_is_chosen_keeps_the_number(two):
    html = PeopleWidget().render("people", [two[1].pk], {"id": "id_people"})

    assert numbered(two[1]) in html
    assert numbered(two[0]) not in html
    assert sign(two[1].pk) in html


def test_the_gate_says_which_of_them(two):
    ConsentFactory(person=two[0])
    story = StoryPageFactory(people=two)

    reason = story.why_not_show()

    assert numbered(two[1]) in reason
    assert numbered(two[0]) not in reason


def test_the_statements_are_the_same_for_many(two, django_assert_num_queries):
    many = [PersonFactory(full_name=NAME, class_level="khối 6") for _ in range(9)]

    with django_assert_num_queries(2):
        queries.why_not_people(
            [p.pk for p in [*two, *many]],
            [],
            purposes=["portal"],
            day=dt.date(2026, 11, 20),
        )


def test_keepers_read_the_number_in_list_and_chooser(client, keeper, two):
    client.force_login(keeper)
    choose = "/admin/snippets/choose/wagtail_kehoach/person/"

    listing = client.get(reverse(LISTING)).content.decode()
    found = client.get(choose).json()["html"]
    chosen = client.get(f"{choose}chosen/{two[0].pk}/").json()["result"]

    assert "Hồ sơ số" in listing
    assert numbered(two[0]) in found
    assert "2014" in found
    assert chosen["string"] == numbered(two[0])


def form_of(**facts):
    return {
        "full_name": NAME,
        "class_level": "khối 6",
        "child": "on",
        "consents-TOTAL_FORMS": "0",
        "consents-INITIAL_FORMS": "0",
        **facts,
    }


def test_a_second_entry_is_warned_of_when_it_is_made(client, keeper):
    first = PersonFactory(full_name=NAME, class_level="khối 5")
    client.force_login(keeper)

    other = client.post(ADD, form_of(full_name="Trần Bảo"), follow=True)
    double = client.post(ADD, form_of(), follow=True).content.decode()

    assert "đã có" not in other.content.decode()
    assert f"đã có “{NAME} (khối 5)”: hồ sơ số {first.pk}" in double
    edit = reverse("wagtailsnippets_wagtail_kehoach_person:edit", args=[first.pk])
    assert f'href="{edit}"' in double


def test_an_entry_is_warned_of_again_only_if_both_are_called_alike(client, keeper):
    first = PersonFactory(full_name=NAME, class_level="khối 5")
    PersonFactory(full_name=NAME, class_level="khối 6")
    client.force_login(keeper)
    edit = reverse("wagtailsnippets_wagtail_kehoach_person:edit", args=[first.pk])

    apart = client.post(edit, form_of(class_level="khối 5"), follow=True)
    alike = client.post(edit, form_of(class_level="khối 6"), follow=True)

    assert "Có phải cùng một người không" not in apart.content.decode()
    assert "Có phải cùng một người không" in alike.content.decode()
