"""The judge: walks every road of the table, with every kind of text, as every role."""

import contextlib
import re
import traceback
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from tests.factories.users import UserFactory
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import Approval, SigningAuthority

from . import roads, test_concurrency  # noqa: F401 -- binds its own walks
from .judge import TABLE, WALKS
from .judge.answers import ALLOWED, APPROVES, DRAFT, NOTICED, OPEN, REFUSED, THREADS
from .judge.scene import Scene
from .judge.stage import Stage

#: What an id says besides, so that a run can pick these: ``-k api_v3``.
APPS = {"wagtail.api.v3": ["api_v3"], "wagtail_localize": ["localize"]}
CASES = [
    pytest.param(road, kind, id="-".join([road.key, kind, *APPS.get(road.needs, [])]))
    for road in TABLE
    if road.needs != THREADS and (not road.needs or apps.is_installed(road.needs))
    for kind in road.kinds
]


DOCUMENTATION = Path(__file__).parents[2] / "docs" / "approval-roads.md"


class Undone(Exception):
    """Takes back what one person did, so that the next finds the road as it was."""


@pytest.fixture
def everybody(people):
    """People by role; one deputy may sign everything, one only what no test submits."""
    return people | {
        "deputy": deputy_for(SigningAuthority.Field.ALL),
        "deputy elsewhere": deputy_for("an abolished field"),
    }


def deputy_for(field):
    """A deputy with authority over texts of ``field``."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP))
    SigningAuthority.objects.create(user=user, capacity="KT.", field=field)
    return user


def test_every_road_has_a_walk_and_every_walk_a_road():
    keys = [road.key for road in TABLE]

    assert len(keys) == len(set(keys))
    assert set(keys) == set(WALKS)


@pytest.mark.every_case
@pytest.mark.parametrize(("road", "kind"), CASES)
def test_road(road, kind, everybody, settings, monkeypatch):
    stage = Stage(kind, everybody)
    obj = stage.set_up(road.state)
    wrong = {}
    for role in road.answers:
        with contextlib.suppress(Undone), transaction.atomic():
            with monkeypatch.context() as patch:
                scene = Scene(
                    road, kind, role, obj,
                    people=stage.people, settings=settings, monkeypatch=patch,
                )  # fmt: skip
                try:
                    walk(scene)
                except Exception:
                    wrong[role] = traceback.format_exc()
            raise Undone

    assert not wrong, "\n".join(f"{role}: {error}" for role, error in wrong.items())


def walk(scene):
    """Do what the road says and see that it ends as the table says."""
    try:
        scene.note(WALKS[scene.road.key](scene))
    except PermissionDenied as refusal:
        assert not scene.expects(DRAFT), "an error page, and what was typed is lost"
        scene.note(str(refusal))
    call_command("publish_scheduled")
    CHECKS[scene.road.answers[scene.role]](scene)


def nothing_changed(scene):
    """The public sees what it saw, nobody approved anything, the audit is clean."""
    roads.assert_unchanged(scene.obj, live=scene.obj.live)
    assert Approval.objects.count() == scene.before
    assert not Page.objects.filter(live=True, title=roads.UNAPPROVED).exists()


def refused(scene):
    nothing_changed(scene)
    assert any(scene.reasons), "nobody said why"


def approves(scene):
    shown = scene.target or scene.now()
    assert shown.live
    [record] = Approval.objects.of(shown).filter(revision_id=shown.live_revision_id)
    assert record.approver == scene.user
    assert Approval.objects.count() == scene.before + 1
    assert find_problems().problems == []


def allowed(scene):
    assert find_problems().problems == []


def noticed(scene):
    codes = {problem.code for problem in find_problems().problems}
    assert codes == {"unapproved"}


def stays_open(scene):
    """What is not guarded: the walk shows it, the documentation says who notices."""
    key = scene.road.key.partition(".")[0]
    assert re.search(rf"\*\*[^*]*\b{key}\b", DOCUMENTATION.read_text())


CHECKS = {
    REFUSED: refused,
    DRAFT: nothing_changed,
    APPROVES: approves,
    ALLOWED: allowed,
    NOTICED: noticed,
    OPEN: stays_open,
}
