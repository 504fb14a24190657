"""Public commendations that are incomplete by the rules of today are listed, and stay."""

import datetime as dt
import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import RecognitionTitle

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(editor, principal):
    return lambda: approved(
        StoryPageFactory(commended=True), by=editor, principal=principal
    )


def narrow():
    """The table learns that the title came later than the decision."""
    titles = RecognitionTitle.objects.filter(name="Giấy khen")
    titles.update(valid_from=dt.date(2026, 12, 1))


def test_it_is_listed_with_its_reason_and_stays_public(publish, capsys):
    story = publish()
    assert find_problems().incomplete == []
    narrow()

    call_command("audit_approvals")

    said = capsys.readouterr().out
    assert f"incomplete  {story._meta.label} {story.pk}  {story.title}: " in said
    assert "Ngày 18/11/2026 không có danh hiệu “Giấy khen”" in said
    story.refresh_from_db()
    assert story.live


def test_programs_read_it_apart_from_problems(publish, capsys):
    story = publish()
    narrow()

    call_command("audit_approvals", "--json")

    report = json.loads(capsys.readouterr().out)
    assert report["problems"] == []
    [found] = report["incomplete"]
    assert found["label"] == f"{story._meta.label} {story.pk}"
    assert found["field"] == "recognition"


def test_it_costs_the_same_however_many_there_are(publish):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            find_problems()
        return len(queries)

    publish()
    statements()
    before = statements()
    publish()
    publish()

    assert statements() == before
