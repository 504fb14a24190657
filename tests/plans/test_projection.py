import datetime as dt
import json
import unicodedata
import uuid

import pytest

from tests.factories.organisation import ThemeFactory, UnitFactory
from tests.factories.pages import PlanPageFactory, task
from tests.factories.workflows import approved
from wagtail_kehoach.models import PlanTask, SchoolYear
from wagtail_kehoach.plans.projection import project_tasks
from wagtail_kehoach.signals import plan_tasks_projected


@pytest.fixture
def publish(editor, principal):
    """Make a plan public as it stands now."""
    return lambda page: approved(page, by=editor, principal=principal)


def texts(page):
    """The active tasks of a plan, in its order."""
    return [t.text for t in PlanTask.objects.active().filter(page_id=page.pk)]


def one(**said):
    """The only task of a plan, as it is projected."""
    page = PlanPageFactory(tasks=[task("Đăng tin", **said)])
    project_tasks(page)
    return PlanTask.objects.get(page_id=page.pk)


def test_a_draft_has_no_tasks_that_run(editor):
    page = PlanPageFactory(tasks=[task("Đăng tin")])

    page.save_revision(user=editor)

    assert texts(page) == []


def test_a_live_plan_has_its_tasks_in_order(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài"), task("Duyệt bài")]))

    assert texts(page) == ["Viết bài", "Duyệt bài"]
    assert [t.position for t in PlanTask.objects.all()] == [0, 1]
    assert {str(t.block_id) for t in PlanTask.objects.all()} == {
        c.id for c in page.tasks
    }


def test_a_plan_without_tasks_is_published(publish):
    assert texts(publish(PlanPageFactory())) == []


@pytest.mark.parametrize(
    ("lead", "known"),
    [
        ("Tổ Văn", "Tổ Văn"),
        ("Đoàn trường và Tổ Văn", "Tổ Văn"),
        ("Tổ Văn, Tổ Toán", "Tổ Văn"),
        ("Tổ Toán và Tổ Lý", None),
    ],
)
def test_of_several_units_that_lead_the_first_known_one_has_the_task(site, lead, known):
    UnitFactory(name="Tổ Văn")

    projected = one(lead=lead)

    assert projected.lead_text == lead
    assert (projected.lead and projected.lead.name) == known


def test_everything_that_a_task_says_is_projected(site):
    theme = ThemeFactory()

    projected = one(
        theme=str(theme.pk),
        lead="Tổ Văn phòng",
        supporting="Đoàn; Đội",
        due_type="date",
        due_on=dt.date(2026, 11, 20),
        due_text="ngày 20/11",
        result="12 bài",
        in_table=False,
    )

    assert projected.theme == theme
    assert (projected.lead_text, projected.lead) == ("Tổ Văn phòng", None)
    assert projected.supporting_text == "Đoàn; Đội"
    assert (projected.due_type, projected.due_on) == ("date", dt.date(2026, 11, 20))
    assert (projected.due_text, projected.result) == ("ngày 20/11", "12 bài")
    assert (projected.in_table, projected.withdrawn_at) == (False, None)


def test_a_change_of_wording_keeps_the_task(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài"), task("Duyệt bài")]))
    before = PlanTask.objects.get(text="Viết bài")

    page.tasks[0].value["text"] = "Viết hai bài mỗi tháng"
    publish(page)

    before.refresh_from_db()
    assert before.text == "Viết hai bài mỗi tháng"
    assert PlanTask.objects.count() == 2


def test_tasks_may_change_places(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài"), task("Duyệt bài")]))
    keys = dict(PlanTask.objects.values_list("text", "pk"))

    page.tasks.append(page.tasks.pop(0))
    publish(page)

    assert texts(page) == ["Duyệt bài", "Viết bài"]
    assert dict(PlanTask.objects.values_list("text", "pk")) == keys


def test_a_task_that_leaves_is_withdrawn_and_one_that_returns_runs_again(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài"), task("Duyệt bài")]))
    key = PlanTask.objects.get(text="Viết bài").pk

    left = page.tasks.pop(0)
    page = publish(page)

    assert texts(page) == ["Duyệt bài"]
    assert PlanTask.objects.get(pk=key).withdrawn_at is not None

    page.tasks.insert(0, (left.block_type, left.value, left.id))
    page = publish(page)

    assert texts(page) == ["Viết bài", "Duyệt bài"]
    assert PlanTask.objects.get(text="Viết bài").pk == key


def test_all_tasks_may_leave(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài")]))

    page.tasks = []
    page = publish(page)

    assert texts(page) == []
    assert PlanTask.objects.count() == 1


def test_a_task_keeps_the_day_it_was_withdrawn(publish):
    page = publish(PlanPageFactory(tasks=[task("Viết bài"), task("Duyệt bài")]))
    page.tasks.pop(0)
    page = publish(page)
    withdrawn_at = PlanTask.objects.get(text="Viết bài").withdrawn_at

    page = publish(page)

    assert PlanTask.objects.get(text="Viết bài").withdrawn_at == withdrawn_at


@pytest.mark.parametrize(
    "said",
    [
        "Tổ Văn phòng",
        "tổ văn phòng.",
        "VP",
        "Văn thư",
        unicodedata.normalize("NFD", "Văn thư"),
    ],
)
def test_the_lead_unit_is_found_under_any_of_its_names(site, said):
    unit = UnitFactory(name="Tổ Văn phòng", abbreviation="VP", other_names="Văn thư")

    projected = one(lead=said)

    assert (projected.lead, projected.lead_text) == (unit, said)


def test_of_several_the_first_leads_and_each_is_found(site):
    union, letters = UnitFactory(name="Đoàn trường"), UnitFactory(name="Tổ Văn")

    projected = one(lead="Đoàn trường và Tổ Văn")

    assert (projected.lead, projected.lead_text) == (union, "Đoàn trường và Tổ Văn")
    facets = projected.page.specific.search_facets()
    assert facets["don-vi"] == {union.pk, letters.pk}


def test_a_unit_that_had_ended_does_not_lead(site):
    UnitFactory(name="Tổ Văn phòng", valid_to=dt.date(2026, 8, 31))

    assert one(lead="Tổ Văn phòng").lead is None


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("Cuối học kỳ I", dt.date(2027, 1, 17)),
        ("tháng 11", dt.date(2026, 11, 30)),
        ("Quý I/2027", dt.date(2027, 3, 31)),
        ("thường xuyên", None),
    ],
)
def test_due_dates_are_resolved_through_the_school_year(site, wording, day):
    projected = one(due_text=wording)

    assert (projected.due_on, projected.due_text) == (day, wording)


@pytest.mark.parametrize(
    ("written", "day"),
    [(dt.date(2026, 9, 20), dt.date(2026, 12, 31)), (None, None)],
)
def test_no_school_year_is_guessed_for_a_plan_without_a_period(site, written, day):
    page = PlanPageFactory(
        tasks=[task("Đăng tin", due_text="tháng 12")],
        starts_on=None,
        ends_on=None,
        issued_on=written,
    )
    project_tasks(page)

    assert PlanTask.objects.get(page_id=page.pk).due_on == day


def test_a_date_that_was_typed_goes_before_its_wording(site):
    projected = one(due_text="tháng 11", due_on=dt.date(2026, 11, 15))

    assert projected.due_on == dt.date(2026, 11, 15)


def test_a_theme_that_is_gone_leaves_the_task(site):
    theme = ThemeFactory()
    key = str(theme.pk)
    theme.delete()

    assert one(theme=key).theme is None


def test_long_texts_are_kept_whole(site):
    long = "Tổ " * 200

    projected = one(lead=long, due_text=long)

    assert (projected.lead_text, projected.due_text) == (long, long)


def test_block_ids_that_a_form_made_up_lose_no_task(publish):
    same = "8a1f4c8e-0000-4000-8000-000000000001"
    ids = ["abc", "", same, same]
    said = [
        {"type": "task", "id": key, "value": task(f"Việc {place}")[1]}
        for place, key in enumerate(ids)
    ]

    live = publish(PlanPageFactory(tasks=json.dumps(said)))

    assert texts(live) == [f"Việc {place}" for place in range(len(ids))]
    project_tasks(live)
    assert live.kehoach_plan_tasks.count() == len(ids)


@pytest.mark.parametrize(
    ("due_on", "overdue"),
    [
        (None, False),
        (dt.date(2026, 11, 19), True),
        (dt.date(2026, 11, 20), False),
    ],
)
def test_a_task_is_overdue_after_its_last_day(due_on, overdue):
    assert PlanTask(due_on=due_on).is_overdue(dt.date(2026, 11, 20)) is overdue


def test_portals_hear_of_new_tasks_after_the_commit(
    site, django_capture_on_commit_callbacks
):
    page = PlanPageFactory(tasks=[task("Đăng tin")])
    heard = []

    def hear(sender, page, **kwargs):
        heard.append((sender, page, texts(page)))

    plan_tasks_projected.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        project_tasks(page)
        assert heard == []
    plan_tasks_projected.disconnect(hear)

    assert heard == [(type(page), page, ["Đăng tin"])]


@pytest.mark.parametrize("number", [1, 40])
def test_projecting_costs_at_most_eight_statements(
    site, number, django_assert_max_num_queries
):
    page = PlanPageFactory(tasks=[task(f"Việc {n}") for n in range(number)])

    with django_assert_max_num_queries(8):
        project_tasks(page)

    page.tasks[0].value["text"] = "Đổi lời"
    page.tasks.append((*task("Thêm"), str(uuid.uuid4())))
    with django_assert_max_num_queries(8):
        project_tasks(page)


def test_projecting_again_writes_nothing(site, django_assert_max_num_queries):
    page = PlanPageFactory(tasks=[task("Đăng tin", due_text="tháng 11")])
    project_tasks(page)

    with django_assert_max_num_queries(6) as queries:
        project_tasks(page)

    written = ("INSERT", "UPDATE", "DELETE")
    assert [q["sql"] for q in queries if q["sql"].startswith(written)] == []


def test_due_dates_follow_the_school_year(publish):
    said = task("Sơ kết", due_type="relative", due_text="cuối học kỳ I")
    year = SchoolYear.objects.order_by("starts_on").last()
    days = {"starts_on": year.starts_on, "ends_on": year.ends_on}
    live = publish(PlanPageFactory(tasks=[said], **days))
    assert live.kehoach_plan_tasks.get().due_on == year.first_term_ends_on

    year.first_term_ends_on = dt.date(year.first_term_ends_on.year, 1, 30)
    year.save()

    assert live.kehoach_plan_tasks.get().due_on == year.first_term_ends_on
