"""The guides show pictures that the browser tests take, and name what is on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from PIL import Image

from example_site.portal.markdown import as_html
from tests.vietnamese import catalogue
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.setup import INDEX_PAGES

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
WALKS = ROOT / "tests" / "browser" / "test_guides.py"
GUIDES = sorted((ROOT / "docs" / "vi").glob("*.md"))
WITH_PICTURES = [
    "bien-tap-vien.md",
    "ban-giam-hieu.md",
    "can-bo-cong-nghe.md",
    "ho-so-dong-y.md",
]

GROUPS = ["EDITORS_GROUP", "PRINCIPALS_GROUP", "CONSENT_GROUP"]

#: Bold for their own sake: no words of a screen.
STRESSED = {
    "Hằng đêm",
    "Hằng giờ",
    "Hằng ngày",
    "Khi ghi cài đặt",
    "Portals must",
    "Sáng thứ Hai đến thứ Sáu",
    "chỗ điền",
    "Đầu năm học",
}


def pictures_in(text: str) -> set[str]:
    """The pictures that a document shows, in either notation."""
    return set(re.findall(r"pictures/([\w-]+)\.webp", text))


def taken() -> list[str]:
    """What the browser tests picture."""
    return re.findall(r'take\(page, "([\w-]+)"\)', WALKS.read_text())


def shown() -> set[str]:
    documents = [*GUIDES, ROOT / "README.md"]
    return set().union(*(pictures_in(path.read_text()) for path in documents))


def test_what_is_shown_is_what_the_browser_tests_picture():
    assert sorted(taken()) == sorted(shown())
    assert {path.stem for path in PICTURES.iterdir()} == shown()


@pytest.mark.parametrize("path", sorted(PICTURES.iterdir()), ids=lambda p: p.stem)
def test_a_picture_is_small(path):
    assert path.stat().st_size < 60_000
    with Image.open(path) as picture:
        assert picture.format == "WEBP"


@pytest.mark.parametrize("name", WITH_PICTURES)
def test_a_guide_has_pictures_that_are_described(name):
    text = (ROOT / "docs" / "vi" / name).read_text()

    assert len(pictures_in(text)) >= 3
    assert all(len(words) > 15 for words in re.findall(r"!\[(.*?)\]\(", text))
    assert all(len(words) > 15 for words in re.findall(r'alt="(.*?)"', text))


def on_screens() -> set[str]:
    """Everything that the catalogues let a screen say, and what set-up calls its pages."""
    ours = polib.pofile(ROOT / "wagtail_kehoach/locale/vi/LC_MESSAGES/django.po")
    said = [catalogue.text(entry) for entry in ours]
    said += [message.text for message in catalogue.messages()]
    said += [title for _mixin, title, _slug in INDEX_PAGES]
    said += [getattr(kehoach_settings, name) for name in GROUPS]
    return {_plain(text) for text in said if text}


def _plain(text: str) -> str:
    """``text`` without placeholders, case and the mark at its end."""
    text = re.sub(r"%\(\w+\)[sd]|\{\w*\}|%s|…", "", text)
    return " ".join(text.casefold().strip(" .:?“”()").split())


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_every_word_of_a_screen_is_on_a_screen(path):
    known = on_screens()
    named = re.findall(r"\*\*(.+?)\*\*", path.read_text())

    strangers = {
        words
        for words in named
        if words not in STRESSED and not _known(_plain(words), known)
    }

    assert strangers == set()


def _known(words: str, known: set[str]) -> bool:
    """Whether a screen says it; a button adds what it adds, or names a step in brackets."""
    return {words, words.removeprefix("thêm "), words.partition(" (")[0]} & known


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_the_demo_shows_a_guide_as_it_is_written(path):
    text = path.read_text()
    outside = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    html = as_html(text, "/anh/")
    shown = re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", html, flags=re.DOTALL)

    assert "**" not in shown
    assert "](" not in shown
    assert html.count("<li>") == len(re.findall(r"(?m)^ *(?:-|\d+\.) ", outside))
    assert html.count("<img") == len(re.findall(r"!\[|<img", outside))
    assert html.count("<table>") == len(re.findall(r"(?m)^\|[-|]+\|$", outside))


def test_a_list_may_hold_more_than_a_line():
    said = "1. Một\n   hai:\n   - *ba*\n   - `**bốn**`\n\n   ![Tả](../pictures/a.webp)\n2. Năm"

    html = re.sub(r"\s*\n\s*", "", as_html(said, "/anh/"))

    inner = "<ul><li><em>ba</em></li><li><code>**bốn**</code></li></ul>"
    assert f"<li><p>Mộthai:</p>{inner}" in html
    assert html.index(inner) < html.index('<img src="/anh/a.webp" alt="Tả" />')
    assert html.endswith("</li><li><p>Năm</p></li></ol>")


def test_what_lies_outside_of_the_guides_is_no_link():
    assert "<a" not in as_html("Xem [bảng thuật ngữ](../glossary.md).", "/anh/")
