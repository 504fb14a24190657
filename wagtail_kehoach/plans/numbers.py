"""Plans that bear one number: the same body, the same year, the same number and symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..organisation.bodies import body_key
from ..organisation.queries import name_key
from .queries import plan_models

if TYPE_CHECKING:
    import datetime as dt

    from .models import PlanPageMixin

NEEDED = (
    "title",
    "draft_title",
    "issuing_body",
    "number",
    "symbol",
    "issued_on",
    "starts_on",
)


def same_number(plan: PlanPageMixin) -> list[PlanPageMixin]:
    """The other plans, drafts too, that bear the number and symbol of ``plan``.

    The numbers of an office begin anew each year, so a plan of another year may have it.
    Neither its translations nor its aliases count.
    """
    if not plan.number:
        return []
    key = _key(plan)
    return [
        other
        for model in plan_models()
        for other in model.objects.filter(
            number__iendswith=_digits(plan), alias_of=None
        )
        .exclude(pk=plan.pk)
        .exclude(translation_key=plan.translation_key)
        .only(*NEEDED)
        .order_by("pk")
        if _key(other) == key
    ]


def number_taken(plan: PlanPageMixin, other: PlanPageMixin) -> str:
    """What is said to those who write or approve ``plan``."""
    return _(
        "The plan “%(title)s” has the number %(number)s already. Check which of the two "
        "it belongs to."
    ) % {"title": other.get_admin_display_title(), "number": plan.number_and_symbol}


def _digits(plan: PlanPageMixin) -> str:
    """The number without the noughts that some offices print before it."""
    return plan.number.strip().lstrip("0")


def _key(plan: PlanPageMixin) -> tuple:
    day: dt.date | None = plan.issued_on or plan.starts_on
    return (
        body_key(plan.issuing_body),
        _digits(plan).casefold(),
        name_key(plan.symbol),
        day.year if day else None,
    )
