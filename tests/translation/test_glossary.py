"""Names of bodies and titles: shown to the translator, warned of at submission."""

import pytest
from django.apps import apps

from tests.approval import roads
from wagtail_kehoach.models import GlossaryTerm

from .conftest import ENGLISH, fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
MINISTRY = "Ministry of Education and Training"


@pytest.fixture
def term(languages):
    return GlossaryTerm.objects.create(
        term="Bộ Giáo dục và Đào tạo",
        locale=languages.locale(),
        translation=MINISTRY,
        source="moet.gov.vn",
    )


@pytest.fixture
def draft(languages, term):
    lead = "Theo kế hoạch của Bộ giáo dục và đào tạo, hai trường gặp nhau."
    return languages.draft(languages.source(lead=lead), **ENGLISH)


def test_the_form_shows_the_terms_of_the_source(client, editor, draft):
    client.force_login(fresh(editor))

    html = client.get(roads.edit_url(draft)).content.decode()

    assert f'<b lang="en">{MINISTRY}</b> (moet.gov.vn)' in html


def test_a_term_that_is_called_otherwise_is_a_point_to_check(draft):
    assert draft.points_to_check() == [
        f"Bảng thuật ngữ dịch “Bộ Giáo dục và Đào tạo” là “{MINISTRY}” (moet.gov.vn)."
    ]


def test_the_term_of_the_glossary_is_no_point(draft):
    draft.lead = f"Planned by the {MINISTRY}."

    assert draft.points_to_check() == []


def test_terms_of_another_language_say_nothing(languages, term, draft):
    term.locale = languages.locale("lo")
    term.save()

    assert draft.points_to_check() == []


def test_a_longer_term_takes_the_place_of_the_one_in_it(languages, draft):
    GlossaryTerm.objects.create(
        term="Giáo dục", locale=languages.locale(), translation="Schooling", source="x"
    )

    assert len(draft.points_to_check()) == 1
