"""Reads an administrative document from a Word, PDF or text file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..readings import Reading
from ..refusals import ReadingRefused
from .files import MAX_BYTES, kind_of_file, name_to_show

if TYPE_CHECKING:
    from .pieces import Source

__all__ = ["read", "text_in"]


def read(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> Reading:
    """Return what a file says.

    ``name`` is only shown and compared: no field is ever taken from it. Raises
    ``ReadingRefused`` for a file that cannot be used.
    """
    from .document import understand  # noqa: PLC0415 -- slow import

    try:
        source = _source(kind_of_file(name, data, max_bytes), data)
    except ReadingRefused:
        raise
    except Exception as error:
        # A damaged file fails in many ways, in the libraries that unpack it too.
        raise ReadingRefused("corrupt", type(error).__name__) from error
    file = name_to_show(name)
    try:
        return understand(file, source)
    except RecursionError as error:
        raise ReadingRefused("corrupt", "nested too deeply") from error


def text_in(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> str:
    """Return all text of a Word, PDF or text file, in its order.

    Other kinds would need another program and are refused, as is what cannot be used.
    """
    kind = kind_of_file(name, data, max_bytes)
    if kind not in ("docx", "pdf", "text"):
        raise ReadingRefused("wrong-type", kind)
    try:
        pieces = _source(kind, data).pieces
    except ReadingRefused:
        raise
    except Exception as error:
        raise ReadingRefused("corrupt", type(error).__name__) from error
    lines = [piece.text for piece in pieces]
    cells = (cell for piece in pieces for row in piece.rows or () for cell in row)
    return "\n".join([*lines, *cells])


def _source(kind: str, data: bytes) -> Source:
    """Return the pieces of a file whose kind is known."""
    from . import doc, docx, pdf, text  # noqa: PLC0415 -- slow import

    if kind == "docx":
        return docx.read_docx(data)
    if kind == "pdf":
        return pdf.read_pdf(data)
    if kind == "text":
        return text.read_text(data)
    suffix = ".rtf" if data.startswith(b"{\\rtf") else f".{kind}"
    return doc.read_doc(data, suffix)
