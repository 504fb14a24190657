"""One folding for texts and queries, whoever typed them."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from wagtail_kehoach.folding import clean, fold, word
from wagtail_kehoach.search.asked import tiers
from wagtail_kehoach.search.terms import terms_of

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩị"
    "òóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)
WORDS = st.text(LETTERS + LETTERS.upper(), min_size=1, max_size=8)


@given(WORDS)
def test_composed_and_decomposed_letters_are_one_word(written):
    decomposed = unicodedata.normalize("NFD", written)

    assert word(decomposed) == word(written) == word(written.upper())


@given(WORDS)
def test_a_folded_word_is_plain_and_stays_so(written):
    folded = word(written).folded

    assert folded.isascii()
    assert word(folded).folded == folded


@given(WORDS, WORDS)
def test_soft_hyphens_do_not_part_a_word(first, second):
    assert word(f"{first}\u00ad{second}") == word(first + second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("thúy", "thuý"),
        ("kỹ", "kĩ"),
        ("quý", "quí"),
        ("y", "i"),
        ("ý", "í"),
        ("05", "5"),
    ],
)
def test_two_spellings_are_one_word(one, other):
    assert word(one) == word(other)


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("thuy", "thui")])
def test_two_words_stay_two(one, other):
    assert word(one).folded != word(other).folded


@given(st.text())
def test_folding_keeps_the_place_of_every_letter(text):
    assert len(fold(text)) == len(clean(text))


@given(st.text())
def test_any_text_becomes_terms_of_letters_figures_and_underscores(text):
    for term in terms_of(text, text, text).split():
        assert term.replace("_", "").isalnum()


@given(st.text())
def test_any_text_can_be_asked_for(text):
    for match in tiers(text, typing=True):
        assert all(term for group in match.groups for term in group)
