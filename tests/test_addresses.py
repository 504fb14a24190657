import pytest

from tests.factories.pages import PlanPageFactory
from wagtail_kehoach.addresses import free_slug
from wagtail_kehoach.pages.models import PlanIndexPage


@pytest.fixture
def index(site):
    """The page below which addresses are given."""
    return PlanIndexPage.objects.get()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        (
            "Kế hoạch Đoàn – Đội năm học 2026-2027",
            "ke-hoach-doan-doi-nam-hoc-2026-2027",
        ),
        ("Gương “người tốt, việc tốt”", "guong-nguoi-tot-viec-tot"),
        ("", "ke-hoach"),
        ("!!!", "ke-hoach"),
        ("a" * 300, "a" * 200),
    ],
)
def test_an_address_is_in_plain_letters(index, title, slug):
    assert free_slug(index, title, otherwise="ke-hoach") == slug


def test_an_address_that_is_taken_gets_a_number(index):
    PlanPageFactory(slug="truyen-thong")
    assert free_slug(index, "Truyền thông", otherwise="x") == "truyen-thong-2"

    PlanPageFactory(slug="truyen-thong-2")
    assert free_slug(index, "Truyền thông", otherwise="x") == "truyen-thong-3"


def test_a_page_may_keep_its_own_address(index):
    page = PlanPageFactory(slug="truyen-thong")

    assert free_slug(index, "Truyền thông", otherwise="x", of=page) == "truyen-thong"
