"""Nomination and commendation: from a dated table, approved with the story, shown."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import RecognitionTitle
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.stories.seeds import ensure_recognition_titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(editor, principal):
    """Make the public page of a draft."""
    return lambda page: approved(page, by=editor, principal=principal)


@pytest.fixture
def form(editor, site):
    """The form of a story."""
    form_class = StoryPage.get_edit_handler().get_form_class()
    return lambda story: form_class(instance=story, for_user=editor)


def title(name):
    return RecognitionTitle.objects.get(name=name)


def test_setup_fills_the_table_once_with_source_and_first_day(site):
    found = title("Chiến sĩ thi đua cơ sở")

    assert found.source == "Luật Thi đua, khen thưởng 06/2022/QH15"
    assert found.valid_from == dt.date(2024, 1, 1)
    assert found.fits("individual")
    assert not found.fits("collective")
    found.delete()
    assert ensure_recognition_titles() == []


def test_the_form_offers_the_titles_of_the_day_and_the_one_chosen_before(form):
    ended = RecognitionTitle.objects.create(
        name="Danh hiệu cũ", valid_to=dt.date(2020, 1, 1)
    )
    coming = RecognitionTitle.objects.create(
        name="Danh hiệu mới", valid_from=dt.date(2990, 1, 1)
    )

    offered = form(StoryPageFactory()).fields["recognition"].queryset
    assert title("Giấy khen") in offered
    assert {ended, coming}.isdisjoint(offered)

    assert (
        ended
        in form(StoryPageFactory(recognition=ended)).fields["recognition"].queryset
    )
    old = StoryPageFactory(commendation_date=dt.date(2019, 5, 1))
    assert ended in form(old).fields["recognition"].queryset


def test_an_empty_commendation_takes_the_words_of_the_table(client, editor):
    story = StoryPageFactory()
    client.force_login(editor)
    said = form_data(
        story, editor, recognition=title("Giấy khen").pk, commendation_title=""
    )

    client.post(edit_url(story), said)

    draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert draft.commendation_title == "Giấy khen"


def test_words_of_the_register_do_not_reach_an_approved_story(client, publish):
    story = publish(
        StoryPageFactory(commended=True, commendation_title="Giấy khen của UBND xã")
    )

    RecognitionTitle.objects.filter(name="Giấy khen").update(name="Tên khác")

    html = client.get(story.url).content.decode()
    assert "Giấy khen của UBND xã" in html
    assert "Tên khác" not in html


def test_a_title_in_use_is_not_deleted(site):
    StoryPageFactory(recognition=title("Giấy khen"))

    with pytest.raises(ProtectedError):
        title("Giấy khen").delete()


def test_what_does_not_fit_together_is_said(site):
    story = StoryPageFactory(
        recognition=title("Tập thể lao động tiên tiến"),
        commendation_title="Huân chương Lao động",
        commendation_date=dt.date(2023, 5, 1),
    )

    said = " ".join(story.points_to_check())

    assert "Thầy/cô ghi số của quyết định." in said
    assert "Ngày 01/05/2023 không có danh hiệu “Tập thể lao động tiên tiến”." in said
    assert "“Tập thể lao động tiên tiến” là danh hiệu dành cho tập thể." in said
    assert "Người đọc thấy “Huân chương Lao động”" in said
    assert StoryPageFactory().points_to_check() == []
    assert StoryPageFactory(commended=True).points_to_check() == []


INCOMPLETE = [
    (
        {"commendation_number": ""},
        "commendation_number",
        "Thầy/cô ghi số của quyết định",
    ),
    (
        {"commendation_date": None},
        "commendation_date",
        "Thầy/cô ghi ngày của quyết định",
    ),
    ({"recognition": None}, "recognition", "Thầy/cô chọn danh hiệu khen thưởng"),
    (
        {"commendation_date": dt.date(2023, 5, 1)},
        "recognition",
        "Ngày 01/05/2023 không có danh hiệu “Giấy khen”",
    ),
]


@pytest.mark.parametrize(("said", "field", "words"), INCOMPLETE)
def test_an_incomplete_commendation_is_refused_at_its_field_and_kept_as_a_draft(
    client, editor, said, field, words
):
    story = StoryPageFactory(commended=True, **said)
    client.force_login(editor)
    typed = {
        "title": "Tên mới",
        "recognition": story.recognition_id or "",
        "commendation_title": story.commendation_title,
        "commendation_number": story.commendation_number,
        "commendation_date": f"{story.commendation_date or ''}",
    }
    data = form_data(story, editor, **typed)

    refused = client.post(edit_url(story), {**data, "action-submit": "1"})
    form = refused.context["form"]
    assert words in " ".join(form.errors[field])
    assert form.non_field_errors() == []
    assert story.current_workflow_state is None

    client.post(edit_url(story), data)
    draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert draft.title == "Tên mới"


@pytest.mark.parametrize(("said", "field", "words"), INCOMPLETE)
def test_no_road_puts_an_incomplete_commendation_before_the_public(
    publish, said, field, words
):
    with pytest.raises(ApprovalRefused, match=words):
        publish(StoryPageFactory(commended=True, **said))


def test_a_title_that_is_not_in_the_table_goes_with_its_basis(client, publish):
    story = publish(
        StoryPageFactory(
            commended=True,
            recognition=None,
            commendation_title="Bút vàng của huyện",
            commendation_basis="Quy chế số 12/QC-UBND",
        )
    )

    html = client.get(story.url).content.decode()

    assert "Bút vàng của huyện" in html
    assert "Danh hiệu theo: Quy chế số 12/QC-UBND" in html


def test_a_nomination_needs_no_decision(client, publish):
    story = publish(
        StoryPageFactory(nominated_to="UBND tỉnh Đồng Tháp", nomination_state="sent")
    )

    html = client.get(story.url).content.decode()

    assert "UBND tỉnh Đồng Tháp" in html
    assert "Quyết định" not in html


def test_a_commendation_added_to_a_public_story_waits_for_its_approval(
    client, publish, editor, principal
):
    story = publish(StoryPageFactory())
    story.recognition = title("Bằng khen của bộ, ngành, tỉnh")
    story.commendation_title = "Bằng khen của UBND tỉnh"
    story.commendation_number = "1702/QĐ-UBND"
    story.commendation_date = dt.date(2026, 11, 18)

    with pytest.raises(ApprovalRefused):
        story.save()
    story.save_revision(user=editor)
    assert "Bằng khen" not in client.get(story.url).content.decode()

    story = approved(story, by=editor, principal=principal)
    assert "Bằng khen của UBND tỉnh" in client.get(story.url).content.decode()


def test_the_decision_is_read_from_the_story_and_frozen_with_it(client, publish):
    document = get_document_model().objects.create(
        title="Quyết định 318", file=ContentFile(b"%PDF-1.4", name="qd-318.pdf")
    )
    story = publish(StoryPageFactory(commended=True, commendation_document=document))

    html = client.get(story.url).content.decode()
    assert f'<a href="{document.url}">Xem quyết định</a>' in html
    with pytest.raises(ApprovalRefused):
        document.delete()


def test_a_decision_costs_no_statement_more(client, publish, django_assert_num_queries):
    document = get_document_model().objects.create(
        title="Quyết định 318",
        file=ContentFile(b"%PDF-1.4", name="qd-318.pdf"),
        file_size=8,
    )
    story = publish(
        StoryPageFactory(
            commended=True,
            commendation_document=document,
            nominated_to="UBND tỉnh",
            nomination_state="sent",
        )
    )
    client.get(story.url)

    with django_assert_num_queries(6):
        client.get(story.url)


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("sent", "Đã gửi, chờ trả lời"),
        ("accepted", "Được chấp thuận"),
        ("declined", None),
        ("", "UBND tỉnh Đồng Tháp"),
    ],
)
def test_a_nomination_is_shown_with_its_state_unless_declined(
    client, publish, state, shown
):
    story = publish(
        StoryPageFactory(
            nominated_to="UBND tỉnh Đồng Tháp",
            nominated_on=dt.date(2026, 10, 5),
            nomination_state=state,
        )
    )

    html = client.get(story.url).content.decode()

    assert ("UBND tỉnh Đồng Tháp" in html) is bool(shown)
    assert shown is None or shown in html


def test_principals_keep_the_table_and_editors_do_not(client, editor, principal):
    url = reverse("kehoach_recognition_titles:add")
    client.force_login(editor)
    assert client.get(url).status_code == 302

    client.force_login(principal)
    assert "Danh hiệu" in client.get(url).content.decode()


def test_what_took_the_place_of_a_title_is_no_body(client, superuser):
    client.force_login(superuser)

    html = client.get(reverse("kehoach_recognition_titles:add")).content.decode()

    assert "Danh hiệu, hình thức được dùng thay từ đó." in html
    assert "giải thể" not in html
