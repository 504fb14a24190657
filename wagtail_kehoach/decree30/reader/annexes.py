"""What follows the signature: the annexes, each with its title and its text."""

from __future__ import annotations

import re
from itertools import pairwise

from ..issuers import issuer_in_small
from ..parts import Annex, Block, Document, Paragraph
from .columns import header_rows_of
from .outline import blocks_of
from .pieces import Piece
from .sheets import landscape_of
from .tables import tasks_in_table
from .wording import fold, is_caps, pattern, tidy
from .wrapping import paragraphs

_NAMED = pattern(
    r"^\W*(?:PHỤ LỤC|Phụ lục|DANH SÁCH|DANH MỤC|BIỂU|BẢNG|MẪU|LỊCH"
    r"|(?:Biểu mẫu|Biểu|Mẫu)\s+(?:số\s+)?\d+)(?!\w)"
)
_ALONE = re.compile(r"phu luc (?:so )?(?:\d{1,2}|[ivx]{1,5})\W*$")
#: The line that ties an annex to its plan.
_TIED = pattern(r"^\W*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
_TIED_TO = re.compile(
    r"\W*(?:ban hanh )?kem theo (?P<kind>[a-z ]+?) so\b\s*:?(?P<number>[\s\d.…_]*)"
)
_MOST_TITLES = 4
_LONGEST_TITLE = 160


def names_annex(text: str) -> bool:
    """Tell whether a line says that it is the title of an annex."""
    return bool(_NAMED.match(text)) and (is_caps(text) or not _is_sentence(text))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ";", ":", ",")) or len(text) > _LONGEST_TITLE


def begins_annex(ahead: list[Piece], *, signed: bool) -> bool:
    """Tell whether the first of these pieces plainly begins an annex.

    Only below a complete signature is a table one: below a title, or where it hands out work.
    """
    first = ahead[0]
    if first.rows is None and names_annex(first.text):
        return True
    if not signed:
        return False
    if first.rows is not None:
        head = max(first.header_rows, header_rows_of(first.rows))
        return bool(tasks_in_table(first.rows, head, None))
    return _is_title(first) and _tells_of_annex(ahead)


def _is_title(piece: Piece) -> bool:
    return bool(piece.text) and not _is_sentence(piece.text)


def _tells_of_annex(ahead: list[Piece]) -> bool:
    """Tell whether a title stands above a table, or above the line that ties it to a plan."""
    set_apart = is_caps(ahead[0].text) or ahead[0].centred or ahead[0].bold
    for count, piece in enumerate(ahead[1 : 1 + _MOST_TITLES]):
        if piece.rows is not None:
            return set_apart or not count
        if _TIED.match(piece.text):
            return set_apart
        if _is_sentence(piece.text):
            return False
    return False


def annexes_in(
    pieces: list[Piece], *, width: int, above: Piece | None = None
) -> list[Annex]:
    """Part what follows the signature where a line is nothing but the name of an annex.

    ``above`` is what stands last before them: it tells whether they have paper of their own.
    """
    starts = [
        place
        for place, piece in enumerate(pieces)
        if place and piece.rows is None and _ALONE.match(fold(piece.text))
    ]
    bounds = [0, *starts, len(pieces)]
    return [_annex(pieces[i:j], width, above) for i, j in pairwise(bounds) if i < j]


def _annex(pieces: list[Piece], width: int, above: Piece | None) -> Annex:
    text = paragraphs(pieces, width=width)
    titles: list[str] = []
    while (
        text
        and text[0].rows is None
        and len(titles) < _MOST_TITLES
        and _goes_on_as_title(text[0], titles)
    ):
        titles.append(text.pop(0).text)
    annex = Annex(tidy(" ".join(titles)), blocks_of(text))
    annex.landscape = landscape_of(annex, pieces, above)
    return annex


def _goes_on_as_title(piece: Piece, titles: list[str]) -> bool:
    return not titles or (
        piece.text.isupper() and fold(piece.text) not in ("stt", "tt")
    )


def is_reference(block: Block | None = None) -> bool:
    """Tell whether a block is the line that ties an annex to a document."""
    return isinstance(block, Paragraph) and bool(_TIED.match(block.text))


def is_tied(annex: Annex, document: Document) -> bool:
    """Tell whether an annex begins with the line that ties it to its document.

    The line says again what the header says, and is printed anew with the annex. One with
    a number that the header does not have says more, and so does one that alone has the
    issuer in small letters.
    """
    first = annex.body[0] if annex.body else None
    text = fold(first.text) if isinstance(first, Paragraph) else ""
    tied = _TIED_TO.match(text)
    if tied is None or tied["kind"] != fold(document.kind or ""):
        return False
    number = re.sub(r"\D", "", tied["number"])
    if number.lstrip("0") != (document.number or "").lstrip("0"):
        return not number
    return not number or " cua " not in text or issuer_in_small(document) is not None
