"""Whether a passage goes where it belongs: what the field or block there takes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import RichTextBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.strings import StringValue, validate_translation_links

if TYPE_CHECKING:
    from django import forms
    from wagtail.blocks import Block
    from wagtail.models import Page

#: Of one passage. Marks within marks within marks would end in a server error.
MOST_MARKS = 200


def place_of(page: Page, path: str) -> str:
    """The name of the field of ``page`` that the passage at ``path`` stands in."""
    field = _model_field(page, path)
    return capfirst(str(field.verbose_name)) if field else path


def why_not_fitting(page: Page, path: str, source: str, words: str) -> str | None:
    """Return why ``words`` cannot stand at ``path`` for ``source``, or ``None``.

    ``page`` is the source: the same blocks are in it.
    """
    said = None
    if words.count("<") <= MOST_MARKS:
        with suppress(ValueError):
            validate_translation_links(source, words)
            said = StringValue.from_translated_html(words)
    if said is None or "\0" in words:
        return _("Its marks (<b>, <a id=…>) are not those of the source.")
    taker = _taker(page, path)
    if taker is None:
        return None
    try:
        taker.clean(said.render_text())
    except ValidationError as error:
        return " ".join(error.messages)
    return None


def _taker(page: Page, path: str) -> forms.Field | Block | None:
    """What checks a plain text at ``path``; nothing for a part of a rich text."""
    field = _model_field(page, path)
    if isinstance(field, StreamField):
        block = _block_at(field.value_from_object(page), path.split(".")[1:])
        return None if isinstance(block, RichTextBlock) else block
    if field is None or isinstance(field, RichTextField) or "." in path:
        return None
    return field.formfield()


def _model_field(page: Page, path: str):
    try:
        return page._meta.get_field(path.split(".")[0])
    except FieldDoesNotExist:
        return None


def _block_at(value: Any, keys: list[str]) -> Block | None:
    """The block of one line or text, by the ids and names of those around it."""
    block = None
    for key in keys:
        if isinstance(value, StreamValue | ListValue):
            children = value if isinstance(value, StreamValue) else value.bound_blocks
            child = next((c for c in children if c.id == key), None)
        elif isinstance(value, StructValue):
            child = value.bound_blocks.get(key)
        else:
            child = None
        if child is None:
            return None
        block, value = child.block, child.value
    return block
