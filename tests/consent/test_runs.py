"""The nightly run: what is shown before it comes, and who is told that it has stopped."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import Consent, EnforcementRun, PictureBasis, Takedown

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent():
    """One that ends, but not yet."""
    return ConsentFactory(ends_on=timezone.localdate() + dt.timedelta(days=60))


@pytest.fixture
def story(consent, editor, principal):
    page = StoryPageFactory(title="Nhặt được của rơi")
    page.people = [consent.person]
    return approved(page, by=editor, principal=principal)


def ended_yesterday():
    Consent.objects.update(ends_on=timezone.localdate() - dt.timedelta(days=1))


def home(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def ran(hours_ago):
    EnforcementRun.objects.all().delete()
    then = timezone.now() - dt.timedelta(hours=hours_ago)
    EnforcementRun.objects.create(pk=1, ended_at=then)


@pytest.mark.parametrize(("hours", "told"), [(25, False), (27, True)])
def test_administrators_and_principals_are_told_that_the_run_has_stopped(
    client, consent, superuser, principal, editor, hours, told
):
    ran(hours)

    for user in (superuser, principal):
        assert ("enforce_consents" in home(client, user)) is told
    assert "enforce_consents" not in home(client, editor)


def test_a_run_that_was_never_made_is_told(client, consent, superuser):
    assert "chưa chạy lần nào" in home(client, superuser)


@pytest.mark.parametrize("last_day", [None, dt.date(2021, 1, 1)])
def test_nobody_is_told_while_nothing_ends(client, superuser, last_day):
    ConsentFactory(ends_on=last_day)
    ran(100)

    assert "enforce_consents" not in home(client, superuser)


def test_a_withdrawal_for_a_coming_day_waits_for_the_run(client, superuser):
    ran(100)
    ConsentFactory(withdrawn_on=timezone.localdate() - dt.timedelta(days=30))
    assert "enforce_consents" not in home(client, superuser)

    ConsentFactory(withdrawn_on=timezone.localdate() + dt.timedelta(days=5))
    assert "enforce_consents" in home(client, superuser)


def test_the_time_of_a_picture_waits_for_the_run(client, superuser, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    ran(100)
    picture = Image.objects.create(title="Cô Lan", file=get_test_image_file())
    PictureBasis.objects.create(
        image=picture, basis="staff_duty", keep_until=timezone.localdate()
    )

    assert "enforce_consents" in home(client, superuser)


def test_a_run_is_kept_once_it_has_ended(client, consent, superuser):
    ran(100)

    call_command("enforce_consents", stdout=io.StringIO())

    assert "enforce_consents" not in home(client, superuser)
    assert EnforcementRun.objects.count() == 1


def test_the_audit_says_so_too_and_finds_no_problem_in_it(consent, capsys):
    call_command("audit_approvals")
    assert "chưa chạy lần nào" in capsys.readouterr().out

    call_command("audit_approvals", "--json")
    assert json.loads(capsys.readouterr().out)["consents_enforced"] is False

    ran(1)
    call_command("audit_approvals", "--json")
    assert json.loads(capsys.readouterr().out)["consents_enforced"] is True


def test_what_ended_is_not_shown_before_the_run_has_come(client, story, monkeypatch):
    assert client.get(story.url).status_code == 200
    later = timezone.now() + dt.timedelta(days=1)
    Consent.objects.update(ends_on=timezone.localdate())
    assert client.get(story.url).status_code == 200

    monkeypatch.setattr(timezone, "now", lambda: later)

    assert client.get(story.url).status_code == 404
    assert not Takedown.objects.exists()


def test_it_is_shown_again_once_somebody_has_agreed_anew(client, story):
    ended_yesterday()
    assert client.get(story.url).status_code == 404

    ConsentFactory(person=story.people.get())

    assert client.get(story.url).status_code == 200


def test_writers_still_see_their_draft(client, story, editor):
    ended_yesterday()
    client.force_login(editor)

    draft = client.get(reverse("wagtailadmin_pages:view_draft", args=(story.pk,)))

    assert draft.status_code == 200


def test_the_registry_is_asked_once_a_day_and_costs_the_same_for_any_number(
    client, story, editor, principal
):
    def statements(page):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.url).status_code == 200
        return [q["sql"] for q in queries if "kehoach_consent" in q["sql"]]

    many = StoryPageFactory()
    many.people = [ConsentFactory().person for _ in range(4)]
    many = approved(many, by=editor, principal=principal)

    assert len(statements(story)) == len(statements(many)) == 1
    assert statements(story) == statements(many) == []
