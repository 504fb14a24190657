"""What was entered stays known: who changed what, and what can never be changed back."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.factories.consent import ConsentFactory, PersonFactory
from wagtail_kehoach.consent import history
from wagtail_kehoach.exceptions import ConsentRefused
from wagtail_kehoach.models import Consent

pytestmark = pytest.mark.django_db

REGISTRY = "/admin/snippets/wagtail_kehoach/person/"


@pytest.fixture
def consent(site):
    return ConsentFactory(starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2027, 5, 31))


@pytest.fixture
def edit(client, keeper, consent):
    """The registry's form of the person, sent with changes to the consent."""
    keeper.first_name, keeper.last_name = "Lê Thị", "Hà"
    keeper.save()
    client.force_login(keeper)

    def send(name=None, **said):
        row = {
            "id": consent.pk,
            "basis": consent.basis,
            "for_portal": "on",
            "representative_agreed": "on",
            "child_agreed": "on",
            "starts_on": consent.starts_on.isoformat(),
            "ends_on": consent.ends_on.isoformat(),
            "withdrawn_on": f"{consent.withdrawn_on or ''}",
            **said,
        }
        data = {
            "full_name": name or consent.person.full_name,
            "class_level": consent.person.class_level,
            "child": "on",
            "born_on": consent.person.born_on.isoformat(),
            "consents-TOTAL_FORMS": "1",
            "consents-INITIAL_FORMS": "1",
            **{f"consents-0-{key}": value for key, value in row.items()},
        }
        address = f"{REGISTRY}edit/{consent.person_id}/"
        return client.post(address, data, follow=True).content.decode()

    return send


def test_keepers_read_who_changed_which_words_and_when(edit, client, consent):
    edit(for_foreign="on", ends_on="2028-05-31")

    entry = history.of(consent.person)[0]
    assert entry.by == "Lê Thị Hà"
    assert entry.at.date() == timezone.now().date()
    assert entry.what == [
        f"Sửa bản đồng ý số {consent.pk}",
        "Thông tin bằng tiếng nước ngoài: không → có",
        "Đến ngày: 31/05/2027 → 31/05/2028",
    ]
    html = client.get(f"{REGISTRY}edit/{consent.person_id}/").content.decode()
    assert "Đến ngày: 31/05/2027 → 31/05/2028" in html


def test_another_person_in_the_entry_is_known_too(edit, consent):
    before = consent.person.full_name
    edit(name="Trần Thị Hoa")

    assert history.of(consent.person)[0].what == [f"Họ và tên: {before} → Trần Thị Hoa"]


def test_a_save_without_a_change_leaves_no_trace(edit, consent):
    before = len(history.of(consent.person))

    edit()

    assert len(history.of(consent.person)) == before


def test_the_first_entry_says_what_was_entered(consent):
    (first,) = history.of(consent.person)

    assert first.what[0] == f"Nhập bản đồng ý số {consent.pk}"
    assert "Từ ngày: 01/09/2026" in first.what


def test_a_new_scan_is_known_without_its_name(consent):
    consent.evidence.save("Giấy của em Minh.pdf", ContentFile(b"%PDF-1.7"))

    assert "để trống → có bản quét" in " ".join(history.of(consent.person)[0].what)
    assert not any(
        "em Minh" in str(e.data)
        for e in ModelLogEntry.objects.for_instance(consent.person)
    )
    consent.evidence.delete(save=False)


@pytest.mark.parametrize(
    "said",
    [
        {"withdrawn_on": ""},
        {"withdrawn_on": "2990-01-01"},
        {"ends_on": "2028-05-31"},
        {"for_foreign": "on"},
    ],
    ids=["taken back", "later", "longer", "wider"],
)
def test_a_withdrawn_consent_is_never_revived_in_the_form(edit, consent, said):
    consent.withdrawn_on = timezone.localdate()
    consent.save()

    html = edit(**said)

    assert "đã được rút lại ngày" in html
    assert "thêm một bản đồng ý mới" in html
    [listed] = BeautifulSoup(html, "html.parser").select("[data-kh-errors] li")
    assert listed.a["href"] == "#inline_child_consents-0"
    stored = Consent.objects.get()
    assert stored.withdrawn_on == timezone.localdate()
    assert (stored.ends_on, stored.for_foreign) == (consent.ends_on, False)


def test_no_code_revives_it_either(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    consent.withdrawn_on = None

    with pytest.raises(ConsentRefused, match="đã được rút lại ngày"):
        consent.save()


def test_an_earlier_withdrawal_and_a_missing_scan_can_be_added(edit, consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    earlier = timezone.localdate() - dt.timedelta(days=3)

    edit(withdrawn_on=earlier.isoformat())

    consent.refresh_from_db()
    assert consent.withdrawn_on == earlier
    consent.evidence.save("giay.pdf", ContentFile(b"%PDF-1.7"))
    assert Consent.objects.get().evidence
    consent.evidence.delete(save=False)


def test_a_withdrawal_for_a_coming_day_can_still_be_changed(edit, consent):
    consent.withdrawn_on = timezone.localdate() + dt.timedelta(days=9)
    consent.save()

    edit(withdrawn_on="")

    assert Consent.objects.get().withdrawn_on is None


def test_a_new_consent_holds_beside_the_withdrawn_one(consent):
    consent.withdrawn_on = timezone.localdate()
    consent.save()

    ConsentFactory(person=consent.person)

    assert Consent.objects.count() == 2


def test_what_was_changed_goes_with_the_person(consent):
    person = consent.person
    person.full_name = "Trần Thị Hoa"
    person.save()
    entries = ModelLogEntry.objects.filter(action__startswith="kehoach.")
    assert any(entry.data for entry in entries)

    person.delete()

    assert not any(entry.data for entry in entries.all())


def test_the_history_costs_the_same_however_long():
    person = PersonFactory()

    def statements():
        with CaptureQueriesContext(connection) as queries:
            found = history.of(person)
        return len(found), len(queries)

    ConsentFactory(person=person)
    statements()
    one = statements()
    for _ in range(3):
        ConsentFactory(person=person)

    assert (one, statements()) == ((1, one[1]), (4, one[1]))
