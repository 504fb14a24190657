"""A converter that takes too long or too much is ended, and the editor reads why."""

from __future__ import annotations

import shutil
import sys

import pytest

from wagtail_kehoach.decree30.reader import doc
from wagtail_kehoach.decree30.refusals import ReadingRefused

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="needs /proc",
)


@pytest.fixture
def converter(tmp_path, monkeypatch):
    """A program in the place of LibreOffice that works in a process of its own."""

    def install(work: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{sys.executable} -c '{work}'\ntrue\n")
        program.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda name: str(program))

    return install


def refusal_of_rtf() -> str:
    with pytest.raises(ReadingRefused) as refusal:
        doc.read_doc(b"{\\rtf1}", ".rtf")
    return refusal.value.code


def test_too_much_memory_is_refused(converter, monkeypatch):
    monkeypatch.setattr(doc, "MEMORY", 60 * 1024 * 1024)
    converter('import time; held = b"x" * 90_000_000; time.sleep(20)')

    assert refusal_of_rtf() == "too-heavy"


def test_too_much_time_is_refused(converter, monkeypatch):
    monkeypatch.setattr(doc, "SECONDS", 0.3)
    converter("import time; time.sleep(20)")

    assert refusal_of_rtf() == "too-slow"


def test_a_converter_within_its_bounds_may_end(converter):
    converter("pass")

    assert refusal_of_rtf() == "corrupt"
