import datetime as dt

import pytest
from django.core.management import call_command
from wagtail.models import Site

from tests.basepage.models import (
    BasePage,
    PlanIndexPage,
    PlanPage,
    SpokespersonIndexPage,
    StoryIndexPage,
    StoryPage,
)
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, defaults
from wagtail_kehoach.models import PlanTask, SchoolYear
from wagtail_kehoach.setup import set_up


@pytest.fixture
def portal(site):
    """The portal as its developers leave it: its own index pages, then our set-up."""
    for index in (
        PlanIndexPage(title="Kế hoạch truyền thông", slug="ke-hoach"),
        StoryIndexPage(title="Gương điển hình", slug="guong-dien-hinh"),
        SpokespersonIndexPage(title="Người phát ngôn", slug="nguoi-phat-ngon"),
    ):
        site.root_page.specific.add_child(instance=index)
        decisions.approve_setup(index)
    set_up(site)
    return site


@pytest.fixture
def plan(portal):
    """A draft of this portal's own plan page, with a field that only it has."""
    plan = PlanPage(
        title="Truyền thông năm học 2026-2027",
        slug="nam-hoc-2026-2027",
        issuing_body="TRƯỜNG THCS BÌNH MINH",
        starts_on=dt.date(2026, 9, 1),
        ends_on=dt.date(2027, 5, 31),
        hero="Trường em",
        tasks=[("task", {"text": "Đăng lịch tuần.", "lead": "Tổ Văn phòng"})],
        live=False,
    )
    PlanIndexPage.objects.get().add_child(instance=plan)
    return plan


def test_the_checks_pass():
    call_command("check", fail_level="WARNING")


@pytest.mark.parametrize("label", ["wagtail_kehoach", "basepage"])
def test_no_migration_is_missing(db, label):
    call_command("makemigrations", label, check=True, dry_run=True, verbosity=0)


def test_migrate_makes_the_root_of_this_portal_s_own_class(site):
    assert type(site.root_page) is BasePage
    assert site.root_page.get_parent().slug == "root"


def test_setup_makes_no_pages_for_a_portal_without_our_page_types(site):
    report = set_up(site)

    assert [
        name for name in report.made + report.found if name.startswith("trang")
    ] == []


def test_setup_finds_the_index_pages_of_the_portal(portal, editor):
    index = PlanIndexPage.objects.get()

    assert index.live
    assert index.get_workflow().name == defaults.WORKFLOW_NAME
    assert index.permissions_for_user(editor).can_add_subpage()


def test_a_plan_is_drafted_approved_projected_and_served(
    client, plan, editor, principal
):
    assert client.get(plan.url).status_code == 404

    decisions.approve(submit_for_approval(plan, by=editor), user=principal)

    plan = PlanPage.objects.get()
    [task] = PlanTask.objects.filter(page_id=plan.pk)
    assert (task.text, task.page) == ("Đăng lịch tuần.", plan.basepage_ptr)
    page = client.get(plan.url).content.decode()
    assert plan.title in page
    assert "Đăng lịch tuần." in page


def test_the_index_lists_what_was_approved(client, plan, editor, principal):
    index = PlanIndexPage.objects.get()
    assert plan.title not in client.get(index.url).content.decode()

    decisions.approve(submit_for_approval(plan, by=editor), user=principal)

    assert plan.title in client.get(index.url).content.decode()


def test_a_story_is_approved_and_served(client, portal, editor, principal):
    story = StoryPage(
        title="Cô Lan dạy chữ",
        slug="co-lan",
        subject="Cô Nguyễn Thị Lan",
        lead="Cô dạy chữ cho cả xóm.",
        school_year=SchoolYear.objects.first(),
        live=False,
    )
    StoryIndexPage.objects.get().add_child(instance=story)

    decisions.approve(submit_for_approval(story, by=editor), user=principal)

    story = StoryPage.objects.get()
    assert "Cô dạy chữ cho cả xóm." in client.get(story.url).content.decode()


def test_an_editor_opens_and_saves_the_form(client, plan, editor):
    client.force_login(editor)

    assert client.get(f"/admin/pages/{plan.pk}/edit/").status_code == 200
    assert client.get("/admin/kehoach_plans/").status_code == 200
    assert client.get("/admin/kehoach/upload/").status_code == 200


def test_the_audit_is_content(plan, editor, principal):
    decisions.approve(submit_for_approval(plan, by=editor), user=principal)

    call_command("audit_approvals", verbosity=0)


def test_the_default_site_is_this_portal(site):
    assert Site.objects.count() == 1
