"""Waits for a program with all that it started, and says when it takes too much."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY = 0.1
#: Where ``/proc/PID/stat`` has the group, and the pages in memory, behind the name.
_GROUP, _PAGES = 2, 21


class TookTooLong(Exception):
    """The time is over; the program still runs."""


class TookTooMuch(Exception):
    """The program and what it started hold more memory than they may; they still run."""


def wait(process: subprocess.Popen[bytes], seconds: float, memory: int | None) -> None:
    """Wait until a leader of a process group has ended.

    ``memory`` bounds what the group really holds, in bytes: a program such as LibreOffice maps
    far more. Systems without ``/proc`` bound the time alone.
    """
    end = time.monotonic() + seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_EVERY)
            return
        if memory is not None and held_by(process.pid) > memory:
            raise TookTooMuch
        if time.monotonic() > end:
            raise TookTooLong


def held_by(group: int) -> int:
    """How many bytes of memory the processes of a group hold together."""
    pages = 0
    for path in _PROCESSES.glob("[0-9]*/stat"):
        # A process may end while it is looked at.
        with suppress(OSError, ValueError, IndexError):
            said = path.read_bytes().rpartition(b")")[2].split()
            if int(said[_GROUP]) == group:
                pages += int(said[_PAGES])
    return pages * os.sysconf("SC_PAGE_SIZE") if pages else 0
