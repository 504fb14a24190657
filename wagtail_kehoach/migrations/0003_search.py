"""The search index: a table like any other, and the index that each database offers."""

import django.db.models.deletion
from django.db import migrations, models

TABLE = "wagtail_kehoach_searchentry"
FTS = f"{TABLE}_fts"
CHANGED = "old.terms IS NOT new.terms OR old.id <> new.id"
REMOVE = f"INSERT INTO {FTS}({FTS}, rowid, terms) VALUES ('delete', old.id, old.terms);"
INSERT = f"INSERT INTO {FTS}(rowid, terms) VALUES (new.id, new.terms);"
FORWARDS = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE {FTS} USING fts5(terms, content='{TABLE}', "
        "content_rowid='id', detail=none, tokenize=\"ascii tokenchars '_'\")",
        f"CREATE TRIGGER {TABLE}_insert AFTER INSERT ON {TABLE} BEGIN {INSERT} END",
        f"CREATE TRIGGER {TABLE}_delete AFTER DELETE ON {TABLE} BEGIN {REMOVE} END",
        f"CREATE TRIGGER {TABLE}_update AFTER UPDATE ON {TABLE} WHEN {CHANGED} "
        f"BEGIN {REMOVE} {INSERT} END",
    ],
    "postgresql": [
        f"CREATE INDEX {TABLE}_terms ON {TABLE} USING GIN "
        "(array_to_tsvector(string_to_array(terms, ' ')))",
    ],
    "mysql": [f"CREATE FULLTEXT INDEX {TABLE}_terms ON {TABLE} (terms)"],
}
BACKWARDS = {
    "sqlite": [
        *(f"DROP TRIGGER {TABLE}_{name}" for name in ("insert", "delete", "update")),
        f"DROP TABLE {FTS}",
    ],
    "postgresql": [f"DROP INDEX {TABLE}_terms"],
    "mysql": [f"DROP INDEX {TABLE}_terms ON {TABLE}"],
}


def _lacks_full_text(connection):
    """An SQLite built without FTS5: the portal installs all the same, without our backend."""
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        return not cursor.fetchone()[0]


def _run(statements):
    def run(apps, schema_editor):
        if _lacks_full_text(schema_editor.connection):
            return
        for statement in statements.get(schema_editor.connection.vendor, []):
            schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtail_kehoach", "0002_approval_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("object_id", models.CharField(max_length=50)),
                ("facets", models.CharField(blank=True, max_length=1000)),
                ("text", models.TextField(blank=True)),
                ("terms", models.TextField(blank=True)),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        # MariaDB cannot roll back an index, so it takes no transaction around this.
        migrations.RunPython(_run(FORWARDS), _run(BACKWARDS), atomic=False),
    ]
