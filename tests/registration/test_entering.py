"""Numbers follow one another, without gap and without repeating one."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.emergencies import name_for_emergencies, published_in_emergency
from tests.factories.pages import PlanPageFactory
from tests.factories.registration import kept_elsewhere, registered, yesterday
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import Approval, Register, RegisterEntry
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.registration import sequences
from wagtail_kehoach.registration.numbering import Wish

TODAY = timezone.localdate


def numbers():
    rows = RegisterEntry.objects.order_by("register", "number", "suffix")
    return [entry.number_text for entry in rows]


def missing():
    return [spans for _register, spans in sequences.gaps(Register.objects.all())]


def test_numbers_begin_with_one_and_follow_one_another(publish, clerk):
    entries = [registered(publish(), by=clerk) for _ in range(3)]

    assert [entry.number for entry in entries] == [1, 2, 3]
    assert entries[0].number_and_symbol == "01/KH-THCSBM"
    assert entries[0].registered_by_name == clerk.get_full_name()
    assert missing() == []


def test_each_body_has_numbers_of_its_own(publish, clerk):
    registered(publish(), by=clerk)
    spelt = registered(publish(issuing_body="Trường  THCS Bình Minh"), by=clerk)
    union = registered(publish(issuing_body="CÔNG ĐOÀN TRƯỜNG"), by=clerk)

    assert (spelt.number, union.number) == (2, 1)


def test_each_year_begins_anew(publish, clerk):
    past = publish(number="41", issued_on=dt.date(2025, 12, 30))
    assert registered(past, by=clerk).register.year == 2025

    assert registered(publish(), by=clerk).number == 1


def test_all_kinds_share_one_series_where_the_school_says_so(publish, clerk, settings):
    settings.WAGTAIL_KEHOACH = {"COMMON_NUMBER_SERIES": True}

    assert registered(publish(), by=clerk).register.series == ""


@pytest.mark.parametrize("common", [True, False])
def test_a_year_goes_on_as_it_began(publish, clerk, settings, common):
    settings.WAGTAIL_KEHOACH = {"COMMON_NUMBER_SERIES": common}
    first = registered(publish(), by=clerk)
    past = publish(issued_on=dt.date(2025, 12, 30), number="7")
    settings.WAGTAIL_KEHOACH = {"COMMON_NUMBER_SERIES": not common}

    second = registered(publish(), by=clerk)

    assert (second.number, second.register) == (2, first.register)
    assert (registered(past, by=clerk).register.series == "") is not common


def test_registering_touches_neither_text_nor_approval(plan, clerk):
    def facts():
        page = PlanPage.objects.get(pk=plan.pk)
        approvals = list(Approval.objects.values())
        return page.__dict__ | {"_state": None}, page.revisions.count(), approvals

    before = facts()

    registered(plan, by=clerk)

    assert facts() == before
    assert find_problems().problems == []


def test_a_failed_registration_takes_no_number(publish, plan, clerk):
    first = registered(publish(), by=clerk)
    with pytest.raises(RegistrationRefused):
        registered(plan, by=clerk, date=TODAY() + dt.timedelta(days=1))
    with pytest.raises(RegistrationRefused, match="đã vào sổ"):
        registered(PlanPage.objects.get(pk=first.page_id), by=clerk)

    assert registered(plan, by=clerk).number == 2
    assert missing() == []


@pytest.mark.parametrize("role", ["editor", "clerk", "principal", "superuser"])
def test_who_registers(plan, people, role):
    if role == "editor":
        with pytest.raises(RegistrationRefused, match="văn thư và Ban Giám hiệu"):
            registered(plan, by=people[role])
        assert numbers() == []
    else:
        assert registered(plan, by=people[role]).number == 1


def test_a_draft_gets_no_number(clerk, site):
    with pytest.raises(RegistrationRefused, match="đã được Ban Giám hiệu duyệt"):
        registered(PlanPageFactory(), by=clerk)


def test_an_emergency_gets_its_number_once_it_is_confirmed(
    clerk, editor, principal, site
):
    name_for_emergencies(editor)
    emergency = published_in_emergency(PlanPageFactory(), by=editor)
    page = PlanPage.objects.get(pk=emergency.object_id)
    with pytest.raises(RegistrationRefused, match="xác nhận trước"):
        registered(page, by=clerk)

    token = decisions.seen_token(page.get_latest_revision())
    emergencies.confirm(emergency, user=principal, token=token)

    assert registered(page, by=clerk).number == 1


def test_an_alias_gets_no_number_of_its_own(plan, clerk):
    alias = plan.create_alias(update_slug="ban-sao").specific
    with pytest.raises(RegistrationRefused, match="trang khác"):
        registered(alias, by=clerk)

    registered(plan, by=clerk)

    assert PlanPage.objects.get(pk=alias.pk).number_and_symbol == "01/KH-THCSBM"


def test_the_approved_text_is_registered_and_not_the_draft_on_top(plan, clerk, editor):
    public = plan.live_revision_id
    plan.title = "Bản nháp sau"
    submit_for_approval(plan, by=editor)

    entry = registered(PlanPage.objects.get(pk=plan.pk), by=clerk)

    assert entry.revision_id == public
    assert entry.title == "Truyền thông năm học 2026-2027"


# The date


def test_the_date_lies_between_approval_and_today(plan, clerk):
    with pytest.raises(RegistrationRefused, match="duyệt ngày"):
        registered(plan, by=clerk, date=yesterday())
    with pytest.raises(RegistrationRefused, match="không được sau ngày hôm nay"):
        registered(plan, by=clerk, date=TODAY() + dt.timedelta(days=1))


def test_a_later_number_bears_no_earlier_date(publish, clerk):
    registered(publish(), by=clerk)
    RegisterEntry.objects.update(date=TODAY() + dt.timedelta(days=1))

    with pytest.raises(RegistrationRefused, match="số sau không thể ghi ngày sớm hơn"):
        registered(publish(), by=clerk)


def test_a_date_in_the_approved_text_stands(publish, clerk):
    plan = publish(issued_on=yesterday())

    entry = registered(plan, by=clerk, date=TODAY(), signed_before=True)

    assert entry.date == yesterday()
    assert entry.kind == RegisterEntry.Kind.ISSUED


def test_a_date_of_the_text_before_its_approval_is_asked_about(publish, clerk):
    with pytest.raises(RegistrationRefused, match="nhưng được duyệt ngày"):
        registered(publish(issued_on=yesterday()), by=clerk)
    with pytest.raises(RegistrationRefused, match="nhưng được duyệt ngày"):
        registered(publish(issued_on=dt.date(2024, 3, 1)), by=clerk)

    assert numbers() == []
    assert registered(publish(issued_on=TODAY()), by=clerk).number == 1


def test_a_date_of_the_text_follows_the_last_entry(publish, clerk):
    registered(publish(), by=clerk)

    with pytest.raises(RegistrationRefused) as refused:
        registered(publish(issued_on=yesterday()), by=clerk, signed_before=True)

    assert refused.value.field == "date"
    assert "số sau không thể ghi ngày sớm hơn" in refused.value.reason
    assert "bỏ ngày" in refused.value.reason
    assert numbers() == ["1"]


@pytest.mark.parametrize("number", ["", "8"])
def test_a_date_of_the_text_that_is_still_to_come_waits(publish, clerk, number):
    plan = publish(number=number, issued_on=TODAY() + dt.timedelta(days=1))

    with pytest.raises(RegistrationRefused, match=r"chưa tới\. Đến ngày đó.*trình lại"):
        registered(plan, by=clerk, signed_before=True)


def test_the_writer_of_a_date_without_number_is_told(site):
    def said(**fields):
        points = PlanPageFactory(**fields).points_to_write()
        return [point for point in points if "chưa có số" in point]

    assert len(said(issued_on=TODAY())) == 1
    assert said() == []
    assert said(issued_on=TODAY(), number="15") == []


# Numbers that documents bear already


def test_a_plan_that_bears_a_number_is_entered_under_it(publish, clerk):
    plan = publish(number="015", issued_on=yesterday())

    entry = registered(plan, by=clerk)

    assert (entry.number, entry.kind) == (15, RegisterEntry.Kind.HISTORICAL)
    assert missing() == [[(1, 14)]]
    assert registered(publish(issued_on=TODAY()), by=clerk).number == 16


def test_a_borne_number_far_from_the_next_one_is_asked_about(publish, clerk):
    plan = publish(number="1470", issued_on=yesterday())

    with pytest.raises(RegistrationRefused, match="sổ sẽ thiếu số 1–1469"):
        registered(plan, by=clerk)

    entry = registered(plan, by=clerk, wish=Wish(1470, far_is_right=True))
    assert entry.number == 1470


@pytest.mark.parametrize("year", [26, 1926])
def test_a_year_that_cannot_be_right_is_refused(clerk, year):
    with pytest.raises(RegistrationRefused, match=f"Năm {year} không đúng"):
        kept_elsewhere(1, 1, by=clerk, day=dt.date(year, 3, 1))

    assert numbers() == []


def test_a_number_with_a_letter(publish, clerk):
    registered(publish(number="12", issued_on=yesterday()), by=clerk)
    entry = registered(publish(number="12a", issued_on=yesterday()), by=clerk)

    assert entry.number_and_symbol == "12a/KH-THCSBM"


def test_a_number_that_is_none(publish, clerk):
    plan = publish(number="số mười", issued_on=yesterday())
    with pytest.raises(RegistrationRefused, match="không phải là số của sổ"):
        registered(plan, by=clerk)


def test_a_number_twice_is_told_with_the_title(publish, clerk):
    registered(publish(number="12", issued_on=yesterday(), title="Kỳ một"), by=clerk)

    with pytest.raises(RegistrationRefused, match=r"12/KH-THCSBM đã cấp cho “Kỳ một”"):
        registered(publish(number="12", issued_on=yesterday()), by=clerk)


def test_numbers_kept_elsewhere_close_the_gap(publish, clerk):
    registered(publish(number="15", issued_on=yesterday()), by=clerk)

    kept_elsewhere(1, 14, by=clerk)

    assert missing() == []
    with pytest.raises(RegistrationRefused, match="Kế hoạch chuyên môn"):
        kept_elsewhere(14, 17, by=clerk)


def test_the_register_goes_on_after_numbers_kept_elsewhere(plan, clerk):
    kept_elsewhere(1, 47, by=clerk)

    assert registered(plan, by=clerk).number == 48


@pytest.mark.parametrize("number", [3, 5])
def test_a_number_that_would_leave_a_gap(plan, clerk, number):
    with pytest.raises(RegistrationRefused, match="sổ sẽ thiếu số 1–"):
        registered(plan, by=clerk, wish=Wish(number))

    entry = registered(plan, by=clerk, wish=Wish(number, others_elsewhere=True))

    assert entry.number == number
    assert numbers() == [str(n) for n in range(1, number + 1)]
    assert missing() == []


def test_a_number_that_was_passed_over(publish, plan, clerk):
    registered(publish(number="15", issued_on=yesterday()), by=clerk)

    with pytest.raises(RegistrationRefused, match="số tiếp theo là 16"):
        registered(plan, by=clerk, wish=Wish(7))


def test_so_many_numbers_at_once_are_a_mistake(plan, clerk):
    with pytest.raises(RegistrationRefused, match="nhiều nhất 1000 số"):
        registered(plan, by=clerk, wish=Wish(20000, others_elsewhere=True))

    assert numbers() == []


# What stays


def test_entries_are_not_deleted(plan, clerk):
    entry = registered(plan, by=clerk)

    with pytest.raises(RegistrationRefused):
        entry.delete()
    with pytest.raises(RegistrationRefused):
        RegisterEntry.objects.all().delete()


def test_an_entry_outlives_page_and_people(plan, clerk):
    entry = registered(plan, by=clerk)

    plan.delete()
    clerk.delete()

    entry.refresh_from_db()
    assert (entry.page_id, entry.number, entry.registered_by_name) == (
        None,
        1,
        "Ngọc Đỗ",
    )
    assert missing() == []


# Replacing


def test_a_new_plan_replaces_an_old_one(plan, publish, clerk):
    old = registered(plan, by=clerk)

    new = registered(publish(), by=clerk, replaces=old)

    old.refresh_from_db()
    assert old.state == RegisterEntry.State.REPLACED
    assert old.replaced_by == new


def test_what_is_replaced_is_replaced_once(plan, publish, clerk):
    old = registered(plan, by=clerk)
    registered(publish(), by=clerk, replaces=old)

    with pytest.raises(RegistrationRefused, match="không còn hiệu lực"):
        registered(publish(), by=clerk, replaces=old)


def test_another_body_replaces_nothing(plan, publish, clerk):
    old = registered(plan, by=clerk)

    with pytest.raises(RegistrationRefused, match="cùng cơ quan"):
        registered(publish(issuing_body="CÔNG ĐOÀN"), by=clerk, replaces=old)

    assert numbers() == ["1"]
