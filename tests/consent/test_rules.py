"""Who may be shown for what, on which day."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.consent import ConsentFactory
from wagtail_kehoach.consent import rules
from wagtail_kehoach.models import Consent, Person

DAY = dt.date(2026, 11, 20)
YESTERDAY = DAY - dt.timedelta(days=1)


def why_not(person, *consents, purposes=("portal",)):
    return rules.why_not_person(person, consents, purposes=purposes, day=DAY)


def child(**said):
    return Person(**{"full_name": "Minh", "born_on": dt.date(2014, 1, 1), **said})


def consent(**said):
    return ConsentFactory.build(
        person=None, **{"starts_on": dt.date(2026, 9, 1), **said}
    )


def test_a_child_with_a_complete_consent_may_be_shown():
    assert why_not(child(), consent()) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"for_portal": False}, "Chưa có sự đồng ý"),
        ({"representative_agreed": False}, "người đại diện"),
        ({"child_agreed": False}, "đã đủ bảy tuổi"),
        ({"ends_on": YESTERDAY}, "đã hết hoặc chưa có hiệu lực"),
        ({"starts_on": DAY + dt.timedelta(days=1)}, "chưa có hiệu lực"),
        ({"withdrawn_on": DAY}, "đã được rút lại"),
        ({"basis": Consent.Basis.STAFF_DUTY}, "Chưa có sự đồng ý"),
    ],
)
def test_a_child_is_refused_with_the_reason(said, words):
    reason = why_not(child(), consent(**said))

    assert words in reason
    assert "Minh" in reason


def test_one_purpose_does_not_carry_another():
    reason = why_not(child(), consent(), purposes=("portal", "foreign"))

    assert "thông tin bằng tiếng nước ngoài" in reason


def test_the_last_day_counts():
    assert why_not(child(), consent(ends_on=DAY)) is None


def test_a_child_below_seven_need_not_agree():
    small = child(born_on=dt.date(2019, 11, 21))

    assert why_not(small, consent(child_agreed=False)) is None
    assert why_not(child(born_on=dt.date(2019, 11, 20)), consent(child_agreed=False))


def test_without_a_date_of_birth_the_stricter_rule_holds():
    assert why_not(child(born_on=None), consent(child_agreed=False))
    assert why_not(child(born_on=None, child=False)) is None


def test_an_adult_needs_no_consent_until_he_withdraws_one():
    adult = child(born_on=dt.date(1980, 1, 1))

    assert why_not(adult) is None
    assert "rút lại" in why_not(adult, consent(withdrawn_on=YESTERDAY))
    assert why_not(adult, consent(withdrawn_on=YESTERDAY), consent()) is None


def a_no(**said):
    """A *no* that came by link: nobody agreed, not for a day."""
    answered = {
        "basis": Consent.Basis.ELECTRONIC,
        "agreed_at": timezone.now(),
        "representative_agreed": False,
        "child_agreed": False,
        "starts_on": YESTERDAY,
        "withdrawn_on": YESTERDAY,
    }
    return consent(**{**answered, **said})


def test_an_adult_who_refuses_one_purpose_is_free_for_the_others():
    adult = child(born_on=dt.date(1980, 1, 1))
    no = a_no(for_portal=False, for_social=True)

    assert why_not(adult, no) is None
    assert "không đồng ý" in why_not(adult, no, purposes=("social",))
    both = why_not(adult, no, purposes=("portal", "social"))
    assert both.splitlines() == [why_not(adult, no, purposes=("social",))]


def test_the_no_of_a_child_outlives_the_birthday():
    grown = child(born_on=dt.date(2010, 11, 20))

    assert why_not(grown) is None
    assert "không đồng ý" in why_not(grown, a_no())
    assert why_not(grown, a_no(), consent(representative_agreed=False)) is None


def test_what_ended_while_a_child_is_asked_for_anew():
    grown = child(born_on=dt.date(2010, 11, 20))

    assert "đã hết" in why_not(grown, consent(ends_on=YESTERDAY))
    assert (
        why_not(child(born_on=dt.date(2009, 1, 1)), consent(ends_on=YESTERDAY)) is None
    )


def test_a_no_is_named_before_what_is_missing():
    assert "không đồng ý" in why_not(child(), a_no())
    assert "20/11/2026" in why_not(child(), a_no(), consent(withdrawn_on=DAY))
