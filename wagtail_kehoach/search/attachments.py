"""The text of Word and PDF files that a page shows, where a portal wants it found.

Reading a file costs time in the request that saves the page, so everything is bounded:
the files, their size, the seconds, and the letters that are kept. A file is read once.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import swapper
from django.core.cache import cache
from wagtail.models import CollectionViewRestriction

from ..approval.digest import documents_shown
from ..conf import kehoach_settings
from ..decree30.parts import ReadingRefused
from ..folding import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 20
LARGEST_FILE = 5 * 1024 * 1024
MOST_LETTERS = 50_000
SECONDS = 5
KEPT = 30 * 24 * 60 * 60


def texts_of(obj: Any) -> Iterator[str]:
    """What the files say that ``obj`` shows, if it is a page and the setting is on."""
    Page = swapper.load_model("wagtailcore", "Page")
    if not (kehoach_settings.INDEX_ATTACHMENTS and isinstance(obj, Page)):
        return
    room, until = MOST_LETTERS, monotonic() + SECONDS
    for document in _public(documents_shown(obj))[:MOST_FILES]:
        text = _text(document)[:room]
        yield text
        room -= len(text)
        if not room or monotonic() > until:
            return


def _public(documents: list) -> list:
    """Those that everybody may open: what is private must not show in an excerpt."""
    closed = list(
        CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    )
    return [
        document
        for document in documents
        if not document.collection.path.startswith(tuple(closed))
    ]


def _text(document) -> str:
    """The text of the file; nothing where it is out of reach, which may pass."""
    try:
        key = f"kehoach:attachment:{document.get_file_hash()}"
        return cache.get_or_set(key, lambda: _read(document), KEPT)
    except OSError:
        return ""


def _read(document) -> str:
    """The text of the file; nothing where it has none that can be read."""
    from ..decree30.reader import text_in  # noqa: PLC0415 -- slow import

    if document.file.size > LARGEST_FILE:
        return ""
    with document.file.storage.open(document.file.name) as stored:
        data = stored.read()
    try:
        return clean(text_in(document.filename, data))[:MOST_LETTERS]
    except ReadingRefused:
        return ""
