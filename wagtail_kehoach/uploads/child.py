"""Reads one file in a process of its own: ``python -m wagtail_kehoach.uploads.child``.

Takes pickled ``Asked`` on its input and leaves a pickled answer on its output. Knows nothing
of Django, of the database or of the portal's secrets.
"""

from __future__ import annotations

import pickle
import signal
import sys
from importlib import import_module
from typing import Any, NamedTuple

from ..decree30.refusals import ReadingRefused


class Asked(NamedTuple):
    """A file, and the module whose ``read`` makes something of it; limits in bytes."""

    module: str
    name: str
    data: bytes
    max_bytes: int
    memory: int


class Answer(NamedTuple):
    """What was read, or the code and detail of the refusal."""

    read: Any = None
    code: str = ""
    detail: str = ""


def answer(asked: Asked) -> Answer:
    """Read the file, in whatever process this is."""
    reader = import_module(asked.module)
    try:
        return Answer(reader.read(asked.name, asked.data, max_bytes=asked.max_bytes))
    except ReadingRefused as refusal:
        return Answer(code=refusal.code, detail=refusal.detail)
    except MemoryError:
        return Answer(code="too-heavy", detail="MemoryError")


def _bound(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    # The soft limit alone: a converter that is started lifts it for itself.
    resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _leave(_signal, _frame) -> None:
    # As an exception, so that a converter that was started is ended too.
    sys.exit(1)


def main() -> None:
    """Answer what stands on the input."""
    signal.signal(signal.SIGTERM, _leave)
    asked = Asked(*pickle.load(sys.stdin.buffer))  # noqa: S301 -- from our own worker
    _bound(asked.memory)
    sys.stdout.buffer.write(pickle.dumps(tuple(answer(asked))))


if __name__ == "__main__":
    main()
