"""On PostgreSQL, terms as it searches them, and matches that are always read from the index.

A vector made of the terms in every comparison took four times as long. A GIN index with a
list of pending entries is passed over after many were written. And a query that most
entries match would read and compare every one of them, where the index alone answers it:
hence the function, which cannot be planned otherwise.
"""

from django.db import migrations

TABLE = "wagtail_kehoach_searchentry"
MATCHING = "wagtail_kehoach_matching"
FORWARDS = [
    f"DROP INDEX {TABLE}_terms",
    f"ALTER TABLE {TABLE} ADD COLUMN vector tsvector GENERATED ALWAYS AS "
    "(array_to_tsvector(string_to_array(terms, ' '))) STORED",
    f"CREATE INDEX {TABLE}_terms ON {TABLE} USING GIN (vector) WITH (fastupdate = off)",
    f"CREATE FUNCTION {MATCHING}(query tsquery) "
    "RETURNS TABLE (number bigint, facets varchar) LANGUAGE sql STABLE ROWS 5000 "
    "SET enable_seqscan = off SET enable_indexscan = off "
    f"AS $$ SELECT e.id, e.facets FROM {TABLE} e WHERE e.vector @@ query $$",
]
BACKWARDS = [
    f"DROP FUNCTION {MATCHING}(tsquery)",
    f"DROP INDEX {TABLE}_terms",
    f"ALTER TABLE {TABLE} DROP COLUMN vector",
    f"CREATE INDEX {TABLE}_terms ON {TABLE} USING GIN "
    "(array_to_tsvector(string_to_array(terms, ' ')))",
]


def _run(statements):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement, params=None)

    return run


class Migration(migrations.Migration):
    dependencies = [("wagtail_kehoach", "0006_consent")]

    operations = [migrations.RunPython(_run(FORWARDS), _run(BACKWARDS))]
