"""Undoing an import: the draft goes as if the file had never been put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from ..approval.invariant import lock_row
from ..approval.models import Approval
from ..exceptions import ComparisonRefused
from .queries import plan_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .models import PlanPageMixin


def why_not_undo(plan: PlanPageMixin, user: AbstractUser) -> str | None:
    """Return why ``user`` may not undo the import of ``plan``, or ``None``."""
    rights = plan.permissions_for_user(user)
    if plan.live or plan.first_published_at or Approval.objects.of(plan).exists():
        return _("This plan was approved, so its import cannot be undone.")
    if WorkflowState.objects.for_instance(plan).exists():
        return _("This plan was submitted, so its import cannot be undone.")
    if plan.numchild:
        return _("Other pages lie below this plan. Move or delete them first.")
    if rights.page_locked():
        return _("This plan is locked, so that nobody can change it.")
    if not (rights.can_edit() and rights.can_delete()):
        return _("You may not delete this plan.")
    return None


def what_goes(plan: PlanPageMixin) -> dict[str, int]:
    """How much is deleted with the draft, to be said before."""
    draft = plan.get_latest_revision_as_object()
    sections = [child for child in draft.body if child.block_type == "section"]
    return {
        "sections": len(sections),
        "tasks": len(draft.tasks),
        "later": max(Revision.objects.for_instance(plan).count() - 1, 0),
    }


@transaction.atomic
def undo_import(plan: PlanPageMixin, user: AbstractUser) -> None:
    """Delete the draft with its versions and all that was kept of the file."""
    lock_row(plan)
    current = plan_of(plan.pk)
    if current is None:
        raise ComparisonRefused(_("This plan is not there any more."))
    if reason := why_not_undo(current, user):
        raise ComparisonRefused(reason)
    current.delete(user=user)
