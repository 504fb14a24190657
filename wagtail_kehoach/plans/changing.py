"""How a draft is changed while it is compared with its file: on the latest text, or not at all.

Each change is an edit like any other: a new revision in the name of the editor, which
Wagtail's history can take back. What was decided is kept beside the draft in the same
transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from ..approval.invariant import lock_row
from ..approval.newer_version import token_of
from ..exceptions import ComparisonRefused
from .queries import plan_of
from .reading_models import PlanReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import AbstractUser

    from .models import PlanPageMixin

T = TypeVar("T")


def why_not_change(plan: PlanPageMixin, user: AbstractUser) -> str | None:
    """Return why ``user`` may not change ``plan`` from the comparison, or ``None``."""
    rights = plan.permissions_for_user(user)
    if not rights.can_edit():
        return _("You may not edit this plan.")
    if plan.live:
        return _("This plan is public. Change it in its form.")
    if plan.workflow_in_progress:
        return _(
            "This plan is waiting for approval. Withdraw it before you change it here."
        )
    if rights.page_locked():
        return _("This plan is locked, so that nobody can change it.")
    return None


@transaction.atomic
def change_draft(
    plan: PlanPageMixin,
    user: AbstractUser,
    known: str,
    change: Callable[[PlanPageMixin, PlanReading], T],
) -> T:
    """Let ``change`` work on the latest text, if that is the one that was looked at."""
    current, reading = locked(plan, user)
    if token_of(current.latest_revision) != known:
        raise ComparisonRefused(
            _(
                "Somebody changed the draft after this screen was opened. Nothing was "
                "changed. Look at it again and repeat your choice."
            )
        )
    draft = current.get_latest_revision_as_object()
    done = change(draft, reading)
    # As the form does with a draft: the row follows, for lists and the search.
    draft.save(clean=False)
    draft.save_revision(user=user, log_action=True, clean=False)
    reading.save(update_fields=["answers"])
    return done


@transaction.atomic
def answer_items(
    plan: PlanPageMixin,
    user: AbstractUser,
    kind: str,
    said: dict[int, dict[str, Any] | None],
) -> None:
    """Keep what was decided on items of the reading. The draft stays as it is."""
    _current, reading = locked(plan, user)
    for number, answer in said.items():
        item_of(reading, kind, number)
        remember(reading, kind, number, answer)
    reading.save(update_fields=["answers"])


def locked(
    plan: PlanPageMixin, user: AbstractUser
) -> tuple[PlanPageMixin, PlanReading]:
    """The plan and its reading as they are now; nobody changes them until we commit."""
    lock_row(plan)
    current = plan_of(plan.pk)
    readings = PlanReading.objects.select_for_update()
    reading = readings.filter(page_id=plan.pk).first()
    if current is None or reading is None:
        raise ComparisonRefused(_("This plan is not there any more."))
    if reason := why_not_change(current, user):
        raise ComparisonRefused(reason)
    return current, reading


def item_of(reading: PlanReading, kind: str, number: int):
    """A warning or a line of the reading, by its number."""
    items = reading.reading.get(kind) or []
    if not 0 <= number < len(items):
        raise ComparisonRefused(_("This point is not there any more."))
    return items[number]


def remember(
    reading: PlanReading, kind: str, key: int | str, answer: dict[str, Any] | None
) -> None:
    """Keep what was decided on one item; ``None`` takes it back. Saves nothing."""
    answers = reading.answers.setdefault(kind, {})
    if answer is None:
        answers.pop(str(key), None)
    else:
        answers[str(key)] = answer
