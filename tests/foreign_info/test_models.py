import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.pages.models import ForeignInfoPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


def test_an_item_tells_with_whom_where_and_when(client, publish):
    item = publish(
        ForeignInfoPageFactory(
            title="Giao lưu bóng đá với bạn Lào",
            lead="Hai đội chơi trên sân xã.",
            countries=["LA", "KH"],
            partners="Trường Saravan\n\n  Trường Champasak ",
            event="Ngày hội biên giới",
            event_starts_on=dt.date(2026, 11, 10),
            event_ends_on=dt.date(2026, 11, 12),
            event_place="Sân vận động xã Suối Trăng",
        )
    )

    page = client.get(item.url).content.decode()

    for words in (
        "Giao lưu bóng đá với bạn Lào",
        "Hai đội chơi trên sân xã.",
        "Lào",
        "Trường Saravan",
        "Trường Champasak",
        "Ngày hội biên giới",
        "Sân vận động xã Suối Trăng",
        "12/11/2026",
    ):
        assert words in page


def test_an_event_with_a_last_day_alone_tells_it(client, publish):
    item = publish(ForeignInfoPageFactory(event_ends_on=dt.date(2026, 11, 12)))

    assert "Đến hết ngày 12/11/2026" in client.get(item.url).content.decode()


def test_partners_are_listed_one_each():
    item = ForeignInfoPage(partners="Trường Saravan\n\n  Trường Champasak \n")

    assert item.partner_list == ["Trường Saravan", "Trường Champasak"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (None, None),
        (dt.date(2026, 11, 10), None),
        (None, dt.date(2026, 11, 10)),
        (dt.date(2026, 11, 10), dt.date(2026, 11, 10)),
    ],
)
def test_an_event_may_leave_its_days_open(starts_on, ends_on):
    ForeignInfoPage(event_starts_on=starts_on, event_ends_on=ends_on).clean()


def test_an_event_cannot_end_before_it_starts():
    item = ForeignInfoPage(
        event_starts_on=dt.date(2026, 11, 10), event_ends_on=dt.date(2026, 11, 9)
    )

    with pytest.raises(ValidationError) as refusal:
        item.clean()

    assert list(refusal.value.message_dict) == ["event_ends_on"]


def test_legal_documents_are_kept_with_what_they_cite(publish):
    document = {
        "text": "Nghị định số 72/2015/NĐ-CP",
        "number": "72/2015/NĐ-CP",
        "date": dt.date(2015, 9, 7),
        "issuer": "Chính phủ",
    }

    item = publish(ForeignInfoPageFactory(legal_documents=[("document", document)]))

    [kept] = item.legal_documents
    assert dict(kept.value) == document


def test_the_writer_ticks_sovereignty_too(settings, site):
    item, story = ForeignInfoPageFactory(), StoryPageFactory()

    (more,) = [c for c in item.approval_checks() if c not in story.approval_checks()]
    assert "Hoàng Sa" in more
    assert any("bí mật nhà nước" in check for check in item.approval_checks())

    settings.WAGTAIL_KEHOACH = {"FOREIGN_CHECKS": []}
    assert item.approval_checks() == story.approval_checks()


def test_a_draft_is_not_public(client, site):
    assert client.get(ForeignInfoPageFactory().url).status_code == 404


def test_the_listing_opens_for_an_editor(client, editor):
    ForeignInfoPageFactory(title="Đón đoàn Campuchia")
    client.force_login(editor)

    page = client.get("/admin/kehoach_foreign_info/").content.decode()

    assert "Đón đoàn Campuchia" in page
