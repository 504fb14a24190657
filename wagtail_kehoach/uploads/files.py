"""A file on its way to a reader: bounded, refused in words, known again by its digest."""

from __future__ import annotations

import hashlib
import logging
from typing import Protocol, TypeVar

from ..conf import kehoach_settings
from ..decree30.parts import ReadingRefused
from ..exceptions import ImportRefused
from .refusals import refusal_message

logger = logging.getLogger("wagtail_kehoach.uploads")

MEGABYTE = 1024 * 1024
Read = TypeVar("Read", covariant=True)


class Reader(Protocol[Read]):
    """Makes something of a file, or raises ``ReadingRefused``."""

    def __call__(self, name: str, data: bytes, *, max_bytes: int) -> Read: ...


def largest_file() -> int:
    """How many bytes a file that is read may have."""
    return kehoach_settings.IMPORT_MAX_MB * MEGABYTE


def read_with(reader: Reader[Read], name: str, data: bytes) -> Read:
    """What ``reader`` makes of a file. Stores nothing.

    Raises ``ImportRefused`` with words for the user.
    """
    largest = largest_file()
    if len(data) > largest:
        raise ImportRefused(refusal_message("too-large"), code="too-large")
    try:
        return reader(name, data, max_bytes=largest)
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
