"""What the reader of a file was unsure of, and whether that is settled in the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import suggestions
from .provenance import warnings_once

if TYPE_CHECKING:
    from .models import PlanPageMixin
    from .reading_models import PlanReading

#: A file with more of them is not one that anybody checks point by point.
MOST_POINTS = 300
#: The answer of somebody who looked and left the draft as it was.
KEPT = "kept"
#: What was not found in a file, and the field of the draft that says it by now.
MISSING = {
    "date-missing": "issued_on",
    "recipients-missing": "recipients",
    "signatory-missing": "signatory_name",
    "position-missing": "signatory_position",
}


@dataclass(frozen=True)
class Point:
    """A warning, with where its suggestion would change the draft."""

    number: int
    warning: dict[str, Any]
    places: list[str]
    kept: bool
    anchor: str = ""
    is_filled: bool = False

    @property
    def is_used(self) -> bool:
        """Whether the draft does not say any more what the warning is about.

        What the reader filled in by itself stands nowhere in the file: somebody looks at it.
        """
        said = self.warning.get("original") and self.warning.get("suggestion")
        return bool(said) and not self.places

    @property
    def is_open(self) -> bool:
        return not (self.kept or self.is_used or self.is_filled)


def points_of(draft: PlanPageMixin, stored: PlanReading) -> list[Point]:
    """The warnings, each once; what one of them changes, it changes everywhere."""
    said = stored.answers.get("warnings", {})
    return [
        Point(
            number,
            warning,
            suggestions.places_of(draft, warning),
            said.get(str(number), {}).get("how") == KEPT,
            is_filled=_is_filled(draft, warning),
        )
        for number, warning in warnings_once(stored.reading)[:MOST_POINTS]
    ]


def _is_filled(draft: PlanPageMixin, warning: dict[str, Any]) -> bool:
    """Whether somebody has said since what the file did not."""
    field = MISSING.get(warning.get("code", ""))
    return bool(field and getattr(draft, field))
