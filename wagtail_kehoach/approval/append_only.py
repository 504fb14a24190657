"""Lets the database itself refuse to change or remove a record of approval.

Triggers refuse ``UPDATE`` and ``DELETE``, whoever sends them: a script, ``raw()``, another
program. One change passes: the key of an approver whose account is gone becomes empty;
his name stays. Somebody who may alter tables can drop the triggers, and emptying the whole
table at once (``TRUNCATE``) asks none on PostgreSQL and MariaDB: the chain notices.

They are put in place after each ``migrate`` and taken away before migrations of ours,
because SQLite loses them when a table is rebuilt, and a migration may have to fill a new
column. Where the database does not allow them, the portal works as without, and
``check --deploy --database default`` says so.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.checks import Tags, Warning as CheckWarning, register
from django.db import DatabaseError, connections, router, transaction
from django.db.models.signals import post_migrate, pre_migrate

from .append_only_sql import FUNCTION, PREFIX, TRIGGERS, list_triggers, statements
from .models import Approval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger("wagtail_kehoach.approval")


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    ours = apps.get_app_config(Approval._meta.app_label)
    pre_migrate.connect(take_away, sender=ours, dispatch_uid="kehoach.append_only")
    post_migrate.connect(put_in_place, sender=ours, dispatch_uid="kehoach.append_only")


def take_away(sender, using, plan=(), **kwargs):
    """Let a migration of ours change the table; ``put_in_place`` comes after it."""
    if any(migration.app_label == sender.label for migration, _backwards in plan):
        remove(connections[using])


def put_in_place(sender, using, **kwargs):
    """Make what is missing. A database that refuses is no reason to fail."""
    connection = connections[using]
    if not _is_here(connection) or is_in_place(connection):
        return
    try:
        install(connection)
    except DatabaseError as error:
        logger.warning("The record of approvals has no triggers: %s", error)


def is_in_place(connection: BaseDatabaseWrapper) -> bool:
    """Whether ``connection`` refuses to change the record."""
    wanted = TRIGGERS.get(connection.vendor)
    return bool(wanted) and wanted <= list_triggers(connection)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers anew, with the columns that the record has now."""
    with transaction.atomic(using=connection.alias):
        remove(connection)
        _execute(connection, statements(connection))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, if there are any."""
    quote = connection.ops.quote_name
    table = quote(Approval._meta.db_table)
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    ours = [name for name in list_triggers(connection) if name.startswith(PREFIX)]
    _execute(connection, [f"DROP TRIGGER {quote(name)}{on_table}" for name in ours])
    if connection.vendor == "postgresql":
        _execute(connection, [f"DROP FUNCTION IF EXISTS {FUNCTION}()"])


@contextmanager
def lifted(using: str) -> Iterator[None]:
    """Without triggers inside; for emptying a database row by row, as ``flush`` does."""
    connection = connections[using]
    there = _is_here(connection) and is_in_place(connection)
    if there:
        remove(connection)
    try:
        yield
    finally:
        if there:
            install(connection)


@register(Tags.database, deploy=True)
def check_triggers(app_configs, databases=None, **kwargs):
    """The database refuses to change the record, or somebody should know that it does not."""
    return [
        CheckWarning(
            f"The database “{alias}” does not refuse to change the record of approvals.",
            hint="Run migrate as a user who may create triggers. On MariaDB with binary "
            "logging this takes log_bin_trust_function_creators = 1. Without triggers "
            "audit_approvals still finds a changed record.",
            id="wagtail_kehoach.W021",
        )
        for alias in databases or ()
        if _is_here(connections[alias]) and not is_in_place(connections[alias])
    ]


def _is_here(connection: BaseDatabaseWrapper) -> bool:
    return router.allow_migrate_model(connection.alias, Approval) and (
        Approval._meta.db_table in connection.introspection.table_names()
    )


def _execute(connection: BaseDatabaseWrapper, commands: list[str]) -> None:
    with connection.cursor() as cursor:
        for command in commands:
            cursor.execute(command)
