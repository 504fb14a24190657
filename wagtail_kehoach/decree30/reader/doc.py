"""Older Word files and OpenDocument texts, turned into ``.docx`` by LibreOffice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from ..parts import ReadingRefused
from .docx import read_docx
from .pieces import Source

TIMEOUT = 90


def read_doc(data: bytes, suffix: str) -> Source:
    """Return the pieces of a file that needs conversion; ``suffix`` names its format."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadingRefused("converter-missing", "LibreOffice")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        original = Path(folder) / f"document{suffix}"
        original.write_bytes(data)
        _convert(program, original)
        converted = original.with_suffix(".docx")
        if not converted.exists():
            raise ReadingRefused("corrupt", "LibreOffice wrote no file")
        return read_docx(converted.read_bytes())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the converter with what it started; Windows knows no process groups."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _convert(program: str, original: Path) -> None:
    """Convert beside the original, with a profile of its own that nobody else uses."""
    profile = (original.parent / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "docx", "--outdir", str(original.parent), str(original)]
    process = subprocess.Popen(  # noqa: S603 -- fixed arguments, no shell
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        _kill(process)
        process.wait()
        raise ReadingRefused("corrupt", "LibreOffice took too long") from error
