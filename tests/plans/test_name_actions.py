"""What is decided on names in the comparison: kept as printed, or new in the register."""

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import ModelLogEntry

from tests.factories.organisation import BodyFactory, UnitFactory
from wagtail_kehoach.models import Body, PlanReading, Unit
from wagtail_kehoach.plans import names

from .imported import address, draft_of, imported, press


@pytest.fixture
def screen(client, editor):
    """Open the comparison of a plan as its editor; its text."""
    client.force_login(editor)
    return lambda plan: client.get(address(plan)).content.decode()


@pytest.fixture
def keeper(editor):
    """The editor, who may add units and bodies as well."""
    rights = ("add_unit", "add_body", "change_unit")
    editor.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return editor


def open_names(plan):
    reading = PlanReading.objects.get(page_id=plan.pk)
    listed = names.names_of(draft_of(plan), reading)
    return [named.name for named in listed if not named.is_settled]


def test_all_unknown_names_stay_as_printed_with_one_click(client, editor, screen):
    heir = BodyFactory(name="UBND xã Suối Trăng Mới", valid_from="2025-09-01")
    BodyFactory(name="UBND xã Suối Trăng", valid_to="2025-08-31", successor=heir)
    plan = imported(editor)
    client.force_login(editor)
    unknown = len(open_names(plan)) - 1  # without the body that has ended
    assert f"Giữ nguyên cả {unknown} tên chưa có" in screen(plan)

    press(client, plan, "keep-names:")

    assert open_names(plan) == ["UBND XÃ SUỐI TRĂNG"]
    assert plan.revisions.count() == 1
    html = screen(plan)
    assert "Giữ nguyên cả" not in html
    assert html.count("Giữ nguyên như đã in.") == unknown


def test_a_body_that_has_ended_may_stay_and_be_asked_for_again(client, editor, screen):
    BodyFactory(name="UBND xã Suối Trăng", valid_to="2025-08-31")
    plan = imported(editor)
    client.force_login(editor)
    said = {"kind": "body", "old": "UBND XÃ SUỐI TRĂNG"}
    assert said["old"] in open_names(plan)

    press(client, plan, "keep-name:", **said)
    assert said["old"] not in open_names(plan)

    press(client, plan, "again-name:", **said)
    assert said["old"] in open_names(plan)


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("keep-name:", {"kind": "unit", "old": "Ai đó"}),
        ("keep-name:", {}),
        ("add-name:", {"kind": "unit", "old": "Tổ Văn phòng", "new_name": "Tổ A"}),
        ("add-name:", {"kind": "theme", "old": "Tổ Văn phòng", "new_name": "Tổ A"}),
    ],
)
def test_what_is_not_offered_is_refused(client, editor, do, said):
    plan = imported(editor)
    client.force_login(editor)

    answer = press(client, plan, do, **said)

    assert answer.status_code == 200
    assert PlanReading.objects.get().answers == {}
    assert not Unit.objects.exists()


def test_only_who_may_add_entries_is_offered_to(screen, editor):
    assert "Thêm vào danh mục" not in screen(imported(editor))


def test_a_name_becomes_a_unit_of_the_register(client, keeper, screen):
    plan = imported(keeper)
    assert "Thêm vào danh mục" in screen(plan)

    said = {"kind": "unit", "old": "Tổ Văn phòng", "new_name": "Tổ Văn phòng"}
    press(client, plan, "add-name:", **said)

    entry = Unit.objects.get()
    assert (entry.name, entry.other_names) == ("Tổ Văn phòng", "")
    assert "Tổ Văn phòng" not in open_names(plan)
    assert plan.revisions.count() == 1
    [logged] = ModelLogEntry.objects.for_instance(entry)
    assert (logged.action, logged.user) == ("wagtail.create", keeper)
    assert f"/admin/kehoach_units/edit/{entry.pk}/" in screen(plan)


def test_a_unit_under_a_better_name_keeps_the_printed_one(client, keeper):
    plan = imported(keeper)
    client.force_login(keeper)

    said = {"kind": "unit", "old": "Tổ Văn phòng", "new_name": "Tổ Hành chính"}
    press(client, plan, "add-name:", **said)

    assert Unit.objects.get().other_names == "Tổ Văn phòng"
    assert "Tổ Văn phòng" not in open_names(plan)


def test_a_name_becomes_a_body_of_the_level_that_was_chosen(client, keeper, screen):
    plan = imported(keeper)
    assert '<option value="commune" selected>' in screen(plan)

    press(
        client,
        plan,
        "add-name:",
        kind="body",
        old="UBND XÃ SUỐI TRĂNG",
        new_name="UBND xã Suối Trăng",
        level="commune",
    )

    assert Body.objects.get().level == Body.Level.COMMUNE
    assert "UBND XÃ SUỐI TRĂNG" not in open_names(plan)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"kind": "unit", "new_name": " tổ  ngữ văn"}, "đã có trong danh mục"),
        ({"kind": "unit", "new_name": " "}, "Hãy nhập tên"),
        ({"kind": "body", "new_name": "Sở X", "level": "moon"}, "moon"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_and_what_was_typed_stays(
    client, keeper, said, words
):
    UnitFactory(name="Tổ Ngữ văn")
    plan = imported(keeper)
    client.force_login(keeper)
    old = {"unit": "Tổ Văn phòng", "body": "UBND XÃ SUỐI TRĂNG"}[said["kind"]]

    html = press(client, plan, "add-name:", old=old, **said).content.decode()

    assert words in html
    assert f'value="{said["new_name"]}"' in html
    assert Unit.objects.count() + Body.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND xã Tân Phú", "commune"),
        ("Ủy ban nhân dân tỉnh Đồng Tháp", "province"),
        ("Sở GD&ĐT", "province"),
        ("Bộ Giáo dục và Đào tạo", "ministry"),
        ("Phòng GD&ĐT huyện Lai Vung", "district"),
        ("Trường THCS Hoa Ban", "unit"),
        ("Hội Khuyến học", "other"),
    ],
)
def test_the_level_of_a_body_is_proposed_by_its_name(name, level):
    assert names.level_of(name) == level
