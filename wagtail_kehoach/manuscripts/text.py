"""The text of a manuscript below its opening: headings, lists, quotations, photos."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .opening import is_byline
from .parts import (
    Heading,
    Items,
    Line,
    Manuscript,
    NotTaken,
    Photo,
    Quotation,
    Span,
    Text,
)

if TYPE_CHECKING:
    from .photos import Album
    from .pictures import Picture
    from .pieces import Piece

#: Enough of the words before something to find it in the file.
_LONGEST_PLACE = 80
_MOST_HEADING_WORDS = 20
_MOST_CAPTION_WORDS = 60
_MOST_PLAIN_WORDS = 25
_MOST_NAME_WORDS = 10
_CAPTION = re.compile(
    r"^\W?(?:anh|hinh|hinh anh|anh minh hoa)(?:\s*(?:so\s*)?\d{1,3}\s*[.:–-]|\s*:)\s*\S"
)
_NUMBER = re.compile(r"^(\d{1,3})[.)]$")
_BULLETS = "-–+*•"


class Composer:
    """Puts the pieces below the opening into ``manuscript``."""

    def __init__(self, manuscript: Manuscript, album: Album) -> None:
        self.manuscript, self.album = manuscript, album
        self.place = manuscript.title
        #: Pictures that stand one after the other: their caption follows the last.
        self.last_photo: Photo | None = None
        self.after_picture = False

    def add(self, pieces: list[Piece]) -> None:
        """Add ``pieces`` in their order."""
        end = len(pieces) - _closing(pieces)
        for at, piece in enumerate(pieces[:end]):
            following = pieces[at + 1] if at + 1 < end else None
            if piece.picture is not None:
                self._add_picture(piece.picture)
            elif piece.rows:
                self._leave("table", piece.rows)
            elif not self._add_caption(piece):
                self._add_text(piece, following)
            self.after_picture = piece.picture is not None
        self.manuscript.byline += [piece.text for piece in pieces[end:]]

    def _add_picture(self, picture: Picture | str) -> None:
        """Add a picture, or say why it is not taken; what is no picture is its own code."""
        taken = picture if isinstance(picture, str) else self.album.take(picture)
        if isinstance(taken, str):
            self._leave(taken)
            self.last_photo = None
        else:
            self.manuscript.blocks.append(taken)
            self.last_photo = taken

    def _leave(self, code: str, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        self.manuscript.not_taken.append(NotTaken(code, self.place, rows))

    def _add_caption(self, piece: Piece) -> bool:
        """Take a line as the caption of the picture above it, if it is one.

        The caption of a picture that was not taken goes with it.
        """
        if not self.after_picture or not _is_caption(piece):
            return False
        if self.last_photo is None:
            self.manuscript.left_out.append(piece.text)
        else:
            self.last_photo.caption = piece.text
        return True

    def _add_text(self, piece: Piece, following: Piece | None) -> None:
        blocks, text = self.manuscript.blocks, piece.text
        self.place = text[:_LONGEST_PLACE]
        if _is_heading(piece, following):
            blocks.append(Heading(f"{piece.label} {text}".strip()))
        elif piece.style in ("quote", "intense quote"):
            blocks.append(Quotation(text))
        elif piece.label:
            self._add_item(piece)
        else:
            blocks.append(Text(piece.line))

    def _add_item(self, piece: Piece) -> None:
        """Add to the list above, begin one, or print a number that no list would give."""
        blocks = self.manuscript.blocks
        above = blocks[-1] if blocks else None
        number = _NUMBER.match(piece.label)
        ordered = number is not None
        open_list = isinstance(above, Items) and above.ordered is ordered
        wanted = len(above.lines) + 1 if isinstance(above, Items) and open_list else 1
        if piece.label in _BULLETS or (number and int(number[1]) == wanted):
            if isinstance(above, Items) and open_list:
                above.lines.append(piece.line)
            else:
                blocks.append(Items([piece.line], ordered))
            return
        printed = Span(f"{piece.label} ")
        blocks.append(Text(Line((printed, *piece.line.spans))))


def _is_caption(piece: Piece) -> bool:
    if piece.length > _MOST_CAPTION_WORDS:
        return False
    if piece.style == "caption" or _CAPTION.match(piece.folded):
        return True
    if piece.style.startswith("heading"):
        return False
    return (piece.centred and piece.italic) or _is_plain_caption(piece)


def _is_plain_caption(piece: Piece) -> bool:
    """Tell a short line that is only italic or only centred, and no words of somebody."""
    set_apart = piece.italic or (piece.centred and not piece.bold)
    other = piece.label or piece.right or piece.text.startswith(("“", '"', "«"))
    return set_apart and not other and piece.length <= _MOST_PLAIN_WORDS


def _is_heading(piece: Piece, following: Piece | None) -> bool:
    """Tell a heading by its style, or by being a short bold line above other text."""
    if piece.style.startswith("heading "):
        return True
    if following is None or not following.is_text or (piece.centred and piece.italic):
        return False
    ends = piece.text.endswith((".", ",", ";", ":", "!", "?", "”", "…"))
    short = 1 <= piece.length <= _MOST_HEADING_WORDS
    bullet = piece.label in _BULLETS and bool(piece.label)
    return piece.bold and not following.bold and short and not ends and not bullet


def _closing(pieces: list[Piece]) -> int:
    """Return how many lines at the end say who wrote the text."""
    count = 0
    for piece in reversed(pieces[1:]):
        if not (is_byline(piece) or _is_signature(piece)):
            break
        count += 1
    return min(count, 4)


def _is_signature(piece: Piece) -> bool:
    """Tell a name or unit that stands alone at the right, set apart from the text."""
    apart = piece.right and (piece.bold or piece.italic or piece.caps)
    return piece.is_text and apart and piece.length <= _MOST_NAME_WORDS
