"""A database of the benchmark's own, and a copy of it at every size."""

from __future__ import annotations

from pathlib import Path

from django.db import connection


class SqliteFiles:
    """Files in one directory. ``names`` are the copies made so far."""

    def __init__(self, folder: str):
        self.folder = Path(folder)
        self.names: list[str] = []

    def create(self) -> None:
        """Nothing to do: SQLite makes the file when it is first opened."""

    def copy(self, size: int) -> str:
        """Keep the database as it is now; return the name of the copy."""
        name = str(self.folder / f"bench-{size}.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [name])
        self.names.append(name)
        return name

    def drop(self) -> None:
        """Nothing to do: the directory goes when the benchmark ends."""


class PostgresDatabases:
    """Databases beside the one that ``DATABASE_URL`` names."""

    def __init__(self, maintenance: str):
        self.maintenance = maintenance
        self.name = connection.settings_dict["NAME"]
        self.names: list[str] = []

    def create(self) -> None:
        """Make the working database, empty."""
        self._execute(f'DROP DATABASE IF EXISTS "{self.name}"')
        self._execute(f'CREATE DATABASE "{self.name}"')

    def copy(self, size: int) -> str:
        """Keep the database as it is now; return the name of the copy."""
        name = f"{self.name}_{size}"
        connection.close()
        self._execute(f'DROP DATABASE IF EXISTS "{name}"')
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{self.name}"')
        self.names.append(name)
        return name

    def drop(self) -> None:
        """Remove the working database and its copies."""
        connection.close()
        for name in [self.name, *self.names]:
            self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        # Not through Django: to a new connection, django.contrib.postgres asks the
        # database of the settings for its types, and that one is not there yet.
        beside = connection.copy()
        beside.settings_dict = {**connection.settings_dict, "NAME": self.maintenance}
        with beside.Database.connect(
            **beside.get_connection_params(), autocommit=True
        ) as server:
            server.execute(statement)


def backends(name: str) -> list[int]:
    """The processes of PostgreSQL that serve the database ``name``; none for SQLite."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [name])
        return [pid for (pid,) in cursor.fetchall()]
