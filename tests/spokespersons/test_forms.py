"""The form of a spokesperson: drafts are saved as they are, submissions are complete."""

import pytest
from bs4 import BeautifulSoup

from tests.approval.roads import edit_url, form_data
from tests.factories.spokespersons import SpokespersonFactory
from wagtail_kehoach.approval import queries


@pytest.fixture
def send(client, editor):
    """Press a button of the form with an authorisation that has no last day."""
    person = SpokespersonFactory()
    person.save_revision(user=editor)
    client.force_login(editor)

    def send(**said):
        row = {"mandates-0-role": "authorised", "mandates-0-scope": "Tuyển sinh"}
        data = form_data(person, editor, **said) | row
        return person, client.post(edit_url(person), data)

    return send


def test_a_draft_with_an_incomplete_authorisation_is_saved(send):
    person, answer = send()

    assert answer.status_code == 302
    [mandate] = person.revisions.latest("pk").as_object().mandates.all()
    assert (mandate.role, mandate.scope) == ("authorised", "Tuyển sinh")


def test_its_submission_is_refused_at_the_mandate(send):
    person, answer = send(**{"action-submit": "1"})

    formset = answer.context["form"].formsets["mandates"]
    assert "Uỷ quyền" in str(formset.errors)
    assert "Uỷ quyền" in answer.content.decode()
    assert queries.submission_of(person) is None


def test_the_list_above_the_form_leads_to_the_mandate(send):
    _person, answer = send(**{"action-submit": "1"})

    html = BeautifulSoup(answer.content, "html.parser")
    [line] = html.select("[data-kh-errors] li")
    assert line.text.startswith("Lần giao nhiệm vụ phát ngôn 1: Uỷ quyền")
    assert html.select_one(line.a["href"])


def test_a_person_without_mandate_is_told_so_above_the_form(client, editor):
    person = SpokespersonFactory()
    client.force_login(editor)
    none = {"mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}

    answer = client.post(
        edit_url(person), form_data(person, editor, **none, **{"action-submit": "1"})
    )

    html = BeautifulSoup(answer.content, "html.parser")
    [line] = html.select("[data-kh-errors] li")
    assert line.text == "Lần giao nhiệm vụ phát ngôn: Hãy điền ít nhất 1 mục."
    assert html.select_one(line.a["href"])


def test_a_complete_authorisation_is_submitted(send):
    days = {"mandates-0-starts_on": "2026-10-01", "mandates-0-ends_on": "2026-12-31"}

    person, _answer = send(**{"action-submit": "1"}, **days)

    assert queries.submission_of(person) is not None


def test_a_mandate_is_kept_when_only_its_role_was_chosen(client, editor):
    person = SpokespersonFactory()
    client.force_login(editor)
    added = {"mandates-TOTAL_FORMS": "2", "mandates-1-role": "regular"}

    client.post(edit_url(person), form_data(person, editor, **added))

    kept = person.revisions.latest("pk").as_object().mandates.all()
    assert [mandate.role for mandate in kept] == ["regular", "regular"]
