"""Older Word files and OpenDocument texts, turned into ``.docx`` by LibreOffice."""

from __future__ import annotations

from .. import office
from ..refusals import ReadingRefused
from .docx import read_docx
from .pieces import Source

SECONDS = 30
MEMORY = 500 * 1024 * 1024


def read_doc(data: bytes, suffix: str) -> Source:
    """Return the pieces of a file that needs conversion; ``suffix`` names its format."""
    try:
        converted = office.convert(data, suffix, "docx", seconds=SECONDS, memory=MEMORY)
    except office.OfficeMissing as error:
        raise ReadingRefused("converter-missing", "LibreOffice") from error
    except office.OfficeTooSlow as error:
        raise ReadingRefused("too-slow", str(error)) from error
    except office.OfficeTooHungry as error:
        raise ReadingRefused("too-heavy", str(error)) from error
    except office.OfficeFailed as error:
        raise ReadingRefused("corrupt", str(error)) from error
    return read_docx(converted)
