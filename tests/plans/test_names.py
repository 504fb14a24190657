"""Whom a draft names, held against the register."""

import datetime as dt

import pytest

from tests.factories.organisation import BodyFactory, UnitFactory
from tests.factories.pages import PlanPageFactory, task
from wagtail_kehoach.exceptions import ComparisonRefused
from wagtail_kehoach.models import SchoolSettings
from wagtail_kehoach.plans import names


def plan_naming(*leads, **said):
    return PlanPageFactory(
        starts_on=dt.date(2026, 9, 1),
        issuing_body="",
        tasks=[task(f"Việc {lead}", lead=lead) for lead in leads],
        **said,
    )


def open_names(plan):
    return {n.name: n.offers for n in names.names_in(plan) if not n.is_settled}


def test_a_unit_is_known_by_every_name_it_goes_by(site):
    UnitFactory(
        name="Tổ Văn phòng", abbreviation="VP", other_names="Bộ phận hành chính"
    )

    assert open_names(plan_naming("tổ văn phòng", "VP", "Bộ phận Hành chính")) == {}


def test_a_body_is_known_by_its_short_form(site):
    BodyFactory(name="Ủy ban nhân dân xã Suối Trăng")

    assert open_names(plan_naming(superior_body="UBND XÃ SUỐI TRĂNG")) == {}


def test_the_school_itself_needs_no_entry(site):
    school = SchoolSettings.for_site(site)
    school.issuing_body = "TRƯỜNG TIỂU HỌC HOA BAN"
    school.save()

    assert open_names(plan_naming(superior_body="Trường Tiểu học Hoa Ban")) == {}


def test_an_unknown_name_gets_near_ones_that_exist(site):
    UnitFactory(name="Tổ Văn phòng")
    UnitFactory(name="Tổ Văn phòng cũ", valid_to="2020-01-01")

    assert open_names(plan_naming("Tổ văn phòng trường", "Đội cờ đỏ")) == {
        "Tổ văn phòng trường": ["Tổ Văn phòng"],
        "Đội cờ đỏ": [],
    }


def test_who_succeeded_the_successor_is_offered(site):
    today = BodyFactory(name="Sở C")
    between = BodyFactory(name="Sở B", valid_to="2025-06-30", successor=today)
    BodyFactory(name="Sở A", valid_to="2021-06-30", successor=between)

    assert open_names(plan_naming(superior_body="Sở A")) == {"Sở A": ["Sở C"]}


def test_bodies_that_succeed_each_other_end_the_search(site):
    one = BodyFactory(name="Sở A", valid_to="2021-06-30")
    two = BodyFactory(name="Sở B", valid_to="2021-06-30", successor=one)
    one.successor = two
    one.save()

    assert open_names(plan_naming(superior_body="Sở A")) == {"Sở A": []}


def test_a_plan_of_its_time_may_name_a_body_of_its_time(site):
    BodyFactory(name="Phòng Giáo dục A", valid_to="2027-06-30")

    assert open_names(plan_naming(superior_body="Phòng Giáo dục A")) == {}


def test_a_supporting_unit_is_replaced_among_others(site):
    UnitFactory(name="Tổ Văn phòng")
    plan = plan_naming()
    plan.tasks = [task("Việc", supporting="Tổ văn phòng trường; Đội cờ đỏ")]

    names.rename(plan, "unit", "Tổ văn phòng trường", "Tổ Văn phòng")

    assert plan.tasks[0].value["supporting"] == "Tổ Văn phòng; Đội cờ đỏ"


def names_of(plan):
    return [named.name for named in names.names_in(plan)]


def test_each_unit_of_several_in_one_text_is_recognised(site):
    for name in ("Tổ Văn phòng", "Tổ Ngữ văn", "Đoàn trường"):
        UnitFactory(name=name)

    plan = plan_naming("Tổ Văn phòng, Tổ Ngữ văn và Đoàn trường")

    assert names_of(plan) == ["Tổ Văn phòng", "Tổ Ngữ văn", "Đoàn trường"]
    assert open_names(plan) == {}


def test_one_of_several_is_replaced_and_the_others_stay(site):
    UnitFactory(name="Tổ Văn phòng")
    UnitFactory(name="Tổ Ngữ văn")
    plan = plan_naming("Tổ văn phòng trường, Tổ Ngữ văn và các tổ chuyên môn")
    assert open_names(plan) == {
        "Tổ văn phòng trường": ["Tổ Văn phòng"],
        "các tổ chuyên môn": [],
    }

    names.rename(plan, "unit", "Tổ văn phòng trường", "Tổ Văn phòng")

    said = plan.tasks[0].value["lead"]
    assert said == "Tổ Văn phòng, Tổ Ngữ văn và các tổ chuyên môn"


def test_two_of_one_text_are_replaced_one_after_the_other(site):
    UnitFactory(name="Tổ Văn phòng và Tài vụ")
    UnitFactory(name="Tổ Ngữ văn")
    plan = plan_naming()
    said = "Tổ văn phòng trường, Tổ ngữ văn 1; Tổ văn phòng trường"
    plan.tasks = [task("Việc", supporting=said)]

    names.rename(plan, "unit", "Tổ văn phòng trường", "Tổ Văn phòng và Tài vụ")
    names.rename(plan, "unit", "Tổ ngữ văn 1", "Tổ Ngữ văn")

    office = "Tổ Văn phòng và Tài vụ"
    assert plan.tasks[0].value["supporting"] == f"{office}, Tổ Ngữ văn; {office}"


