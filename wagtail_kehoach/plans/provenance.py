"""What was read from where: the stored reading of a file as rows to compare with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy

from ..decree30.layout import number_and_symbol

SURE, LIKELY = 0.9, 0.7
FIELDS: dict[str, str | Promise] = {
    "issuer_parent": gettext_lazy("superior body"),
    "issuer": gettext_lazy("issuing body"),
    "number": gettext_lazy("number"),
    "symbol": gettext_lazy("symbol"),
    "place": gettext_lazy("place"),
    "date": gettext_lazy("date"),
    "title": gettext_lazy("title"),
    "period": gettext_lazy("period in words"),
    "recipients": gettext_lazy("recipients"),
    "signatory": gettext_lazy("signatory"),
}
LISTS: dict[str, str | Promise] = {
    "bases": gettext_lazy("Legal basis"),
    "tasks": pgettext_lazy("of a plan", "Task"),
    "reporting": gettext_lazy("Reporting duty"),
}


#: Warnings that say how much of something a file has, and not what stands there.
COUNTED = {
    "pictures-left-out",
    "objects-left-out",
    "struck-left-out",
    "hidden-left-out",
    "changes-tracked",
    "marks-lost",
    "labels-standardised",
}


@dataclass(frozen=True)
class ReadRow:
    """One field: what was read, where it stands in the file, how sure that is.

    ``key`` names it (``title``, ``tasks-3``), ``anchor`` its place in the shown file.
    """

    label: str
    value: str
    place: str
    text: str
    rate: float | None
    key: str = ""
    anchor: str = ""

    @property
    def level(self) -> str:
        """How sure, in one word for a style sheet; empty where nothing is said."""
        if self.rate is None:
            return ""
        return (
            "sure" if self.rate >= SURE else "likely" if self.rate >= LIKELY else "low"
        )

    @property
    def percent(self) -> int | None:
        """The same in figures."""
        return None if self.rate is None else round(self.rate * 100)


def warnings_once(reading: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """The warnings of a stored reading with their numbers, those that say the same once."""
    once: dict[tuple, tuple[int, dict[str, Any]]] = {}
    for number, warning in enumerate(reading.get("warnings") or []):
        key = tuple(map(warning.get, ("code", "original", "suggestion")))
        counted = warning.get("code") in COUNTED
        once.setdefault(key, (number, {**warning, "counted": counted}))
    return list(once.values())


def rows_of(reading: dict[str, Any]) -> list[ReadRow]:
    """The fields of a stored reading that say where they stand, in the order of a plan."""
    places, rates = reading.get("source") or {}, reading.get("confidence") or {}
    rows = [
        _row(name, label, _value(name, reading), places[name], rates.get(name))
        for name, label in FIELDS.items()
        if name in places
    ]
    for name, label in LISTS.items():
        for count, item in enumerate(reading.get(name) or [], start=1):
            if place := item.get("source"):
                rate = item.get("confidence", rates.get(name))
                said = f"{label} {count}"
                rows.append(_row(f"{name}-{count}", said, item["text"], place, rate))
    return rows


def _row(
    key: str, label, value: str, place: dict[str, Any], rate: float | None
) -> ReadRow:
    said = str(label)
    return ReadRow(
        said[:1].upper() + said[1:],
        value,
        place_words(place),
        place["text"],
        rate,
        key,
        anchor_of(place),
    )


def anchor_of(place: dict[str, Any]) -> str:
    """A place as the end of an address: ``paragraph12``, ``table1-row2-cell3``."""
    parts = ("page", "paragraph", "line", "table", "row", "cell")
    return "-".join(f"{part}{place[part]}" for part in parts if place.get(part))


def _value(name: str, reading: dict[str, Any]) -> str:
    value = reading.get(name)
    if name == "number":
        return number_and_symbol(value, reading.get("symbol"))
    if name == "date":
        return reading.get("date_text") or value or ""
    if name == "period":
        return value["text"]
    if name == "recipients":
        return "; ".join(value)
    if name == "signatory":
        return ", ".join(filter(None, value.values()))
    return value or ""


def place_words(place: dict[str, Any]) -> str:
    """Where something stands, in words."""
    if place.get("table"):
        return _("table %(table)s, row %(row)s, cell %(cell)s") % {
            "table": place["table"],
            "row": place.get("row", "?"),
            "cell": place.get("cell", "?"),
        }
    if place.get("paragraph"):
        return _("paragraph %(number)s") % {"number": place["paragraph"]}
    if place.get("page"):
        return _("page %(page)s, line %(line)s") % {
            "page": place["page"],
            "line": place.get("line", "?"),
        }
    return _("line %(number)s") % {"number": place["line"]} if "line" in place else ""
