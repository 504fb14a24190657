"""What the text of a Word file refers to: lists, styles, fonts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..refusals import ReadingRefused
from .fonts import Fonts, styles_of
from .numbering import Numbering, numbering_of, whole
from .ooxml import attribute, child, main_part, part, related
from .run_styles import RunStyles
from .stress import Stress
from .task_table import is_as_written, other_tasks_in

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element


@dataclass
class Word:
    """What the paragraphs of one file refer to: lists, styles and fonts."""

    numbering: Numbering
    styles: dict[str, _Element]
    fonts: Fonts
    run_styles: RunStyles
    stress: Stress
    paragraphs: int = 0
    tables: int = 0
    #: Whether it is a file of our writer that no office program has saved since.
    as_written: bool = False
    #: The tasks of sentences that such a file names where it has no table of tasks.
    other_tasks: list[str] | None = None
    #: How many tables stand around.
    cells: int = 0
    #: How many paragraphs of tables are bold or italic in part.
    partly: int = 0
    #: The numbering that each style gives its paragraphs, once it was looked for.
    numbered: dict[str, _Element | None] = field(default_factory=dict)

    def own_style(self, style: str | None) -> str:
        """Return the name of a style of our writer; empty in the files of all others."""
        if not self.as_written or style is None:
            return ""
        return attribute(child(self.styles.get(style), "name"), "val") or ""


def body_of(archive: zipfile.ZipFile) -> _Element:
    """Return the element that holds the text of a Word file."""
    name = main_part(archive)
    body = child(part(archive, name), "body")
    if body is None:
        raise ReadingRefused("corrupt", f"no {name}")
    return body


def word_of(archive: zipfile.ZipFile) -> Word:
    """Return what the text of a Word file refers to."""
    styles = _beside(archive, "styles")
    by_id = styles_of(styles)
    numbering = numbering_of(_beside(archive, "numbering"))
    fonts, run_styles = Fonts(styles, by_id), RunStyles(by_id)
    word = Word(numbering, by_id, fonts, run_styles, Stress(run_styles))
    word.as_written = is_as_written(archive)
    if word.as_written:
        word.other_tasks = other_tasks_in(_beside(archive, "settings"))
    return word


def _beside(archive: zipfile.ZipFile, kind: str) -> _Element | None:
    """Return the part that the text refers to as its ``kind``."""
    names = related(archive, main_part(archive), (kind,))
    return part(archive, names[0]) if names else None


def label_of(properties: dict[str, _Element], style: str | None, word: Word) -> str:
    """Return the automatic number of a paragraph, its own or its style's."""
    numbered = properties.get("numPr")
    if numbered is None:
        numbered = _numbering_of(style, word)
    number_id = attribute(child(numbered, "numId"), "val")
    if not number_id or number_id == "0":
        return ""
    depth = whole(attribute(child(numbered, "ilvl"), "val"))
    return word.numbering.next_label(number_id, depth)


def _numbering_of(style: str | None, word: Word) -> _Element | None:
    """The numbering of a style, its own or that of the style it is based on."""
    passed: dict[str, None] = {}
    found = None
    while style and style not in passed:
        if style in word.numbered:
            found = word.numbered[style]
            break
        passed[style] = None
        definition = word.styles.get(style)
        found = child(child(definition, "pPr"), "numPr")
        if found is not None:
            break
        style = attribute(child(definition, "basedOn"), "val")
    word.numbered.update(dict.fromkeys(passed, found))
    return found
