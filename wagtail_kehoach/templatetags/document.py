"""What the templates ask of a plan that is at hand: no statement, no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..decree30 import layout
from ..plans.annexes import first_annex
from ..plans.end_mark import BELOW
from ..plans.public import place_of_mark

if TYPE_CHECKING:
    from ..plans.models import PlanPageMixin
    from ..plans.public import PlanPart, TaskRow


def place_and_date(page: PlanPageMixin) -> str:
    """Place and date of a plan as on paper, with room for a date that is not there yet."""
    printed = layout.place_and_date(page.place or None, page.official_date)
    return printed if page.place else printed.partition(", ")[2]


def number_or_blank(page: PlanPageMixin) -> str:
    """Number and symbol of a plan as on paper, with room for a number to come."""
    return layout.number_and_symbol(page.official_number, page.symbol)


def mark_below(page: PlanPageMixin) -> bool:
    """Whether the mark of the end stands alone, below the last table of the text."""
    return place_of_mark(page) == BELOW


def before_annexes(parts: list[PlanPart]) -> list[PlanPart]:
    """The parts that stand before the signature."""
    return parts[: first_annex([part.block for part in parts])]


def ends_in_section(parts: list[PlanPart]) -> bool:
    """Whether the last section and the signature are kept on one page."""
    return any(part.ends_plan for part in parts)


def annexes(parts: list[PlanPart]) -> list[PlanPart]:
    """The parts that stand after the signature."""
    return parts[first_annex([part.block for part in parts]) :]


def shows_tasks(parts: list[PlanPart]) -> bool:
    """Whether the text of the plan has a place for the table of tasks."""
    return any(part.block.block_type == "task_table" for part in parts)


def in_the_table(rows: list[TaskRow]) -> list[TaskRow]:
    """The tasks that the table of the document prints."""
    return [row for row in rows if row.task.in_table]


def outside_the_table(rows: list[TaskRow]) -> list[TaskRow]:
    """The tasks that the document gives in its sentences."""
    return [row for row in rows if not row.task.in_table]


def with_posts(rows: list[TaskRow]) -> int:
    """How many of the tasks have a post that carries them out."""
    return sum(bool(row.posts) for row in rows)
