"""What a page prints is found, wherever it is stored."""

import pytest

from tests.committed import searches_uncommitted
from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
)
from tests.factories.registration import registered
from tests.factories.users import UserFactory
from wagtail_kehoach.models import RegisterNotice
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.registration import notices

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]
BASIS = {
    "text": "Căn cứ Kế hoạch số 185/KH-SGDĐT ngày 12/8/2026 của Sở Giáo dục và Đào tạo",
    "number": "185/KH-SGDĐT",
    "issuer": "Sở",
}


def found(client, query):
    return client.get("/tim-kiem/", {"q": query, "dang": "json"}).json()["results"]


def listed(client, query):
    return [result["title"] for result in found(client, query)]


@pytest.mark.parametrize(
    "query",
    [
        "185/KH-SGDĐT",
        "KH-SGDĐT",
        "185/kh-sgddt",
        '"Căn cứ Kế hoạch số 185/KH-SGDĐT"',
        "Trong không khí thi đua",
        "Ban đại diện cha mẹ học sinh",
        "KT. HIỆU TRƯỞNG",
        "Trần Quốc Toản",
        "báo cáo sơ kết cuối học kỳ I",
        "phòng văn hoá xã hội",
    ],
)
def test_a_plan_is_found_by_all_of_its_text(client, publish, query):
    duty = {
        "text": "Báo cáo sơ kết",
        "due_text": "cuối học kỳ I",
        "to": "Phòng Văn hoá - Xã hội",
    }
    plan = PlanPageFactory(
        title="Có căn cứ",
        legal_bases=[("basis", BASIS)],
        lead_in="Trong không khí thi đua, nhà trường xây dựng kế hoạch.",
        recipients=[("recipient", "Ban đại diện cha mẹ học sinh")],
        reporting=[("duty", duty)],
        authority="KT. HIỆU TRƯỞNG",
    )
    publish(plan)
    publish(PlanPageFactory(title="Không có", signatory_name="Lê Lợi"))

    assert listed(client, query) == ["Có căn cứ"]


def test_a_basis_is_shown_as_it_is_printed(client, publish):
    publish(PlanPageFactory(legal_bases=[("basis", BASIS)]))

    [result] = found(client, "185/KH-SGDĐT")
    assert result["excerpt"].count("185/KH-SGDĐT") == 1


@pytest.fixture
def noticed(editor, principal, publish, django_capture_on_commit_callbacks):
    """A registered plan with a notice of this kind, confirmed or not."""

    def noticed(kind, *, confirmed=True):
        clerk = UserFactory(is_superuser=True)
        plan = publish(PlanPageFactory(title="Được đính chính", symbol="KH-THCSBM"))
        with django_capture_on_commit_callbacks(execute=True):
            entry = registered(plan, by=clerk)
            said = RegisterNotice(
                kind=kind,
                document="21/CV-THCSBM",
                issued_on=entry.date,
                text="Nay bổ sung nơi nhận còn thiếu.",
            )
            said = notices.write(entry, said, user=clerk)
            if confirmed:
                notices.confirm(said, user=principal)
        return plan

    return noticed


@pytest.mark.parametrize("query", ["21/CV-THCSBM", "bổ sung nơi nhận còn thiếu"])
@pytest.mark.parametrize("kind", RegisterNotice.Kind.values)
def test_a_plan_is_found_by_its_confirmed_notice(client, noticed, kind, query):
    noticed(kind)

    assert listed(client, query) == ["Được đính chính"]


def test_the_result_says_what_the_notice_does(client, noticed):
    noticed(RegisterNotice.Kind.RECALL)

    [result] = found(client, "21/CV-THCSBM")
    assert "Đã thu hồi theo văn bản số 21/CV-THCSBM ngày" in result["excerpt"]


def test_a_notice_that_nobody_confirmed_is_not_found(client, noticed):
    noticed(RegisterNotice.Kind.CORRECTION, confirmed=False)

    assert listed(client, "21/CV-THCSBM") == []


def test_notices_cost_one_statement_for_all_plans(noticed, django_assert_num_queries):
    noticed(RegisterNotice.Kind.CORRECTION)
    noticed(RegisterNotice.Kind.CORRECTION)

    plans = list(PlanPage.get_indexed_objects())
    for plan in plans:
        assert plan.search_texts()
    with django_assert_num_queries(0):
        for plan in plans:
            plan.search_texts()


@pytest.mark.parametrize(
    "query", ["72/2015/NĐ-CP", "Nhà văn hoá hữu nghị", "Hai đoàn cùng trồng cây"]
)
def test_a_foreign_item_is_found_by_its_documents_place_and_caption(
    client, publish, query
):
    item = ForeignInfoPageFactory(
        title="Giao lưu",
        legal_documents=[("document", {"text": "Nghị định số 72/2015/NĐ-CP"})],
        event_place="Nhà văn hoá hữu nghị",
        picture_caption="Hai đoàn cùng trồng cây",
    )
    publish(item)

    assert listed(client, query) == ["Giao lưu"]


def test_a_story_is_found_by_its_caption(client, publish):
    publish(StoryPageFactory(title="Cô Lan", picture_caption="Cô Lan bên vườn rau"))

    assert listed(client, "vườn rau") == ["Cô Lan"]
