"""The triggers of the record, in the words of each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .models import Approval

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

#: What the triggers of all releases begin with. The number changes with their wording.
PREFIX = "kehoach_approval_"
UPDATE, DELETE, REPLACE = (
    f"{PREFIX}{name}_1" for name in ("update", "delete", "replace")
)
FUNCTION = "kehoach_approval_refuse"
#: Said by the database, to whoever reads its log; so in English.
REASON = "Approvals are a record and cannot be changed or deleted."

#: What has to be there, by database.
TRIGGERS = {
    "sqlite": {UPDATE, DELETE, REPLACE},
    "postgresql": {UPDATE, DELETE},
    "mysql": {UPDATE, DELETE},
}

_LISTS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": "SELECT tgname FROM pg_trigger "
    "WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal",
    "mysql": "SELECT trigger_name FROM information_schema.triggers "
    "WHERE event_object_schema = DATABASE() AND event_object_table = %s",
}
_DIFFERS = {
    "sqlite": "NEW.{0} IS NOT OLD.{0}",
    "postgresql": "NEW.{0} IS DISTINCT FROM OLD.{0}",
    # Its collations find that case and accents make no difference.
    "mysql": "NOT (CAST(NEW.{0} AS BINARY) <=> CAST(OLD.{0} AS BINARY))",
}


def list_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the triggers on the table of approvals."""
    if connection.vendor not in _LISTS:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_LISTS[connection.vendor], [Approval._meta.db_table])
        return {name for (name,) in cursor.fetchall()}


def statements(connection: BaseDatabaseWrapper) -> list[str]:
    """What makes the triggers; nothing for a database that we do not know."""
    make = {"sqlite": _sqlite, "postgresql": _postgresql, "mysql": _mysql}
    if connection.vendor not in make:
        return []
    table = connection.ops.quote_name(Approval._meta.db_table)
    return make[connection.vendor](table, _changed(connection))


def _changed(connection: BaseDatabaseWrapper) -> str:
    """That more changes than the key of an approver who is gone."""
    quote, differs = connection.ops.quote_name, _DIFFERS[connection.vendor]
    approver = Approval._meta.get_field("approver").column
    columns = [field.column for field in Approval._meta.concrete_fields]
    facts = [differs.format(quote(name)) for name in columns if name != approver]
    another = f"NEW.{quote(approver)} IS NOT NULL AND {differs.format(quote(approver))}"
    return " OR ".join([*facts, f"({another})"])


def _sqlite(table: str, changed: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REASON}'); END"
    # REPLACE removes a row without asking the trigger on DELETE.
    unique = [f.column for f in Approval._meta.concrete_fields if f.unique]
    same = " OR ".join(f'"{name}" = NEW."{name}"' for name in unique)
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 -- names only
    return [
        f"CREATE TRIGGER {UPDATE} BEFORE UPDATE ON {table} WHEN {changed} {refuse}",
        f"CREATE TRIGGER {DELETE} BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {REPLACE} BEFORE INSERT ON {table} WHEN {there} {refuse}",
    ]


def _postgresql(table: str, changed: str) -> list[str]:
    each = f"FOR EACH ROW {{}} EXECUTE FUNCTION {FUNCTION}()"
    return [
        f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REASON}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {UPDATE} BEFORE UPDATE ON {table} "
        + each.format(f"WHEN ({changed})"),
        f"CREATE TRIGGER {DELETE} BEFORE DELETE ON {table} {each.format('')}",
    ]


def _mysql(table: str, changed: str) -> list[str]:
    refuse = f"SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '{REASON}'"
    return [
        f"CREATE TRIGGER {UPDATE} BEFORE UPDATE ON {table} FOR EACH ROW "
        f"IF {changed} THEN {refuse}; END IF",
        f"CREATE TRIGGER {DELETE} BEFORE DELETE ON {table} FOR EACH ROW {refuse}",
    ]
