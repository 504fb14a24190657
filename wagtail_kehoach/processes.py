"""A module of ours in a process of its own, where it cannot take the web worker down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

#: What the process is told of the machine. The rest may hold secrets.
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT",
        "LD_LIBRARY_PATH")  # fmt: skip
#: Seconds that a process has to end by itself.
GRACE = 2


class PythonMissing(Exception):
    """No interpreter is found: a server with one built in."""


class TookTooLong(Exception):
    """The process was ended because its time was over."""


class Died(Exception):
    """The process ended with another ``status`` than 0."""

    def __init__(self, status: int) -> None:
        super().__init__(f"ended with {status}")
        self.status = status

    @property
    def was_ended(self) -> bool:
        """Whether a signal from outside ended it: the machine, or whoever runs it."""
        return self.status in (-signal.SIGTERM, -signal.SIGKILL)


def run(module: str, given: bytes, *, seconds: float) -> bytes:
    """What ``module`` writes when it is run with ``given`` on its input.

    Raises ``PythonMissing``, ``TookTooLong`` or ``Died``.
    """
    python = interpreter()
    if python is None:
        raise PythonMissing
    process = subprocess.Popen(  # noqa: S603 -- fixed arguments, no shell
        [python, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    try:
        said, _nothing = process.communicate(given, seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise TookTooLong(f"{seconds} s") from error
    if process.returncode:
        raise Died(process.returncode)
    return said


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


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let the process end what it started, and end it if it does not."""
    process.terminate()
    try:
        process.communicate(timeout=GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
