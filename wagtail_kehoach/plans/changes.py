"""What one click of the comparison does: see ``changing`` for how a draft is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..exceptions import ComparisonRefused
from . import names, suggestions, unplaced
from .changing import answer_items, change_draft, item_of, locked, remember
from .points import KEPT
from .waiting import NOT_NEEDED, where_it_went

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .models import PlanPageMixin
    from .reading_models import PlanReading


def use_suggestion(plan, user: AbstractUser, known: str, number: int) -> None:
    """Put what warning ``number`` suggests into the draft."""

    def change(draft: PlanPageMixin, reading: PlanReading) -> None:
        warning = item_of(reading, "warnings", number)
        if not suggestions.apply(draft, warning):
            raise ComparisonRefused(
                _("The draft does not say this any more, so nothing was changed.")
            )

    change_draft(plan, user, known, change)


def keep_as_it_is(plan, user: AbstractUser, number: int) -> None:
    """Say of warning ``number`` that somebody looked at it. The draft stays as it is."""
    answer_items(plan, user, "warnings", {number: {"how": KEPT}})


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
        texts = [item_of(reading, "not_understood", number) for number in numbers]
        for number, text in zip(numbers, texts, strict=True):
            if where_it_went(draft, text, _said(reading, number)):
                raise ComparisonRefused(
                    _("“%(line)s” was already decided on.") % {"line": text[:80]}
                )
        notes = unplaced.place(draft, texts, target, replace=replace)
        if target.startswith("field:"):
            _wait_again(reading, target)
        for number, note in zip(numbers, notes, strict=True):
            remember(reading, "not_understood", number, note)
        return notes[0]

    return change_draft(plan, user, known, change)


def _wait_again(reading: PlanReading, field: str) -> None:
    """Lines that filled a field have no place any more when others fill it."""
    answers = reading.answers.get("not_understood", {})
    for number in [n for n, said in answers.items() if said.get("how") == field]:
        remember(reading, "not_understood", int(number), None)


def _said(reading: PlanReading, number: int) -> dict[str, Any] | None:
    return reading.answers.get("not_understood", {}).get(str(number))


def leave_out(plan, user: AbstractUser, numbers: list[int]) -> None:
    """Say of lines that the plan does not need them. The draft stays as it is."""
    if not numbers:
        raise ComparisonRefused(_("Tick the lines first."))
    said = {"how": NOT_NEEDED}
    answer_items(plan, user, "not_understood", dict.fromkeys(numbers, said))


def ask_again(plan, user: AbstractUser, kind: str, number: int) -> None:
    """Take a decision back. What it put into the draft stays there."""
    answer_items(plan, user, kind, {number: None})


def use_name(plan, user: AbstractUser, known: str, named: dict[str, str]) -> None:
    """Put a name of the register wherever the draft says another."""

    def change(draft: PlanPageMixin, reading: PlanReading) -> None:
        names.rename(draft, named["kind"], named["old"], named["new"])

    change_draft(plan, user, known, change)


@transaction.atomic
def keep_names(plan, user: AbstractUser, kind: str = "", name: str = "") -> int:
    """Say of a name that it stays as printed, or of all that the register does not know.

    Return of how many that was said. The draft stays as it is.
    """
    current, reading = locked(plan, user)
    draft = current.get_latest_revision_as_object()
    opened = [named for named in names.names_of(draft, reading) if not named.is_settled]
    if kind:
        meant = [n for n in opened if (n.kind, n.name) == (kind, name)]
    else:
        meant = [n for n in opened if n.entry is None]
    if not meant:
        raise ComparisonRefused(_("This point is not there any more."))
    for named in meant:
        remember(reading, "names", named.key, {"how": KEPT})
    reading.save(update_fields=["answers"])
    return len(meant)


@transaction.atomic
def ask_name_again(plan, user: AbstractUser, kind: str, name: str) -> None:
    """Take back that a name stays as it is printed."""
    _current, reading = locked(plan, user)
    remember(reading, "names", names.answer_key(kind, name), None)
    reading.save(update_fields=["answers"])
