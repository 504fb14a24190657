import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories.organisation import BodyFactory, UnitFactory
from wagtail_kehoach.models import Body, SchoolSettings, SchoolYear, Unit

LAST_DAY = dt.date(2025, 6, 30)


def test_a_body_without_days_exists_on_every_day():
    assert Body(name="Bộ Giáo dục và Đào tạo").exists_on(dt.date(1990, 1, 1))


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        (dt.date(2019, 12, 31), False),
        (dt.date(2020, 1, 1), True),
        (LAST_DAY, True),
        (dt.date(2025, 7, 1), False),
    ],
)
def test_a_body_exists_from_its_first_to_its_last_day(db, day, exists):
    body = BodyFactory(
        name="Phòng GD&ĐT Gò Vấp", valid_from=dt.date(2020, 1, 1), valid_to=LAST_DAY
    )

    assert body.exists_on(day) is exists
    assert list(Body.objects.on(day)) == ([body] if exists else [])


def test_a_body_keeps_its_successor(db):
    after = BodyFactory(name="UBND phường Gò Vấp", valid_from=dt.date(2025, 7, 1))
    before = BodyFactory(name="UBND quận Gò Vấp", valid_to=LAST_DAY, successor=after)

    assert list(after.predecessors.all()) == [before]


def test_the_last_day_cannot_come_before_the_first():
    unit = Unit(name="Đoàn", valid_from=dt.date(2026, 1, 2), valid_to="2026-01-01")

    with pytest.raises(ValidationError) as refusal:
        unit.full_clean()

    assert list(refusal.value.message_dict) == ["valid_to"]


def test_nothing_succeeds_itself(db):
    unit = UnitFactory()
    unit.successor = unit

    with pytest.raises(ValidationError) as refusal:
        unit.full_clean()

    assert list(refusal.value.message_dict) == ["successor"]


def test_a_unit_goes_by_all_its_names():
    unit = Unit(
        name="Tổ Văn phòng", abbreviation="VP", other_names="Văn thư\n\n Kế toán "
    )

    assert unit.names == ["Tổ Văn phòng", "VP", "Văn thư", "Kế toán"]


def test_a_school_year_is_called_as_people_write_it():
    year = SchoolYear(starts_on=dt.date(2026, 9, 5), ends_on=dt.date(2027, 5, 31))

    assert str(year) == "2026-2027"


@pytest.mark.parametrize(
    ("first_term_ends_on", "ends_on"),
    [
        (dt.date(2040, 9, 5), dt.date(2041, 5, 31)),
        (dt.date(2041, 5, 31), dt.date(2041, 5, 31)),
        (dt.date(2041, 6, 1), dt.date(2041, 5, 31)),
    ],
)
def test_a_school_year_out_of_order_is_refused(db, first_term_ends_on, ends_on):
    year = SchoolYear(
        starts_on=dt.date(2040, 9, 5),
        first_term_ends_on=first_term_ends_on,
        ends_on=ends_on,
    )

    with pytest.raises(ValidationError):
        year.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        year.save()


def test_two_school_years_cannot_start_on_one_day(db):
    dates = {
        "starts_on": dt.date(2040, 9, 5),
        "first_term_ends_on": dt.date(2041, 1, 17),
        "ends_on": dt.date(2041, 5, 31),
    }
    SchoolYear.objects.create(**dates)

    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolYear.objects.create(**dates)


def test_the_symbol_of_plans_names_the_school():
    assert SchoolSettings(abbreviation="THCSBM").plan_symbol == "KH-THCSBM"
    assert SchoolSettings().plan_symbol == ""


def test_the_register_of_units_opens_for_a_principal_only(client, editor, principal):
    client.force_login(principal)
    assert client.get("/admin/kehoach_units/").status_code == 200

    client.force_login(editor)
    assert client.get("/admin/kehoach_units/").status_code == 302
