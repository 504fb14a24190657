"""A pupil is called by the full name only where somebody agreed to that."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.consent import links
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Consent, Takedown

pytestmark = pytest.mark.django_db

IN_FULL = "Em Lê Thị Hoà nhặt được ví."
BY_FIRST_NAME = "Em Hoà, khối 7, nhặt được ví."


@pytest.fixture
def hoa():
    return PersonFactory(
        full_name="Lê Thị Hoà", class_level="khối 7", representative="Lê Văn Ba"
    )


def story(text, *people):
    page = StoryPageFactory(body=[("paragraph", f"<p>{text}</p>")])
    page.people = people
    return page


def on_days(number):
    return timezone.localdate() + dt.timedelta(days=number)


def test_a_listed_child_is_not_called_by_the_full_name_without_that_purpose(
    hoa, editor
):
    ConsentFactory(person=hoa)

    reason = story(IN_FULL, hoa).why_not_show()

    assert "họ tên đầy đủ của “Lê Thị Hoà (khối 7)”" in reason
    assert "tên và khối lớp" in reason
    with pytest.raises(ApprovalRefused, match="họ tên đầy đủ"):
        submit_for_approval(story(IN_FULL, hoa), by=editor)
    assert story(BY_FIRST_NAME, hoa).why_not_show() is None


def test_with_that_purpose_it_is_neither_refused_nor_warned_of(hoa, editor, principal):
    ConsentFactory(person=hoa, for_full_name=True)
    page = story("Lê Thị Hoà nhặt được ví.", hoa)

    assert page.why_not_show() is None
    assert page.privacy_warnings() == []
    assert approved(page, by=editor, principal=principal).live


def test_who_agreed_for_the_portal_alone_does_not_have_to_be_listed_in_vain(hoa):
    """The refusal says at once what would be refused next."""
    ConsentFactory(person=hoa)

    reason = story(IN_FULL).why_not_show()

    assert "họ tên đầy đủ" in reason
    assert "tên và khối lớp" in reason


def test_an_adult_of_the_same_name_may_be_meant_and_another_pupil_only_if_listed(hoa):
    ConsentFactory(person=hoa)
    pupil = ConsentFactory(person__full_name="Lê Thị Hoà", for_full_name=True).person
    text = "Lê Thị Hoà nhặt được ví."

    assert "họ tên đầy đủ" in story(text, hoa).why_not_show()
    assert story(text, hoa, pupil).why_not_show() is None

    PersonFactory(full_name="Lê Thị Hoà", child=False, born_on=dt.date(1980, 1, 1))
    assert story(text, hoa).why_not_show() is None


@pytest.mark.parametrize("how", ["withdrawn", "over"])
def test_when_it_ends_only_what_has_the_full_name_goes(
    client, hoa, editor, principal, how
):
    ConsentFactory(person=hoa)
    full = ConsentFactory(person=hoa, for_portal=False, for_full_name=True)
    facts = {"by": editor, "principal": principal}
    in_full = approved(story(IN_FULL, hoa), **facts)
    short = approved(story(BY_FIRST_NAME, hoa), **facts)

    field = {"withdrawn": "withdrawn_on", "over": "ends_on"}[how]
    day = on_days(0 if how == "withdrawn" else -1)
    Consent.objects.filter(pk=full.pk).update(**{field: day})
    enforce()

    assert client.get(in_full.url).status_code == 404
    assert client.get(short.url).status_code == 200
    assert "họ tên đầy đủ" in Takedown.objects.get().reason


def test_what_was_public_before_anybody_asked_for_it_stays(hoa, editor, principal):
    consent = ConsentFactory(person=hoa, for_full_name=True)
    page = approved(story(IN_FULL, hoa), by=editor, principal=principal)
    Consent.objects.filter(pk=consent.pk).update(for_full_name=False)

    enforce()

    page.refresh_from_db()
    assert page.live


def test_the_link_asks_for_it_separately_and_the_no_is_kept(
    hoa, keeper, editor, principal
):
    older = ConsentFactory(person=hoa, for_full_name=True)
    page = approved(story(IN_FULL, hoa), by=editor, principal=principal)
    question = links.ask(
        hoa,
        purposes=["portal", "full_name"],
        until=on_days(100),
        user=keeper,
        school="Trường THCS Bình Minh",
    )
    url = f"/dong-y/{links.issue(question, user=keeper)}/"
    parent = Client()
    html = parent.get(url).content.decode()
    assert "họ tên đầy đủ" in html
    assert "full_name" in question.purposes

    parties = ("representative", "child")
    form = {f"{party}-portal": "yes" for party in parties}
    form |= {f"{party}-full_name": "no" for party in parties}
    parent.post(url, form)

    question.refresh_from_db()
    assert question.consent.for_portal
    assert not question.consent.for_full_name
    assert question.consent.text_version == question.text_version
    older.refresh_from_db()
    assert older.for_portal
    assert not older.for_full_name
    page.refresh_from_db()
    assert not page.live


def test_it_belongs_to_the_words_agreed_to(hoa, keeper):
    facts = {"until": on_days(100), "user": keeper, "school": "Trường THCS Bình Minh"}

    one = links.ask(hoa, purposes=["portal"], **facts)
    other = links.ask(hoa, purposes=["portal", "full_name"], **facts)

    assert one.text_version != other.text_version


def test_a_keeper_enters_it_from_a_paper_form(client, hoa, keeper):
    client.force_login(keeper)
    url = reverse(hoa.snippet_viewset.get_url_name("edit"), args=(hoa.pk,))

    assert "consents-__prefix__-for_full_name" in client.get(url).content.decode()


def test_what_an_adult_is_asked_does_not_speak_of_a_class_level(keeper):
    teacher = PersonFactory(
        full_name="Lê Thị Lan", child=False, born_on=dt.date(1980, 1, 1), class_level=""
    )

    question = links.ask(
        teacher,
        purposes=["portal"],
        until=on_days(100),
        user=keeper,
        school="Trường THCS Bình Minh",
    )

    assert "khối lớp" not in question.statement
    assert "họ tên" in question.statement