@pytest.mark.parametrize(
    ("known", "said", "offered"),
    [
        ("Tổ Văn phòng và Tài vụ", "Tổ Văn phòng và Tài vụ", None),
        ("Tổ Toán – Tin", "Tổ Toán và Tin", ["Tổ Toán – Tin"]),
        ("Tổ Toán – Tin", "Ban phụ trách Đội và Đoàn", []),
    ],
)
def test_a_name_that_has_and_within_stays_whole(site, known, said, offered):
    UnitFactory(name=known)

    assert open_names(plan_naming(said)) == ({} if offered is None else {said: offered})


def test_a_unit_with_and_in_its_name_is_found_among_others(site):
    UnitFactory(name="Tổ Văn phòng và Tài vụ")
    UnitFactory(name="Tổ Văn phòng")

    plan = plan_naming("Đội cờ đỏ, Tổ Văn phòng và Tài vụ")

    assert names_of(plan) == ["Đội cờ đỏ", "Tổ Văn phòng và Tài vụ"]


def test_nothing_is_offered_for_a_part_that_shares_no_telling_word(site):
    UnitFactory(name="Tổ Văn phòng")
    UnitFactory(name="Đoàn trường")

    plan = plan_naming("Tổ Văn phòng và Tổ Văn - GDCD, nhà trường")

    assert open_names(plan) == {"Tổ Văn - GDCD": [], "nhà trường": []}


def test_a_recipient_keeps_why_it_receives(site):
    heir = BodyFactory(name="UBND xã Mới")
    BodyFactory(name="UBND huyện Cũ", valid_to="2025-06-30", successor=heir)
    plan = plan_naming(
        recipients=[("recipient", "UBND huyện Cũ (để b/c)"), ("recipient", "Lưu: VT")]
    )
    assert open_names(plan) == {"UBND huyện Cũ": ["UBND xã Mới"]}

    names.rename(plan, "body", "UBND huyện Cũ", "UBND xã Mới")

    assert [c.value for c in plan.recipients] == ["UBND xã Mới (để b/c)", "Lưu: VT"]


def test_a_name_that_is_not_offered_is_refused(site):
    with pytest.raises(ComparisonRefused, match="không còn trong các tên"):
        names.rename(plan_naming("Đội cờ đỏ"), "unit", "Đội cờ đỏ", "Ai đó")


def test_a_large_register_is_read_at_a_constant_cost(site, django_assert_num_queries):
    plan = plan_naming("Tổ văn phòng trường", superior_body="UBND xã A")
    UnitFactory.create_batch(30)
    BodyFactory.create_batch(30)
    names.names_in(plan)

    with django_assert_num_queries(4):
        names.names_in(plan)


@pytest.mark.parametrize(
    "said",
    [
        "Hiệu trưởng",
        "HIỆU TRƯỞNG",
        "Hiệu phó",
        "Phó Hiệu trưởng",
        "cô Lan",
        "đ/c Minh",
        "Nguyễn Thị Lan",
        "Các tổ trưởng chuyên môn",
        "GVCN các lớp",
        "Toàn thể giáo viên",
    ],
)
def test_people_and_their_offices_are_no_units(site, said):
    UnitFactory(name="Tổ Lan Hương")

    assert open_names(plan_naming(said)) == {}


@pytest.mark.parametrize(
    "said",
    [
        "Ban Giám hiệu",
        "Ban đại diện cha mẹ học sinh",
        "Đội cờ đỏ",
        "Đoàn Thanh Niên",
        "Hội đồng trường",
        "Bộ phận kế toán",
        "Cơ quan công an",
    ],
)
def test_units_are_no_people(site, said):
    assert open_names(plan_naming(said)) == {said: []}


def test_a_unit_beside_people_is_asked_about_alone(site):
    plan = plan_naming("Hiệu trưởng và Đội cờ đỏ")

    assert open_names(plan) == {"Đội cờ đỏ": []}


def test_people_whom_the_register_has_are_known(site):
    UnitFactory(name="Tổng phụ trách Đội")

    assert names_of(plan_naming("Tổng phụ trách Đội")) == ["Tổng phụ trách Đội"]


@pytest.mark.parametrize(
    ("said", "kind"), [("Trạm Y tế", "unit"), ("UBND xã Suối Trăng", "body")]
)
def test_a_name_that_stands_for_a_unit_and_a_body_is_asked_once(site, said, kind):
    duty = {"type": "duty", "value": {"text": "Báo cáo", "to": said}}
    plan = plan_naming(said, superior_body=said, reporting=[duty])

    asked = names.names_in(plan)

    assert [(named.kind, named.name) for named in asked] == [(kind, said)]
    assert len(asked[0].uses) == 3
    assert names.names_in(plan, {asked[0].key})[0].is_settled


def test_what_is_offered_for_it_goes_to_every_place(site):
    UnitFactory(name="Trạm Y tế xã")
    duty = {"type": "duty", "value": {"text": "Báo cáo", "to": "Trạm y tế"}}
    plan = plan_naming("Trạm y tế", reporting=[duty])

    names.rename(plan, "unit", "Trạm y tế", "Trạm Y tế xã")

    assert (
        plan.tasks[0].value["lead"] == plan.reporting[0].value["to"] == "Trạm Y tế xã"
    )


def test_a_recipient_that_issued_a_basis_is_asked_about_in_neither_place(site):
    basis = {"type": "basis", "value": {"text": "Căn cứ", "issuer": "Sở A"}}
    plan = plan_naming(recipients=[("recipient", "Sở A")], legal_bases=[basis])

    assert open_names(plan) == {}
