"""What differs between two texts, field by field, in the order of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.admin.panels import get_edit_handler
from wagtail.models import AbstractPage

from . import digest
from .differences import ours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from functools import partial


def changes_since_live(request, obj, submitted) -> list | None:
    """What ``submitted`` changes in what is public now; ``None`` if nothing is."""
    return changes_between(request, obj, submitted) if obj.live else None


def changes_between(request, before, after) -> list:
    """What ``after`` changes in ``before``."""
    found = (ours(compare)(before, after) for compare in _comparisons(request, before))
    return [change for change in found if change.has_changed()]


def _comparisons(request, obj) -> Iterator[partial]:
    """Of every field of the form, and of what is approved without being in it."""
    known = set(digest.TRACKING)
    for handler in (_form_of(obj), get_edit_handler(type(obj))):
        panel = handler.get_bound_panel(instance=obj, request=request, form=None)
        for compare in panel.get_comparison():
            field = compare.args[0]
            if field.name not in known:
                known.add(field.name)
                yield compare


def _form_of(obj):
    if isinstance(obj, AbstractPage):
        return obj.get_edit_handler()
    viewset = getattr(obj, "snippet_viewset", None)
    return viewset.get_edit_handler() if viewset else get_edit_handler(type(obj))
