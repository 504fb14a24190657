"""A full name among other words: in headlines, after words for adults, in the address."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import mentions

pytestmark = pytest.mark.django_db
NAME = "Nguyễn Hoàng Minh"


@pytest.fixture
def minh():
    return PersonFactory(full_name=NAME, class_level="khối 8")


def hinted(page):
    assert page.why_not_show() is None
    return any(f"“{NAME} (khối 8)”" in warning for warning in page.privacy_warnings())


@pytest.mark.parametrize(
    "title",
    [
        f"Em {NAME} Đạt Giải Nhất Tin Học Trẻ",
        f"Chúc Mừng Bạn {NAME} Vô Địch Cờ Vua",
        f"{NAME} Được tuyên dương",
        f"{NAME} Giúp bạn đến trường",
    ],
)
def test_a_headline_with_capitals_names_a_pupil(minh, title):
    reason = StoryPageFactory(title=title).why_not_show()

    assert f"“{NAME} (khối 8)”" in reason


@pytest.mark.parametrize(
    "title",
    [
        f"{NAME} Đạt Giải Nhất",
        f"{NAME} Đạt giải nhất",
        f"Chúc Mừng {NAME} Vô Địch Cờ Vua",
        f"Chúc Mừng Lê {NAME}",
    ],
)
def test_what_may_be_a_longer_name_or_a_headline_is_a_hint(minh, title):
    assert hinted(StoryPageFactory(title=title))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("H'Hen Niê", "Em H'Hen Niê đạt giải nhất"),
        ("H'Hen Niê", "Em H’Hen Niê đạt giải nhất"),
        ("H’Hen Niê", "Em H' Hen Niê đạt giải nhất"),
        ("Ksor H'Lan", "Hôm qua Ksor H'Lan nhặt được ví"),
        ("K'Brơi Êban", "Bạn K'Brơi Êban nhặt được ví"),
        ("Y-Moan Êban", "Em Y-Moan Êban hát tặng trường"),
    ],
)
def test_a_name_with_an_apostrophe_or_a_hyphen_is_a_name(name, text):
    PersonFactory(full_name=name, class_level="khối 8")

    assert f"“{name} (khối 8)”" in StoryPageFactory(title=text).why_not_show()


def test_a_hyphen_that_the_name_has_not_got_parts_it(minh):
    page = StoryPageFactory(title="Nguyễn Hoàng - Minh Đức")

    assert page.why_not_show() is None


def test_a_longer_name_of_the_registry_is_no_hint_for_a_shorter_one(minh):
    ConsentFactory(person__full_name=f"{NAME} Đạt")
    page = StoryPageFactory(title=f"{NAME} Đạt Nhặt Được Ví")

    assert NAME + " (" not in page.why_not_show()
    assert not any(f"“{NAME} (" in warning for warning in page.privacy_warnings())


@pytest.mark.parametrize(
    "text",
    [
        f"Các bạn cùng lớp {NAME} rất vui.",
        f"Danh sách lớp: {NAME}, Trần Văn Nam.",
        f"Tổ trưởng: {NAME}.",
        f"Em chào bí thư {NAME}.",
        f"Đồng chí {NAME} phát biểu.",
        f"Anh {NAME} kể.",
    ],
)
def test_a_word_for_adults_that_pupils_bear_leaves_a_hint(minh, text):
    assert hinted(StoryPageFactory(lead=text))


def test_such_a_word_cancels_no_other_place(minh):
    page = StoryPageFactory(
        title=f"{NAME} đạt giải nhất", lead=f"Các bạn cùng lớp {NAME} rất vui."
    )

    assert f"“{NAME} (khối 8)”" in page.why_not_show()


def test_a_teacher_of_the_same_name_cancels_his_own_place_alone(minh):
    told = f"Thầy {NAME} kể chuyện."

    assert not hinted(StoryPageFactory(lead=told))
    assert hinted(StoryPageFactory(lead=told, title=f"{NAME} đạt giải nhất"))
    pupil = StoryPageFactory(lead=told, title=f"Em {NAME} đạt giải nhất")
    assert f"“{NAME} (khối 8)”" in pupil.why_not_show()


def test_a_withdrawal_finds_the_headline(editor, principal):
    page = StoryPageFactory(title=f"{NAME} Đạt Giải Nhất")
    page = approved(page, by=editor, principal=principal)
    person = PersonFactory(full_name=NAME)
    today = timezone.localdate()
    ConsentFactory(person=person, withdrawn_on=today - dt.timedelta(days=1))

    found = mentions.in_page(person, page, today)

    assert found.passage == page.title


@pytest.mark.parametrize(
    ("slug", "found"),
    [
        ("nguyen-hoang-minh-cheo-xuong", True),
        ("em-nguyen-hoang-minh", True),
        ("thay-nguyen-hoang-minh-ke", False),
        ("nguyen-hoang-cheo-xuong", False),
        ("em-minh-cheo-xuong", False),
    ],
)
def test_the_name_in_the_address_is_a_hint(minh, slug, found):
    page = StoryPageFactory(title="Em Minh chèo xuồng", slug=slug)

    assert hinted(page) == found


def test_an_address_that_repeats_the_title_says_nothing_of_its_own(minh):
    teacher = StoryPageFactory(
        title=f"Cô giáo kể về thầy {NAME}",
        slug="co-giao-ke-ve-thay-nguyen-hoang-minh",
    )
    assert not hinted(teacher)

    minister = StoryPageFactory(
        title=f"Bộ trưởng và Trường {NAME}", slug="truong-nguyen-hoang-minh"
    )
    assert not hinted(minister)
