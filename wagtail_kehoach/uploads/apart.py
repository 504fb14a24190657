"""Reading where it cannot take the web worker down: in a process that may die."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..decree30.parts import ReadingRefused
from .child import Answer, Asked, answer

#: What the process is told of the machine. The rest may hold secrets.
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT",
        "LD_LIBRARY_PATH")  # fmt: skip
#: Seconds that a process has to end by itself.
GRACE = 2


def read_apart(asked: Asked, *, seconds: float) -> Any:
    """What the reader makes of a file, from a process of its own.

    Raises ``ReadingRefused``: as the reader does, with ``too-slow`` after ``seconds``, and
    with ``corrupt`` when the process died. Where no interpreter is found (a server with one
    built in), the file is read here.
    """
    python = interpreter()
    if python is None:
        return _taken(answer(asked))
    process = subprocess.Popen(  # noqa: S603 -- fixed arguments, no shell
        [python, "-m", f"{__package__}.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    try:
        said, _nothing = process.communicate(pickle.dumps(tuple(asked)), seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise ReadingRefused("too-slow", f"{seconds} s") from error
    if process.returncode:
        raise ReadingRefused("corrupt", f"ended with {process.returncode}")
    return _taken(Answer(*pickle.loads(said)))  # noqa: S301 -- from our own process


def interpreter() -> str | None:
    """The Python that runs this portal; ``sys.executable`` may be the web server."""
    here = Path(sys.executable or "")
    if here.name.lower().startswith("python"):
        return str(here)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for name in (f"bin/{version}", "bin/python3", "Scripts/python.exe", "python.exe"):
        if (found := Path(sys.prefix) / name).exists():
            return str(found)
    return None


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _taken(answer: Answer) -> Any:
    if answer.code:
        raise ReadingRefused(answer.code, answer.detail)
    return answer.read


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let the process end what it started, and end it if it does not."""
    process.terminate()
    try:
        process.communicate(timeout=GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
