"""LibreOffice, where it is installed: one file in, one file out, bounded in time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

TIMEOUT = 90


class OfficeMissing(Exception):
    """No LibreOffice is installed on this machine."""


class OfficeFailed(Exception):
    """LibreOffice took too long, or wrote no file."""


def is_installed() -> bool:
    """Tell whether ``convert`` has something to work with."""
    return _program() is not None


def convert(data: bytes, suffix: str, target: str) -> bytes:
    """Return a file whose name ends in ``suffix`` as another kind: ``docx``, ``pdf``.

    LibreOffice works in a folder and with a profile of its own, both gone afterwards.
    Raises ``OfficeMissing`` or ``OfficeFailed``.
    """
    program = _program()
    if program is None:
        raise OfficeMissing
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        original = Path(folder) / f"document{suffix}"
        original.write_bytes(data)
        _run(program, original, target)
        converted = original.with_suffix(f".{target}")
        if not converted.exists():
            raise OfficeFailed("LibreOffice wrote no file")
        return converted.read_bytes()


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(program: str, original: Path, target: str) -> None:
    profile = (original.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", target]
    command += ["--outdir", str(original.parent), str(original)]
    process = subprocess.Popen(  # noqa: S603 -- fixed arguments, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # Only in a process that reads one file, which has one thread.
        preexec_fn=_lift_bound if _is_bounded() else None,
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        _kill(process)
        process.wait()
        raise OfficeFailed("LibreOffice took too long") from error
    except BaseException:
        _kill(process)
        raise


def _is_bounded() -> bool:
    """Whether this process reads a file within a bound of memory: see ``uploads``."""
    if resource is None:
        return False
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    return soft != hard


def _lift_bound() -> None:
    """LibreOffice maps more memory than it uses; it is bounded in time."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the converter with what it started; Windows knows no process groups."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
