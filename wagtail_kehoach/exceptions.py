"""Refusals. Each carries a reason in words for the person who asked."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied


class ApprovalRefused(PermissionDenied):
    """A text may not become public, or may not be decided on, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ConsentRefused(PermissionDenied):
    """Nobody may be asked for consent, or answer, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RegistrationRefused(PermissionDenied):
    """Nothing is written into the register, for the given reason.

    ``field`` is what the reason is about, by its name in the form, if it is one thing.
    """

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class ImportRefused(Exception):
    """A file cannot become a plan, for the given reason. Nothing was stored."""

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class ExportRefused(Exception):
    """A plan cannot be written to a file in this way, for the given reason."""

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class ComparisonRefused(Exception):
    """A draft cannot be changed from its comparison with the file, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UndoRefused(Exception):
    """An import is not undone, for the given reason. Nothing was deleted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ProposalRefused(PermissionDenied):
    """Nobody may be asked for a story, or send one in, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SharingRefused(PermissionDenied):
    """What stands outside of the portal is not recorded, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class VerificationRefused(PermissionDenied):
    """A text was not verified, for the given reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
