"""PDF without LibreOffice: through WeasyPrint, where the extra ``weasyprint`` is installed."""

from __future__ import annotations

from importlib.util import find_spec

from .. import processes
from .word.pressing import MISSING

#: Web servers give up after 30 seconds; a plan of thirty pages takes less than ten.
SECONDS = 25


class PrinterMissing(Exception):
    """WeasyPrint is not installed, or the libraries that it draws with are not."""


class PrinterFailed(Exception):
    """WeasyPrint took too long, or drew nothing."""


class PrinterTooSlow(PrinterFailed):
    """WeasyPrint was ended because its time was over."""


def is_installed() -> bool:
    """Whether WeasyPrint is there; what it draws with is asked by ``to_pdf`` alone."""
    return find_spec("weasyprint") is not None


def to_pdf(file: bytes, *, seconds: float | None = None) -> bytes:
    """Return the Word ``file``, which ``writer.write`` made, as PDF.

    A file of somebody else loses what we never write. Drawn in a process of its own:
    WeasyPrint, once imported, lets every picture through that breaks off in the middle.
    ``seconds`` bound it; otherwise it has ``SECONDS``.
    Raises ``PrinterMissing`` or ``PrinterFailed``.
    """
    try:
        return processes.run(
            f"{__package__}.word.pressing",
            file,
            seconds=SECONDS if seconds is None else seconds,
        )
    except processes.PythonMissing as error:
        raise PrinterMissing from error
    except processes.Died as error:
        if error.status == MISSING:
            raise PrinterMissing from error
        raise PrinterFailed(str(error)) from error
    except processes.TookTooLong as error:
        raise PrinterTooSlow(str(error)) from error
