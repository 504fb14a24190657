"""What Wagtail's migrations named in English, in Vietnamese: only when asked, only untouched."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, Workflow

from wagtail_kehoach import wagtail_names

ENGLISH = "Moderators approval"


@pytest.fixture
def root(site):
    return site.root_page.get_root()


def run(capsys, *args):
    """What the command prints."""
    call_command("setup_kehoach", *args)
    return capsys.readouterr().out


def test_setup_renames_nothing_by_itself_but_says_that_it_could(capsys, root):
    printed = run(capsys)

    assert Workflow.objects.filter(name=ENGLISH).exists()
    root.refresh_from_db()
    assert root.title == "Root"
    assert f"“{ENGLISH}”, “Root”" in printed
    assert "--rename-wagtail" in printed


def test_asked_for_it_renames_workflow_step_and_roots(capsys, root):
    printed = run(capsys, "--rename-wagtail")

    assert not Workflow.objects.filter(name=ENGLISH).exists()
    assert GroupApprovalTask.objects.get().name == "Duyệt thông thường"
    root.refresh_from_db()
    assert (root.title, root.draft_title, root.slug) == ("Trang gốc",) * 2 + ("root",)
    assert Collection.get_first_root_node().name == "Bộ sưu tập gốc"
    assert f"đã đổi tên “{ENGLISH}” thành “Duyệt thông thường”" in printed
    assert "--rename-wagtail" not in printed


def test_what_somebody_named_is_left_alone(root):
    Workflow.objects.filter(name=ENGLISH).update(name="Tổ trưởng duyệt")
    root.title = "Cổng của trường"
    root.save()

    wagtail_names.rename()

    assert Workflow.objects.filter(name="Tổ trưởng duyệt").exists()
    root.refresh_from_db()
    assert root.title == "Cổng của trường"


def test_a_second_time_there_is_nothing_left(site, capsys):
    wagtail_names.rename()

    report = json.loads(run(capsys, "--rename-wagtail", "--json"))

    assert (report["renamed"], report["english"]) == ([], [])


def test_the_history_says_what_was_renamed(client, superuser, root):
    wagtail_names.rename()
    client.force_login(superuser)

    history = client.get(reverse("wagtailadmin_reports:site_history")).content.decode()

    assert "Đã đổi tên từ “Root” thành “Trang gốc”" in history
