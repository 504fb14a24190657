"""What is said of a draft that came from a file before anybody reads it line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .same_title import why_twice
from .signatory_name import why_another_head
from .starting import another_issuer

if TYPE_CHECKING:
    from .models import PlanPageMixin


def points_on(draft: PlanPageMixin) -> list[str]:
    """Another school's plan, one that is here already, one that another head signs."""
    said = [another_issuer(draft), why_twice(draft), why_another_head(draft)]
    return [point for point in said if point]
