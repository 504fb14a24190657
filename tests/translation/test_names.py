"""Names of registers on a foreign page: the glossary's, or none."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section, task
from tests.factories.spokespersons import SpokespersonFactory
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.languages.queries import source_of
from wagtail_kehoach.models import GlossaryTerm, Mandate, SigningAuthority
from wagtail_kehoach.pages.models import ForeignInfoIndexPage, SpokespersonIndexPage

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)


def read(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def name_in_english(languages):
    def name(term, translation, code="en"):
        return GlossaryTerm.objects.create(
            term=term,
            locale=languages.locale(code),
            translation=translation,
            source="Thông tư 05/2026/TT-BNG",
        )

    return name


@pytest.fixture
def story(site, languages):
    """A public story of two themes, in English."""
    page = StoryPageFactory()
    page.themes = [ThemeFactory(name="Gương tốt"), ThemeFactory(name="An toàn")]
    page = languages.publish(page)
    return languages.translated(page, subject="Ms Lan")


def test_a_theme_without_a_name_is_left_out(client, story):
    html = read(client, story)

    assert "kh-tags" not in html
    assert "An toàn" not in html


def test_a_theme_bears_the_name_of_the_glossary(client, story, name_in_english):
    name_in_english("an toàn", "Safety")

    html = read(client, story)

    assert "<li>Safety</li></ul>" in html
    assert "Gương tốt" not in html


def test_the_source_calls_its_themes_what_they_are(client, story, name_in_english):
    name_in_english("An toàn", "Safety")

    html = read(client, source_of(story))

    assert "<li>An toàn</li>" in html
    assert "Safety" not in html


def publish_person(languages, position, scope, **said):
    mandate = Mandate(role=Mandate.Role.REGULAR, scope=scope)
    person = SpokespersonFactory(position=position, mandates=[mandate], **said)
    return languages.publish(person)


@pytest.fixture
def spokespersons(site, languages):
    """The English list of spokespersons; one of them speaks about one matter."""
    publish_person(languages, "Hiệu trưởng", "Tuyển sinh lớp 6", name="Trần Quốc Toản")
    own = SpokespersonIndexPage.objects.get()
    page = own.copy_for_translation(languages.locale(), copy_parents=True)
    page.title, page.intro = "Spokespersons", ""
    decisions.approve_setup(page)
    return page


def test_a_position_is_named_or_left_out(client, spokespersons, name_in_english):
    html = read(client, spokespersons)
    assert "Trần Quốc Toản" in html
    assert "Hiệu trưởng" not in html

    name_in_english("HIỆU TRƯỞNG", "Principal")

    assert '<p class="kh-position">Principal</p>' in read(client, spokespersons)


def test_what_somebody_may_not_go_beyond_is_named_or_the_reader_is_told_where(
    client, spokespersons, name_in_english
):
    elsewhere = "The page in Vietnamese says about what."
    html = read(client, spokespersons)
    assert elsewhere in html
    assert "Tuyển sinh lớp 6" not in html

    name_in_english("Tuyển sinh lớp 6", "Admission to grade 6")

    html = read(client, spokespersons)
    assert "Admission to grade 6" in html
    assert elsewhere not in html


def test_the_vietnamese_list_says_about_what(client, spokespersons):
    html = read(client, source_of(spokespersons))

    assert "Tuyển sinh lớp 6" in html
    assert "Trang tiếng Việt" not in html


def test_names_cost_the_same_however_many_there_are(
    client, languages, spokespersons, name_in_english
):
    def cost():
        read(client, spokespersons)
        with CaptureQueriesContext(connection) as asked:
            read(client, spokespersons)
        return len(asked)

    one = cost()
    for number in range(3):
        publish_person(languages, f"Phó hiệu trưởng {number}", f"Việc {number}")
        name_in_english(f"Phó hiệu trưởng {number}", f"Deputy {number}")

    assert cost() == one


def test_the_capacity_of_the_approver_is_named_where_the_glossary_can(
    client, languages, principal, name_in_english
):
    SigningAuthority.objects.create(user=principal, capacity="head")
    english = languages.translated(languages.source())
    assert "người đứng đầu" not in read(client, english)

    name_in_english("Người đứng đầu", "head of the school")

    assert f"{principal.get_full_name()}, head of the school, on" in read(
        client, english
    )


def test_the_theme_of_a_task_is_named_or_left_out(client, languages, name_in_english):
    theme = ThemeFactory(name="An toàn trường học")
    plan = PlanPageFactory(
        body=[section("I", "MỤC ĐÍCH")],
        tasks=[task("Làm bản tin", theme=str(theme.pk))],
    )
    plan = languages.publish(plan)
    english = languages.translated(
        plan, title="Communication", body=[], signatory_position="PRINCIPAL",
        issuing_body="BINH MINH SCHOOL",
        tasks=[task("Publish a newsletter", theme=str(theme.pk))],
    )  # fmt: skip
    assert "An toàn trường học" in read(client, plan)
    assert "An toàn trường học" not in read(client, english)

    name_in_english(theme.name, "Safe schools")

    assert "Safe schools" in read(client, english)


@pytest.mark.parametrize(
    ("code", "title", "laos"), [("lo", "ຂ່າວ", "ລາວ"), ("km", "ព័ត៌មាន", "ឡាវ")]
)
def test_a_list_names_countries_in_the_words_around_it(
    client, languages, code, title, laos
):
    languages.translated(languages.source(), code, title=title)
    section_of = ForeignInfoIndexPage.objects.get(locale=languages.locale(code))
    section_of.alias_of, section_of.title, section_of.intro = None, title, ""
    decisions.approve_setup(section_of)

    html = read(client, section_of)

    assert f">{laos}</a>" in html
    assert ">Lào</a>" not in html


def test_the_school_bears_its_foreign_name(client, languages, name_in_english):
    Site.objects.update(site_name="Trường THCS Bình Minh")
    english = languages.translated(languages.source())
    assert '<span lang="vi">Trường THCS Bình Minh</span>' in read(client, english)

    name_in_english("Trường THCS Bình Minh", "Binh Minh Lower Secondary School")

    html = read(client, english)
    assert 'og:site_name" content="Binh Minh Lower Secondary School"' in html
    assert '"name": "Binh Minh Lower Secondary School"' in html
    assert "Trường THCS Bình Minh" not in html
