"""What still stands there in Vietnamese keeps a translation from being submitted."""

import pytest
from django.apps import apps
from django.urls import reverse

from tests.approval import roads
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.languages.untranslated import is_prose
from wagtail_kehoach.models import Body

from .conftest import ENGLISH, fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Học sinh hai nước gặp nhau.", True),
        ("MỤC ĐÍCH", True),
        ("58/QĐ-THCSBM", False),
        ("05/2026/TT-BGDĐT", False),
        ("Quyết định số 58/QĐ-THCSBM", True),
        ("Nguyễn Văn Thành", False),
        ("Cô Nguyễn Thị Lan", False),
        ("Hà Nội, 2026", False),
        ("12/KH-THCS", False),
        ("teacher", False),
        ("UNESCO", False),
        ("", False),
    ],
)
def test_names_and_figures_are_the_same_in_many_languages(line, expected):
    assert is_prose(line) is expected


def test_a_copy_is_refused_and_told_how_much_is_left(languages, editor):
    source = languages.source(
        title="Giao lưu với Lào", body=[("heading", "Mở đầu nhé")]
    )
    draft = languages.draft(source, lead=ENGLISH["lead"])

    with pytest.raises(ApprovalRefused) as refusal:
        submit_for_approval(draft, by=editor)

    assert refusal.value.reason == (
        "Còn 2 chỗ chưa dịch: Tiêu đề: “Giao lưu với Lào”; Nội dung: “Mở đầu nhé”"
    )


def test_nobody_approves_it_directly_either(languages, editor, principal, client):
    draft = languages.draft(languages.source())
    client.force_login(fresh(principal))

    with pytest.raises(AssertionError, match="Còn 2 chỗ chưa dịch"):
        roads.publish_from_form(client, draft)

    draft.refresh_from_db()
    assert not draft.live


def test_what_is_translated_is_submitted(languages, editor):
    draft = languages.draft(languages.source(), **ENGLISH)

    assert submit_for_approval(draft, by=editor) is not None


def test_a_source_is_never_asked(languages, editor):
    assert languages.source().live


def test_the_screen_lists_what_is_left(languages, editor, client):
    draft = languages.draft(languages.source(), title=ENGLISH["title"])
    client.force_login(fresh(editor))

    html = client.get(
        reverse("wagtail_kehoach_translation", args=(draft.pk,))
    ).content.decode()

    assert "“Học sinh hai nước gặp nhau.”" in html


def test_words_of_the_source_of_that_day_count_too(languages, editor):
    """The source moved on, and the passage was never translated."""
    source = languages.source(lead="Lời cũ của bài.")
    draft = languages.draft(source, title=ENGLISH["title"])
    source.lead = "Lời mới của bài."
    languages.publish(source)

    assert "Lời cũ của bài." in draft.why_not_show()


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ("Giao Lưu Hữu Nghị Việt Lào", "Giao Lưu Hữu Nghị Việt Lào"),
        ("Giao lưu với Lào", "GIAO LƯU VỚI LÀO"),
        ("Giao lưu với Lào", "Giao lưu với Lào!"),
        ("Giao lưu với Lào", "Cùng các bạn Lào giao lưu"),
    ],
)
def test_a_vietnamese_title_is_refused(languages, theirs, own):
    draft = languages.draft(languages.source(title=theirs), **ENGLISH)
    draft.title = own

    assert own in draft.why_not_show()


@pytest.mark.parametrize(
    "title",
    [
        "Nguyễn Thị Minh Khai",
        "Cô Nguyễn Thị Lan",
        "Hà Nội, 2026",
        "Hội Khuyến Học Xã Tân Bình",
    ],
)
def test_a_name_may_be_a_title(languages, title):
    Body.objects.create(name="Hội khuyến học xã Tân Bình")
    draft = languages.draft(languages.source(title=title), **ENGLISH)
    draft.title = title

    assert draft.why_not_show() is None


def test_a_quotation_may_stand_in_a_title(languages):
    draft = languages.draft(languages.source(), **ENGLISH)
    draft.title = "Pupils sing “Trái đất này là của chúng mình”"

    assert draft.why_not_show() is None


def test_so_is_a_heading_in_capital_words(languages):
    body = [("heading", "Giao Lưu Hữu Nghị Việt Lào")]
    draft = languages.draft(languages.source(body=body), **ENGLISH)

    assert "Giao Lưu Hữu Nghị" in draft.why_not_show()
