"""The time a document speaks of: a year, a school year, a term of several years."""

from __future__ import annotations

import re

from ..parts import Period
from .dates import YEARS
from .wording import tidy

_YEAR = r"(\d{4})(?!\d)"
_TO = r"\s*(?:[-–—]|đến(?:\s+năm)?)\s*"
_SPANS = (
    (
        "giai_doan",
        rf"giai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?{_YEAR}{_TO}(?:năm\s+)?{_YEAR}",
    ),
    ("nam_hoc", rf"năm\s+học\s*:?\s*{_YEAR}{_TO}{_YEAR}"),
    (
        "khoang_thang",
        rf"(?:từ\s+)?tháng\s+\d{{1,2}}(?:\s*(?:/|năm)\s*{_YEAR})?{_TO}tháng\s+\d{{1,2}}\s*(?:/|năm)\s*{_YEAR}",
    ),
    ("khoang_thang", rf"(?:0?[2-9]|1[01])\s+tháng\s+(?:đầu|cuối)\s+năm\s+{_YEAR}()"),
    ("quy", rf"quý\s+(?:I{{1,3}}|IV|[1-4])\s*(?:[/,]|năm)?\s*(?:năm\s+)?{_YEAR}()"),
    ("thang", rf"tháng\s+\d{{1,2}}\s*(?:/|năm)\s*{_YEAR}()"),
    ("giai_doan", rf"(?<!đến )(?:các\s+|hai\s+)?năm\s+{_YEAR}\s*[-–—]\s*{_YEAR}"),
    ("nam", rf"(?<!đến )năm\s+{_YEAR}()"),
)
_PATTERNS = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _SPANS]
_MISPRINT = re.compile(r"\b(\d{4})\s*[-–]\s*(\d{5,})\b|\b(\d{5,})\s*[-–]\s*(\d{4})\b")
_LONGEST = {"nam_hoc": 1, "khoang_thang": 2, "giai_doan": 50}


def period_in(text: str) -> Period | None:
    """Return the period that text names last: the narrower one usually follows."""
    found: list[tuple[int, Period]] = []
    taken: list[range] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            if period := _period(name, match):
                found.append((match.start(), period))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _period(name: str, match: re.Match[str]) -> Period | None:
    years = [int(year) for year in match.groups() if year]
    start, end = years[0], years[-1]
    plausible = start in YEARS and end in YEARS and end - start >= 0
    if not plausible or end - start > _LONGEST.get(name, 50):
        return None
    return Period(name, start, end, tidy(match[0]))


def misprinted_spans(text: str, periods: list[Period]) -> list[tuple[str, str | None]]:
    """Return spans with a digit too many, each with the span that was meant, if sure."""
    result = []
    for match in _MISPRINT.finditer(text):
        start, end = (part for part in match.groups() if part)
        meant = {
            f"{period.start}-{period.end}"
            for period in periods
            if _is_slip(start, str(period.start)) and _is_slip(end, str(period.end))
        }
        result.append((match[0], meant.pop() if len(meant) == 1 else None))
    return result


def _is_slip(printed: str, meant: str) -> bool:
    """Tell whether one digit too many makes ``printed`` of ``meant``."""
    shortened = {
        printed[:place] + printed[place + 1 :] for place in range(len(printed))
    }
    return printed == meant or meant in shortened
