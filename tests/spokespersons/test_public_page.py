import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from tests.portal.models import OrdinaryPage
from wagtail_kehoach.models import Mandate, Spokesperson
from wagtail_kehoach.pages.models import SpokespersonIndexPage

Role = Mandate.Role


@pytest.fixture
def publish(editor, principal):
    """Approve a spokesperson."""
    return lambda person: approved(person, by=editor, principal=principal)


@pytest.fixture
def ordinary_page(site):
    """A page of the portal with the press contact on it."""
    page = OrdinaryPage(
        title="Liên hệ",
        slug="lien-he",
        body=[("press_contact", {"heading": "Liên hệ báo chí"})],
    )
    return site.root_page.add_child(instance=page)


def public(client):
    """The public page of spokespersons as a visitor gets it."""
    return client.get(SpokespersonIndexPage.objects.get().url).content.decode()


def until(day):
    """A mandate for one matter that ends on ``day``."""
    return Mandate(
        role=Role.AUTHORISED,
        scope="Tuyển sinh lớp 6",
        starts_on=day - dt.timedelta(days=30),
        ends_on=day,
    )


def test_the_page_says_whom_to_ask_and_how(client, publish):
    publish(
        SpokespersonFactory(
            name="Lê Thị Nhung",
            position="Phó Hiệu trưởng",
            phone="02773 000 102",
            email="nguoiphatngon@truong.example",
            mandates=[until(timezone.localdate())],
        )
    )

    page = public(client)

    for words in (
        "Lê Thị Nhung",
        "Phó Hiệu trưởng",
        "Tuyển sinh lớp 6",
        "02773 000 102",
    ):
        assert words in page
    assert 'href="tel:' in page
    assert 'href="mailto:nguoiphatngon@truong.example"' in page


def test_a_draft_is_not_on_the_page(client, site):
    SpokespersonFactory(name="Chưa được duyệt")

    assert "Chưa được duyệt" not in public(client)


def test_changes_are_not_on_the_page_before_they_are_approved(client, publish, editor):
    person = publish(SpokespersonFactory(name="Lê Thị Nhung"))
    person.phone = "0999 999 999"
    person.save_revision(user=editor)

    page = public(client)

    assert "Lê Thị Nhung" in page
    assert "0999 999 999" not in page


def test_whoever_has_no_mandate_today_is_not_on_the_page(client, publish):
    today = timezone.localdate()
    for name, day in (("Vẫn còn", today), ("Đã hết", today - dt.timedelta(days=1))):
        publish(SpokespersonFactory(name=name, mandates=[until(day)]))

    page = public(client)

    assert "Vẫn còn" in page
    assert "Đã hết" not in page


def test_the_press_contact_shows_the_same_on_any_page(client, publish, ordinary_page):
    today = timezone.localdate()
    publish(SpokespersonFactory(name="Vẫn còn", mandates=[until(today)]))
    publish(
        SpokespersonFactory(name="Đã hết", mandates=[until(today - dt.timedelta(1))])
    )
    SpokespersonFactory(name="Chưa được duyệt")

    page = client.get(ordinary_page.url).content.decode()

    assert "Liên hệ báo chí" in page
    assert "Vẫn còn" in page
    assert "Đã hết" not in page
    assert "Chưa được duyệt" not in page


def test_both_stand_without_anybody(client, site, ordinary_page):
    assert SpokespersonIndexPage.objects.get().title in public(client)
    assert client.get(ordinary_page.url).status_code == 200


@pytest.mark.parametrize("kind", [SpokespersonIndexPage, OrdinaryPage])
def test_the_page_costs_the_same_for_one_and_three(
    client, publish, ordinary_page, kind, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = Page.objects.type(kind).get().url
    publish(SpokespersonFactory())
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)

    publish(SpokespersonFactory())
    publish(SpokespersonFactory())

    with django_assert_num_queries(len(one)):
        client.get(url)


def snippet_form(**mandate):
    """The form of a spokesperson with one mandate."""
    said = {
        "role": "authorised",
        "scope": "Tuyển sinh lớp 6",
        "starts_on": "2026-10-01",
        "ends_on": "2026-12-31",
    }
    return nested_form_data(
        {
            "name": "Lê Thị Nhung",
            "position": "Phó Hiệu trưởng",
            "mandates": inline_formset([{**said, **mandate}]),
        }
    )


ADD = "/admin/snippets/wagtail_kehoach/spokesperson/add/"


def test_an_editor_writes_a_draft_in_the_registry(client, editor):
    client.force_login(editor)

    client.post(ADD, snippet_form())

    person = Spokesperson.objects.get()
    assert (person.name, person.live) == ("Lê Thị Nhung", False)


@pytest.mark.parametrize("missing", ["starts_on", "ends_on", "scope"])
def test_an_authorisation_without_both_ends_cannot_be_submitted(
    client, editor, missing
):
    client.force_login(editor)

    response = client.post(ADD, {**snippet_form(**{missing: ""}), "action-submit": "1"})

    assert response.status_code == 200
    assert not Spokesperson.objects.exists()
    assert "Uỷ quyền về một việc phải" in response.content.decode()
