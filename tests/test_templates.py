"""A portal brings its look to every page of ours with one template."""

import copy

import pytest

from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
)
from tests.factories.workflows import approved
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    HonourRollPage,
    PlanIndexPage,
    SpokespersonIndexPage,
    StoryIndexPage,
)

FRAME = """\
{% load wagtail_kehoach_tags %}<!DOCTYPE html><html lang="vi"><head>
<title>{% block title %}{% endblock %}</title>
{% kehoach_head %}{% block extra_head %}{% endblock %}</head>
<body><header>KHUNG CỦA CỔNG</header>{% block content %}{% endblock %}</body></html>
"""
INDEXES = [
    PlanIndexPage,
    StoryIndexPage,
    HonourRollPage,
    ForeignInfoIndexPage,
    SpokespersonIndexPage,
]
FACTORIES = [PlanPageFactory, StoryPageFactory, ForeignInfoPageFactory]


@pytest.fixture
def frame(settings, tmp_path):
    """The portal has a ``base.html`` of its own for us."""
    folder = tmp_path / "wagtail_kehoach"
    folder.mkdir()
    (folder / "base.html").write_text(FRAME, encoding="utf-8")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [str(tmp_path)]
    settings.TEMPLATES = templates


def assert_framed(response):
    """The page stands in the frame, with our style sheet and nothing of our own frame."""
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("KHUNG CỦA CỔNG") == 1
    assert page.count("<html") == 1
    assert "wagtail_kehoach/public" in page


@pytest.mark.parametrize("index", INDEXES)
def test_the_portal_s_frame_reaches_every_index(client, site, frame, index):
    assert_framed(client.get(index.objects.get().url))


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_portal_s_frame_reaches_every_page(
    client, editor, principal, frame, factory
):
    page = approved(factory(), by=editor, principal=principal)

    assert_framed(client.get(page.url))


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_page_says_its_title_once_as_the_heading(client, editor, principal, factory):
    page = approved(factory(title="Sân trường xanh"), by=editor, principal=principal)

    html = client.get(page.url).content.decode()

    assert html.count("<h1") == 1
    assert 'lang="vi"' in html
