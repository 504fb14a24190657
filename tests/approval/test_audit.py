"""What nothing but the audit can notice: writes past the models, a tampered record."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval, Mandate, Theme
from wagtail_kehoach.pages.models import StoryPage

from . import roads


@pytest.fixture
def story(editor, principal):
    return approved(
        StoryPageFactory(title="Bài của sổ duyệt"), by=editor, principal=principal
    )


def codes():
    return [problem.code for problem in find_problems().problems]


@pytest.fixture
def in_database(without_triggers):
    """Runs SQL past the models, as somebody may who drops the triggers first."""

    def run(sql, *params):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)

    return run


def test_everything_approved_is_clean(story, editor, principal):
    approved(PlanPageFactory(), by=editor, principal=principal)
    approved(SpokespersonFactory(), by=editor, principal=principal)
    story.create_alias(update_slug="bi-danh")

    report = find_problems()

    assert report.problems == []
    assert report.checked >= 8
    assert report.records == Approval.objects.count()
    assert report.chain == Approval.objects.first().chain


@pytest.mark.parametrize("kind", ["story", "plan", "spokesperson"])
def test_finds_a_draft_put_live_in_the_database(kind, editor):
    obj = roads.draft_of(kind, by=editor)
    type(obj).objects.filter(pk=obj.pk).update(live=True)

    [problem] = find_problems().problems

    assert problem.code == "unapproved"
    assert problem.label == f"{obj._meta.label} {obj.pk}"


def test_finds_a_public_text_changed_in_the_database(story):
    StoryPage.objects.filter(pk=story.pk).update(lead="Lời khác")

    assert codes() == ["unapproved"]


def test_finds_a_child_written_past_its_parent(editor, principal):
    person = approved(SpokespersonFactory(), by=editor, principal=principal)
    Mandate.objects.create(spokesperson=person, scope="Mọi việc")

    assert codes() == ["unapproved"]


def test_finds_loaded_fixtures(tmp_path, story):
    from django.core import serializers

    story.lead = "Từ tệp"
    file = tmp_path / "story.json"
    file.write_text(serializers.serialize("json", [story]))

    call_command("loaddata", str(file), verbosity=0)

    assert codes() == ["unapproved"]


def test_finds_an_alias_that_says_something_else(story):
    alias = story.create_alias(update_slug="bi-danh")
    StoryPage.objects.filter(pk=alias.pk).update(lead="Lời khác")

    [problem] = find_problems().problems

    assert problem.label.endswith(f" {alias.pk}")


def test_finds_a_rewritten_revision(story):
    content = {**story.live_revision.content, "lead": "Lời khác"}
    Revision.objects.filter(pk=story.live_revision_id).update(content=content)

    assert codes() == ["unapproved"]


def test_a_renamed_theme_is_no_change_of_the_text(editor, principal):
    theme = Theme.objects.create(name="Nước", slug="nuoc")
    plan = PlanPageFactory()
    plan.themes = [theme]
    approved(plan, by=editor, principal=principal)

    theme.name = "Nước sạch"
    theme.save()
    assert codes() == []

    theme.delete()
    assert codes() == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE {t} SET approver_name = 'Khác' WHERE id = %s", ["altered-record"]),
        ("UPDATE {t} SET comment = 'Khác' WHERE id = %s", ["altered-record"]),
        (
            "UPDATE {t} SET revision_id = 0 WHERE id = %s",
            ["unapproved", "altered-record"],
        ),
    ],
)
def test_finds_an_altered_record(change, found, story, in_database):
    table = Approval._meta.db_table
    in_database(change.format(t=table), Approval.objects.of(story).get().pk)

    assert codes() == found


def test_finds_a_record_removed_in_the_middle(story, editor, principal, in_database):
    approved(StoryPageFactory(), by=editor, principal=principal)
    story.delete()
    table = Approval._meta.db_table
    pk = Approval.objects.get(title="Bài của sổ duyệt").pk
    in_database(f"DELETE FROM {table} WHERE id = %s", pk)

    assert codes() == ["altered-record", "gap"]


def test_finds_that_the_last_record_is_gone(story, in_database):
    story.delete()
    table = Approval._meta.db_table
    in_database(f"DELETE FROM {table} WHERE id = %s", Approval.objects.first().pk)

    assert codes() == ["gap"]


def test_finds_a_record_added_by_hand(editor):
    story = roads.draft_of("story", by=editor)
    row = Approval.objects.last()
    row.pk, row.chain = None, "0" * 64
    row.object_id, row.revision_id = str(story.pk), story.latest_revision_id
    row.base_content_type = ContentType.objects.get_for_model(row.base_content_type)
    Approval.objects.bulk_create([row])

    assert set(codes()) == {"altered-record", "gap"}


def test_the_command_fails_when_something_is_wrong(story, capsys):
    call_command("audit_approvals")
    StoryPage.objects.filter(pk=story.pk).update(lead="Lời khác")

    with pytest.raises(SystemExit):
        call_command("audit_approvals")

    assert "unapproved" in capsys.readouterr().out


def test_costs_the_same_for_one_and_for_many(editor, principal):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            find_problems()
        return len(queries)

    approved(StoryPageFactory(), by=editor, principal=principal)
    approved(SpokespersonFactory(), by=editor, principal=principal)
    find_problems()
    one = cost()
    for _each in range(3):
        approved(StoryPageFactory(), by=editor, principal=principal)
        approved(SpokespersonFactory(), by=editor, principal=principal)

    assert cost() == one
