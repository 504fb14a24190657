"""No Vietnamese text at a foreign address: 404, with a link to the Vietnamese page."""

import pytest
from django.apps import apps
from django.test import override_settings
from wagtail.models import PageViewRestriction

from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.languages import rules
from wagtail_kehoach.pages.models import StoryIndexPage

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
NOT_YET = "This page is not available in this language yet."


def missing(client, url):
    """The page that is answered with 404 at ``url``."""
    response = client.get(url)
    assert response.status_code == 404
    return response.content.decode()


def test_an_untranslated_page_leads_to_the_vietnamese_one(client, languages):
    source = languages.source(title="Giao lưu với Lào", slug="giao-luu")
    languages.section_of(source)

    html = missing(client, "/en" + source.url)

    assert NOT_YET in html
    assert (
        f'hreflang="vi" href="{source.url}">Giao lưu với Lào (Tiếng Việt)</a>' in html
    )
    assert '<html lang="en">' in html
    assert 'name="robots" content="noindex"' in html


def test_the_answer_shows_nothing_of_the_vietnamese_text_but_its_title(
    client, languages
):
    source = languages.source(lead="Chỉ đọc được bằng tiếng Việt.")
    languages.section_of(source)

    assert "Chỉ đọc được" not in missing(client, "/en" + source.url)


@pytest.mark.parametrize("how", ["alias", "draft"])
def test_an_alias_and_a_draft_are_not_there_yet(client, languages, how):
    source = languages.source(slug="giao-luu")
    section = languages.section_of(source)
    copy = source.copy_for_translation(languages.locale(), alias=how == "alias")

    assert not copy.live
    html = missing(client, section.url + "giao-luu/")
    assert NOT_YET in html
    assert source.url in html


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("lo", "ໜ້ານີ້ຍັງບໍ່ມີເປັນພາສານີ້."),
        ("km", "ទំព័រនេះមិនទាន់មានជាភាសានេះនៅឡើយទេ។"),
    ],
)
def test_the_answer_speaks_the_language_of_the_address(client, languages, code, said):
    source = languages.source()
    languages.section_of(source, code)

    html = missing(client, f"/{code}{source.url}")

    assert said in html
    assert "Đến nội dung" not in html


def test_where_nobody_translated_the_words_they_are_english_and_never_vietnamese():
    assert rules.interface_language("fr") == "en"
    assert rules.interface_language("lo") == "lo"
    assert rules.interface_language("vi") == "vi"


def test_a_private_vietnamese_page_is_not_named(client, languages):
    source = languages.source(title="Chỉ cho giáo viên")
    languages.section_of(source)
    PageViewRestriction.objects.create(page=source, restriction_type="login")

    html = missing(client, "/en" + source.url)

    assert "Chỉ cho giáo viên" not in html
    assert NOT_YET not in html


def test_a_vietnamese_draft_is_not_named(client, languages):
    source = languages.source(title="Sẽ gỡ xuống")
    languages.section_of(source)
    source.unpublish()

    html = missing(client, "/en" + source.url)

    assert "Sẽ gỡ xuống" not in html


def test_an_address_that_no_language_has_is_an_ordinary_404(client, languages):
    section = languages.section_of(languages.source())

    assert NOT_YET not in missing(client, section.url + "khong-co/")


def test_the_home_page_of_another_language_shows_no_section_in_vietnamese(
    client, languages, site
):
    """Wagtail serves the default tree where a language has no home page of its own."""
    source = languages.source()
    languages.locale("en")

    html = missing(client, "/en" + source.url)

    assert NOT_YET in html
    assert client.get(source.url).status_code == 200


def test_an_alias_that_was_public_before_is_not_served(client, languages):
    """As portals have them that had other page types before."""
    source = languages.source(slug="giao-luu")
    languages.section_of(source)
    alias = source.copy_for_translation(languages.locale(), alias=True)
    type(alias).objects.filter(pk=alias.pk).update(live=True)

    html = missing(client, type(alias).objects.get(pk=alias.pk).url)

    assert NOT_YET in html
    assert type(alias).objects.get(pk=alias.pk).get_sitemap_urls() == []


def test_an_alias_does_not_stand_in_the_lists_of_its_language(client, languages):
    story = languages.publish(StoryPageFactory(title="Gương sáng"))
    index = StoryIndexPage.objects.get()
    there = index.copy_for_translation(languages.locale(), copy_parents=True)
    languages.section_of(story)
    there.title, there.intro = "Outstanding examples", ""
    there = languages.publish(there)
    alias = story.copy_for_translation(languages.locale(), alias=True)

    html = client.get(there.url).content.decode()

    assert not alias.live
    assert "Gương sáng" not in html
    assert "Outstanding examples" in html


def test_a_plan_s_word_file_is_not_handed_out_at_a_foreign_address(client, languages):
    from tests.factories.pages import PlanPageFactory

    plan = languages.publish(PlanPageFactory())
    languages.section_of(plan)
    plan.copy_for_translation(languages.locale(), alias=True)

    response = client.get("/en" + plan.url, {"tai-ve": "docx"})

    assert response.status_code == 404
    assert "text/html" in response["Content-Type"]


def test_the_handler_of_the_portal_leads_to_the_vietnamese_page(
    client, languages, settings
):
    source = languages.source(title="Giao lưu với Lào")
    from tests import urls_localize

    urls_localize.handler404 = "wagtail_kehoach.languages.views.not_found"
    try:
        with override_settings(ROOT_URLCONF="tests.urls_localize"):
            html = missing(client, "/en" + source.url)
    finally:
        del urls_localize.handler404

    assert "Giao lưu với Lào" in html
    assert "/en/khong-co/" not in html


def test_a_translation_is_read_at_its_own_address(client, languages):
    english = languages.translated(languages.source())

    response = client.get(english.url)

    assert response.status_code == 200
    assert english.url.startswith("/en/")
    assert "Pupils of two countries meet" in response.content.decode()
