"""Scans of consents open to those who keep the registry, and to nobody else."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.factories.consent import ConsentFactory
from wagtail_kehoach.consent.panels_home import SHOWN
from wagtail_kehoach.consent.storage import check_evidence, private_storage

PDF = b"%PDF-1.4 scan"


@pytest.fixture
def consent(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    # The storage of a field is made once, with the media folder of that time.
    consent = ConsentFactory()
    consent.evidence.storage = private_storage()
    consent.evidence.save("Giấy đồng ý của Minh.pdf", ContentFile(PDF))
    return consent


def test_the_scan_has_no_address_and_a_name_that_says_nothing(consent):
    assert "Minh" not in consent.evidence.name
    with pytest.raises(ValueError, match="not accessible via a URL"):
        _ = consent.evidence.url


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
def test_other_roles_do_not_get_the_scan(client, request, consent, role):
    client.force_login(request.getfixturevalue(role))

    response = client.get(reverse("wagtail_kehoach_evidence", args=(consent.pk,)))

    assert response.status_code != 200


def test_visitors_do_not_get_the_scan(client, consent):
    response = client.get(reverse("wagtail_kehoach_evidence", args=(consent.pk,)))

    assert response.status_code == 302


@pytest.mark.parametrize("role", ["editor", "principal"])
@pytest.mark.parametrize(
    "address",
    [
        "/admin/snippets/wagtail_kehoach/person/",
        "/admin/snippets/choose/wagtail_kehoach/person/",
        "/admin/snippets/choose/wagtail_kehoach/person/results/",
    ],
)
def test_the_registry_and_its_chooser_are_closed(
    client, request, consent, role, address
):
    client.force_login(request.getfixturevalue(role))

    response = client.get(address)

    assert response.status_code != 200 or consent.person.full_name not in (
        response.content.decode()
    )


def test_a_keeper_opens_the_registry(client, keeper, consent):
    client.force_login(keeper)

    listing = client.get("/admin/snippets/wagtail_kehoach/person/")
    form = client.get(
        f"/admin/snippets/wagtail_kehoach/person/edit/{consent.person.pk}/"
    )

    assert consent.person.full_name in listing.content.decode()
    assert reverse("wagtail_kehoach_evidence", args=(consent.pk,)) in (
        form.content.decode()
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"<html>", "PDF, JPEG"), (PDF + b" " * 11 * 1024 * 1024, "10 MB")],
)
def test_a_file_that_is_no_small_scan_is_refused(content, words):
    with pytest.raises(ValidationError, match=words):
        check_evidence(ContentFile(content, name="quet.pdf"))


UNPROVEN = "Bản đồng ý trên giấy chưa có bản quét"


def test_the_home_page_shows_keepers_whose_consent_has_no_scan(client, keeper, consent):
    unproven = ConsentFactory(basis="signed").person
    for over in (
        {"ends_on": dt.date(2021, 1, 1)},
        {"withdrawn_on": dt.date(2021, 1, 1)},
    ):
        ConsentFactory(basis="signed", **over)
    ConsentFactory(basis="electronic")
    client.force_login(keeper)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert UNPROVEN in html
    assert html.count("/person/edit/") == 1
    assert unproven.full_name in html


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
def test_other_roles_do_not_see_whose_consent_has_no_scan(client, request, role, site):
    ConsentFactory(basis="signed")
    client.force_login(request.getfixturevalue(role))

    assert UNPROVEN not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_consents_without_a_scan_are_found_in_the_registry(client, keeper, consent):
    people = [ConsentFactory(basis="signed").person for _ in range(SHOWN)]
    client.force_login(keeper)
    home = reverse("wagtailadmin_home")
    where = f"{reverse('wagtailsnippets_wagtail_kehoach_person:list')}?ending=unproven"
    assert where not in client.get(home).content.decode()

    people.append(ConsentFactory(basis="signed").person)

    assert where in client.get(home).content.decode()
    found = client.get(where).context["object_list"]
    assert {person.pk for person in found} == {person.pk for person in people}
