"""A withdrawal that meets a publication: the post is taken down at once, whoever is first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.utils import timezone
from wagtail.signals import page_published

from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Consent, Takedown
from wagtail_kehoach.pages.models import StoryPage


def withdraw(consent):
    consent = Consent.objects.get(pk=consent.pk)
    consent.withdrawn_on = timezone.localdate()
    consent.save()


@pytest.mark.django_db
def test_what_was_withdrawn_before_the_commit_is_taken_down_after_it(
    editor, principal, django_capture_on_commit_callbacks
):
    consent = ConsentFactory()
    page = StoryPageFactory(title="Nhặt được của rơi")
    page.people = [consent.person]

    with django_capture_on_commit_callbacks(execute=True):
        page = approved(page, by=editor, principal=principal)
        assert page.live
        withdraw(consent)

    page.refresh_from_db()
    assert not page.live
    record = Takedown.objects.get()
    assert record.title == page.title
    assert "rút lại" in record.reason


@pytest.mark.django_db
def test_what_keeps_its_consent_stays(
    editor, principal, django_capture_on_commit_callbacks
):
    page = StoryPageFactory()
    page.people = [ConsentFactory().person]

    with django_capture_on_commit_callbacks(execute=True):
        page = approved(page, by=editor, principal=principal)

    page.refresh_from_db()
    assert page.live
    assert not Takedown.objects.exists()


@pytest.mark.django_db
def test_a_withdrawal_within_a_transaction_looks_again_after_it(
    editor, principal, django_capture_on_commit_callbacks
):
    consent = ConsentFactory()
    page = StoryPageFactory()
    page.people = [consent.person]
    submission = submit_for_approval(page, by=editor)

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        enforce([consent.person_id])
        # What somebody else commits before this transaction does.
        decisions.approve(submission, user=principal)
        Consent.objects.update(withdrawn_on=timezone.localdate())

    page.refresh_from_db()
    assert not page.live


@pytest.fixture
def school(django_db_setup, django_db_blocker):
    """A story that waits for its approval and names a child; committed, cleaned up after."""

    def member(group):
        user = UserFactory(username=f"nguoi-{uuid4()}")
        user.groups.add(Group.objects.get(name=group))
        return user

    with django_db_blocker.unblock():
        editor = member(kehoach_settings.EDITORS_GROUP)
        principal = member(kehoach_settings.PRINCIPALS_GROUP)
        consent = ConsentFactory()
        page = StoryPageFactory(slug=str(uuid4()), title=f"Bài {uuid4()}")
        page.people = [consent.person]
        submission = submit_for_approval(page, by=editor)
        yield SimpleNamespace(
            consent=consent, page=page, submission=submission, principal=principal
        )
        Takedown.objects.filter(title=page.title).delete()
        StoryPage.objects.get(pk=page.pk).delete()
        consent.person.delete()
        editor.delete()
        principal.delete()
        connection.close()


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite lets in one writer at a time."
)
def test_a_withdrawal_between_the_check_and_the_commit(school):
    checked, withdrawn = threading.Event(), threading.Event()

    def wait(**kwargs):
        checked.set()
        assert withdrawn.wait(20)

    def publish():
        page_published.connect(wait)
        try:
            decisions.approve(school.submission, user=school.principal)
        finally:
            page_published.disconnect(wait)
            connections.close_all()

    def end():
        try:
            assert checked.wait(20)
            withdraw(school.consent)
            return enforce([school.consent.person_id]).done
        finally:
            withdrawn.set()
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        publishing, ending = pool.submit(publish), pool.submit(end)
        assert ending.result() == []
        publishing.result()

    assert not StoryPage.objects.get(pk=school.page.pk).live
    assert "rút lại" in Takedown.objects.get(title=school.page.title).reason


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite lets in one writer at a time."
)
@pytest.mark.parametrize("_again", range(3))
def test_both_at_the_same_instant(_again, school):
    start = threading.Barrier(2)

    def at_once(call):
        try:
            start.wait(20)
            return call()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    def end():
        withdraw(school.consent)
        return enforce([school.consent.person_id])

    def publish():
        return decisions.approve(school.submission, user=school.principal)

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(at_once, (end, publish)))

    assert not isinstance(outcomes[0], Exception), outcomes
    assert not StoryPage.objects.get(pk=school.page.pk).live
