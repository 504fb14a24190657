"""Our catalogue says what docs/glossary.md says: one word for one idea."""

import re
from pathlib import Path

import polib
import pytest

import wagtail_kehoach
from tests.vietnamese import catalogue
from tests.vietnamese.test_catalogue import BANNED, EARLY_TONE

ROOT = Path(__file__).parents[2]
OURS = Path(wagtail_kehoach.__file__).parent / "locale/vi/LC_MESSAGES/django.po"

# English that also means something else: its idea is no single word of a message.
AMBIGUOUS = {
    "head", "replace", "correct", "register", "approval", "editors", "principals", "unit",
    "body", "term", "consent", "withdrawal", "public", "private", "live", "privacy", "used",
    "document", "image", "version", "source", "heading", "field", "group", "user", "e-mail",
    "published", "compare", "upload", "comment", "site", "language", "glossary", "save",
    "secrecy mark", "written mandate", "submitted by", "add", "copy", "translation",
    "the layout of Decree 30", "file", "submit", "password", "passage", "commendation", "page",
    "state", "status", "download",
}  # fmt: skip
#: Rows whose words are pairs: what comes first in English comes first in Vietnamese.
PAIRS = re.compile(r"[,/;]")


#: The name of the State is printed as Decree 30 prints it.
FIXED = "CỘNG HÒA"
GUIDES = sorted((ROOT / "docs/vi").glob("*.md"))
TEXTS = [
    *GUIDES,
    *(ROOT / "example_site/portal/demo").glob("*.json"),
    *(ROOT / "example_site/portal/demo").glob("*.py"),
]


def rows(columns):
    for line in (ROOT / "docs/glossary.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and "--" not in cells[0]:
            yield cells


def words(cell):
    """The words of a cell, without its code and what stands in brackets."""
    plain = re.sub(r"`[^`]*`|\([^)]*\)", "", cell)
    return [word.strip() for word in PAIRS.split(plain) if word.strip()]


def terms():
    """English terms, each with the Vietnamese words that its row allows."""
    for vietnamese, english, _source in list(rows(3))[1:]:
        for term in words(english):
            yield term, words(vietnamese)
    for english, vietnamese in list(rows(2))[1:]:
        for term in words(english):
            yield term, words(vietnamese)


def using(term):
    """Our messages with the English ``term``, in the singular or the plural."""
    stem = re.escape(re.sub(r"(ies|y|is|s)$", "", term))
    whole = re.compile(rf"(?<!\w){stem}(y|ies|is|es|s)?(?!\w)", re.IGNORECASE)
    plain = catalogue.PLACEHOLDER.sub
    return [entry for entry in ENTRIES if whole.search(plain("", entry.msgid))]


ENTRIES = [entry for entry in polib.pofile(str(OURS)) if not entry.obsolete]
TERMS = {term: said for term, said in terms() if term not in AMBIGUOUS and using(term)}


def test_the_glossary_is_read_and_used():
    assert {"communication plan", "lead unit", "roll of honour", "draft"} <= set(TERMS)
    assert len(TERMS) > 50


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_said_as_the_glossary_says_it(term):
    said = [word.lower() for word in TERMS[term]]
    others = [
        f"{entry.msgid!r}: {catalogue.text(entry)!r}"
        for entry in using(term)
        if not any(word in catalogue.text(entry).lower() for word in said)
    ]

    assert not others, f"{term} is {said}:\n" + "\n".join(others)


@pytest.mark.parametrize("banned", BANNED)
def test_words_that_the_glossary_rules_out_are_not_ours_either(banned):
    whole = re.compile(rf"(?<!\w){re.escape(banned)}(?!\w)", re.IGNORECASE)

    assert not [
        entry.msgid
        for entry in ENTRIES
        if whole.search(catalogue.PLACEHOLDER.sub("", catalogue.text(entry)))
    ]


def test_the_catalogue_sets_tones_as_the_glossary_does():
    said = [catalogue.text(entry).replace(FIXED, "") for entry in ENTRIES]

    assert not [text for text in said if EARLY_TONE.search(text)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_guides_and_the_demo_set_tones_as_the_glossary_does(path):
    text = path.read_text("utf-8").replace(FIXED, "")

    assert EARLY_TONE.findall(text) == []


def test_people_of_the_school_are_addressed_in_one_way():
    assert not [
        entry.msgid for entry in ENTRIES if "thầy cô" in catalogue.text(entry).lower()
    ]


def prose(path):
    """What a guide tells its reader: no code, no addresses, no marks of Markdown."""
    text = re.sub(r"```.*?```|`[^`]*`", "x", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)|!?\[|<img [^>]*alt=|src=\S+|width=\S+", "", text)
    return re.sub(r"(?<=[\s=])\"([^\"]*)\"", r"\1", text)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_says_what_the_glossary_says(path):
    words = "|".join(map(re.escape, [*BANNED, "thầy cô", "lời tả", "tình trạng"]))

    assert re.findall(rf"(?<!\w)(?:{words})(?!\w)", prose(path), re.IGNORECASE) == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_a_guide_is_set_as_the_glossary_is(path):
    text = prose(path)

    assert re.findall(r"\S*[\"']\S*", text) == []
    assert re.findall(r"\S+ [:;,?!](?!\S)", text) == []
    assert re.findall(r"trình duyệt(?= (?:Chrome|Firefox|Edge|Safari))", text) == []
