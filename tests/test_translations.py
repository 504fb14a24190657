"""Every text of ours has Vietnamese that says the same with the same placeholders."""

import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import override
from wagtail.fields import StreamField

import wagtail_kehoach

FOLDER = Path(wagtail_kehoach.__file__).parent / "locale" / "vi" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(FOLDER / "django.po")


def placeholders(text):
    return set(PLACEHOLDER.findall(text))


def translations(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def test_every_text_has_vietnamese(catalogue):
    assert [e.msgid for e in catalogue.untranslated_entries()] == []


def test_no_translation_is_a_guess(catalogue):
    assert [e.msgid for e in catalogue.fuzzy_entries()] == []
    assert [e.msgid for e in catalogue.obsolete_entries()] == []


def test_placeholders_are_the_same_on_both_sides(catalogue):
    different = [
        entry.msgid
        for entry in catalogue
        for text in translations(entry)
        if placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]

    assert different == []


def test_a_full_sentence_stays_one(catalogue):
    different = [
        entry.msgid
        for entry in catalogue
        for text in translations(entry)
        if " " in entry.msgid and entry.msgid.endswith(".") != text.endswith(".")
    ]

    assert different == []


def test_texts_are_composed_letters(catalogue):
    import unicodedata

    for entry in catalogue:
        for text in translations(entry):
            assert unicodedata.is_normalized("NFC", text)


def test_what_is_compiled_is_what_is_written(catalogue):
    compiled = polib.mofile(FOLDER / "django.mo")

    assert {(e.msgctxt, e.msgid): translations(e) for e in compiled} == {
        (e.msgctxt, e.msgid): translations(e) for e in catalogue.translated_entries()
    }


def _children(block):
    if hasattr(block, "child_blocks"):
        yield from block.child_blocks.items()
    elif hasattr(block, "child_block"):
        yield "", block.child_block


def _named_after_their_fields(block, path):
    for name, child in _children(block):
        if name and str(child.label) == capfirst(name.replace("_", " ")):
            yield f"{path}.{name}"
        yield from _named_after_their_fields(child, f"{path}.{name}")


def test_no_block_is_named_after_its_field():
    fields = [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    unsaid = []
    with override("vi"):
        for model, field in fields:
            path = f"{model.__name__}.{field.name}"
            unsaid += _named_after_their_fields(field.stream_block, path)

    assert fields
    assert unsaid == []
