"""The database refuses to change the record, and gives way where it has to."""

import logging

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.db.migrations import Migration

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval import append_only
from wagtail_kehoach.approval.append_only_sql import REASON
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval

pytestmark = pytest.mark.every_case

TABLE = Approval._meta.db_table

ddl_is_undone = pytest.mark.skipif(
    not connection.features.can_rollback_ddl,
    reason="MariaDB commits when a trigger is made or dropped.",
)


@pytest.fixture
def row(editor, principal):
    """A record of today."""
    story = approved(StoryPageFactory(title="Cô Lan"), by=editor, principal=principal)
    return Approval.objects.of(story).get()


def run(sql, *params):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.mark.parametrize(
    "change",
    [
        "title = 'Cô Hoa'",
        "title = 'cô lan'",
        "title = 'Co Lan'",
        "approver_name = 'Khác'",
        "comment = 'Thêm'",
        "revision_id = revision_id + 1",
        "object_id = '0'",
        "kind = 'setup'",
        "files = '{\"image:1\": {}}'",
        "checks = '{\"said\": []}'",
        "chain = 'x'",
        "approved_at = '2020-01-01 00:00:00'",
        "id = id + 1000",
    ],
)
def test_no_fact_is_changed(change, row):
    with pytest.raises(DatabaseError, match=REASON):
        run(f"UPDATE {TABLE} SET {change} WHERE id = %s", row.pk)

    assert find_problems().problems == []


def test_the_approver_is_not_changed_into_another(row, editor):
    with pytest.raises(DatabaseError, match=REASON):
        run(f"UPDATE {TABLE} SET approver_id = %s WHERE id = %s", editor.pk, row.pk)


def test_what_stays_as_it_is_may_be_written(row):
    run(f"UPDATE {TABLE} SET title = title WHERE id = %s", row.pk)


@pytest.mark.parametrize("which", ["WHERE id = %s", "WHERE id >= %s"])
def test_no_record_is_deleted(which, row):
    before = Approval.objects.count()

    with pytest.raises(DatabaseError, match=REASON):
        run(f"DELETE FROM {TABLE} {which}", row.pk)

    assert Approval.objects.count() == before


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="PostgreSQL knows no REPLACE."
)
def test_no_record_is_replaced(row):
    names = ", ".join(f.column for f in Approval._meta.concrete_fields)
    values = names.replace("title", "'Cô Hoa'", 1)

    with pytest.raises(DatabaseError, match=REASON):
        run(f"REPLACE INTO {TABLE} ({names}) SELECT {values} FROM {TABLE}")


def test_an_account_can_be_deleted(row, principal):
    principal.delete()

    row.refresh_from_db()
    assert row.approver_id is None
    assert row.approver_name == "Nguyễn Văn Thành"
    assert find_problems().problems == []


def test_a_dump_can_be_loaded_over_what_is_there(row, tmp_path):
    file = tmp_path / "approvals.json"
    file.write_text(serializers.serialize("json", Approval.objects.all()))

    call_command("loaddata", str(file), verbosity=0)

    assert find_problems().problems == []


@ddl_is_undone
def test_a_dump_can_be_loaded_where_nothing_is(row, tmp_path, without_triggers):
    file = tmp_path / "approvals.json"
    file.write_text(serializers.serialize("json", Approval.objects.all()))
    run(f"DELETE FROM {TABLE}")
    append_only.install(connection)

    call_command("loaddata", str(file), verbosity=0)

    assert find_problems().problems == []


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="PostgreSQL empties tables without asking triggers; MariaDB commits.",
)
def test_a_test_suite_can_empty_the_database(row):
    call_command(
        "flush", interactive=False, verbosity=0, reset_sequences=False,
        inhibit_post_migrate=True,
    )  # fmt: skip

    assert Approval.objects.count() == 0
    assert append_only.is_in_place(connection)


def migrating(label):
    """What ``migrate`` tells our app when it is about to change ``label``."""
    plan = [(Migration("0099_next", label), False)]
    sender = apps.get_app_config("wagtail_kehoach")
    return {"sender": sender, "using": "default", "plan": plan}


@ddl_is_undone
def test_a_migration_of_ours_may_change_the_table(row):
    append_only.take_away(**migrating("wagtail_kehoach"))
    run(f"UPDATE {TABLE} SET comment = '' WHERE id = %s", row.pk)
    assert not append_only.is_in_place(connection)

    append_only.put_in_place(**migrating("wagtail_kehoach"))
    assert append_only.is_in_place(connection)


@ddl_is_undone
def test_a_migration_of_others_may_not(row):
    append_only.take_away(**migrating("wagtailcore"))

    assert append_only.is_in_place(connection)


@ddl_is_undone
def test_what_a_rebuilt_table_lost_comes_back(without_triggers):
    call_command("migrate", verbosity=0)

    assert append_only.is_in_place(connection)


@ddl_is_undone
def test_who_deploys_hears_that_they_are_missing(without_triggers, capsys):
    def said():
        found = append_only.check_triggers(None, databases=["default"])
        return [warning.id for warning in found]

    assert said() == ["wagtail_kehoach.W021"]
    assert not find_problems().append_only
    append_only.install(connection)
    assert said() == []
    assert find_problems().append_only
    assert append_only.check_triggers(None, databases=None) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Needs a way to be refused.")
def test_a_database_that_refuses_is_no_reason_to_fail(without_triggers, caplog):
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
        try:
            with caplog.at_level(logging.WARNING):
                append_only.put_in_place(**migrating("wagtailcore"))
        finally:
            cursor.execute("PRAGMA query_only = 0")

    assert "no triggers" in caplog.text
    assert not append_only.is_in_place(connection)
