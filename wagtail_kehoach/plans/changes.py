"""Changes of a draft that are made while it is compared with its file.

Each is an edit like any other: a new revision in the name of the editor, which Wagtail's
history can take back. What was decided is kept beside the draft in the same transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from ..approval.invariant import lock_row
from ..approval.newer_version import token_of
from ..exceptions import ComparisonRefused
from . import names, suggestions, unplaced
from .points import KEPT
from .queries import plan_of
from .reading_models import PlanReading
from .waiting import NOT_NEEDED, where_it_went

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


def use_suggestion(plan, user: AbstractUser, known: str, number: int) -> None:
    """Put what warning ``number`` suggests into the draft."""

    def change(draft: PlanPageMixin, reading: PlanReading) -> None:
        warning = _item(reading, "warnings", number)
        if not suggestions.apply(draft, warning):
            raise ComparisonRefused(
                _("The draft does not say this any more, so nothing was changed.")
            )

    _change(plan, user, known, change)


def keep_as_it_is(plan, user: AbstractUser, number: int) -> None:
    """Say of warning ``number`` that somebody looked at it. The draft stays as it is."""
    _answer(plan, user, "warnings", {number: {"how": KEPT}})


def place_lines(
    plan,
    user: AbstractUser,
    known: str,
    numbers: list[int],
    target: str,
    *,
    replace: bool = False,
) -> dict[str, Any]:
    """Put lines that found no place where ``target`` says; return what is noted of them.

    A field that says something already gives way only with ``replace``.
    """
    if not numbers:
        raise ComparisonRefused(_("Tick the lines first."))

    def change(draft: PlanPageMixin, reading: PlanReading) -> dict[str, Any]:
        texts = [_item(reading, "not_understood", number) for number in numbers]
        for number, text in zip(numbers, texts, strict=True):
            if where_it_went(draft, text, _said(reading, number)):
                raise ComparisonRefused(
                    _("“%(line)s” was already decided on.") % {"line": text[:80]}
                )
        notes = unplaced.place(draft, texts, target, replace=replace)
        if target.startswith("field:"):
            _wait_again(reading, target)
        for number, note in zip(numbers, notes, strict=True):
            _note(reading, "not_understood", number, note)
        return notes[0]

    return _change(plan, user, known, change)


def _wait_again(reading: PlanReading, field: str) -> None:
    """Lines that filled a field have no place any more when others fill it."""
    answers = reading.answers.get("not_understood", {})
    for number in [n for n, said in answers.items() if said.get("how") == field]:
        _note(reading, "not_understood", int(number), None)


def _said(reading: PlanReading, number: int) -> dict[str, Any] | None:
    return reading.answers.get("not_understood", {}).get(str(number))


def leave_out(plan, user: AbstractUser, numbers: list[int]) -> None:
    """Say of lines that the plan does not need them. The draft stays as it is."""
    if not numbers:
        raise ComparisonRefused(_("Tick the lines first."))
    said = {"how": NOT_NEEDED}
    _answer(plan, user, "not_understood", dict.fromkeys(numbers, said))


def ask_again(plan, user: AbstractUser, kind: str, number: int) -> None:
    """Take a decision back. What it put into the draft stays there."""
    _answer(plan, user, kind, {number: None})


def use_name(plan, user: AbstractUser, known: str, named: dict[str, str]) -> None:
    """Put a name of the register wherever the draft says another."""

    def change(draft: PlanPageMixin, reading: PlanReading) -> None:
        names.rename(draft, named["kind"], named["old"], named["new"])

    _change(plan, user, known, change)


@transaction.atomic
def _change(
    plan: PlanPageMixin,
    user: AbstractUser,
    known: str,
    change: Callable[[PlanPageMixin, PlanReading], T],
) -> T:
    """Let ``change`` work on the latest text, if that is the one that was looked at."""
    current, reading = _locked(plan, user)
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
def _answer(
    plan: PlanPageMixin,
    user: AbstractUser,
    kind: str,
    said: dict[int, dict[str, Any] | None],
) -> None:
    _current, reading = _locked(plan, user)
    for number, answer in said.items():
        _item(reading, kind, number)
        _note(reading, kind, number, answer)
    reading.save(update_fields=["answers"])


def _locked(
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


def _item(reading: PlanReading, kind: str, number: int):
    items = reading.reading.get(kind) or []
    if not 0 <= number < len(items):
        raise ComparisonRefused(_("This point is not there any more."))
    return items[number]


def _note(
    reading: PlanReading, kind: str, number: int, answer: dict[str, Any] | None
) -> None:
    answers = reading.answers.setdefault(kind, {})
    if answer is None:
        answers.pop(str(number), None)
    else:
        answers[str(number)] = answer
