"""How long the audit takes on many pages: ``python -m tests.bench.audit 10000``."""

import cProfile
import os
import pstats
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Page, Revision, Site  # noqa: E402

from tests.factories.pages import StoryPageFactory  # noqa: E402
from wagtail_kehoach.approval import record  # noqa: E402
from wagtail_kehoach.approval.audit import find_problems  # noqa: E402
from wagtail_kehoach.pages.models import StoryPage  # noqa: E402
from wagtail_kehoach.setup import set_up  # noqa: E402


def generate(count):
    """``count`` approved stories, written to the tables and to the record."""
    paragraphs = [("paragraph", "<p>" + "Cô dạy chữ cho cả xóm. " * 60 + "</p>")] * 4
    first = StoryPageFactory(body=paragraphs)
    first.save_revision()
    names = [f.column for f in StoryPage._meta.local_concrete_fields]
    columns = ", ".join(connection.ops.quote_name(n) for n in names[1:])
    table = StoryPage._meta.db_table
    key = connection.ops.quote_name(names[0])
    page = Page.objects.get(pk=first.pk)
    for n in range(1, count + 1):
        page.pk = page.id = None
        page._state.adding = True
        page.path = Page._get_path(first.path[:-4], first.depth, 1000 + n)
        page.slug, page.url_path = f"s{n}", f"{first.url_path}{n}/"
        page.translation_key = os.urandom(16).hex()
        page.save_base(raw=True)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({key}, {columns}) "
                f"SELECT %s, {columns} FROM {table} WHERE {key} = %s",
                [page.pk, first.pk],
            )
        story = StoryPage.objects.get(pk=page.pk)
        revision = Revision.objects.create(
            content_object=story,
            base_content_type=story.get_base_content_type(),
            content=story.serializable_data(),
        )
        record.write(story, revision, kind="setup")
        Page.objects.filter(pk=page.pk).update(live=True, live_revision=revision)


def main(count):
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        set_up(Site.objects.get())
        started = time.perf_counter()
        generate(count)
        print(f"{count} stories made in {time.perf_counter() - started:.0f} s")
        with CaptureQueriesContext(connection) as queries:
            started = time.process_time()
            report = find_problems()
            took = time.process_time() - started
        print(f"audit: {took:.1f} s of processor time, {len(queries)} statements")
        print(f"{report.checked} checked, {len(report.problems)} problems")
        profile = cProfile.Profile()
        profile.runcall(find_problems)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(18)


if __name__ == "__main__":
    main(int(sys.argv[1]))
