"""Which last words are taken for half typed."""

import pytest

from wagtail_kehoach.search.asked import tiers
from wagtail_kehoach.search.terms import terms_of


def finds(query, text):
    """Whether the text has every term that the query of the public page asks for."""
    terms = terms_of("", text, "").split()
    asked = tiers(query, goes_on=True)[-1].groups
    return all(any(_is_in(terms, one) for one in group) for group in asked)


def _is_in(terms, one):
    begins = one.removesuffix("*")
    return any(t.startswith(begins) if one[-1] == "*" else t == one for t in terms)


@pytest.mark.parametrize("query", ["ke ho", "kế ho", "ke hoac", "260/kh", "kế hoa"])
def test_a_word_may_go_on_behind_the_one_before_it(query):
    assert finds(query, "Kế hoạch số 260/KH-GDĐT")


@pytest.mark.parametrize(
    ("query", "text"),
    [("ke ho", "Kế bên, hoạch định"), ("ho", "Kế hoạch"), ("so 26", "Kế hoạch số 260"),
     ("lop a", "Lớp Anh"), ("hoc tap", "Học tapas")],
)  # fmt: skip
def test_what_is_whole_or_stands_apart_does_not_go_on(query, text):
    assert not finds(query, text)
