"""The partner countries in the form."""

from collections import Counter
from pathlib import Path

import polib
import pytest
from django.utils.translation import override
from django_countries import countries

import wagtail_kehoach
from tests.approval.roads import edit_url, form_data
from tests.factories.pages import ForeignInfoPageFactory


@pytest.fixture
def html(client, editor):
    client.force_login(editor)
    item = ForeignInfoPageFactory(countries=["LA", "VU"])
    return client.get(edit_url(item)).content.decode()


def test_no_two_countries_bear_one_name_in_vietnamese():
    with override("vi"):
        names = Counter(str(country.name) for country in countries)

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "name"),
    [("IS", "Ai-xơ-len"), ("IE", "Ai-len"), ("NE", "Niger"), ("JE", "Jersey"),
     ("TW", "Đài Loan (Trung Quốc)"), ("KP", "Triều Tiên"), ("US", "Hoa Kỳ")],
)  # fmt: skip
def test_countries_are_named_as_vietnamese_documents_name_them(code, name):
    with override("vi"):
        assert str(countries.name(code)) == name


def test_ticked_countries_and_frequent_partners_come_first(html):
    list_ = html.partition("data-kh-checklist")[2]
    order = [list_.index(f'value="{code}"') for code in ("LA", "VU", "KH", "AF")]

    assert order == sorted(order)
    assert list_.count('value="LA"') == 1


def test_a_country_is_found_under_its_everyday_name_too(html):
    row = html.partition('value="US"')[0].rpartition("<div")[2]

    assert 'data-kh-also="Mỹ"' in row


def test_the_list_has_a_field_to_find_a_country(html):
    assert 'aria-label="Tìm nước"' in html
    assert "wagtail_kehoach/checklist.js" in html


def test_what_is_ticked_is_saved(client, editor):
    item = ForeignInfoPageFactory(countries=["LA"])
    item.save_revision(user=editor)
    client.force_login(editor)

    client.post(edit_url(item), form_data(item, editor, countries=["KH", "LA"]))

    saved = item.revisions.latest("pk").as_object()
    assert {country.code for country in saved.countries} == {"KH", "LA"}


def test_the_names_that_are_served_are_those_of_the_catalogue():
    folder = Path(wagtail_kehoach.__file__).parent / "vietnamese/countries/locale/vi"
    written = polib.pofile(folder / "LC_MESSAGES/django.po")
    served = polib.mofile(folder / "LC_MESSAGES/django.mo")

    assert {e.msgid: e.msgstr for e in served} == {e.msgid: e.msgstr for e in written}


def test_the_other_countries_stand_in_the_order_of_the_vietnamese_alphabet(html):
    others = html.partition("Các nước khác")[2]
    codes = ["DZ", "CM", "TW", "DK", "EC", "SE", "CH", "ZW"]  # A C Đài Đan E Điển Sĩ Z
    order = [others.index(f'value="{code}"') for code in codes]

    assert order == sorted(order)
