"""How much of a plan goes when its import is undone; ``uploads.undoing`` says whether it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import ngettext

if TYPE_CHECKING:
    from .models import PlanPageMixin


def what_goes(plan: PlanPageMixin) -> list[str]:
    """How much is deleted with the draft, to be said before."""
    draft = plan.get_latest_revision_as_object()
    sections = sum(child.block_type == "section" for child in draft.body)
    tasks = len(draft.tasks)
    return [
        ngettext("%(n)s section of its text", "%(n)s sections of its text", sections)
        % {"n": sections},
        ngettext("%(n)s task", "%(n)s tasks", tasks) % {"n": tasks},
    ]
