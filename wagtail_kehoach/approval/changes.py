"""What differs between two texts, field by field, as Wagtail compares revisions."""

from __future__ import annotations

from wagtail.admin.panels import get_edit_handler


def changes_since_live(request, obj, submitted) -> list | None:
    """What ``submitted`` changes in what is public now; ``None`` if nothing is."""
    return changes_between(request, obj, submitted) if obj.live else None


def changes_between(request, before, after) -> list:
    """What ``after`` changes in ``before``."""
    panel = get_edit_handler(type(before)).get_bound_panel(
        instance=before, request=request, form=None
    )
    found = (compare(before, after) for compare in panel.get_comparison())
    return [change for change in found if change.has_changed()]
