"""The words around a public page in Lao and Khmer: each one that its readers meet is there."""

import calendar
import re
import unicodedata
from pathlib import Path

import polib
import pytest
from django.utils.translation import override
from django.utils.translation.template import templatize
from django_countries import countries
from wagtail.models import get_page_models

import wagtail_kehoach
from wagtail_kehoach.foreign_info.models import ForeignInfoPageMixin
from wagtail_kehoach.indexes.models import IndexPageMixin
from wagtail_kehoach.models import Mandate
from wagtail_kehoach.search.facets import FACETS
from wagtail_kehoach.stories.kinds import Audience, SubjectKind

APP = Path(wagtail_kehoach.__file__).parent
TEMPLATES = APP / "templates" / "wagtail_kehoach"
#: Pages of the school's own people and of parents, who read Vietnamese.
NOT_FOREIGN = ("admin", "approval", "consent", "email", "link", "one_time", "sharing")
CODES = ["lo", "km"]
LATIN = re.compile("[A-Za-zÀ-ɏẠ-ỹ]")
MARKED = re.compile(
    r"""\b(n?p?gettext)\((?:u'(?P<a>(?:[^'\\]|\\.)*)'|u"(?P<b>(?:[^"\\]|\\.)*)")"""
    r"""(?:, (?:u'(?P<c>(?:[^'\\]|\\.)*)'|u"(?P<d>(?:[^"\\]|\\.)*)"))?"""
)
#: Django has them in Khmer and not in Lao, where it would say them in Vietnamese.
MONTHS_AND_DAYS = {*calendar.month_name, *calendar.day_name}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def catalogue(code):
    return polib.pofile(APP / "locale" / code / "LC_MESSAGES" / "django.po")


def keys(entries):
    return {(e.msgctxt or "", e.msgid) for e in entries}


def said(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def words_of_public_templates():
    for path in TEMPLATES.rglob("*.html"):
        if not set(path.relative_to(TEMPLATES).parts) & set(NOT_FOREIGN):
            for found in MARKED.finditer(templatize(path.read_text())):
                first, second = (
                    (found[one] or found[other] or "").replace("\\'", "'")
                    for one, other in ("ab", "cd")
                )
                yield (first, second) if "p" in found[1][:2] else ("", first)


def test_the_templates_are_read():
    words = set(words_of_public_templates())

    assert ("of a plan", "Tasks") in words
    assert ("", "%(number)s item") in words
    assert ("", "Please contact the school's office.") in words


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_the_public_templates_is_there(code):
    assert set(words_of_public_templates()) - keys(catalogue(code)) == set()


@pytest.mark.parametrize("code", CODES)
def test_what_the_lists_and_filters_say_is_there(code):
    lists = [m for m in get_page_models() if issubclass(m, IndexPageMixin)]
    with override(code):
        words = [
            *(one.label for model in lists for one in model.filters),
            *(facet.label for facet in FACETS),
            *ForeignInfoPageMixin.Form.labels,
            *ForeignInfoPageMixin.ContentGroup.labels,
            *Audience.labels,
            *SubjectKind.labels,
            *Mandate.Role.labels,
            *(name for _code, name in countries),
        ]

        assert [word for word in map(str, words) if LATIN.search(word)] == []


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_there_that_nobody_says(code):
    ours = keys(catalogue("vi"))
    with override("en"):
        names = {("", str(name)) for _code, name in countries}
    there = keys(catalogue(code)) - ours - names

    assert {word for _context, word in there} <= MONTHS_AND_DAYS


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_missing_doubted_or_said_otherwise(code):
    entries = catalogue(code)

    assert entries.untranslated_entries() == entries.fuzzy_entries() == []
    for entry in entries:
        for text in said(entry):
            there = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
            assert set(PLACEHOLDER.findall(text)) == there
            assert unicodedata.is_normalized("NFC", text)
            if " " in entry.msgid:
                assert entry.msgid.endswith(".") == text.endswith((".", "។"))


@pytest.mark.parametrize("code", CODES)
def test_what_is_compiled_is_what_is_written(code):
    compiled = polib.mofile(APP / "locale" / code / "LC_MESSAGES" / "django.mo")

    assert {(e.msgctxt, e.msgid): said(e) for e in compiled} == {
        (e.msgctxt, e.msgid): said(e) for e in catalogue(code)
    }
