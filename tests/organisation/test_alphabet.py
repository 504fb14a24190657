"""Listings and choices of the admin in the order of the Vietnamese alphabet."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from tests.factories.consent import PersonFactory
from tests.factories.organisation import BodyFactory, ThemeFactory, UnitFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.models import RecognitionTitle, StoryCampaign, Unit
from wagtail_kehoach.organisation.alphabet import in_alphabetical_order

pytestmark = pytest.mark.django_db

WORDS = ["An toàn", "Ăn uống", "Âm nhạc", "Dạy học", "Đoàn đội", "Ôn tập", "Y tế"]


def new_title(name):
    RecognitionTitle.objects.create(name=name)


def new_campaign(topic):
    StoryCampaign.objects.create(topic=topic)


REGISTERS = [
    ("kehoach_units", "name", lambda name: UnitFactory(name=name)),
    ("kehoach_bodies", "name", lambda name: BodyFactory(name=name)),
    ("kehoach_themes", "name", lambda name: ThemeFactory(name=name, sort_order=0)),
    ("kehoach_recognition_titles", "name", new_title),
    ("kehoach_campaigns", "topic", new_campaign),
]


def listed(client, name, **query):
    """``WORDS`` as the listing ``name`` has them, one after the other."""
    page = client.get(reverse(f"{name}:index"), query).content.decode()
    page = page[page.index("<tbody") :]
    assert all(escape(word) in page for word in WORDS)
    return sorted(WORDS, key=page.index)


@pytest.mark.parametrize(("name", "column", "make"), REGISTERS)
def test_a_click_on_the_header_sorts_by_the_alphabet(
    client, superuser, name, column, make
):
    for word in reversed(WORDS):
        make(word)
    client.force_login(superuser)

    assert listed(client, name, ordering=column) == WORDS
    assert listed(client, name, ordering=f"-{column}") == WORDS[::-1]


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_so_does_the_listing_without_a_click(client, superuser, place):
    name, _, make = REGISTERS[place]
    for word in reversed(WORDS):
        make(word)
    client.force_login(superuser)

    assert listed(client, name) == WORDS


def test_a_place_given_by_hand_comes_before_the_alphabet(client, superuser):
    for place, word in enumerate(reversed(WORDS)):
        ThemeFactory(name=word, sort_order=place)
    client.force_login(superuser)

    assert listed(client, "kehoach_themes") == WORDS[::-1]


@pytest.mark.skipif(
    connection.vendor == "mysql", reason="MariaDB finds committed rows only"
)
def test_what_is_found_is_sorted_too(client, superuser):
    for word in reversed(WORDS):
        ThemeFactory(name=f"Tổ {word}", sort_order=0)
    client.force_login(superuser)

    assert listed(client, "kehoach_themes", q="to", ordering="name") == WORDS


def test_a_column_of_other_rows_goes_by_their_names(client, superuser):
    for place, word in enumerate(reversed(WORDS)):
        BodyFactory(name=f"Sở {place}", successor=BodyFactory(name=word))
    client.force_login(superuser)
    page = client.get(reverse("kehoach_bodies:index"), {"ordering": "successor"})

    rows = [row.successor.name for row in page.context["object_list"] if row.successor]
    assert rows == WORDS


def test_spokespersons_are_sorted_by_given_names(client, superuser):
    names = ["Nguyễn Bảo An", "Đỗ Thị Ánh", "Lê Đạt", "Bùi Thị Ý"]
    for name in reversed(names):
        SpokespersonFactory(name=name)
    client.force_login(superuser)
    index = reverse("wagtailsnippets_wagtail_kehoach_spokesperson:list")

    for query, order in (({}, names), ({"ordering": "-name"}, names[::-1])):
        rows = client.get(index, query).context["object_list"]
        assert [row.name for row in rows] == order


def test_rows_cost_no_statement_of_their_own(
    client, superuser, django_assert_num_queries
):
    client.force_login(superuser)
    index = reverse("kehoach_units:index")
    UnitFactory(name="Tổ Toán")
    client.get(index)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(index, {"ordering": "name"})
    for word in WORDS:
        UnitFactory(name=word)
    with django_assert_num_queries(len(few)):
        client.get(index, {"ordering": "name"})


def test_a_long_register_is_sorted_in_one_statement():
    Unit.objects.bulk_create(Unit(name=f"Tổ {number:04}") for number in range(2500))

    rows = in_alphabetical_order(Unit.objects.all(), "-name")
    assert [row.name for row in rows[:2]] == ["Tổ 2499", "Tổ 2498"]


def test_an_empty_register_is_listed(client, superuser):
    client.force_login(superuser)

    page = client.get(reverse("kehoach_units:index"), {"ordering": "name"})
    assert page.status_code == 200


@pytest.mark.parametrize("name", ["kehoach_units", "kehoach_recognition_titles"])
def test_what_replaces_a_row_is_chosen_from_an_alphabetical_list(
    client, superuser, name
):
    make = {name: make for name, _, make in REGISTERS}[name]
    for word in reversed(WORDS):
        make(word)
    client.force_login(superuser)

    page = client.get(reverse(f"{name}:add")).content.decode()
    options = page[page.index('name="successor"') :]
    assert sorted(WORDS, key=lambda word: options.index(f">{word}</option>")) == WORDS


def test_accounts_are_offered_as_in_a_class_register(client, superuser):
    names = ["An", "Ánh", "Đạt", "Ý"]
    for number, name in enumerate(reversed(names)):
        UserFactory(username=f"u{number}", first_name="Lê Thị", last_name=name)
    client.force_login(superuser)

    page = client.get(reverse("kehoach_proposals:add")).content.decode()
    options = page[page.index('name="asked_user"') :]
    places = [options.index(f"Lê Thị {name}</option>") for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("address", "column", "other"),
    [
        ("kehoach_takedowns:index", "title", "happened_at"),
        ("kehoach_picture_bases:index", "image__title", "keep_until"),
        ("kehoach_data_requests:index", "asked_by", "received_on"),
        (
            "wagtailsnippets_wagtail_kehoach_person:list",
            "representative",
            "sorted_as",
        ),
    ],
)
def test_nobody_sorts_long_listings_by_words(client, superuser, address, column, other):
    client.force_login(superuser)
    view = client.get(reverse(address)).context["view"]

    assert column not in view.get_valid_orderings()
    assert other in view.get_valid_orderings()


def test_the_name_of_a_representative_is_still_shown(client, superuser):
    PersonFactory(representative="Bà Đào Thị Ơn")
    client.force_login(superuser)
    index = reverse("wagtailsnippets_wagtail_kehoach_person:list")

    assert "Bà Đào Thị Ơn" in client.get(index).content.decode()
