"""Draws one Word file of ours as PDF: ``python -m wagtail_kehoach.decree30.word.pressing``.

Takes the file on its input and leaves the PDF on its output. Ends with ``MISSING`` where
WeasyPrint, or Pango that it draws with, is not installed.
"""

from __future__ import annotations

import sys

MISSING = 3


def main() -> None:
    """Draw what stands on the input."""
    try:
        import weasyprint  # noqa: PLC0415 -- optional dependency
    except (ImportError, OSError):  # OSError: Pango is not there
        sys.exit(MISSING)
    from .printing import as_html  # noqa: PLC0415 -- slow import

    page = weasyprint.HTML(
        string=as_html(sys.stdin.buffer.read()), url_fetcher=_fetch_nothing
    )
    sys.stdout.buffer.write(page.write_pdf())


def _fetch_nothing(url: str, *args: object, **kwargs: object) -> None:
    raise ValueError(f"a plan names no other files, but {url}")


if __name__ == "__main__":
    main()
