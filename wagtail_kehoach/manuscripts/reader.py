"""Reads a post from a Word file: what may be stored, in its order, and what is not taken."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from ..decree30.reader.docx import read_docx
from ..decree30.reader.files import (
    MAX_BYTES,
    kind_of_file,
    name_to_show,
    why_not_unpack,
)
from ..decree30.reader.kinds import PLAN, is_official, type_line
from ..decree30.reader.lines import short_lines, without_layout_tables
from ..decree30.reader.quality import refuse_unreadable
from ..decree30.reader.word_files import body_of, word_of
from ..decree30.refusals import ReadingRefused
from .opening import read_opening
from .parts import MOST_PICTURES, Manuscript
from .photos import Album
from .pictures import Picture, Pictures
from .pieces import Walker
from .text import Composer

if TYPE_CHECKING:
    from ..decree30.reader.pieces import Source
    from .pieces import Piece

_FEWEST_WORDS = 8
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{0,3}(?:\s*/\s*\d+)?\W*$", re.IGNORECASE)
#: Official documents that a story may well be.
_TELLING = ("báo cáo",)


def read(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> Manuscript:
    """Return what a Word file says.

    Nothing is taken from ``name``. Raises ``ReadingRefused`` for a file that cannot be
    used, with the codes of the reader of plans and ``not-word``, ``no-text``,
    ``too-many-pictures`` and ``is-plan``.
    """
    _refuse_other_kinds(name, data, max_bytes)
    file = name_to_show(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            why_not_unpack(archive)
            return _read(file, archive, read_docx(data))
    except ReadingRefused:
        raise
    except Exception as error:
        # A damaged file fails in many ways, in the libraries that unpack it too.
        raise ReadingRefused("corrupt", type(error).__name__) from error


def _refuse_other_kinds(name: str, data: bytes, max_bytes: int) -> None:
    try:
        kind = kind_of_file(name, data, max_bytes)
    except ReadingRefused as refusal:
        if refusal.code != "wrong-type":
            raise
        raise ReadingRefused("not-word", refusal.detail) from refusal
    if kind != "docx":
        raise ReadingRefused("not-word", kind)


def _read(file: str, archive: zipfile.ZipFile, source: Source) -> Manuscript:
    walker = Walker(word_of(archive), Pictures(archive))
    pieces = list(walker.pieces(body_of(archive)))
    if sum(piece.length for piece in pieces if piece.is_text) < _FEWEST_WORDS:
        raise ReadingRefused("no-text")
    marked = walker.left_out()
    manuscript = Manuscript(
        file,
        kind=_kind(source),
        struck=marked["struck"],
        hidden=marked["hidden"],
        changes=source.changes,
    )
    if manuscript.kind == PLAN:
        raise ReadingRefused("is-plan")
    _refuse_many(pieces)
    _compose(manuscript, pieces, Album(archive))
    manuscript.left_out += [t for t in source.margins if not _PAGE_NUMBER.match(t)]
    return manuscript


def _kind(source: Source) -> str:
    """The kind of official document that a file is, if it is one; refuse what is unusable."""
    source.pieces = [part for piece in source.pieces for part in short_lines(piece)]
    refuse_unreadable(source)
    pieces = without_layout_tables(source.pieces)
    if not is_official(pieces):
        return ""
    found = type_line(pieces, official=True)
    return found.kind if found and found.kind not in _TELLING else ""


def _refuse_many(pieces: list[Piece]) -> None:
    pictures = {piece.picture for piece in pieces if isinstance(piece.picture, Picture)}
    if len(pictures) > MOST_PICTURES:
        raise ReadingRefused("too-many-pictures", f"{len(pictures)} pictures")


def _compose(manuscript: Manuscript, pieces: list[Piece], album: Album) -> None:
    opening = read_opening(pieces)
    manuscript.title, manuscript.lead = opening.title, opening.lead
    manuscript.byline, manuscript.left_out = opening.byline, opening.left_out
    manuscript.long_lead = opening.long_lead
    Composer(manuscript, album).add(pieces[opening.length :])
