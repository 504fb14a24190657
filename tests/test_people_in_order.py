"""Where people are listed, they stand as in a class register, under their full names."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.urls import reverse

from tests.factories.consent import PersonFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import Mandate, Person, SigningAuthority
from wagtail_kehoach.pages.models import SpokespersonIndexPage

pytestmark = pytest.mark.django_db

CLASS = ["Nguyễn Bảo An", "Trần Bảo An", "Đỗ Thị Ánh", "Lê Đạt", "Bùi Thị Ý"]


def stand_in_order(html, names=CLASS):
    """Whether all ``names`` are in ``html``, one after the other."""
    places = [html.find(name) for name in names]
    return -1 not in places and places == sorted(places)


@pytest.fixture
def registry(db):
    for name in reversed(CLASS):
        PersonFactory(full_name=name)


def test_the_registry_of_people_is_a_class_register(client, superuser, registry):
    client.force_login(superuser)
    index = reverse("wagtailsnippets_wagtail_kehoach_person:list")

    assert stand_in_order(client.get(index).content.decode())
    backwards = client.get(index, {"ordering": "-sorted_as"}).content.decode()
    assert stand_in_order(backwards, CLASS[::-1])


def test_so_is_the_chooser(client, superuser, registry):
    client.force_login(superuser)
    chooser = reverse("wagtailsnippetchoosers_wagtail_kehoach_person:choose")

    assert stand_in_order(client.get(chooser).json()["html"])


def test_a_new_name_has_a_new_place(registry):
    person = Person.objects.get(full_name="Bùi Thị Ý")
    person.full_name = "Bùi Thị Anh"
    person.save(update_fields=["full_name"])

    names = [person.full_name for person in Person.objects.all()]
    assert names == [*CLASS[:2], "Bùi Thị Anh", *CLASS[2:4]]


def test_spokespersons_of_one_role_are_in_order(client, editor, principal):
    head = Mandate(role=Mandate.Role.HEAD)
    for name in (*reversed(CLASS), "Võ Văn Út"):
        mandates = [head] if name == "Võ Văn Út" else None
        person = SpokespersonFactory(name=name, mandates=mandates)
        approved(person, by=editor, principal=principal)

    page = client.get(SpokespersonIndexPage.objects.get().url).content.decode()
    client.force_login(editor)
    listing = client.get(reverse("wagtailsnippets_wagtail_kehoach_spokesperson:list"))

    assert stand_in_order(page, ["Võ Văn Út", *CLASS])
    assert stand_in_order(listing.content.decode(), [*CLASS[:4], "Võ Văn Út", CLASS[4]])


@pytest.fixture
def deputies(db):
    """Accounts made in another order than that of their names."""
    found = {}
    for number, name in enumerate(reversed(CLASS)):
        first, _, last = name.rpartition(" ")
        found[name] = UserFactory(
            username=f"pht{number}", first_name=first, last_name=last
        )
    return found


def test_signing_authorities_are_listed_by_name(client, superuser, deputies):
    for user in deputies.values():
        SigningAuthority.objects.create(user=user, capacity="KT.")
    client.force_login(superuser)

    html = client.get(reverse("kehoach_signing_authorities:index")).content.decode()

    assert stand_in_order(html)
    assert "pht0" not in html


def test_who_is_given_authority_is_chosen_by_name(client, superuser, deputies):
    client.force_login(superuser)
    add = reverse("kehoach_signing_authorities:add")

    form = client.get(add).context["form"]
    offered = [name for _pk, name in form.fields["user"].choices]
    assert [name for name in offered if name in CLASS] == CLASS

    chosen = deputies["Lê Đạt"]
    client.post(add, {"user": chosen.pk, "capacity": "KT.", "field": ""})
    made = SigningAuthority.objects.get()
    assert made.user == chosen
    assert str(made) == "Lê Đạt (KT. (cấp phó ký thay))"


def test_the_list_of_authorities_asks_as_often_for_many(
    client, superuser, deputies, django_assert_max_num_queries
):
    index = reverse("kehoach_signing_authorities:index")
    client.force_login(superuser)
    for user in deputies.values():
        for field in ("plans", "stories", "foreign_info"):
            SigningAuthority.objects.create(user=user, capacity="KT.", field=field)
        SigningAuthority.objects.create(user=user, capacity="head")
    client.get(index)

    # Two of them read the title of the head: for the list, and for its filter.
    with django_assert_max_num_queries(16):
        client.get(index)


def test_people_who_were_there_are_put_in_order(registry):
    Person.objects.update(sorted_as="")
    migration = import_module("wagtail_kehoach.migrations.0014_people_in_order")

    migration.put_in_order(apps, BaseDatabaseSchemaEditor(connection))

    assert [person.full_name for person in Person.objects.all()] == CLASS
