"""What of an object goes into the index: its texts, and what it can be narrowed by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Manager
from wagtail.search import index

from ..folding import clean
from .addressing import entry_id
from .attachments import texts_of
from .dated import days_of, own_days
from .models import SearchEntry
from .terms import KIND, facet_term, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Between two fields or blocks, which an excerpt may show side by side.
BETWEEN = " · "
#: Between the number and the day, and behind them. A clean text has neither.
BESIDE, HEAD = "\t", "\n"


def entry_of(obj: Any) -> SearchEntry:
    """The entry of ``obj`` as its row in the database says."""
    title, body, typing = [], [], []
    for field, value in _values(obj, obj.get_search_fields()):
        if isinstance(field, index.AutocompleteField):
            typing.append(value)
        elif field.field_name == "title":
            title.append(value)
        else:
            body.append(value)
    body += obj.search_texts() if hasattr(obj, "search_texts") else []
    body += texts_of(obj)
    titles, text = clean("\n".join(title)), clean(BETWEEN.join(filter(None, body)))
    facets = facets_of(obj)
    narrowed = [facet_term(name, value) for name, value in facets]
    return SearchEntry(
        id=entry_id(type(obj), obj.pk),
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj._meta.pk.get_prep_value(obj.pk),
        facets=_within(" ".join(f"{name}={value}" for name, value in facets), 1000),
        text=f"{_number_and_day(obj)}{text}",
        terms=" ".join(
            [
                *narrowed,
                terms_of(
                    titles,
                    _found_by(obj, text),
                    clean(" ".join(typing)),
                    days_of(obj),
                ),
            ]
        ).strip(),
    )


def _number_and_day(obj: Any) -> str:
    """What stands above the text of an entry: see ``heading_of``."""
    number = clean(getattr(obj, "number_and_symbol", ""))
    day = next((day.isoformat() for day in own_days(obj)[:1]), "")
    return f"{number}{BESIDE}{day}{HEAD}" if number or day else ""


def heading_of(said: str) -> tuple[str, date | None, str]:
    """The number of a document, its day, and the rest of what its entry has for a text.

    Kept beside the text, so that a result shows them without a statement for its own table.
    """
    head, _sign, text = said.rpartition(HEAD)
    number, _sign, day = head.partition(BESIDE)
    return number, date.fromisoformat(day) if day else None, text


def _found_by(obj: Any, text: str) -> str:
    """``text``, and what a reader calls such a thing: its themes, its countries.

    Not part of the text that excerpts are cut from: none of it stands there.
    """
    own = obj.search_words() if hasattr(obj, "search_words") else []
    return f"{text}\n{clean(BETWEEN.join(map(str, own)))}"


def facets_of(obj: Any) -> list[tuple[str, Any]]:
    """What a reader can narrow a search by; an object says more in ``search_facets()``."""
    own = obj.search_facets() if hasattr(obj, "search_facets") else {}
    listed = [
        (name, value) for name, values in own.items() for value in sorted(set(values))
    ]
    return [(KIND, obj._meta.model_name), *listed]


def _within(words: str, length: int) -> str:
    """As many whole ``words`` as fit."""
    return words if len(words) <= length else words[: length + 1].rpartition(" ")[0]


def _values(obj: Any, fields: list) -> Iterator[tuple[Any, str]]:
    for field in fields:
        if isinstance(field, (index.SearchField, index.AutocompleteField)):
            yield field, _said(field.get_value(obj))
        elif isinstance(field, index.RelatedFields):
            for related in _related(field.get_value(obj)):
                yield from _values(related, field.fields)


def _related(value: Any) -> list:
    if value is None:
        return []
    if isinstance(value, Manager):
        return list(value.all())
    return [value() if callable(value) else value]


def _said(value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return BETWEEN.join(filter(None, map(_said, value)))
    return "" if value is None else str(value).strip()
