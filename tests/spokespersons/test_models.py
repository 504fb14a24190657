import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Mandate, Spokesperson
from wagtail_kehoach.spokespersons.queries import speaking_now

FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
DURING = dt.date(2026, 11, 20)
Role = Mandate.Role


@pytest.fixture
def publish(editor, principal):
    """Approve a spokesperson."""
    return lambda person: approved(person, by=editor, principal=principal)


def authorisation(**said):
    """The mandate of somebody authorised for one matter."""
    complete = {
        "role": Role.AUTHORISED,
        "scope": "Tuyển sinh lớp 6",
        "starts_on": FIRST,
        "ends_on": LAST,
    }
    return Mandate(**{**complete, **said})


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (FIRST - dt.timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + dt.timedelta(days=1), False),
    ],
)
def test_a_mandate_holds_from_its_first_to_its_last_day(db, day, holds):
    mandate = authorisation()
    SpokespersonFactory(mandates=[mandate])

    assert mandate.holds_on(day) is holds
    assert Mandate.objects.on(day).exists() is holds


def test_a_mandate_without_days_holds_always():
    assert Mandate().holds_on(dt.date(1990, 1, 1))


@pytest.mark.parametrize("missing", ["scope", "starts_on", "ends_on"])
def test_an_authorisation_needs_its_matter_and_both_ends(missing):
    empty = "" if missing == "scope" else None

    assert "Uỷ quyền" in authorisation(**{missing: empty}).why_not_complete()


@pytest.mark.parametrize("missing", ["scope", "starts_on", "ends_on"])
def test_an_incomplete_authorisation_is_a_draft_and_goes_no_further(
    missing, editor, publish
):
    empty = "" if missing == "scope" else None
    person = SpokespersonFactory(mandates=[authorisation(**{missing: empty})])

    with pytest.raises(ApprovalRefused, match="Uỷ quyền"):
        publish(person)

    assert not Spokesperson.objects.get().live


def test_a_mandate_of_the_head_or_without_end_is_complete():
    assert Mandate(role=Role.HEAD).why_not_complete() is None
    assert Mandate(role=Role.REGULAR).why_not_complete() is None
    assert authorisation().why_not_complete() is None


def test_a_mandate_cannot_end_before_it_starts(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        SpokespersonFactory(mandates=[authorisation(ends_on=FIRST - dt.timedelta(1))])


def test_a_mandate_names_its_role_and_matter():
    assert str(authorisation()).endswith(": Tuyển sinh lớp 6")
    assert ":" not in str(Mandate(role=Role.HEAD))


def test_mandate_on_gives_the_highest_role_of_the_day(db):
    person = SpokespersonFactory(
        mandates=[
            authorisation(),
            Mandate(role=Role.REGULAR, ends_on=LAST),
            Mandate(role=Role.HEAD, ends_on=dt.date(2025, 1, 1)),
        ]
    )

    assert person.mandate_on(DURING).role == Role.REGULAR
    assert person.mandate_on(dt.date(2024, 1, 1)).role == Role.HEAD
    assert person.mandate_on(dt.date(2027, 1, 1)) is None


def test_a_draft_does_not_speak(site):
    SpokespersonFactory()

    assert speaking_now(site, DURING) == []


def test_the_head_comes_first_then_given_names(site, publish):
    publish(SpokespersonFactory(name="Bùi An", mandates=[authorisation()]))
    publish(SpokespersonFactory(name="Trần Bình"))
    publish(SpokespersonFactory(name="Lê Cúc"))
    publish(SpokespersonFactory(name="Võ Dũng", mandates=[Mandate(role=Role.HEAD)]))

    found = speaking_now(site, DURING)

    assert [p.name for p in found] == ["Võ Dũng", "Trần Bình", "Lê Cúc", "Bùi An"]


def test_a_person_is_listed_once_with_the_mandates_of_the_day(site, publish):
    publish(
        SpokespersonFactory(
            mandates=[
                authorisation(),
                Mandate(role=Role.REGULAR),
                Mandate(role=Role.HEAD, ends_on=dt.date(2025, 1, 1)),
            ]
        )
    )

    [person] = speaking_now(site, DURING)

    assert [m.role for m in person.current_mandates] == [Role.REGULAR, Role.AUTHORISED]


def test_an_expired_mandate_vanishes_by_itself(site, publish):
    publish(SpokespersonFactory(name="Bùi An", mandates=[authorisation()]))

    assert [p.name for p in speaking_now(site, LAST)] == ["Bùi An"]
    assert speaking_now(site, LAST + dt.timedelta(days=1)) == []
    assert Spokesperson.objects.get().mandates.count() == 1


def test_a_spokesperson_of_another_site_is_not_shown(site, publish):
    from wagtail.models import Site

    other = Site.objects.create(hostname="khac.example", root_page=site.root_page)
    publish(SpokespersonFactory(name="Của trường khác", site=other))
    publish(SpokespersonFactory(name="Của mọi nơi"))

    assert [p.name for p in speaking_now(site, DURING)] == ["Của mọi nơi"]


def test_the_registry_is_read_in_two_statements(
    site, publish, django_assert_num_queries
):
    publish(SpokespersonFactory())
    with django_assert_num_queries(2):
        speaking_now(site, DURING)

    publish(SpokespersonFactory())
    publish(SpokespersonFactory())
    with django_assert_num_queries(2):
        assert len(speaking_now(site, DURING)) == 3


def test_the_list_says_who_speaks_today_at_a_constant_cost(
    client, editor, django_assert_max_num_queries
):
    SpokespersonFactory(name="Thầy Hải")
    ended = Mandate(role=Role.REGULAR, ends_on=dt.date(2020, 1, 1))
    SpokespersonFactory(name="Cô Vân", mandates=[ended])
    client.force_login(editor)
    url = reverse(Spokesperson.snippet_viewset.get_url_name("list"))
    with CaptureQueriesContext(connection) as first:
        page = client.get(url).content.decode()

    assert "hôm nay không có nhiệm vụ phát ngôn" in page
    for _each in range(3):
        SpokespersonFactory()
    with django_assert_max_num_queries(len(first)):
        client.get(url)


def test_what_is_said_of_one_person_has_no_word_of_python(client, editor, publish):
    person = publish(SpokespersonFactory(name="Cô Vân", email="van@truong.example"))
    day = dt.datetime(2026, 11, 5, 18, 30, tzinfo=dt.UTC)
    Spokesperson.objects.filter(pk=person.pk).update(last_published_at=day)
    client.force_login(editor)
    url = reverse(
        Spokesperson.snippet_viewset.get_url_name("inspect"), args=[person.pk]
    )

    said = client.get(url).context["fields"]

    values = [str(field["value"]) for field in said]
    assert "Có" in values
    assert not {"True", "False", "None"} & {*values}
    assert not any(" at 20" in value for value in values)
    assert "01:30 06/11/2026" in client.get(url).content.decode()
