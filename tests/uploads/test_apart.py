"""A file is read where it cannot take the web worker down."""

import os
import sys
import time

import pytest

from wagtail_kehoach import processes
from wagtail_kehoach.decree30.refusals import ReadingRefused
from wagtail_kehoach.exceptions import ImportRefused
from wagtail_kehoach.plans import imports
from wagtail_kehoach.uploads import apart
from wagtail_kehoach.uploads.child import Asked
from wagtail_kehoach.uploads.files import read_with

READERS = "tests.uploads.readers"


def test_what_is_read_comes_back_whole():
    reading = imports.read_file("a.txt", "KẾ HOẠCH\nTruyền thông năm học".encode())

    assert reading.file == "a.txt"
    assert "truyền thông" in str(reading.passages).lower()


@pytest.mark.parametrize(
    ("reader", "code", "says"),
    [
        ("hungry", "too-heavy", "bộ nhớ"),
        ("crashing", "corrupt", "hỏng"),
        ("dying", "interrupted", "chọn lại tệp"),
        ("endless", "too-slow", "quá lâu"),
    ],
)
def test_a_file_that_breaks_the_reader_is_refused(settings, reader, code, says):
    settings.WAGTAIL_KEHOACH = {"IMPORT_SECONDS": 3 if reader == "endless" else 60}
    begun = time.monotonic()

    with pytest.raises(ImportRefused) as refusal:
        read_with(f"{READERS}.{reader}", "a.docx", b"...")

    assert refusal.value.code == code
    assert says in refusal.value.reason
    assert time.monotonic() - begun < 60


def test_the_reader_learns_nothing_of_the_portal(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "bí mật")

    seen = read_with(f"{READERS}.looking", "a.docx", b"...")

    assert "SECRET_KEY" not in seen["environment"]
    assert "PATH" in seen["environment"]
    assert not any(name.split(".")[0] == "django" for name in seen["modules"])


@pytest.mark.parametrize("program", ["/usr/sbin/uwsgi", "", None])
def test_the_python_of_the_portal_is_found_inside_a_web_server(monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)

    found = processes.interpreter()

    assert os.access(found, os.X_OK)
    assert "python" in found


def test_without_a_python_the_file_is_read_in_the_worker(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", "/usr/sbin/httpd")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    asked = Asked(f"{READERS}.looking", "a.docx", b"...", 100, 1 << 30)

    seen = apart.read_apart(asked, seconds=1)

    assert "pytest" in seen["modules"]


def test_a_refusal_of_the_reader_keeps_its_reason():
    asked = Asked("wagtail_kehoach.decree30.reader", "a.docx", b"", 100, 1 << 30)

    with pytest.raises(ReadingRefused) as refusal:
        apart.read_apart(asked, seconds=60)

    assert refusal.value.code == "empty"
