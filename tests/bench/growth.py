"""Many copies of a page, in few statements: rows of the page table and of its own table."""

from __future__ import annotations

import datetime as dt
import uuid

from django.db import connection
from wagtail.models import Page

from wagtail_kehoach.search.addressing import first_id
from wagtail_kehoach.search.models import SearchEntry
from wagtail_kehoach.search.terms import terms_of

BATCH = 500
#: Copies are dated on this many different days.
DAYS = 200


def grow(template: Page, size: int, day_column: str, links: dict[str, list]) -> None:
    """Copy ``template`` until its parent has ``size`` children.

    ``links`` names many-to-many fields and the objects that the copies take in turn.
    """
    # How many it has by now, not how many when it was read first.
    parent = template.get_parent(update=True)
    pages = _page_rows(template, parent, size - parent.numchild)
    Page.objects.bulk_create(pages, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=size)
    for number in range(DAYS):
        day = dt.date(2026, 12, 31) - dt.timedelta(days=number)
        _own_rows(template, pages[number::DAYS], day_column, day)
    for name, targets in links.items():
        _link(type(template)._meta.get_field(name), pages, targets)
    _index(template, pages)


def tidy() -> None:
    """Let the database know what it holds, and make sure that the tree is whole."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def why_not_whole() -> str | None:
    """What treebeard finds wrong with the tree of pages, or ``None``."""
    problems = Page.find_problems()
    return f"The tree of pages is broken: {problems}" if any(problems) else None


def _page_rows(template: Page, parent: Page, count: int) -> list[Page]:
    values = {f.attname: getattr(template, f.attname) for f in Page._meta.fields}
    last = Page._str2int(parent.get_last_child().path[-Page.steplen :])
    return [
        Page(
            **values
            | {
                "id": None,
                "path": Page._get_path(parent.path, template.depth, last + number),
                "slug": f"ban-sao-{last + number}",
                "url_path": f"{parent.url_path}ban-sao-{last + number}/",
                "title": f"{template.title} – {last + number}",
                "translation_key": uuid.uuid4(),
                "latest_revision_id": None,
                "live_revision_id": None,
            }
        )
        for number in range(1, count + 1)
    ]


def _own_rows(template: Page, pages: list[Page], day_column: str, day: dt.date) -> None:
    if not pages:
        return
    meta = type(template)._meta
    quote = connection.ops.quote_name
    own = [f.column for f in meta.local_concrete_fields if f != meta.pk]
    kept = ["%s" if column == day_column else quote(column) for column in own]
    table, key = quote(meta.db_table), quote(meta.pk.column)
    marks = ", ".join(["%s"] * len(pages))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({key}, {', '.join(map(quote, own))}) "
            f"SELECT page.id, {', '.join(kept)} FROM {table}, wagtailcore_page page "
            f"WHERE {key} = %s AND page.id IN ({marks})",
            [
                connection.ops.adapt_datefield_value(day),
                template.pk,
                *[page.pk for page in pages],
            ],
        )


def _link(field, pages: list[Page], targets: list) -> None:
    through = field.remote_field.through
    mine, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    rows = [
        through(**{mine: page.pk, other: targets[number % len(targets)].pk})
        for number, page in enumerate(pages)
    ]
    through.objects.bulk_create(rows, batch_size=BATCH)


def _index(template: Page, pages: list[Page]) -> None:
    """Let each copy be found by the words of ``template`` and by its own title."""
    start = first_id(Page)
    entry = SearchEntry.objects.get(pk=start + template.pk)
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(
                id=start + page.pk,
                content_type_id=entry.content_type_id,
                object_id=page.pk,
                facets=entry.facets,
                text=entry.text,
                terms=f"{entry.terms} {terms_of(page.title, '', '')}",
            )
            for page in pages
        ],
        batch_size=BATCH,
    )
