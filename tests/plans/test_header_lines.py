"""Lines of the file in fields of the header: what is read of them, what gives way to them."""

import datetime as dt

import pytest

from wagtail_kehoach.exceptions import ComparisonRefused
from wagtail_kehoach.models import PlanReading
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.header_lines import fill_field

from .imported import address, draft_of, imported, press, unplaced

pytestmark = pytest.mark.django_db


@pytest.fixture
def screen(client, editor):
    """Open the comparison of a plan as its editor; its text."""
    client.force_login(editor)
    return lambda plan: client.get(address(plan)).content.decode()


def told(client, plan, do="place:", **said) -> str:
    """What the screen says after a button was pressed."""
    answer = press(client, plan, do, **said)
    if answer.status_code == 302:
        answer = client.get(address(plan))
    return answer.content.decode()


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("superior_body", "UBND  XÃ SUỐI TRĂNG", "UBND XÃ SUỐI TRĂNG"),
        ("number", "Số: 15/KH-THHB", "15"),
        ("number", "15/KH-THHB", "15"),
        ("number", "15", "15"),
        ("symbol", "Số: 15/KH-THHB", "KH-THHB"),
        ("symbol", "KH-THHB", "KH-THHB"),
        ("place", "Suối Trăng, ngày 05 tháng 9 năm 2026", "Suối Trăng"),
        ("place", "Suối Trăng", "Suối Trăng"),
        ("issued_on", "Suối Trăng, ngày 05 tháng 9 năm 2026", dt.date(2026, 9, 5)),
        ("issued_on", "ngày 5/9/2026", dt.date(2026, 9, 5)),
        ("signatory_position", "PHÓ HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
        ("signatory_name", "Lò Thị Mai", "Lò Thị Mai"),
    ],
)
def test_a_line_is_read_as_its_field_needs_it(name, line, value):
    page = PlanPage()

    fill_field(page, name, line)

    assert getattr(page, name) == value


def test_a_period_brings_its_days():
    page = PlanPage()

    fill_field(page, "period_text", "Quý II năm 2026")

    assert (page.period_type, page.period_text) == ("quy", "Quý II năm 2026")
    assert (page.starts_on, page.ends_on) == (
        dt.date(2026, 4, 1),
        dt.date(2026, 6, 30),
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("number", "Số: …/KH-THHB"),
        ("number", "mười lăm"),
        ("issued_on", "ngày 31 tháng 02 năm 2026"),
        ("issued_on", "ngày … tháng 9 năm 2026"),
        ("issued_on", "trước ngày 15/9"),
        ("period_text", "trong thời gian tới"),
    ],
)
def test_what_cannot_be_read_is_refused(name, line):
    page = PlanPage()

    with pytest.raises(ComparisonRefused, match="Không đọc được"):
        fill_field(page, name, line)

    assert not getattr(page, name)


@pytest.mark.parametrize("name", ["number", "place", "period_text"])
def test_a_line_that_is_too_long_is_refused(name):
    with pytest.raises(ComparisonRefused, match="quá dài"):
        fill_field(PlanPage(), name, "Số: " + "1" * 600)


def test_an_empty_field_is_filled(client, editor, screen):
    plan = imported(editor, "Số: 12/KH-THHB", "")
    unplaced(plan, "Số 15/KH-THHB", "Dòng khác")
    assert '<option value="field:number">Số</option>' in screen(plan)

    html = told(client, plan, line=["0"], target="field:number")

    assert draft_of(plan).number == "15"
    assert "“Số” nay ghi “15”" in html
    assert "Trước đó ghi" not in html
    assert "Đã xử lý 1 dòng" in html


def test_a_field_that_says_something_gives_way_only_when_asked(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Lò Văn Nam")
    assert "Họ và tên người ký, đang ghi “" in screen(plan)
    stood = plan.signatory_name
    choice = {"line": ["0"], "target": "field:signatory_name"}

    refused = told(client, plan, **choice)
    assert f"đã ghi “{stood}”" in refused
    assert '<option value="field:signatory_name" selected>' in refused
    assert draft_of(plan).signatory_name == stood

    html = told(client, plan, replace="on", **choice)
    assert draft_of(plan).signatory_name == "Lò Văn Nam"
    assert f"Trước đó ghi “{stood}”" in html


def test_two_lines_make_one_title(client, editor):
    plan = imported(editor)
    unplaced(plan, "Truyền thông của nhà trường", "trong năm 2026")
    client.force_login(editor)

    told(client, plan, line=["0", "1"], target="field:title", replace="on")

    assert draft_of(plan).title == "Truyền thông của nhà trường trong năm 2026"
    answers = PlanReading.objects.get().answers["not_understood"]
    assert [answers[n]["how"] for n in "01"] == ["field:title"] * 2


def test_a_field_that_was_taken_back_lets_its_line_wait_again(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Suối Trăng Mới")
    first = plan.latest_revision
    client.force_login(editor)
    told(client, plan, line=["0"], target="field:place", replace="on")
    draft = draft_of(plan)
    draft.place = "xã Suối Trăng Mới"
    draft.save_revision(user=editor)
    assert 'name="line"' not in screen(plan)

    first.as_object().save_revision(user=editor, previous_revision=first)

    assert 'name="line"' in screen(plan)


def test_a_line_that_says_what_the_field_says_waits_no_longer(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, plan.place)
    client.force_login(editor)

    told(client, plan, line=["0"], target="field:place", replace="on")

    assert 'name="line"' not in screen(plan)


def test_a_line_that_another_pushes_out_waits_again(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Lò Văn Nam", "Lò Văn Bắc")
    client.force_login(editor)
    for line in ("0", "1"):
        target = "field:signatory_name"
        told(client, plan, line=[line], target=target, replace="on")

    html = screen(plan)

    assert draft_of(plan).signatory_name == "Lò Văn Bắc"
    assert html.count('name="line"') == 1
    assert 'name="line" value="0"' in html


def test_a_reporting_duty_says_when_and_to_whom(client, editor, screen):
    plan = imported(editor)
    line = "Báo cáo kết quả gửi về UBND xã trước ngày 15/12/2025"
    unplaced(plan, line)
    client.force_login(editor)

    told(client, plan, line=["0"], target="reporting")

    [*_, duty] = draft_of(plan).reporting
    assert duty.value["text"] == line
    assert duty.value["due_on"] == dt.date(2025, 12, 15)
    assert duty.value["to"] == "UBND xã"
    assert 'name="line"' not in screen(plan)
