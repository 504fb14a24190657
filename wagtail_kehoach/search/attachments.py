"""The text of Word and PDF files that a page shows, where a portal wants it found.

Reading a file costs time in the request that saves the page, so everything is bounded:
the files, their size, the seconds, and the letters that are kept. A file is read once, in a
process of its own: what breaks it leaves the web worker alone.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import swapper
from django.core.cache import cache
from wagtail.models import CollectionViewRestriction

from ..approval.digest import documents_shown
from ..conf import kehoach_settings
from ..decree30.refusals import ReadingRefused
from ..uploads.apart import read_apart
from ..uploads.child import Asked
from .reading import MOST_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 20
LARGEST_FILE = 5 * 1024 * 1024
#: For a page, and for each of its files.
SECONDS = 5
#: How long is kept what a file says, and that the time did not suffice for it.
KEPT, KEPT_AS_SLOW = 30 * 24 * 60 * 60, 24 * 60 * 60
READER = "wagtail_kehoach.search.reading"
MEGABYTE = 1024 * 1024

#: Refusals for which the machine is to blame.
PASSING = {"too-slow", "busy"}


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
        text = cache.get(key)
        if text is None:
            text, kept = _read(document)
            cache.set(key, text, kept)
        return text
    except OSError:
        return ""


def _read(document) -> tuple[str, int]:
    """The text of the file, or nothing where none can be read; and how long that holds."""
    if document.file.size > LARGEST_FILE:
        return "", KEPT
    with document.file.storage.open(document.file.name) as stored:
        data = stored.read()
    memory = kehoach_settings.IMPORT_MEMORY_MB * MEGABYTE
    asked = Asked(READER, document.filename, data, LARGEST_FILE, memory)
    try:
        return read_apart(asked, seconds=SECONDS), KEPT
    except ReadingRefused as refusal:
        # Another day the machine may have more time.
        return "", KEPT_AS_SLOW if refusal.code in PASSING else KEPT
