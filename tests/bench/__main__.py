"""``python -m tests.bench [--pages 1000 10000] [--rounds 5] [--database sqlite]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from urllib.parse import urlparse

#: The portal that the others are compared with.
SMALLEST = 100


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="kehoach-bench-") as folder:
        _choose_database(asked.database, folder)
        import django

        django.setup()
        from . import databases

        if asked.database == "sqlite":
            store = databases.SqliteFiles(folder)
        else:
            url = urlparse(os.environ["DATABASE_URL"])
            store = databases.PostgresDatabases(url.path.lstrip("/"))
        store.create()
        try:
            _bench(store, asked)
        finally:
            store.drop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 1000, 10000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=20, help="in each round")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    asked = parser.parse_args()
    if asked.database == "postgres" and not os.environ.get("DATABASE_URL"):
        parser.error("DATABASE_URL does not say where PostgreSQL is.")
    if min(asked.pages) <= SMALLEST:
        parser.error(f"--pages must be more than {SMALLEST}.")
    return asked


def _choose_database(kind: str, folder: str) -> None:
    """Before Django reads its settings."""
    if kind == "sqlite":
        os.environ.pop("DATABASE_URL", None)
        name = f"{folder}/bench.sqlite3"
    else:
        name = f"kehoach_bench_{os.getpid()}"
    os.environ["BENCH_DATABASE"] = name
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"


def _bench(store, asked: argparse.Namespace) -> None:
    from django.core.management import call_command

    from . import growth, measure, portal, report, server, statements

    sizes = sorted({SMALLEST, *asked.pages})
    call_command("migrate", verbosity=0)
    made = portal.make()
    copies, targets = {}, {}
    for size in sizes:
        _say(f"{asked.database}: growing to {size:,} plans and {size:,} stories")
        links = {
            "themes": made.themes,
            "tasks": made.long_plan.kehoach_plan_tasks.all(),
        }
        growth.grow(made.story, size, "post_date", links)
        growth.grow(made.short_plan, size, "starts_on", {"themes": made.themes})
        growth.tidy()
        if size == SMALLEST and (reason := growth.why_not_whole()):
            raise SystemExit(reason)
        targets[size] = _targets(made, size)
        if size == SMALLEST:
            statements.of_pages(targets[size])  # makes the renditions
        copies[size] = store.copy(size)
    counts = statements.of_pages(targets[sizes[-1]])
    editing = statements.of_editing(made)
    with ExitStack() as stack:
        servers = {
            size: stack.enter_context(server.serving(name, made.page_bytes))
            for size, name in copies.items()
        }
        _say("measuring")
        figures = measure.run(
            servers, targets, rounds=asked.rounds, requests=asked.requests
        )
        libraries = json.loads(servers[sizes[0]].get("/bench/libraries/"))
    tables = [
        report.figures_table(figures, counts),
        report.growth_table(figures, sizes),
        report.editing_table(editing),
        report.limits(figures, sizes, counts, editing, libraries),
    ]
    print("\n\n".join(tables))


def _targets(made, size: int) -> dict[str, str]:
    """What to ask a portal of this size for, by what the report calls it."""
    from wagtail_kehoach.conf import kehoach_settings

    from . import report

    stories, plans = made.story.get_parent().url, made.plan.get_parent().url
    last = -(-size // kehoach_settings.ITEMS_PER_PAGE)
    return {
        report.CONSTANT: "/bench/constant/",
        report.BARE: made.bare.url,
        report.PLAN: made.plan.url,
        report.BARE_COLD: f"/bench/forgetful{made.bare.url}",
        report.PLAN_COLD: f"/bench/forgetful{made.plan.url}",
        report.STORY: made.story.url,
        report.STORIES: stories,
        report.LAST: f"{stories}?trang={last}",
        report.PLANS: plans,
        report.SEARCH: "/tim-kiem/?q=phoi+hop+truyen+thong",
        report.SEARCH_ONE: f"/tim-kiem/?q={size // 2}",
    }


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
