"""The lines of text in an object, each with the name of its field, as people read them."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from . import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END_OF_LINE = re.compile(r"<br\s*/?>|</(?:p|h[1-6]|li|td|th|div|blockquote)>|[\r\n]+")
#: What readers are shown, or led to, by a mark itself.
_ATTRIBUTE = re.compile(r"""\s(?:href|alt|title)="([^"]*)\"""")
#: What people, and Django, put in the place of spaces in the name of a file.
_NO_SPACE = re.compile(r"[_-]+")
_BLOCK = {"type", "value"}
_SAYS_NOTHING = (ParentalKey, models.SlugField)


def fields_in(obj: models.Model) -> Iterator[tuple[str, Any]]:
    """The name and the value of each field of ``obj`` and of its children.

    Without slugs: they are made of the title.
    """
    for field in obj._meta.concrete_fields:
        if field.name in digest.TRACKING or isinstance(field, _SAYS_NOTHING):
            continue
        yield capfirst(str(field.verbose_name)), field.value_from_object(obj)
    for relation in get_all_child_relations(obj):
        name = relation.get_accessor_name()
        if name not in digest.TRACKING:
            for child in getattr(obj, name).all():
                yield from fields_in(child)


def files_in(obj: models.Model) -> Iterator[tuple[str, str]]:
    """Titles and names of the files of the documents that ``obj`` links to.

    Both are public with it: the address of a document ends in the name of its file. They
    are not its own words, in whatever language. No statement where there are none.
    """
    return said_of(digest.documents_shown(obj))


def said_of(documents: Iterable[models.Model]) -> Iterator[tuple[str, str]]:
    """As ``files_in``, of ``documents`` that were read already."""
    for document in documents:
        place = capfirst(str(document._meta.verbose_name))
        yield place, document.title
        yield place, _NO_SPACE.sub(" ", Path(document.filename).stem)


def lines_of(value: Any) -> Iterator[str]:
    """The lines in the value of a field, blocks included, without markup."""
    for text in _texts(value):
        for line in _END_OF_LINE.split(text):
            yield html.unescape(strip_tags(line))


def in_marks_of(value: Any) -> Iterator[str]:
    """What the marks in the value of a field say: addresses of links, texts of pictures."""
    for text in _texts(value):
        for said in _ATTRIBUTE.findall(text):
            yield unquote(html.unescape(said))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        said = value["value"] if value.keys() >= _BLOCK else list(value.values())
        yield from _texts(said)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "get_prep_value"):
        yield from _texts(value.get_prep_value())
