"""What a Word file marks as none of its text: struck out, hidden, changed and tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fonts import style_of
from .ooxml import child, name_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from .run_styles import RunStyles

_STRUCK = ("strike", "dstrike")
_HIDDEN = ("vanish",)
_MARKED_OFF = (*_STRUCK, *_HIDDEN)
#: Of text that was moved only the old place is counted.
_CHANGES = ("{*}ins", "{*}del", "{*}moveFrom")
_WORDS = ("{*}t", "{*}delText")


def is_marked_off(
    properties: dict[str, _Element], style: str | None, styles: RunStyles
) -> bool:
    """Whether a run is struck out, or hidden: nobody meant it to be published.

    ``style`` is that of its paragraph.
    """
    return bool(styles.borne(_MARKED_OFF, properties, style))


def struck_in(styles: RunStyles, *roots: _Element) -> list[str]:
    """Return the passages that are struck out, each in one, however Word cut it."""
    return list(_passages(styles, roots, _STRUCK))


def hidden_in(styles: RunStyles, *roots: _Element) -> int:
    """Count the passages that Word does not show."""
    return sum(1 for _each in _passages(styles, roots, _HIDDEN))


def changes_in(*roots: _Element) -> int:
    """Count the tracked changes that nobody has accepted or rejected."""
    changes = (change for root in roots for change in root.iter(*_CHANGES))
    return sum(_says_something(change) for change in changes)


def _passages(
    styles: RunStyles, roots: Iterable[_Element], marks: tuple[str, ...]
) -> Iterator[str]:
    said, last = "", None
    for run in _runs_with(styles, roots, marks):
        before = next(run.itersiblings("{*}r", preceding=True), None)
        if last is None or before is not last:
            yield from filter(str.strip, [said])
            said = ""
        said += "".join(str(part.text or "") for part in run.iter("{*}t"))
        last = run
    yield from filter(str.strip, [said])


def _runs_with(
    styles: RunStyles, roots: Iterable[_Element], marks: tuple[str, ...]
) -> Iterator[_Element]:
    """Yield the runs that bear one of ``marks``; not the copies for older programs."""
    for root in roots:
        if styles.named.isdisjoint(marks) and not _holds_any(root, marks):
            continue
        for run in root.iter("{*}r"):
            properties, style = parts(child(run, "rPr")), _style_around(run)
            if not (properties or style):
                continue
            if not styles.borne(marks, properties, style):
                continue
            if not any(name_of(outer) == "Fallback" for outer in run.iterancestors()):
                yield run


def _holds_any(root: _Element, marks: tuple[str, ...]) -> bool:
    """Tell whether a mark stands anywhere: most files have none, and need no closer look."""
    return next(root.iter(*(f"{{*}}{mark}" for mark in marks)), None) is not None


def _style_around(run: _Element) -> str | None:
    paragraph = next(run.iterancestors("{*}p"), None)
    return None if paragraph is None else style_of(paragraph)


def _says_something(change: _Element) -> bool:
    return any((part.text or "").strip() for part in change.iter(*_WORDS))
