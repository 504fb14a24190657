"""For tests of plans as files: a LibreOffice that takes no time, and counts what it draws."""

from __future__ import annotations

import os
import sys

import pytest

SCRIPT = """#!/bin/sh
for file; do :; done
echo drawn >> "{log}"
{does}
"""


class Printer:
    """Puts itself first on the path of this machine."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.log = folder, folder / "log"
        self.log.touch()
        self.draws()
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def draws(self) -> None:
        """From now on it makes a PDF of everything."""
        self.does('printf "%%PDF-1.7 ke hoach" > "${file%.docx}.pdf"')

    def does(self, script: str) -> None:
        """From now on it does this."""
        program = self.folder / "soffice"
        program.write_text(
            SCRIPT.replace("{log}", str(self.log)).replace("{does}", script)
        )
        program.chmod(0o755)

    @property
    def drawn(self) -> int:
        return len(self.log.read_text().splitlines())


@pytest.fixture
def printer(tmp_path_factory, monkeypatch):
    """LibreOffice is installed, and quick."""
    return Printer(tmp_path_factory.mktemp("office"), monkeypatch)


@pytest.fixture
def no_printer(tmp_path_factory, monkeypatch):
    """Neither LibreOffice nor WeasyPrint is installed."""
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("empty")))
    monkeypatch.setitem(sys.modules, "weasyprint", None)
