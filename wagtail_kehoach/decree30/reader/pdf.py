"""PDF files with a text layer."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from ..refusals import ReadingRefused
from .grids import text_with_tables
from .pieces import Source
from .tables import joined_tables
from .text import source_of_pages
from .wording import clean, tidy

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 300
_FEWEST_LETTERS = 20


def read_pdf(data: bytes) -> Source:
    """Return the lines of a PDF file; refuse one that holds only pictures."""
    reader = _open(data)
    try:
        pages = [clean(text_with_tables(page)) for page in reader.pages]
        stamps = [text for page in reader.pages for text in _notes(page)]
    except Exception as error:
        raise ReadingRefused(_code_of(error), str(error)) from error
    if sum(char.isalpha() for page in pages for char in page) < _FEWEST_LETTERS:
        raise ReadingRefused("scanned")
    source = source_of_pages(pages)
    source.pieces = joined_tables(source.pieces)
    source.stamps = stamps
    source.wrapped = True
    return source


def _open(data: bytes) -> PdfReader:
    try:
        from pypdf import PdfReader  # noqa: PLC0415 -- slow import
    except ImportError as error:
        raise ReadingRefused("converter-missing", "pypdf") from error
    # It reports every small fault of a file; whether the text is usable is our question.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        # What only changes are locked in has an empty password for reading.
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingRefused("encrypted")
        count = len(reader.pages)
    except ReadingRefused:
        raise
    except Exception as error:
        raise ReadingRefused(_code_of(error), str(error)) from error
    if count > MAX_PAGES:
        raise ReadingRefused("too-long", f"{count} pages")
    return reader


def _code_of(error: Exception) -> str:
    """Return why pypdf gave up; its own limits are there against bombs."""
    name = type(error).__name__
    if name == "LimitReachedError":
        return "bomb"
    if name == "DependencyError":
        # Whether it takes a password at all, only the missing library would know.
        return "locked"
    encrypted = ("FileNotDecryptedError", "WrongPasswordError")
    return "encrypted" if name in encrypted else "corrupt"


def _notes(page: PageObject) -> list[str]:
    """Return texts that were laid over the page, such as stamps."""
    annotations = page.get("/Annots") or []
    found = [annotation.get_object() for annotation in annotations]
    texts = [note.get("/Contents") for note in found if hasattr(note, "get")]
    return [tidy(clean(str(text))) for text in texts if text]
