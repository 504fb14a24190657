"""What the register says of a plan stands on its translations too, in their language."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format
from django.utils.timezone import localdate as today

from tests.factories.pages import PlanPageFactory
from tests.factories.registration import SYMBOL, registered
from tests.factories.users import UserFactory
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import RegisterEntry, RegisterNotice
from wagtail_kehoach.pages.models import PlanIndexPage
from wagtail_kehoach.registration import notices

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
WORDS = "Ban hành nhầm."


def read(client, page, **asked):
    response = client.get(page.url, asked)
    assert response.status_code == 200
    return response.content.decode()


def written(day):
    return date_format(day, "j F Y")


def enter(page, clerk, **said):
    """``page`` with its number in the register."""
    return registered(type(page).objects.get(pk=page.pk), by=clerk, **said)


@pytest.fixture
def clerk(site):
    user = UserFactory(username="vanthu")
    user.groups.add(Group.objects.get(name=kehoach_settings.CLERKS_GROUP))
    return user


@pytest.fixture
def plan(site, languages):
    return languages.publish(PlanPageFactory(symbol=SYMBOL))


def in_english(languages, plan, title="Communication in the school year"):
    return languages.translated(
        plan, title=title, lead_in="", body=[], tasks=[], issuing_body="SCHOOL",
        signatory_position="PRINCIPAL", legal_bases=[], reporting=[], recipients=[],
    )  # fmt: skip


@pytest.fixture
def english(languages, plan):
    return in_english(languages, plan)


@pytest.fixture
def confirmed(principal, clerk):
    """Write a notice on an entry, which the principal confirms."""

    def confirm(entry, kind):
        said = RegisterNotice(
            kind=kind, document="31/CV-THCSBM", issued_on=today(), text=WORDS
        )
        said = notices.write(entry, said, user=clerk)
        return notices.confirm(said, user=principal)

    return confirm


def test_number_and_date_of_the_register_stand_on_the_translation(
    client, english, plan, clerk
):
    entry = enter(plan, clerk)
    assert entry.number_and_symbol not in plan.symbol

    html = read(client, english)
    assert f"No.: {entry.number_and_symbol}" in html


def test_a_recalled_plan_is_recalled_in_every_language(
    client, english, plan, clerk, confirmed
):
    entry = enter(plan, clerk)
    assert client.get(english.url, {"tai-ve": "docx"}).status_code == 200

    confirmed(entry, "recall")

    html = read(client, english)
    assert "Recalled" in html
    assert f"by document No. 31/CV-THCSBM of {written(today())}" in html
    assert WORDS not in html
    assert f'<a href="{plan.url}" hreflang="vi">Read the notice on the page' in html
    assert "tai-ve" not in html
    for kind in ("docx", "ban-goc"):
        assert client.get(english.url, {"tai-ve": kind}).status_code == 404


def test_a_correction_is_told_with_a_link_to_its_words(
    client, english, plan, clerk, confirmed
):
    confirmed(enter(plan, clerk), "correction")

    html = read(client, english)
    assert "Corrected" in html
    assert WORDS not in html
    assert "Read the notice on the page in Vietnamese" in html
    assert WORDS in read(client, plan)


def test_what_replaces_it_is_linked_in_the_same_language_if_it_can_be(
    client, languages, english, plan, clerk
):
    older = enter(plan, clerk)
    newer = languages.publish(
        PlanPageFactory(symbol=SYMBOL, slug="moi", parent=plan.get_parent())
    )
    enter(newer, clerk, replaces=older)

    assert f'<a href="{newer.url}">02/' in read(client, english)

    there = in_english(languages, newer, title="The new plan")

    html = read(client, english)
    assert "Replaced" in html
    assert f'<a href="{there.url}">02/' in html


def test_the_list_says_so_at_the_same_cost(
    client, languages, english, plan, clerk, confirmed
):
    listed = PlanIndexPage.objects.get(locale=languages.locale())
    listed.alias_of, listed.title, listed.intro = None, "Plans", ""
    decisions.approve_setup(listed)

    def cost():
        read(client, listed)
        with CaptureQueriesContext(connection) as asked:
            html = read(client, listed)
        return len(asked), html

    confirmed(enter(plan, clerk), "recall")
    one, html = cost()
    assert '<b class="kh-out">Recalled</b>' in html

    for number in range(2):
        other = languages.publish(
            PlanPageFactory(symbol=SYMBOL, parent=plan.get_parent())
        )
        enter(other, clerk)
        in_english(languages, other, title=f"Plan {number}")

    more, html = cost()
    assert "02/KH-THCSBM" in html
    assert more == one


def test_a_translation_gets_no_number_of_its_own(english, plan, clerk):
    enter(plan, clerk)

    assert RegisterEntry.objects.count() == 1
    assert english.register_entry is None
    assert english.why_not_show() is None
