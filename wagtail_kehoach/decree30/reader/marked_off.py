"""What a Word file marks as none of its text: struck out, hidden, changed and tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ooxml import attribute, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_STRUCK = ("strike", "dstrike")
_HIDDEN = ("vanish",)
#: Of text that was moved only the old place is counted.
_CHANGES = ("{*}ins", "{*}del", "{*}moveFrom")
_WORDS = ("{*}t", "{*}delText")


def is_marked_off(properties: dict[str, _Element]) -> bool:
    """Whether a run is struck out, or hidden: nobody meant it to be published."""
    return any(_is_on(properties.get(name)) for name in (*_STRUCK, *_HIDDEN))


def struck_in(*roots: _Element) -> list[str]:
    """Return the passages that are struck out, each in one, however Word cut it."""
    return list(_passages(roots, _STRUCK))


def hidden_in(*roots: _Element) -> int:
    """Count the passages that Word does not show."""
    return sum(1 for _each in _passages(roots, _HIDDEN))


def changes_in(*roots: _Element) -> int:
    """Count the tracked changes that nobody has accepted or rejected."""
    changes = (change for root in roots for change in root.iter(*_CHANGES))
    return sum(_says_something(change) for change in changes)


def _is_on(mark: _Element | None) -> bool:
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")


def _passages(roots: Iterable[_Element], marks: tuple[str, ...]) -> Iterator[str]:
    said, last = "", None
    for run in _runs_with(roots, marks):
        if run is last:
            continue
        if (
            last is None
            or next(run.itersiblings("{*}r", preceding=True), None) is not last
        ):
            yield from filter(str.strip, [said])
            said = ""
        said += "".join(str(part.text or "") for part in run.iter("{*}t"))
        last = run
    yield from filter(str.strip, [said])


def _runs_with(roots: Iterable[_Element], marks: tuple[str, ...]) -> Iterator[_Element]:
    """Yield the runs that bear one of ``marks``; not the copies for older programs."""
    for root in roots:
        for mark in root.iter(*(f"{{*}}{name}" for name in marks)):
            above = mark.getparent()
            run = None if above is None else above.getparent()
            if run is None or name_of(run) != "r" or not _is_on(mark):
                continue
            if not any(name_of(outer) == "Fallback" for outer in run.iterancestors()):
                yield run


def _says_something(change: _Element) -> bool:
    return any((part.text or "").strip() for part in change.iter(*_WORDS))
