"""A full name with some of its accents, other signs between its syllables, or turned round."""

import pytest
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.consent import mentions

pytestmark = pytest.mark.django_db

SLIPS = [
    "Em Nguyễn Hoang Minh nhặt ví.",
    "Em Nguyen Hoàng Minh nhặt ví.",
    "NGUYỄN HOANG MINH nhặt ví.",
    "Em Nguyễn.Hoàng.Minh nhặt ví.",
    "Em Nguyễn/Hoàng/Minh nhặt ví.",
    "Em Nguyễn·Hoàng·Minh nhặt ví.",
    "Em Nguyễn-Hoàng-Minh nhặt ví.",
    '<a href="https://facebook.com/nguyen.hoang.minh.2014">Trang của em</a>',
    '<a href="https://fb.com/nguyenhoangminh">Trang của em</a>',
    '<a href="https://so.example/khen/Nguy%E1%BB%85n-Ho%C3%A0ng-Minh">Giấy khen</a>',
    '<embed embedtype="image" id="9" format="left" alt="NGUYỄN HOANG MINH"/>',
]
PERHAPS = [
    "Em Nguyễn Hoàng Mình nhặt ví.",
    "Em Nguyễn Hoâng Minh nhặt ví.",
    "Hoang Minh Nguyen won.",
    "Minh Hoang Nguyen won.",
    "Hoàng Minh Nguyễn nhặt ví.",
    "Nguyen, Hoang Minh",
    "Nguyễn, Hoàng Minh",
    "Em Nguyễn<br/>Hoàng Minh nhặt ví.",
    "Nguyễn Hoàng</p><p>Minh",
]
ANOTHER = [
    "Em Nguyễn Hoảng Mịnh nhặt ví.",
    "Em Hoàng Minh Nguyễn Văn nhặt ví.",
    "Trần Hoang Minh Nguyen won.",
    "Nguyễn Hoàng - Minh Đức",
    "Em Nguyễn, em Hoàng, em Minh.",
    "Các họ Nguyễn, Hoàng, Minh.",
    "Em Nguyễn Hoàng. Minh nhặt ví.",
    "Em Nguyễn Hoàng<br/>Minh Anh nhặt ví.",
    "Thầy Nguyễn<br/>và Hoàng Minh",
    "Cô Nguyễn Hoang Minh kể.",
    "Trường THCS Nguyễn-Hoàng-Minh.",
]


@pytest.fixture
def minh():
    return PersonFactory(full_name="Nguyễn Hoàng Minh", class_level="khối 8")


def story(text, *people):
    page = StoryPageFactory(title="Nhặt ví", body=[("paragraph", f"<p>{text}</p>")])
    page.people = people
    return page


def asked(page):
    return [w for w in page.privacy_warnings() if "nếu là người khác" in w]


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_counts_as_the_name_without_accents(minh, text):
    unlisted = story(text)
    assert unlisted.why_not_show() is None
    assert asked(unlisted)

    ConsentFactory(person=minh)

    assert "họ tên đầy đủ của “Nguyễn" in story(text, minh).why_not_show()


@pytest.mark.parametrize("text", PERHAPS)
def test_what_may_be_the_name_is_a_hint_on_the_list_or_not(minh, text):
    assert asked(story(text))

    ConsentFactory(person=minh)
    listed = story(text, minh)

    assert listed.why_not_show() is None
    assert asked(listed)


@pytest.mark.parametrize("text", ANOTHER)
def test_another_name_is_no_hint(minh, text):
    assert not asked(story(text))


def test_whoever_is_called_just_so_is_meant_and_no_other(minh):
    mien = PersonFactory(full_name="Nguyễn Hoàng Miên", class_level="khối 6")
    ConsentFactory(person=mien, for_full_name=True)
    PersonFactory(full_name="Nguyễn Hoàng Miện", class_level="khối 9")

    assert not asked(story("Em Nguyễn Hoàng Miên nhặt ví.", mien))


def test_a_name_of_two_syllables_with_other_accents_is_a_hint_at_most(db):
    hoa = PersonFactory(full_name="Lê Hoà", class_level="khối 6")
    ConsentFactory(person=hoa)

    assert story("Em Lê Hoa nhặt ví.", hoa).why_not_show() is None
    assert not asked(story("Em Lê Hoá nhặt ví.", hoa))


def test_a_keeper_reads_the_lines_that_a_name_goes_over(minh):
    page = story("Em Nguyễn<br/>Hoàng Minh nhặt ví.")
    page.live = True

    mention = mentions.in_page(minh, page, timezone.localdate())

    assert mention.passage == "Em Nguyễn Hoàng Minh nhặt ví."
