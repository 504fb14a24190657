"""Filters of an index page: links that work without JavaScript and stay in the address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from django_countries import countries

from ..languages.glossary import names_in
from ..names import dictionary_key
from . import options

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db import models
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Option:
    """One value that a filter offers; ``key`` is what stands in the address."""

    key: str
    value: Any
    label: str | Promise


@dataclass(frozen=True)
class IndexFilter:
    """One filter: the word in the address, its heading, what it offers, what it does."""

    name: str
    label: str | Promise
    offered: Callable[[QuerySet], list[Option]]
    narrow: Callable[[QuerySet, Any], QuerySet] = field(compare=False)

    @classmethod
    def school_year(cls) -> IndexFilter:
        """By the school year that a post belongs to."""
        return cls(
            "nam-hoc",
            _("School year"),
            lambda entries: [Option(*row) for row in options.school_years()],
            lambda entries, pk: entries.filter(school_year=pk),
        )

    @classmethod
    def theme(cls) -> IndexFilter:
        """By a theme that the entry serves."""
        return cls(
            "chu-de",
            _("Theme"),
            lambda entries: [Option(*row) for row in options.themes()],
            lambda entries, pk: entries.filter(themes=pk),
        )

    @classmethod
    def theme_in(cls, code: str) -> IndexFilter:
        """By a theme in the language ``code``: those that the glossary names in it."""

        def offered(entries: QuerySet) -> list[Option]:
            found = options.themes()
            names = names_in(code, [name for _key, _pk, name in found])
            return [
                Option(k, pk, names[name]) for k, pk, name in found if name in names
            ]

        own = cls.theme()
        return cls(own.name, own.label, offered, own.narrow)

    @classmethod
    def choice(cls, name: str, column: str, label, choices: type[models.Choices]):
        """By a field with choices."""
        return cls(
            name,
            label,
            lambda entries: [Option(v, v, text) for v, text in choices.choices],
            lambda entries, value: entries.filter(**{column: value}),
        )

    @classmethod
    def country(cls, name: str, column: str) -> IndexFilter:
        """By a partner country; only countries that occur are offered."""

        def offered(entries: QuerySet) -> list[Option]:
            codes = options.countries_in(entries, column)
            names = [(code, countries.name(code)) for code in codes]
            names.sort(key=lambda named: dictionary_key(named[1]))
            return [Option(code, code, name) for code, name in names]

        def narrow(entries: QuerySet, code: str) -> QuerySet:
            return entries.filter(**{f"{column}__contains": code})

        return cls(name, pgettext_lazy("of a partner", "Country"), offered, narrow)


@dataclass(frozen=True)
class Link:
    """A link that sets or clears a filter."""

    label: str | Promise
    query: str
    active: bool


@dataclass(frozen=True)
class FilterView:
    """A filter as the template shows it: the first link clears it."""

    name: str
    label: str | Promise
    links: list[Link]
    chosen: Option | None


def view_filters(
    filters: list[IndexFilter], entries: QuerySet, asked: Mapping[str, str]
) -> list[FilterView]:
    """What each filter offers for ``asked``, the parameters of the request.

    A value that a filter does not offer is passed over, as if nobody had asked.
    """
    offered = {f.name: f.offered(entries) for f in filters}
    chosen = {
        f.name: next((o for o in offered[f.name] if o.key == asked.get(f.name)), None)
        for f in filters
    }
    kept = {name: option.key for name, option in chosen.items() if option}
    return [
        FilterView(
            f.name, f.label, _links(f.name, offered[f.name], kept), chosen[f.name]
        )
        for f in filters
        if offered[f.name]
    ]


def _links(name: str, offered: list[Option], kept: dict[str, str]) -> list[Link]:
    others = {key: value for key, value in kept.items() if key != name}
    links = [Link(_("All"), _query(others), name not in kept)]
    for option in offered:
        query = _query({**others, name: option.key})
        links.append(Link(option.label, query, kept.get(name) == option.key))
    return links


def _query(parameters: dict[str, str]) -> str:
    return "?" + urlencode(parameters) if parameters else "?"
