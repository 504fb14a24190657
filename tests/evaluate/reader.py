"""How well the reader reads the sample documents: ``python -m tests.evaluate.reader``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from wagtail_kehoach.decree30.interchange import to_json
from wagtail_kehoach.decree30.parts import ReadingRefused
from wagtail_kehoach.decree30.reader import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get("KEHOACH_SAMPLES", ROOT.parent / "shared" / "samples"))
FIELDS = (
    "kind", "is_plan", "number", "symbol", "place", "date", "date_partial", "issuer",
    "issuer_parent", "title", "period", "bases", "sections", "recipients", "signatory",
)  # fmt: skip
FORMATS = (".docx", ".pdf", ".txt", ".doc")
_ALIKE = 0.75


def samples() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each sample file with what a careful reader takes from it."""
    for expected in sorted(SAMPLES.glob("*.expected.json")):
        stem = expected.name.removesuffix(".expected.json")
        found = [SAMPLES / (stem + suffix) for suffix in FORMATS]
        data = json.loads(expected.read_text("utf-8"))
        yield from ((path, data) for path in found if path.exists())


def reading_of(path: Path) -> dict[str, Any]:
    """Return a file as JSON."""
    return to_json(read(path.name, path.read_bytes()))


def wrong_fields(got: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Return the fields that differ from what was expected."""
    return [name for name in FIELDS if not _same(name, got, expected)]


def _same(name: str, got: dict[str, Any], expected: dict[str, Any]) -> bool:
    if name == "sections":
        return missing_sections(got, expected) == [] == extra_sections(got, expected)
    if name == "bases":
        return _numbers(got) == _numbers(expected)
    if name not in expected:
        return not got.get(name)
    return got.get(name) in [expected[name], *expected.get(f"{name}_alt", [])]


def _numbers(data: dict[str, Any]) -> list[Any]:
    return [
        (basis["number"], basis["date"], basis["issuer"]) for basis in data["bases"]
    ]


def _keys(data: dict[str, Any], *, optional: bool) -> list[tuple[Any, ...]]:
    return [
        (section["label"], section["title"], section["level"])
        for section in data["sections"]
        if optional or not section.get("optional")
    ]


def missing_sections(got: dict[str, Any], expected: dict[str, Any]) -> list[Any]:
    """Return headings that were not found."""
    found = _keys(got, optional=True)
    return [key for key in _keys(expected, optional=False) if key not in found]


def extra_sections(got: dict[str, Any], expected: dict[str, Any]) -> list[Any]:
    """Return headings that are none; optional ones count neither way."""
    allowed = _keys(expected, optional=True)
    optional = {s["label"] for s in expected["sections"] if s.get("optional")}
    found = _keys(got, optional=True)
    return [key for key in found if key not in allowed and key[0] not in optional]


def matches(name: str, got: dict[str, Any], expected: dict[str, Any]) -> int:
    """Return how many expected tasks or reports have a found one of their own."""
    left = list(got[name])
    count = 0
    for item in expected[name]:
        like = next((other for other in left if _alike(other, item)), None)
        if like is not None:
            left.remove(like)
            count += 1
    return count


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    same_date = one.get("deadline") == other.get("deadline")
    same_due = one.get("due") == other.get("due")
    first, second = one["text"].lower(), other["text"].lower()
    contained = first in second or second in first
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return same_date and same_due and (contained or ratio >= _ALIKE)


def rates(
    name: str, got: dict[str, Any], expected: dict[str, Any]
) -> tuple[float, float]:
    """Return recall and precision of tasks or reports."""
    count = matches(name, got, expected)
    recall = count / len(expected[name]) if expected[name] else 1.0
    precision = count / len(got[name]) if got[name] else 1.0
    return round(recall, 2), round(precision, 2)


def main() -> None:
    """Print a line for each sample."""
    verbose = "-v" in sys.argv
    print(f"{'sample':34} {'fields':>7} {'tasks r/p':>12} {'reports r/p':>12}  wrong")
    for path, expected in samples():
        try:
            got = reading_of(path)
        except ReadingRefused as refusal:
            right = "as expected" if expected.get("unreadable") else "WRONG"
            print(f"{path.name:34} refused: {refusal.code} ({right})")
            continue
        _print_line(path, got, expected, verbose=verbose)


def _print_line(
    path: Path, got: dict[str, Any], expected: dict[str, Any], *, verbose: bool
) -> None:
    wrong = wrong_fields(got, expected)
    tasks, reports = rates("tasks", got, expected), rates("reporting", got, expected)
    right = f"{len(FIELDS) - len(wrong)}/{len(FIELDS)}"
    print(
        f"{path.name:34} {right:>7} {tasks[0]:>6}/{tasks[1]:<5} "
        f"{reports[0]:>6}/{reports[1]:<5}  {', '.join(wrong)}"
    )
    for name in wrong if verbose else ():
        print(f"    {name}: {got.get(name)!r}\n    expected {expected.get(name)!r}")


if __name__ == "__main__":
    main()
