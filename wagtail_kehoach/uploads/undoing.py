"""Undoing an import: a draft goes as if its file had never been put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _, pgettext
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Revision, WorkflowState

from ..approval.invariant import lock_row
from ..approval.models import Approval
from ..exceptions import UndoRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet
    from wagtail.models import Page


def why_not_undo(draft: Page, user: AbstractUser) -> str | None:
    """Return why ``user`` may not undo the import that made ``draft``, or ``None``."""
    if draft.live or draft.first_published_at or Approval.objects.of(draft).exists():
        return _("This draft was approved, so its import cannot be undone.")
    if WorkflowState.objects.for_instance(draft).exists():
        return _("This draft was submitted, so its import cannot be undone.")
    if draft.numchild:
        return _("Other pages lie below this draft. Move or delete them first.")
    rights = draft.permissions_for_user(user)
    if rights.page_locked():
        return _("This draft is locked, so that nobody can change it.")
    if not (rights.can_edit() and rights.can_delete()):
        return _("You may not delete this draft.")
    return _why_not_work_of_others(draft, user)


def later_versions(draft: Page) -> QuerySet[Revision]:
    """What was saved after the import, oldest first."""
    versions = Revision.objects.for_instance(draft).order_by("pk")
    first = versions.values_list("pk", flat=True).first()
    return versions.exclude(pk=first)


def undo_import(
    draft: Page,
    user: AbstractUser,
    *,
    find: Callable[[int], Page | None],
    along: Callable[[Page], None] | None = None,
) -> None:
    """Delete ``draft`` with its versions and all that was kept of the file.

    ``find`` looks it up anew, ``along`` deletes what else the import made. All of it goes or
    nothing. Raises ``UndoRefused``.
    """
    with transaction.atomic():
        lock_row(draft)
        current = find(draft.pk)
        if current is None:
            raise UndoRefused(_("This draft is not there any more."))
        if reason := why_not_undo(current, user):
            raise UndoRefused(reason)
        if along is not None:
            along(current)
        current.delete(user=user)


def _why_not_work_of_others(draft: Page, user: AbstractUser) -> str | None:
    """Own changes are counted before they go; those of another are not his to throw away."""
    others = later_versions(draft).exclude(user=user).select_related("user")
    changed = others.last()
    if changed is None:
        return None
    return _(
        "%(name)s changed this draft after the import. Ask first; whoever may delete the "
        "page can still do so."
    ) % {"name": user_display_name(changed.user) or pgettext("for a name", "Somebody")}
