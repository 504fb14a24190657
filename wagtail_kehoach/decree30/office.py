"""LibreOffice, where it is installed: one file in, one file out, bounded in time and memory."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from . import watching

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

#: Web servers give up after 30 seconds; a plan of thirty pages takes less than ten.
TIMEOUT = 25

#: LibreOffice fetches the pictures that a file only names, unless it is told not to: the
#: server would ask its own network for whoever wrote the file.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item>
</oor:items>
"""


class OfficeMissing(Exception):
    """No LibreOffice is installed on this machine."""


class OfficeFailed(Exception):
    """LibreOffice took too long or too much, or wrote no file."""


class OfficeTooSlow(OfficeFailed):
    """LibreOffice was ended because its time was over."""


class OfficeTooHungry(OfficeFailed):
    """LibreOffice was ended because it held more memory than it may."""


def is_installed() -> bool:
    """Tell whether ``convert`` has something to work with."""
    return _program() is not None


def convert(
    data: bytes,
    suffix: str,
    target: str,
    *,
    seconds: float | None = None,
    memory: int | None = None,
) -> bytes:
    """Return a file whose name ends in ``suffix`` as another kind: ``docx``, ``pdf``.

    LibreOffice works in a folder and with a profile of its own, both gone afterwards. It
    fetches nothing that the file names and runs nothing that is in it. ``seconds`` and
    ``memory``, in bytes, bound it; otherwise it has ``TIMEOUT``.
    Raises ``OfficeMissing`` or ``OfficeFailed``.
    """
    program = _program()
    if program is None:
        raise OfficeMissing
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        original = Path(folder) / f"document{suffix}"
        original.write_bytes(data)
        _run(program, original, target, TIMEOUT if seconds is None else seconds, memory)
        converted = original.with_suffix(f".{target}")
        if not converted.exists():
            raise OfficeFailed("LibreOffice wrote no file")
        return converted.read_bytes()


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(
    program: str, original: Path, target: str, seconds: float, memory: int | None
) -> None:
    profile = original.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--headless", "--norestore"]
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
        watching.wait(process, seconds, memory)
    except watching.TookTooLong as error:
        _kill(process)
        process.wait()
        raise OfficeTooSlow("LibreOffice took too long") from error
    except watching.TookTooMuch as error:
        _kill(process)
        process.wait()
        raise OfficeTooHungry("LibreOffice took too much memory") from error
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
    """LibreOffice maps more memory than it uses: what it uses is watched instead."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the converter with what it started; Windows knows no process groups."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
