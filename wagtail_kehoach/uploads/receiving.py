"""What is taken from a request that brings a file: one file, and no more than may be read."""

from __future__ import annotations

from contextlib import suppress

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from .files import largest_file

SEVERAL, TOO_LARGE = "several", "too-large"


class OneFile(FileUploadHandler):
    """Stops at the second file, and where the first one grows too large.

    What follows is neither kept in memory nor written to a disk. ``refused`` says why.
    """

    refused = ""

    def __init__(self, request=None):
        super().__init__(request)
        self.files, self.largest = 0, largest_file()

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.files += 1
        if self.files > 1:
            self._stop(SEVERAL)

    def receive_data_chunk(self, raw_data, start):
        if start + len(raw_data) > self.largest:
            self._stop(TOO_LARGE)
        return raw_data

    def file_complete(self, file_size):
        """Leave the file to the handlers of the portal."""

    def _stop(self, reason: str) -> None:
        self.refused = reason
        raise StopUpload(connection_reset=False)


def take_one_file(request: HttpRequest) -> OneFile:
    """Let ``request`` bring one file; call it before anything reads what was sent.

    Where a middleware of the portal has read it already, Django's own bounds hold.
    """
    handler = OneFile(request)
    with suppress(AttributeError):
        request.upload_handlers.insert(0, handler)
    return handler
