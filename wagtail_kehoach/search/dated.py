"""The days that an object is found by, though its text does not say them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.search import index


def own_days(obj: Any) -> list[dt.date]:
    """What ``search_days()`` of ``obj`` says, without the days that are not known yet."""
    said = obj.search_days() if hasattr(obj, "search_days") else []
    return [day for day in said if day]


def days_of(obj: Any) -> Iterator[dt.date]:
    """Its own days, then those in its blocks, which Wagtail takes for no text."""
    yield from own_days(obj)
    for field in obj.get_search_fields():
        if isinstance(field, index.SearchField):
            value = getattr(obj, field.field_name, None)
            if isinstance(value, StreamValue):
                yield from days_in(value)


def days_in(value: Any) -> Iterator[dt.date]:
    """The days in the value of a block, however deep they lie."""
    if isinstance(value, dt.datetime):
        yield (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    elif isinstance(value, dt.date):
        yield value
    elif isinstance(value, (StreamValue, ListValue, Mapping)):
        children = value.values() if isinstance(value, Mapping) else value
        for child in children:
            plain = child.value if isinstance(child, StreamValue.StreamChild) else child
            yield from days_in(plain)
