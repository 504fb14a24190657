"""A scan proves the form that was signed: nothing ticked later, and no other form."""

import pytest
from django.core.files.base import ContentFile

from tests.factories.consent import ConsentFactory, PersonFactory
from wagtail_kehoach.exceptions import ConsentRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(db):
    consent = ConsentFactory(child_agreed=False)
    consent.evidence.save("don.pdf", ContentFile(b"%PDF-1.4 one"))
    return consent


def scanned_anew(consent):
    consent.evidence.save("moi.pdf", ContentFile(b"%PDF-1.4 two"), save=False)


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize(
    "later",
    [
        {"child_agreed": True},
        {"for_press": True},
        {"basis": "staff_duty"},
        {"person": None},
    ],
)
def test_more_than_was_signed_is_a_new_consent(signed, later, anew):
    if "person" in later:
        later = {"person": PersonFactory()}
    former = signed.evidence.name
    if anew:
        scanned_anew(signed)
    for name, value in later.items():
        setattr(signed, name, value)

    with pytest.raises(ConsentRefused, match="một sự đồng ý mới"):
        signed.save()

    signed.refresh_from_db()
    assert signed.evidence.name == former
    assert signed.evidence.storage.exists(former)


def test_the_representative_who_signs_later_signs_a_form_of_its_own(signed):
    type(signed).objects.update(representative_agreed=False)
    signed.representative_agreed = True

    with pytest.raises(ConsentRefused, match="một sự đồng ý mới"):
        signed.save()


def test_a_scan_is_not_taken_out(signed):
    signed.evidence = ""

    with pytest.raises(ConsentRefused, match="giữ làm bằng chứng"):
        signed.save()


def test_a_better_scan_of_the_same_form_replaces_it(signed):
    scanned_anew(signed)
    signed.save()

    signed.refresh_from_db()
    assert signed.evidence.read() == b"%PDF-1.4 two"


def test_a_form_without_a_scan_is_entered_to_its_end(db):
    consent = ConsentFactory(child_agreed=False)
    consent.child_agreed = True
    consent.save()

    consent.refresh_from_db()
    assert consent.child_agreed
