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
from ..names import dictionary_key
from .groups import Match
from .matching import tally
from .terms import KIND, SCHOOL_YEAR, facet_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.db.models import QuerySet

#: No value of a facet is longer.
LONGEST = 150

#: What a value is in the index, in the address, and in the language of the reader.
Named = list[tuple[str, str, str | Promise]]


@dataclass(frozen=True)
class Facet:
    """The word in the address, its heading, and the values that occur, named, in order.

    ``value_of`` gives the value that an address asks for. Rows of a register are in the
    index by their keys, so that a renamed one asks for nothing to be indexed anew.
    """

    name: str
    label: str | Promise
    named: Callable[[Counter], Named]
    value_of: Callable[[str], str] = str


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


def values_of(chosen: Mapping[str, str]) -> dict[str, str]:
    """What the addresses in ``chosen`` ask for, as the index has it."""
    known = {facet.name: facet for facet in FACETS}
    return {name: known[name].value_of(said) for name, said in chosen.items()}


def views_of(found: Counted, query: str, chosen: Mapping[str, str]) -> list[FilterView]:
    """What each facet offers: only what would find something, and not one value alone."""
    views = [_view(facet, found, query, chosen) for facet in FACETS]
    return [view for view in views if view.chosen or view.links[2:]]


def _view(
    facet: Facet, found: Counted, query: str, chosen: Mapping[str, str]
) -> FilterView:
    others = {name: value for name, value in chosen.items() if name != facet.name}
    counts = found.values(facet.name, values_of(others))
    asked = chosen.get(facet.name)
    links, option = [Link(_("All"), _query(query, others), asked is None)], None
    for value, said, label in facet.named(counts):
        active = said == asked
        address = _query(query, {**others, facet.name: said})
        links.append(Link(f"{label} ({counts[value]})", address, active))
        option = Option(said, value, label) if active else option
    return FilterView(facet.name, facet.label, links, option)


def kinds_of(found: Counted) -> list[Link]:
    """The kinds of which there are several, to begin with."""
    counts = found.values(KIND, {})
    return [
        Link(f"{label} ({counts[value]})", _query("", {KIND: said}), active=False)
        for value, said, label in _kinds(counts)
        if counts[value] > 1
    ]


def kind_found(terms: Iterable[str]) -> tuple[str, str]:
    """The name of the kind that one of ``terms`` finds, and the address of all of it."""
    for model in get_page_models():
        name = model._meta.model_name
        if facet_term(KIND, name) in terms:
            return str(model._meta.verbose_name), _query("", {KIND: name})
    return "", ""


def _query(query: str, chosen: Mapping[str, str]) -> str:
    return "?" + urlencode({**({"q": query} if query else {}), **chosen})


def _pairs(chosen: Mapping[str, Any]) -> set[str]:
    return {f"{name}={value}" for name, value in chosen.items()}


def _kinds(counts: Counter) -> Named:
    models = {model._meta.model_name: model for model in get_page_models()}
    found = [
        (name, name, models[name]._meta.verbose_name)
        for name in counts
        if name in models
    ]
    return sorted(found, key=lambda kind: (-counts[kind[0]], str(kind[2])))


def _years(counts: Counter) -> Named:
    return [(n, n, n) for n, _pk, _name in options.school_years() if n in counts]


def _countries(counts: Counter) -> Named:
    named = ((code, code, countries.name(code)) for code in counts)
    return sorted(named, key=lambda country: dictionary_key(country[2]))


def _register(name: str, label: str | Promise, rows: Callable[[], list]) -> Facet:
    """The facet of the rows of a register: ``(address, key, name)`` each."""

    def named(counts: Counter) -> Named:
        listed = ((str(key), said, name) for said, key, name in rows())
        return [one for one in listed if one[0] in counts]

    def value_of(asked: str) -> str:
        return next((str(key) for said, key, _name in rows() if said == asked), "")

    return Facet(name, label, named, value_of)


FACETS = [
    Facet(KIND, pgettext_lazy("of a page", "Kind"), _kinds),
    Facet(SCHOOL_YEAR, _("School year"), _years),
    _register("chu-de", _("Theme"), options.themes),
    _register("don-vi", _("Unit"), options.units),
    Facet("nuoc", pgettext_lazy("of a partner", "Country"), _countries),
]
