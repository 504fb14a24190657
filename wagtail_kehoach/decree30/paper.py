"""PDF without LibreOffice: through WeasyPrint, where the extra ``weasyprint`` is installed."""

from __future__ import annotations


class PrinterMissing(Exception):
    """WeasyPrint is not installed, or the libraries that it draws with are not."""


def to_pdf(file: bytes) -> bytes:
    """Return the Word ``file``, which ``writer.write`` made, as PDF.

    A file of somebody else loses what we never write. Raises ``PrinterMissing``.
    """
    try:
        import weasyprint  # noqa: PLC0415 -- optional dependency
    except (ImportError, OSError) as error:  # OSError: Pango is not there
        raise PrinterMissing from error
    from wagtail_kehoach.decree30.word.printing import (  # noqa: PLC0415 -- slow import
        as_html,
    )

    return weasyprint.HTML(string=as_html(file), url_fetcher=_fetch_nothing).write_pdf()


def _fetch_nothing(url: str, *args: object, **kwargs: object) -> None:
    raise ValueError(f"a plan names no other files, but {url}")
