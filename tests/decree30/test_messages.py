"""Every code that the reader emits has words for the editor."""

from __future__ import annotations

import re
from pathlib import Path

from wagtail_kehoach import manuscripts
from wagtail_kehoach.decree30 import reader
from wagtail_kehoach.plans.messages import WARNINGS
from wagtail_kehoach.uploads.refusals import REFUSALS


def sources(package) -> str:
    files = Path(package.__file__).parent.glob("*.py")
    return "\n".join(path.read_text("utf-8") for path in files)


SOURCES = sources(reader)


def test_every_refusal_has_words():
    both = SOURCES + sources(manuscripts)
    codes = set(re.findall(r'ReadingRefused\(\s*"([a-z-]+)"', both))
    elsewhere = {
        "bomb",
        "encrypted",
        "locked",
        "corrupt",
        "too-slow",
        "interrupted",
        "busy",
    }
    assert codes | elsewhere == set(REFUSALS)


def test_every_warning_has_words():
    codes = set(re.findall(r'ReadingWarning\(\s*"([a-z-]+)"', SOURCES))
    codes |= set(re.findall(r'^\s*\("([a-z]+-[a-z]+)",', SOURCES, re.MULTILINE))
    codes |= set(re.findall(r'"((?:signatory|position)-missing)"', SOURCES))
    codes |= set(re.findall(r'"([a-z-]+)": \(source\.', SOURCES))
    assert codes - {"wrong-type"} == set(WARNINGS)
