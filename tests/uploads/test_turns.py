"""Files are read in turns, by however many processes they come in."""

import subprocess
import sys
import tempfile
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wagtail_kehoach.exceptions import ImportRefused
from wagtail_kehoach.uploads.files import read_with
from wagtail_kehoach.uploads.turns import NoPlace, a_turn

READER = "tests.uploads.readers.saying"
HOLD = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from wagtail_kehoach.uploads.turns import a_turn
with a_turn(2, patience=30):
    print("in", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """Places that nobody else takes."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@contextmanager
def others_reading(count, places):
    """Other processes that hold places until they are told to end."""
    others = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(places)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(count)
    ]
    try:
        for other in others:
            assert other.stdout.readline() == b"in\n"
        yield others
    finally:
        for other in others:
            other.communicate()


def test_nobody_reads_where_all_places_are_taken(places):
    reading = others_reading(1, places), a_turn(2, patience=0)

    with reading[0], reading[1], pytest.raises(NoPlace), a_turn(2, patience=0.5):
        pass


def test_a_process_that_is_killed_gives_its_place_back(places):
    with others_reading(2, places) as others:
        with pytest.raises(NoPlace), a_turn(2, patience=0):
            pass

        others[0].kill()

        with a_turn(2, patience=30):
            pass


def test_a_file_that_finds_no_place_is_to_come_again(settings, places):
    settings.WAGTAIL_KEHOACH = {"IMPORT_AT_ONCE": 1}

    with others_reading(1, places), pytest.raises(ImportRefused) as refusal:
        read_with(READER, "a.docx", b"...")

    assert refusal.value.code == "busy"
    assert read_with(READER, "a.docx", b"...")


def test_a_place_is_free_again_after_a_file_that_broke_the_reader(settings):
    settings.WAGTAIL_KEHOACH = {"IMPORT_AT_ONCE": 1}
    with pytest.raises(ImportRefused):
        read_with("tests.uploads.readers.crashing", "a.docx", b"...")

    assert read_with(READER, "a.docx", b"...")


def test_the_screen_is_told_to_wait(settings, places, client, editor):
    settings.WAGTAIL_KEHOACH = {"IMPORT_AT_ONCE": 1}
    client.force_login(editor)
    file = SimpleUploadedFile("a.txt", "KẾ HOẠCH\nTruyền thông năm học".encode())
    address = reverse("wagtail_kehoach_upload")
    [parent] = client.get(address).context["form"].places

    with others_reading(1, places):
        answer = client.post(
            address,
            {"file": file, "parent": parent},
            headers={"Accept": "application/json"},
        ).json()

    assert answer["wait"] is True
    assert not answer["ok"]


def test_where_nothing_can_be_locked_files_are_read_all_the_same(places, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(places / "not" / "there"))

    with a_turn(1, patience=0), a_turn(1, patience=0):
        pass
