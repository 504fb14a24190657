"""Lists of people are sorted as a class register is."""

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from wagtail_kehoach.names import LONGEST_KEY, register_key

REGISTER = (Path(__file__).parent / "danh-sach-lop.txt").read_text().splitlines()


def test_a_shuffled_class_is_put_into_the_order_of_its_register():
    shuffled = random.Random(8).sample(REGISTER, len(REGISTER))

    assert sorted(shuffled, key=register_key) == REGISTER


@pytest.mark.parametrize("name", REGISTER)
def test_a_name_has_one_place_however_it_is_written(name):
    decomposed = unicodedata.normalize("NFD", name)

    assert register_key(decomposed) == register_key(name)
    assert register_key(f"  {name.upper()} ") == register_key(name)


def test_where_the_tone_is_set_makes_no_difference():
    assert register_key("Nguyễn Thị Hòa") == register_key("Nguyễn Thị Hoà")


def test_a_letter_that_looks_like_it_has_its_place():
    assert register_key("Lê \u00d0ào") == register_key("Lê Đào")


def test_nobody_comes_before_everybody():
    assert register_key("") == register_key("  ") < register_key("A")


@given(st.text(max_size=150))
def test_a_key_is_digits_and_fits(name):
    key = register_key(name)

    assert len(key) <= LONGEST_KEY
    assert not key.strip("0123456789")
