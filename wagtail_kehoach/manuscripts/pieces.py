"""What a manuscript is made of before it is understood: paragraphs, pictures and tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ..decree30.reader.docx import CONTAINERS, boxes_on
from ..decree30.reader.ooxml import attribute, child, children, name_of, parts
from ..decree30.reader.runs import BREAKS, DEEPEST, SKIPPED
from ..decree30.reader.word_files import label_of
from ..decree30.reader.wording import fold, is_caps, words
from ..decree30.refusals import ReadingRefused
from .lines import Written, lines
from .looks import Look, look_of, name_of_style
from .parts import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ..decree30.reader.word_files import Word
    from .pictures import Picture, Pictures

_DRAWINGS = ("drawing", "pict", "object")


@dataclass
class Piece:
    """A paragraph, a picture or a table.

    ``style`` is what Word calls the style, in small letters; ``boxed`` says that it stands
    in a table that only places it. ``picture`` is a picture, or the code of what stands
    there instead; ``rows`` are the cells of a table.
    """

    line: Line = field(default_factory=lambda: Line(()))
    style: str = ""
    label: str = ""
    centred: bool = False
    right: bool = False
    boxed: bool = False
    picture: Picture | str | None = None
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def is_text(self) -> bool:
        """Whether this is a paragraph."""
        return self.picture is None and not self.rows

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(span.bold for span in self.line.spans if span.text.strip())

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(span.italic for span in self.line.spans if span.text.strip())

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals."""
        return is_caps(self.text)

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(words(self.text))

    @property
    def folded(self) -> str:
        """Its letters without accents, for comparing."""
        return fold(self.text)


class _Around(NamedTuple):
    """What letters stand in: the style of their paragraph, their font and their look."""

    style: str | None
    font: str | None
    look: Look


@dataclass(frozen=True)
class _Drawn:
    """A drawing as it stands in the file. A line through it is not seen."""

    element: _Element
    look: Look


def _mark_of(part: Written | _Drawn) -> str:
    if isinstance(part, _Drawn):
        return "hidden" if part.look.hidden else ""
    return part.look.marked_off


class Walker:
    """Goes through the text of one file in its order."""

    def __init__(self, word: Word, pictures: Pictures) -> None:
        self.word, self.pictures = word, pictures
        #: What was left out of each paragraph: one mark for each passage.
        self.marked_off: dict[_Element, list[str]] = {}

    def left_out(self) -> Counter[str]:
        """How many passages are struck out (``struck``), and how many ``hidden``."""
        return Counter(chain.from_iterable(self.marked_off.values()))

    def pieces(
        self, parent: _Element, depth: int = 0, *, boxed: bool = False
    ) -> Iterator[Piece]:
        """Yield what stands in ``parent``; empty paragraphs are left out."""
        if depth > DEEPEST:
            raise ReadingRefused("corrupt", "nested too deeply")
        for element in parent:
            name = name_of(element)
            if name == "p":
                for box in filter(self._is_shown, boxes_on(element)):
                    yield from self.pieces(box, depth + 1, boxed=boxed)
                yield from self._paragraph(element, boxed=boxed)
            elif name == "tbl":
                yield from self._table(element, depth)
            elif name in CONTAINERS:
                yield from self.pieces(element, depth + 1, boxed=boxed)

    def _paragraph(self, element: _Element, *, boxed: bool) -> Iterator[Piece]:
        """Yield the lines and the pictures of a paragraph in their order."""
        properties = parts(child(element, "pPr"))
        style = attribute(properties.get("pStyle"), "val")
        aligned = attribute(properties.get("jc"), "val")
        said: dict[str, Any] = {
            "style": name_of_style(self.word.styles, style),
            "centred": aligned == "center",
            "right": aligned in ("right", "end"),
            "boxed": boxed,
        }
        shown = self._shown(element, style)
        written = any(isinstance(p, Written) and p.text.strip() for p in shown)
        label = label_of(properties, style, self.word) if written else ""
        for _kind, group in groupby(shown, type):
            found = list(group)
            drawn = (part.element for part in found if isinstance(part, _Drawn))
            for picture in chain.from_iterable(map(self.pictures.in_drawing, drawn)):
                yield Piece(picture=picture, **said)
            for line in lines(part for part in found if isinstance(part, Written)):
                yield Piece(line, label=label, **said)
                label = ""

    def _shown(self, element: _Element, style: str | None) -> list[Written | _Drawn]:
        """What a paragraph shows; what is struck out or hidden is left out and noted."""
        around = _Around(style, self.word.fonts.of_paragraph(style), Look())
        shown: list[Written | _Drawn] = []
        marks: list[str] = []
        for mark, group in groupby(self._parts(element, around, 0), _mark_of):
            found = list(group)
            if not mark:
                shown += found
            elif any(not isinstance(p, Written) or p.text.strip() for p in found):
                marks.append(mark)
        self.marked_off[element] = marks
        return shown

    def _is_shown(self, box: _Element) -> bool:
        run = next(box.iterancestors("{*}r"), None)
        return run is None or not look_of(run, None, self.word.run_styles).hidden

    def _parts(
        self, element: _Element, around: _Around, depth: int
    ) -> Iterator[Written | _Drawn]:
        """Yield the letters and drawings of a paragraph."""
        if depth > DEEPEST:
            return
        for inner in element:
            name = name_of(inner)
            if name in _DRAWINGS:
                yield _Drawn(inner, around.look)
            elif name == "t":
                yield Written(inner.text or "", around.font, around.look)
            elif name in BREAKS:
                yield Written(BREAKS[name], around.font, around.look)
            elif name not in SKIPPED:
                yield from self._parts(inner, self._inside(inner, around), depth + 1)

    def _inside(self, element: _Element, around: _Around) -> _Around:
        """What stands around the letters of ``element``, which itself stands in ``around``."""
        if name_of(element) == "r":
            font = self.word.fonts.of_run(parts(child(element, "rPr")), around.font)
            look = look_of(element, around.style, self.word.run_styles)
            look = look._replace(address=around.look.address)
            return around._replace(font=font, look=look)
        if name_of(element) == "hyperlink":
            address = self.pictures.address(attribute(element, "id"))
            return around._replace(look=around.look._replace(address=address))
        return around

    def _table(self, element: _Element, depth: int) -> Iterator[Piece]:
        """Yield a table, or what stands in one that only places it."""
        rows = [list(children(row, "tc")) for row in children(element, "tr")]
        cells = [cell for row in rows for cell in row]
        if len(cells) > 1 and not any(map(_shows_pictures, cells)):
            texts = tuple(tuple(self._text(c, depth) for c in row) for row in rows)
            if not _is_letterhead(texts):
                yield Piece(rows=texts)
                return
        elif rows and len(rows) > 1 and all(map(_shows_pictures, rows[0])):
            # Photos side by side, with their captions below them.
            width = max(map(len, rows))
            cells = [row[at] for at in range(width) for row in rows if at < len(row)]
        for cell in cells:
            yield from self.pieces(cell, depth + 1, boxed=True)

    def _text(self, cell: _Element, depth: int) -> str:
        return "\n".join(p.text for p in self.pieces(cell, depth + 1) if p.text)


def _shows_pictures(cell: _Element) -> bool:
    return any(name_of(e) in ("blip", "imagedata") for e in cell.iter())


def _is_letterhead(rows: tuple[tuple[str, ...], ...]) -> bool:
    said = fold(" ".join(text for row in rows for text in row))
    return "cong hoa xa hoi chu nghia" in said or "doc lap - tu do" in said
