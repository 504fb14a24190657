"""Figures of cooperation: one table that is read, and bars that are only looked at."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from tests.factories.pages import ForeignInfoPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.foreign_info.blocks import printed, rows_of

FIGURES = [
    {"label": "Học sinh Lào sang học", "value": Decimal(12)},
    {"label": "Sách tặng <trường bạn>", "value": Decimal("1250.5")},
]


@pytest.fixture
def read(client, editor, principal):
    """What the public reads of an item with these figures."""

    def read(**said):
        value = {
            "title": "Việt – Lào, năm học 2026-2027",
            "unit": "",
            "figures": FIGURES,
            "bars": True,
            "source": "",
        }
        page = ForeignInfoPageFactory(body=[("figures", {**value, **said})])
        page = approved(page, by=editor, principal=principal)
        html = client.get(page.url).content.decode()
        return BeautifulSoup(html, "html.parser").select_one(".kh-figures")

    return read


def test_the_table_says_all_of_it_and_the_bars_are_hidden_from_readers(read):
    found = read(unit="lượt", source="Tổ Hợp tác")

    assert found.caption.get_text(" ", strip=True) == (
        "Việt – Lào, năm học 2026-2027 (lượt)"
    )
    rows = [
        (row.th.get_text(strip=True), row.td.get_text(strip=True))
        for row in found.select("tbody tr")
    ]
    assert rows == [
        ("Học sinh Lào sang học", "12"),
        ("Sách tặng <trường bạn>", "1.250,5"),
    ]
    assert [head["scope"] for head in found.select("tbody th")] == ["row", "row"]
    bars = found.select("svg")
    assert [bar["aria-hidden"] for bar in bars] == ["true", "true"]
    assert [bar.rect["width"] for bar in bars] == ["1.0", "100.0"]
    assert "Nguồn: Tổ Hợp tác" in found.get_text()


def test_without_bars_it_is_a_table(read):
    assert read(bars=False).select("svg") == []


def test_figures_that_are_all_zero_have_no_bar():
    assert [row["share"] for row in rows_of([("Chưa có", Decimal(0))])] == ["0.0"]
    assert rows_of([]) == []


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("12000.00", "12.000", "12,000"),
        ("0.50", "0,5", "0.5"),
        ("3", "3", "3"),
        ("1E+3", "1.000", "1,000"),
    ],
)
def test_a_figure_is_printed_in_the_language_of_the_page(value, vi, en):
    for language, said in (("vi", vi), ("en", en)):
        with override(language):
            assert printed(Decimal(value)) == said


@pytest.mark.django_db
def test_figures_are_found_in_the_form_of_foreign_items_only(site):
    from wagtail_kehoach.pages.models import ForeignInfoPage, StoryPage

    offered = [
        set(model._meta.get_field("body").stream_block.child_blocks)
        for model in (ForeignInfoPage, StoryPage)
    ]

    assert offered[0] - offered[1] == {"figures"}
