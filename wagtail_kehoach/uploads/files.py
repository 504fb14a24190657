"""A file on its way to a reader: bounded, refused in words, known again by its digest."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from ..conf import kehoach_settings
from ..decree30.refusals import ReadingRefused
from ..exceptions import ImportRefused
from .apart import read_apart
from .child import Asked
from .refusals import refusal_message

logger = logging.getLogger("wagtail_kehoach.uploads")

MEGABYTE = 1024 * 1024


def largest_file() -> int:
    """How many bytes a file that is read may have."""
    return kehoach_settings.IMPORT_MAX_MB * MEGABYTE


def read_with(module: str, name: str, data: bytes) -> Any:
    """What the function ``read`` of ``module`` makes of a file. Stores nothing.

    Raises ``ImportRefused`` with words for the user.
    """
    largest = largest_file()
    if len(data) > largest:
        raise ImportRefused(refusal_message("too-large"), code="too-large")
    memory = kehoach_settings.IMPORT_MEMORY_MB * MEGABYTE
    asked = Asked(module, name, data, largest, memory)
    try:
        return read_apart(asked, seconds=kehoach_settings.IMPORT_SECONDS)
    except ReadingRefused as refusal:
        if refusal.code == "secrecy-mark":
            # The event alone: neither the name of the file nor a word of it.
            logger.warning("A file with a secrecy mark was refused and not kept.")
        raise ImportRefused(
            refusal_message(refusal.code), code=refusal.code
        ) from refusal


def file_digest(data: bytes) -> str:
    """What tells whether two files are the same, whatever they are called."""
    return hashlib.sha256(data).hexdigest()
