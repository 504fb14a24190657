"""Two clerks at the same instant: two numbers, none twice, none missing.

With real threads and real commits on each database. SQLite in memory is one connection
for all, so there the threads work on a copy in a file, as a portal does.
"""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.db import OperationalError, connection, connections
from django.utils import timezone

from tests.committed import committed_db
from tests.factories.pages import PlanPageFactory
from tests.factories.registration import registered
from tests.factories.users import UserFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.exceptions import ApprovalRefused, RegistrationRefused
from wagtail_kehoach.models import Register, RegisterEntry, RegisterNotice
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.registration import notices, sequences

SQLITE = connection.vendor == "sqlite"
db = committed_db


@pytest.fixture
def school(db, tmp_path):
    """Plans of a body of their own, approved and committed; cleaned up after."""
    body, made = f"TRƯỜNG THPT {uuid4()}", []

    def person(group):
        user = UserFactory(username=f"nguoi-{uuid4()}")
        user.groups.add(Group.objects.get(name=group))
        made.append(user)
        return user

    def plan(issuing_body=body, **said):
        page = PlanPageFactory(slug=str(uuid4()), issuing_body=issuing_body, **said)
        made.append(page)
        submission = submit_for_approval(page, by=editor)
        decisions.approve(submission, user=principal)
        return PlanPage.objects.get(pk=page.pk)

    editor = person(kehoach_settings.EDITORS_GROUP)
    principal = person(kehoach_settings.PRINCIPALS_GROUP)
    clerk = person(kehoach_settings.CLERKS_GROUP)
    with in_a_file(tmp_path):
        yield SimpleNamespace(
            body=body, plan=plan, clerk=clerk, editor=editor, principal=principal
        )
        if not SQLITE:
            clean_up(body, made)
    if SQLITE:
        for obj in reversed(made):
            type(obj).objects.filter(pk=obj.pk).delete()
    connection.close()


class in_a_file:
    """On SQLite: this thread's database is a copy of the test database in a file."""

    def __init__(self, folder):
        self.name = str(folder / "cong.sqlite3")

    def __enter__(self):
        if SQLITE:
            self.memory = connections["default"]
            self.memory.ensure_connection()
            with sqlite3.connect(self.name) as copy:
                self.memory.connection.backup(copy)
            copy.close()
            connections["default"] = connection_to(self.name)

    def __exit__(self, *_error):
        if SQLITE:
            connections["default"].close()
            connections["default"] = self.memory


def connection_to(name):
    """A connection to the file ``name`` that this thread uses by default."""
    settings = {**connections["default"].settings_dict, "NAME": name}
    return type(connections["default"])(settings, alias="default")


def clean_up(body, made):
    """Entries cannot be deleted, so they go as SQL sees them."""
    books = [register.pk for register in sequences.registers_of(body)]
    entries = RegisterEntry.objects.filter(register__in=books)
    RegisterNotice.objects.filter(entry__in=entries).delete()
    entries.update(replaces=None)
    entries._raw_delete(entries.db)
    Register.objects.filter(pk__in=books).delete()
    for obj in reversed(made):
        type(obj).objects.get(pk=obj.pk).delete()


def at_once(*calls):
    """Run ``calls`` in a thread each, at the same time. Returns results or exceptions."""
    start = threading.Barrier(len(calls))
    name = connections["default"].settings_dict["NAME"]

    def run(call):
        if SQLITE:
            connections["default"] = connection_to(name)
        try:
            start.wait(10)
            return call()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def missing(body):
    return sequences.gaps(Register.objects.filter(body=body))


@pytest.mark.parametrize("_again", range(3))
def test_two_clerks_get_two_numbers(_again, school):
    plans = [school.plan() for _ in range(4)]

    found = at_once(*[lambda p=p: registered(p, by=school.clerk) for p in plans])

    assert sorted(entry.number for entry in found) == [1, 2, 3, 4]
    assert Register.objects.filter(body=school.body).count() == 1
    assert missing(school.body) == []


@pytest.mark.parametrize("_again", range(3))
def test_one_plan_gets_one_number(_again, school):
    plan = school.plan()

    found = at_once(*[lambda: registered(plan, by=school.clerk)] * 3)

    refused = [r for r in found if isinstance(r, RegistrationRefused)]
    assert len(refused) == 2, found
    assert RegisterEntry.objects.get(page=plan).number == 1
    assert registered(school.plan(), by=school.clerk).number == 2


