"""How sure each field is that was read from an official document."""

from __future__ import annotations

from ..readings import Reading
from .header import Header
from .periods import term_in


def rate(reading: Reading, header: Header) -> None:
    """Say how sure each field is that was filled."""
    document = reading.document
    sure = {
        "kind": 0.95,
        "number": 0.6 if header.handwritten_number else 0.98,
        "symbol": 0.95,
        "place": 0.95,
        "date": 0.6 if header.date and header.date.handwritten else 0.97,
        "issuer": 0.6 if "issuer" in reading.inferred else 0.95,
        "issuer_parent": 0.9,
        "title": 0.95,
        "period": _of_period(reading),
        "bases": 0.9,
        "tasks": _average([task.confidence or 0 for task in document.tasks]),
        "reporting": 0.7,
        "recipients": 0.95,
        "signatory": 0.6 if _has_hint(reading, "several-signatories") else 0.9,
    }
    reading.confidence = {
        name: rate for name, rate in sure.items() if getattr(document, name)
    }


def _has_hint(reading: Reading, code: str) -> bool:
    return any(warning.code == code for warning in reading.warnings)


def _of_period(reading: Reading) -> float:
    """No document says on which days a term begins and ends."""
    if "period" in reading.inferred:
        return 0.6
    period = reading.document.period
    return 0.75 if period and term_in(period.text) else 0.95


def _average(rates: list[float]) -> float:
    return round(sum(rates) / len(rates), 2) if rates else 0.0
