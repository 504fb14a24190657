"""What queries find, best first: ``DATABASE_URL=… python -m tests.evaluate.search``.

Makes a database of its own beside the one that ``DATABASE_URL`` names, and commits: MariaDB
finds committed rows only. With ``--used`` it takes and removes the one that a test run left.
Exits with 1 if a query finds anything else than expected.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from unicodedata import normalize

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402
from wagtail.search.query import Phrase  # noqa: E402

from tests.factories.pages import PlanPageFactory, StoryPageFactory  # noqa: E402
from wagtail_kehoach.organisation.models import SchoolYear  # noqa: E402
from wagtail_kehoach.pages.models import StoryPage  # noqa: E402
from wagtail_kehoach.search.public import find  # noqa: E402
from wagtail_kehoach.setup import set_up  # noqa: E402

from . import search_set  # noqa: E402


def main() -> None:
    """Print a line for each query that finds something else, and how many do not."""
    named = connection.settings_dict["NAME"]
    used = "--used" in sys.argv
    if connection.vendor != "sqlite" and not used:
        connection.settings_dict["TEST"]["NAME"] = "kehoach_queries"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=used)
    try:
        site = _portal()
        verdicts = [*_of_stories(), *_of_everybody(site)]
    finally:
        connection.creation.destroy_test_db(named, verbosity=0)
    for query, found, expected in verdicts:
        if found != expected:
            print(f"WRONG {query!r}: {found}, not {expected}")
    right = sum(found == expected for _query, found, expected in verdicts)
    print(f"{connection.vendor}: {right} of {len(verdicts)} queries as expected")
    sys.exit(right != len(verdicts))


def _portal() -> Site:
    site = Site.objects.get(is_default_site=True)
    set_up(site)
    years = {
        day: SchoolYear.objects.get_or_create(starts_on=day, defaults=_terms(day))[0]
        for day in search_set.YEARS.values()
    }
    for title, lead in search_set.TEXTS.items():
        posted = search_set.POSTED.get(title, search_set.DAY)
        decided = search_set.DECIDED.get(title, {})
        StoryPageFactory(
            title=title,
            lead=lead,
            post_date=posted,
            school_year=years.get(search_set.YEARS.get(title)),
            **decided,
        )
    for number, symbol, title, issued_on in search_set.PLANS:
        said = search_set.PRINTED.get(title, {})
        PlanPageFactory(
            number=number, symbol=symbol, title=title, issued_on=issued_on, **said
        )
    Page.objects.update(live=True)
    call_command("update_index", verbosity=0)
    return site


def _terms(first: dt.date) -> dict[str, dt.date]:
    return {
        "first_term_ends_on": dt.date(first.year + 1, 1, 15),
        "ends_on": dt.date(first.year + 1, 5, 31),
    }


def _of_stories():
    phrase = Phrase("dien hinh"), search_set.FOLDED[:3]
    for query, expected in [*search_set.ASKED_OF_STORIES.items(), phrase]:
        yield query, _titles(StoryPage.objects.search(query)), expected


def _of_everybody(site: Site):
    for query, expected in search_set.ASKED_OF_EVERYBODY.items():
        pages = [result.page for result in find(query, site).results]
        yield query, _titles(pages), expected
    for query, expected in search_set.OFFERED.items():
        offered = find(query, site).suggestions
        yield query, offered and offered.spellings[:1], [expected]
    for query, expected in search_set.OF_THE_KIND.items():
        offered = find(query, site).suggestions
        yield query, offered and offered.numbers, expected


def _titles(pages) -> list[str]:
    return [normalize("NFC", page.title) for page in pages]


if __name__ == "__main__":
    main()
