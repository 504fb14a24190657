"""What went with a post, and what of it stays: in sentences, for the record."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Gone:
    """What people are told of the files that went, and of those that stay public."""

    went: list[str] = field(default_factory=list)
    stay: list[str] = field(default_factory=list)

    def __add__(self, other: Gone) -> Gone:
        return Gone(self.went + other.went, self.stay + other.stay)

    @property
    def said(self) -> list[str]:
        """All that is told, what went first."""
        return self.went + self.stay
