"""Two answers by one link at the same instant: one consent, one refusal with its reason."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections

from tests.committed import committed_db
from tests.factories.consent import PersonFactory, asked
from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent import answers, links
from wagtail_kehoach.exceptions import ConsentRefused
from wagtail_kehoach.models import Consent

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite lets in one writer at a time."
)
db = committed_db


@pytest.fixture
def question(db):
    """A question whose link is open, committed, and cleaned up after."""
    keeper = UserFactory(username=f"vanthu-{uuid4()}")
    keeper.groups.add(Group.objects.get(name=kehoach_settings.CONSENT_GROUP))
    person = PersonFactory(representative="Lê Thị Hoa")
    question = asked(person, by=keeper)
    links.issue(question, user=keeper)
    yield question
    person.delete()
    keeper.delete()
    connection.close()


def test_two_answers_at_once(question):
    start = threading.Barrier(2)

    def answer(_number):
        try:
            start.wait(10)
            yes = {"portal": True}
            return answers.answer(question, {"representative": yes, "child": yes})
        except ConsentRefused as refusal:
            return refusal.reason
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(answer, range(2)))

    assert outcomes.count("Phiếu này đã có trả lời.") == 1
    assert Consent.objects.filter(person=question.person).count() == 1
