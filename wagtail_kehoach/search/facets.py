"""What results can be narrowed by: the kind, the year, the theme, the unit, the country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from django_countries import countries
from wagtail.models import get_page_models

from ..indexes import options
from ..indexes.filters import FilterView, Link, Option
from .documents import KIND
from .matching import tally
from .terms import Match, facet_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.db.models import QuerySet

#: No value of a facet is longer.
LONGEST = 150

Named = list[tuple[str, str | Promise]]


@dataclass(frozen=True)
class Facet:
    """The word in the address, its heading, and the values that occur, named, in order."""

    name: str
    label: str | Promise
    named: Callable[[Counter], Named]


@dataclass(frozen=True)
class Counted:
    """How many results there are for each combination of what they can be narrowed by."""

    rows: list[tuple[frozenset[str], int]]

    def total(self, chosen: Mapping[str, str]) -> int:
        """How many have every value of ``chosen``."""
        wanted = _pairs(chosen)
        return sum(count for said, count in self.rows if wanted <= said)

    def values(self, name: str, others: Mapping[str, str]) -> Counter:
        """How many have each value of the facet ``name``, and every one of ``others``."""
        wanted, start, counts = _pairs(others), f"{name}=", Counter()
        for said, count in self.rows:
            if wanted <= said:
                for pair in said:
                    if pair.startswith(start):
                        counts[pair.removeprefix(start)] += count
        return counts


def counted(pages: QuerySet, match: Match) -> Counted:
    """What ``match`` finds of ``pages``, counted. One statement."""
    rows = tally(pages, match)
    return Counted([(frozenset(said.split()), count) for said, count in rows])


def narrowed(matches: Iterable[Match], chosen: Mapping[str, str]) -> list[Match]:
    """``matches``, each only where a document has every value of ``chosen``."""
    terms = tuple((facet_term(name, value),) for name, value in chosen.items())
    return [replace(match, groups=(*match.groups, *terms)) for match in matches]


def chosen_of(asked: Mapping[str, str]) -> dict[str, str]:
    """The facets that a request names; what is no facet is passed over."""
    said = {facet.name: asked.get(facet.name, "")[:LONGEST] for facet in FACETS}
    return {name: value for name, value in said.items() if value}


def views_of(found: Counted, query: str, chosen: Mapping[str, str]) -> list[FilterView]:
    """What each facet offers: only what would find something, and not one value alone."""
    views = [_view(facet, found, query, chosen) for facet in FACETS]
    return [view for view in views if view.chosen or view.links[2:]]


def _view(
    facet: Facet, found: Counted, query: str, chosen: Mapping[str, str]
) -> FilterView:
    others = {name: value for name, value in chosen.items() if name != facet.name}
    counts = found.values(facet.name, others)
    value = chosen.get(facet.name)
    links, option = [Link(_("All"), _query(query, others), value is None)], None
    for key, label in facet.named(counts):
        active = key == value
        address = _query(query, {**others, facet.name: key})
        links.append(Link(f"{label} ({counts[key]})", address, active))
        option = Option(key, key, label) if active else option
    return FilterView(facet.name, facet.label, links, option)


def _query(query: str, chosen: Mapping[str, str]) -> str:
    return "?" + urlencode({"q": query, **chosen})


def _pairs(chosen: Mapping[str, Any]) -> set[str]:
    return {f"{name}={value}" for name, value in chosen.items()}


def _kinds(counts: Counter) -> Named:
    models = {model._meta.model_name: model for model in get_page_models()}
    found = [
        (name, models[name]._meta.verbose_name) for name in counts if name in models
    ]
    return sorted(found, key=lambda kind: (-counts[kind[0]], str(kind[1])))


def _listed(rows: Callable[[], list[tuple[str, int, str]]]) -> Callable:
    return lambda counts: [(key, name) for key, _pk, name in rows() if key in counts]


def _countries(counts: Counter) -> Named:
    return sorted(((code, countries.name(code)) for code in counts), key=lambda c: c[1])


FACETS = [
    Facet(KIND, pgettext_lazy("of a page", "Kind"), _kinds),
    Facet("nam-hoc", _("School year"), _listed(options.school_years)),
    Facet("chu-de", _("Theme"), _listed(options.themes)),
    Facet("don-vi", _("Unit"), _listed(options.units)),
    Facet("nuoc", _("Country"), _countries),
]
