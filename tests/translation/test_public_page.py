"""What a page says of its language, and of the others it can be read in."""

import datetime as dt
import json
import re

import pytest
from django.apps import apps
from wagtail.models import PageViewRestriction

from tests.factories.pages import PlanPageFactory
from wagtail_kehoach.models import SigningAuthority

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)


def read(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def alternates(html):
    return dict(re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))


def switcher(html):
    found = re.search(r'<nav class="kh-languages.*?</nav>', html, re.S)
    return re.findall(r'hreflang="(\w+)" href="([^"]+)"', found[0]) if found else []


def test_each_language_names_the_others_to_search_engines(client, languages):
    source = languages.source()
    english = languages.translated(source)
    expected = {
        "vi": source.full_url,
        "en": english.full_url,
        "x-default": source.full_url,
    }

    assert alternates(read(client, source)) == expected
    assert alternates(read(client, english)) == expected


def test_readers_find_the_languages_in_which_the_page_is_public(client, languages):
    source = languages.source()
    english = languages.translated(source)
    languages.draft(source, "lo")

    html = read(client, source)

    assert switcher(html) == [("vi", source.url), ("en", english.url)]
    assert 'aria-current="true">Tiếng Việt</a>' in html
    assert ">English</a>" in html


def test_a_page_in_one_language_offers_none(client, languages):
    html = read(client, languages.source())

    assert switcher(html) == []
    assert alternates(html) == {}


def test_a_private_translation_is_not_offered(client, languages):
    source = languages.source()
    english = languages.translated(source)
    PageViewRestriction.objects.create(page=english, restriction_type="login")

    assert switcher(read(client, source)) == []


def test_a_page_says_its_language_wherever_it_is_asked(client, languages):
    english = languages.translated(languages.source())

    html = read(client, english)

    assert '<html lang="en">' in html
    assert '<div class="kh-root" lang="en">' in html
    assert 'property="og:locale" content="en_US"' in html
    assert 'property="og:locale:alternate" content="vi_VN"' in html
    facts = re.search(r'ld\+json">(.*?)</script>', html, re.S)[1]
    assert json.loads(facts)["inLanguage"] == "en"


def test_the_words_around_an_english_text_are_english(client, languages):
    english = languages.translated(languages.source(), post_date=dt.date(2026, 11, 5))

    html = read(client, english)

    assert "5 November 2026" in html
    assert "Approved by" in html
    assert "Laos" in html
    assert "Đã duyệt" not in html


@pytest.mark.parametrize(
    ("code", "title", "territory", "approved"),
    [
        ("lo", "ນັກຮຽນສອງປະເທດພົບກັນ", "lo_LA", "ອະນຸມັດ ວັນທີ"),
        ("km", "សិស្សពីរប្រទេសជួបគ្នា", "km_KH", "បានអនុម័តនៅថ្ងៃទី"),
    ],
)
def test_the_words_around_lao_and_khmer_are_lao_and_khmer(
    client, languages, code, title, territory, approved
):
    page = languages.translated(languages.source(), code, title=title)

    html = read(client, page)

    assert page.url.startswith(f"/{code}/")
    assert title in html
    assert f'<html lang="{code}">' in html
    assert f'content="{territory}"' in html
    assert approved in html
    assert "Approved by" not in html
    assert "Đến nội dung" not in html


def test_a_translated_plan_has_the_head_of_the_document_in_its_language(
    client, languages, principal
):
    SigningAuthority.objects.create(user=principal, capacity="head")
    plan = languages.publish(PlanPageFactory())
    english = languages.translated(
        plan, title="Communication in the school year", lead_in="",
        issuing_body="BINH MINH SECONDARY SCHOOL", signatory_position="PRINCIPAL",
        body=[],
    )  # fmt: skip

    html = read(client, english)

    assert "SOCIALIST REPUBLIC OF VIET NAM" in html
    assert principal.get_full_name() in html
    for vietnamese in ("CỘNG HÒA", "người đứng đầu"):
        assert vietnamese not in html
        assert vietnamese in read(client, plan)


def test_the_languages_cost_the_same_however_many_there_are(client, languages):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    source = languages.source()
    languages.translated(source)

    def cost():
        read(client, source)
        with CaptureQueriesContext(connection) as asked:
            read(client, source)
        return len(asked)

    two = cost()
    for code in ("lo", "km"):
        languages.translated(source, code)

    assert cost() == two


def test_feed_and_search_have_what_stands_in_the_tree_of_the_language(
    client, languages
):
    from django.urls import reverse

    source = languages.source()
    section = source.get_parent().specific.copy_for_translation(
        languages.locale(), copy_parents=True
    )
    languages.section_of(source)
    section.title = "Foreign information"
    section = languages.publish(section)
    languages.translated(source)

    feed = client.get(reverse("wagtail_kehoach:index_feed", args=(section.pk,)))
    found = client.get(reverse("wagtail_kehoach:search"), {"q": "pupils countries"})

    assert "Pupils of two countries meet" in feed.content.decode()
    assert "Pupils of two countries meet" in found.content.decode()
