"""The parts of a post that was written in Word, as plain data. All text is NFC."""

from __future__ import annotations

from dataclasses import dataclass, field

#: More in one file is no story but an album.
MOST_PICTURES = 30


@dataclass(frozen=True)
class Span:
    """Text in one look. ``address`` is where a link leads; only ``http`` and ``https``."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What it says, white space collapsed."""
        return " ".join("".join(span.text for span in self.spans).split())


@dataclass
class Heading:
    text: str


@dataclass
class Text:
    line: Line


@dataclass
class Items:
    """A list: bulleted, or numbered from one."""

    lines: list[Line]
    ordered: bool = False


@dataclass
class Quotation:
    text: str


@dataclass
class Photo:
    """A picture as it is seen in the file: what Word cut off it is gone.

    ``description`` is Word's own alternative text, empty where it says nothing.
    """

    data: bytes
    extension: str
    description: str = ""
    caption: str = ""


Block = Heading | Text | Items | Quotation | Photo


@dataclass(frozen=True)
class NotTaken:
    """Something in the file that is no part of the draft: why, and after which words.

    Codes: ``linked``, ``missing``, ``drawing``, ``format``, ``too-large``, ``broken``,
    ``small``, ``repeated``, ``embedded``, ``table``.
    """

    code: str
    after: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass
class Manuscript:
    """What one file says. An empty field was not recognised with confidence.

    ``left_out`` are lines that found no place, ``kind`` is the kind of official document
    that the file seems to be, if any, ``long_lead`` an opening that is too long for one
    sentence and stayed in the text. ``struck`` and ``hidden`` count the passages that are
    marked so and were left out, ``changes`` the tracked changes, taken as accepted.
    """

    file: str
    title: str = ""
    lead: str = ""
    byline: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    not_taken: list[NotTaken] = field(default_factory=list)
    kind: str = ""
    long_lead: bool = False
    struck: int = 0
    hidden: int = 0
    changes: int = 0

    @property
    def photos(self) -> list[Photo]:
        """The pictures that were taken, in order."""
        return [block for block in self.blocks if isinstance(block, Photo)]