@pytest.mark.parametrize("_again", range(3))
def test_two_spellings_begin_one_register(_again, school):
    spelt = school.body.replace("THPT", "Trung học phổ thông")
    plans = [school.plan(), school.plan(spelt), school.plan(), school.plan(spelt)]

    found = at_once(*[lambda p=p: registered(p, by=school.clerk) for p in plans])

    assert sorted(entry.number for entry in found) == [1, 2, 3, 4]
    [register] = {entry.register for entry in found}
    assert sequences.gaps(Register.objects.filter(pk=register.pk)) == []


def test_a_plan_is_replaced_once(school):
    old = registered(school.plan(), by=school.clerk)
    new = [school.plan(), school.plan()]

    found = at_once(
        *[lambda p=p: registered(p, by=school.clerk, replaces=old) for p in new]
    )

    [refused] = [r for r in found if isinstance(r, RegistrationRefused)]
    assert "không còn hiệu lực" in refused.reason
    assert missing(school.body) == []
    assert Register.objects.get(body=school.body).last_number == 2


@pytest.fixture
def recall(school):
    """A recall of an entry that waits for the principal; returns his decision."""

    def recall(entry):
        today = timezone.localdate()
        said = RegisterNotice(kind="recall", document="9/TB", issued_on=today, text="-")
        said = notices.write(entry, said, user=school.clerk)
        return lambda: notices.confirm(said, user=school.principal)

    return recall


def tried_again(decide):
    """SQLite may tell one of two that the database is locked, MariaDB end one of them."""

    def again():
        for _ in range(20):
            try:
                return decide()
            except OperationalError:
                sleep(0.05)
        return decide()

    return again


@pytest.mark.parametrize("_again", range(3))
def test_two_recalls_along_a_chain(_again, school, recall):
    first = registered(school.plan(), by=school.clerk)
    second = registered(school.plan(), by=school.clerk, replaces=first)
    third = registered(school.plan(), by=school.clerk, replaces=second)

    found = at_once(*[tried_again(recall(entry)) for entry in (second, third)])

    assert not [r for r in found if isinstance(r, Exception)], found
    chain = [RegisterEntry.objects.get(pk=e.pk).state for e in (first, second, third)]
    assert chain == ["in_force", "recalled", "recalled"]


@pytest.mark.parametrize("_again", range(3))
def test_a_recall_while_another_clerk_replaces(_again, school, recall):
    old = registered(school.plan(), by=school.clerk)
    new = school.plan()

    found = at_once(
        tried_again(recall(old)),
        tried_again(lambda: registered(new, by=school.clerk, replaces=old)),
    )

    old.refresh_from_db()
    assert old.is_recalled, found
    refused = [r for r in found if isinstance(r, Exception)]
    assert all(isinstance(r, RegistrationRefused) for r in refused), found
    assert missing(school.body) == []


@pytest.mark.parametrize("_again", range(3))
def test_dates_follow_the_numbers_of_two_clerks(_again, school):
    # Both texts fit the empty register. Whoever comes second may be too early for it.
    older = school.plan(issued_on=timezone.localdate() - timedelta(days=1))
    plans = [older, school.plan()]

    found = at_once(
        *[lambda p=p: registered(p, by=school.clerk, signed_before=True) for p in plans]
    )

    entries = [r for r in found if isinstance(r, RegisterEntry)]
    refused = [r for r in found if isinstance(r, Exception)]
    assert all(isinstance(r, RegistrationRefused) for r in refused), found
    dates = [entry.date for entry in sorted(entries, key=lambda e: e.number)]
    assert dates == sorted(dates)
    assert [e.number for e in sorted(entries, key=lambda e: e.number)] == list(
        range(1, len(dates) + 1)
    )
    assert missing(school.body) == []


@pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite lets in one writer at a time and MariaDB may end one of the two with "
    "a deadlock, as for all decisions; neither loses anything.",
)
@pytest.mark.parametrize("_again", range(3))
def test_registering_while_another_text_is_approved(_again, school):
    plan = school.plan()
    plan.title = "Tên khác"
    submission = submit_for_approval(plan, by=school.editor)

    found = at_once(
        lambda: registered(PlanPage.objects.get(pk=plan.pk), by=school.clerk),
        lambda: decisions.approve(submission, user=school.principal),
    )

    now = PlanPage.objects.get(pk=plan.pk)
    entries = [r for r in found if isinstance(r, RegisterEntry)]
    others = [r for r in found if isinstance(r, Exception)]
    if entries:
        assert entries[0].title == now.title
        assert now.why_not_change() is None
        assert all(isinstance(r, ApprovalRefused) for r in others), found
    else:
        # The clerk had another text before him than the one that was public by then.
        assert [type(r) for r in others] == [RegistrationRefused], found
        assert now.title == "Tên khác"
