import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import streamfield

from tests.factories.forms import plan_form, section_form
from tests.factories.pages import PlanPageFactory, task
from wagtail_kehoach.approval import queries
from wagtail_kehoach.models import PlanTask
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.queries import active_tasks, plan_indexes_for, plan_of

pytestmark = pytest.mark.django_db
SUBMIT = {"action-submit": "1"}


@pytest.fixture
def send(client, editor):
    """Send the form of a plan as the editor."""
    client.force_login(editor)

    def send(page, **said):
        form = plan_form(slug=page.slug, **said)
        form["kehoach_checks"] = page.approval_checks()
        return client.post(f"/admin/pages/{page.pk}/edit/", form)

    return send


def test_a_plan_cannot_end_before_it_starts():
    plan = PlanPage(starts_on=dt.date(2027, 5, 31), ends_on=dt.date(2026, 9, 1))

    with pytest.raises(ValidationError) as refusal:
        plan.clean()

    assert list(refusal.value.message_dict) == ["ends_on"]


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        ("", "KH-THCSBM", ""),
        ("7", "KH-THCSBM", "07/KH-THCSBM"),
        ("260", "KH-GDĐT", "260/KH-GDĐT"),
        ("12a", "KH-THHB", "12a/KH-THHB"),
        ("7", "", "07"),
    ],
)
def test_number_and_symbol_are_printed_as_on_paper(number, symbol, printed):
    assert PlanPage(number=number, symbol=symbol).number_and_symbol == printed


def test_a_complete_plan_is_submitted(send):
    plan = PlanPageFactory()

    response = send(plan, **SUBMIT)

    assert response.status_code == 302
    assert queries.submission_of(plan) is not None


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"issuing_body": ""}, "issuing_body"),
        ({"starts_on": ""}, "starts_on"),
        ({"ends_on": ""}, "ends_on"),
        ({"body": streamfield([])}, "body"),
        ({"signatory_position": ""}, "signatory_position"),
        ({"signatory_name": ""}, "signatory_name"),
    ],
)
def test_an_incomplete_draft_is_saved_but_not_submitted(send, missing, field):
    plan = PlanPageFactory()

    saved = send(plan, title="Mới sửa", **missing)
    refused = send(plan, title="Mới sửa", **missing, **SUBMIT)

    assert saved.status_code == 302
    plan.refresh_from_db()
    assert plan.get_latest_revision_as_object().title == "Mới sửa"
    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == [field]
    label = PlanPage._meta.get_field(field).verbose_name
    assert str(label).lower() in refused.content.decode().lower()
    assert queries.submission_of(plan) is None


def test_a_task_without_words_is_saved_but_not_submitted(send):
    plan = PlanPageFactory()
    tasks = {"tasks": streamfield([("task", {"text": "", "due_type": "none"})])}

    assert send(plan, **tasks).status_code == 302
    refused = send(plan, **tasks, **SUBMIT)

    assert list(refused.context["form"].errors) == ["tasks"]
    assert queries.submission_of(plan) is None


def test_a_section_may_stand_without_a_heading(send):
    plan = PlanPageFactory()
    text = section_form("", "", "<p>Trên đây là kế hoạch.</p>")

    assert send(plan, body=streamfield([text]), **SUBMIT).status_code == 302


def test_an_editor_cannot_publish_through_the_form(send):
    plan = PlanPageFactory()

    send(plan, **{"action-publish": "1"})

    plan.refresh_from_db()
    assert not plan.live


def test_editors_start_plans_below_the_index(editor, principal, site):
    index = PlanIndexPage.objects.get().page_ptr

    assert plan_indexes_for(editor) == plan_indexes_for(principal) == [index]


def test_plan_of_gives_plans_only(site):
    plan = PlanPageFactory()

    assert plan_of(plan.pk) == plan
    assert plan_of(plan.get_parent().pk) is None
    assert plan_of(0) is None


def test_active_tasks_are_read_in_one_statement(site, django_assert_num_queries):
    plan = PlanPageFactory()
    for position in (1, 0):
        PlanTask.objects.create(
            page_id=plan.pk,
            block_id=f"00000000-0000-4000-8000-00000000000{position}",
            position=position,
            text=f"Việc {position}",
        )

    with django_assert_num_queries(1):
        found = [(task.text, task.theme) for task in active_tasks(plan)]

    assert found == [("Việc 0", None), ("Việc 1", None)]


def test_a_long_task_is_named_in_short():
    assert str(PlanTask(text="Đăng tin")) == "Đăng tin"
    assert len(str(PlanTask(text="á" * 500))) == 120


def test_the_form_of_a_plan_costs_the_same_for_one_and_forty_tasks(
    client, editor, django_assert_max_num_queries
):
    client.force_login(editor)

    def count(number):
        plan = PlanPageFactory(tasks=[task(f"Việc {n}") for n in range(number)])
        plan.save_revision(user=editor)
        address = f"/admin/pages/{plan.pk}/edit/"
        client.get(address)
        with django_assert_max_num_queries(52) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    assert count(1) == count(40)
