"""The time a document speaks of: a year, a school year, a term of several years."""

from __future__ import annotations

import re
from dataclasses import replace

from ..parts import Period
from .dates import YEARS
from .wording import tidy

_YEAR = r"(\d{4})(?!\d)"
_TO = r"\s*(?:[-–—]|đến(?:\s+năm)?)\s*"
#: "Học kỳ II", but not "học kỳ I và II": who names both means the year.
TERM = (
    r"(?<![I1] và )(?<![I1], )(?<![I1] [–-] )(?:học\s+k[ỳì]|HK)\s*(?:II?|[12])(?!\w)"
    r"(?!\s*(?:,|và|[-–]|đến)\s*(?:học\s+k[ỳì]\s+|HK\s*)?(?:II|2)\b)(?!\s*và\s+cả\b)"
)
_SCHOOL_YEAR = rf"năm\s+học\s*:?\s*{_YEAR}{_TO}{_YEAR}"
_TERM_OF_YEAR = (
    rf"{TERM}\s*(?:[,;:/–-]?\s*(?:của\s+)?(?:năm(?:\s+học)?\s*:?\s*)?{_YEAR}{_TO}{_YEAR}"
    rf"|\(\s*(?:năm\s+học\s*:?\s*)?{_YEAR}{_TO}{_YEAR}\s*\))"
    rf"|{_SCHOOL_YEAR}\s*(?:[,;:–-]?\s*{TERM}|\(\s*{TERM}\s*\))"
)
_SPANS = (
    ("nam_hoc", _TERM_OF_YEAR),
    (
        "giai_doan",
        rf"giai\s+đoạn\s+(?:từ\s+)?(?:năm\s+)?{_YEAR}{_TO}(?:năm\s+)?{_YEAR}",
    ),
    ("nam_hoc", _SCHOOL_YEAR),
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
_TERM = re.compile(TERM, re.IGNORECASE)
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


def term_in(text: str) -> str | None:
    """Return the words that name one term of a school year."""
    match = _TERM.search(text)
    return tidy(match[0]) if match else None


def of_term(year: Period, term: str | None) -> Period:
    """Return the term of a school year that is named elsewhere than the year."""
    if term is None or year.type != "nam_hoc" or term_in(year.text):
        return year
    return replace(year, text=f"{term}, {year.text}")


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
