"""What the templates ask of a plan that is at hand: no statement, no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..decree30 import layout

if TYPE_CHECKING:
    from ..plans.models import PlanPageMixin
    from ..plans.public import TaskRow


def place_and_date(page: PlanPageMixin) -> str:
    """Place and date of a plan as on paper, with room for a date that is not there yet."""
    printed = layout.place_and_date(page.place or None, page.official_date)
    return printed if page.place else printed.partition(", ")[2]


def number_or_blank(page: PlanPageMixin) -> str:
    """Number and symbol of a plan as on paper, with room for a number to come."""
    return layout.number_and_symbol(page.official_number, page.symbol)


def in_the_table(rows: list[TaskRow]) -> list[TaskRow]:
    """The tasks that the table of the document prints."""
    return [row for row in rows if row.task.in_table]


def outside_the_table(rows: list[TaskRow]) -> list[TaskRow]:
    """The tasks that the document gives in its sentences."""
    return [row for row in rows if not row.task.in_table]


def with_posts(rows: list[TaskRow]) -> int:
    """How many of the tasks have a post that carries them out."""
    return sum(bool(row.posts) for row in rows)
