"""Administrative documents as Word files in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail_kehoach.decree30.layout import MARGINS

if TYPE_CHECKING:
    import datetime as dt

    from wagtail_kehoach.decree30.layout import Margins
    from wagtail_kehoach.decree30.parts import Document


def write(
    document: Document,
    *,
    draft: bool = True,
    margins: Margins = MARGINS,
    saved_on: dt.date | None = None,
) -> bytes:
    """Return ``document`` as a .docx file that a clerk can print without retouching.

    Missing parts are left out; a missing number or date leaves room to write it by hand.
    The same document gives the same bytes. A ``draft`` says so on every page: until it
    is signed and registered, no copy of ours is the document (articles 5 and 15).
    ``saved_on`` is the day of the file where the document has none yet.
    """
    from wagtail_kehoach.decree30.word.composition import (  # noqa: PLC0415 -- slow import
        compose,
    )

    return compose(document, draft=draft, margins=margins, saved_on=saved_on)
