"""Whether a reading is right: field by field, item by item."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from operator import eq
from typing import Any

SINGLE = (
    "is_plan", "kind", "issuer_parent", "issuer", "number", "symbol", "place", "date",
    "date_partial", "title", "period",
)  # fmt: skip
SIGNATORY = ("authority", "position", "name")
LISTS = ("bases", "sections", "recipients", "tasks", "reporting")
FIELDS = (*SINGLE, *(f"signatory.{part}" for part in SIGNATORY), *LISTS)
_ALIKE = 0.75

Json = dict[str, Any]


@dataclass
class Score:
    """How many values were expected, found right, found wrong; ``notes`` show each fault."""

    expected: int = 0
    right: int = 0
    wrong: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.expected += other.expected
        self.right += other.right
        self.wrong += other.wrong
        self.notes += other.notes

    @property
    def recall(self) -> float:
        """Which part of what there is was found and is right."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Which part of what was filled in is right."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0


def scores(got: Json, expected: Json) -> dict[str, Score]:
    """Return the score of each field.

    What ``expected`` does not speak of is not judged, nor what it names in ``not_judged``.
    """
    skipped = set(expected.get("not_judged", ()))
    if expected.get("sections_ambiguous"):
        skipped.add("sections")
    return {
        name: _score(name, got, expected)
        for name in FIELDS
        if name.partition(".")[0] not in skipped and _speaks_of(name, expected)
    }


def _speaks_of(name: str, expected: Json) -> bool:
    first, _, part = name.partition(".")
    if first not in expected:
        return False
    return not part or expected[first] is None or part in expected[first]


def _score(name: str, got: Json, expected: Json) -> Score:
    if name in LISTS:
        return _items(name, got.get(name) or [], expected.get(name) or [])
    pair = (_value(name, got), _value(name, expected))
    if name == "period":
        pair = (_only_told(pair[0], expected), _only_told(pair[1], expected))
    return _single(name, *pair, expected)


def _value(name: str, data: Json) -> Any:
    first, _, part = name.partition(".")
    value = data.get(first)
    if part:
        return (value or {}).get(part)
    return value


def _only_told(period: Json | None, expected: Json) -> tuple | None:
    if not period:
        return None
    told = expected.get("period") or period
    return tuple(period.get(key) for key in ("type", "start", "end") if key in told)


def _single(name: str, got: Any, expected: Any, data: Json) -> Score:
    there, found = expected is not None, got is not None
    allowed = [expected, *_alternatives(name, data)]
    right = found and any(_plain(got) == _plain(one) for one in allowed)
    notes = (
        []
        if right or (not there and not found)
        else [f"{name}: {got!r}, not {expected!r}"]
    )
    return Score(int(there), int(right and there), int(found and not right), notes)


def _alternatives(name: str, data: Json) -> list[Any]:
    """What is as good as the value of ``name``, in a document or in one of its items."""
    alternatives = data.get(f"{name}_alt", [])
    return alternatives if isinstance(alternatives, list) else [alternatives]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


def _items(name: str, got: list[Any], expected: list[Any]) -> Score:
    """Give each expected item a found one of its own; optional ones count neither way."""
    same = _SAME[name]
    left, missed = list(got), []
    score = Score()
    for item in sorted(expected, key=_is_optional):
        like = next((other for other in left if same(other, item)), None)
        if like is not None:
            left.remove(like)
        if _is_optional(item):
            continue
        score.expected += 1
        score.right += like is not None
        if like is None:
            missed.append(item)
    left = [item for item in left if not _stands_for_optional(item, expected)]
    score.wrong = len(left)
    score.notes = [f"{name}: missed {_short(item)}" for item in missed]
    score.notes += [f"{name}: invented {_short(item)}" for item in left]
    return score


def _is_optional(item: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("optional"))


def _stands_for_optional(item: Any, expected: list[Any]) -> bool:
    labels = [other.get("label") for other in expected if _is_optional(other)]
    return isinstance(item, dict) and "label" in item and item["label"] in labels


def _short(item: Any) -> str:
    if isinstance(item, str):
        return repr(item)
    keys = ("label", "title", "level", "number", "date", "issuer", "text", "responsible",
            "deadline", "due")  # fmt: skip
    return ", ".join(f"{key}={str(item[key])[:90]!r}" for key in keys if key in item)


def _same_basis(one: Json, other: Json) -> bool:
    if one["number"] is None and other.get("number") is None:
        return _alike(one["text"], other["text"])
    return all(_agree(key, one, other) for key in ("number", "date", "issuer"))


def _same_section(one: Json, other: Json) -> bool:
    titles = (
        other["title"],
        other.get("title_corrected"),
        *_alternatives("title", other),
    )
    place = _place(one) == _place(other)
    return place and one["title"] in titles


def _place(section: Json) -> tuple[str, int]:
    return section["label"] or "", section["level"]


def _same_task(one: Json, other: Json) -> bool:
    return (
        _agree("deadline", one, other)
        and _agree("responsible", one, other, same=_same_party)
        and _agree("text", one, other, same=_alike)
    )


def _agree(
    key: str, one: Json, expected: Json, *, same: Callable[[Any, Any], bool] = eq
) -> bool:
    """Tell whether ``one`` has what is expected there, or what is as good."""
    allowed = [expected.get(key), *_alternatives(key, expected)]
    return key not in expected or any(same(one.get(key), said) for said in allowed)


def _same_party(one: str | None, other: str | None) -> bool:
    """Compare who is named: all names of the shorter wording stand in the longer."""
    if not one or not other:
        return one == other
    first, second = set(_words(one)), set(_words(other))
    return first <= second or second <= first


def _same_report(one: Json, other: Json) -> bool:
    return _agree("due", one, other, same=_same_due) and _agree(
        "text", one, other, same=_alike
    )


def _same_due(one: str | None, other: str | None) -> bool:
    """Compare when it is due: a longer wording that has the expected one is right."""
    return str(other).lower() in str(one).lower()


def _alike(one: str, other: str) -> bool:
    first, second = " ".join(_words(one)), " ".join(_words(other))
    if first in second or second in first:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text).lower()
    return "".join(c if c.isalnum() else " " for c in text).split()


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "bases": _same_basis,
    "sections": _same_section,
    "recipients": lambda one, other: _plain(one) == _plain(other),
    "tasks": _same_task,
    "reporting": _same_report,
}
