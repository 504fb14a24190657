"""So many files are read at once on a machine, whatever number of web workers it runs.

A place is a file that is locked while somebody reads. The system unlocks it when the process
that holds it ends, however it ends, so no place is ever lost.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO, TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger("wagtail_kehoach.uploads")

LOOK_AGAIN = 0.2


class NoPlace(Exception):
    """Others read for as long as somebody was ready to wait."""


@contextmanager
def a_turn(places: int, *, patience: float) -> Iterator[None]:
    """Hold one of the ``places`` of this machine.

    Raises ``NoPlace`` where none is free for ``patience`` seconds. Where no file can be
    locked at all, nobody waits: reading matters more than its order.
    """
    until = monotonic() + patience
    try:
        folder = _folder()
        while (held := _first_free(folder, places)) is None:
            if monotonic() > until:
                raise NoPlace
            sleep(LOOK_AGAIN)
    except OSError as error:
        logger.warning("Files are read without taking turns: %s", error)
        held = None
    try:
        yield
    finally:
        if held:
            held.close()


def _first_free(folder: Path, places: int) -> IO[bytes] | None:
    for number in range(max(places, 1)):
        file = (folder / f"{number}.lock").open("ab")
        if _locked(file):
            return file
        file.close()
    return None


def _locked(file: IO[bytes]) -> bool:
    """Whether ``file`` is ours until it is closed."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the second on Windows
        return False
    return True


def _folder() -> Path:
    """A folder of this account alone, the same for all of its processes."""
    account = "" if sys.platform == "win32" else f"-{os.getuid()}"
    folder = Path(tempfile.gettempdir()) / f"kehoach-reading{account}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32" and folder.lstat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder
