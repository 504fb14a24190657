import io
import json

import docx
import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Site, Workflow, WorkflowPage, WorkflowTask

from tests.decree30.build import plan_with
from tests.factories.pages import PlanPageFactory, StoryPageFactory, task
from tests.factories.workflows import approved
from wagtail_kehoach.models import (
    PlanReading,
    PrincipalApprovalTask,
    SchoolSettings,
    SchoolYear,
)
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    HonourRollPage,
    PlanIndexPage,
    PlanPage,
    SpokespersonIndexPage,
    StoryIndexPage,
    StoryPage,
)

INDEXES = [
    PlanIndexPage,
    StoryIndexPage,
    HonourRollPage,
    ForeignInfoIndexPage,
    SpokespersonIndexPage,
]
NEWS = "Sáng ngày 21/4/2026, hơn 500 em học sinh đã tham gia Ngày hội đọc sách.\n" * 4

#: What scripts may rely on in the JSON of a document.
KEYS = {
    "file", "is_plan", "kind", "issuer_parent", "issuer", "number", "symbol", "place",
    "date", "date_partial", "date_text", "title", "period", "bases", "sections",
    "tasks", "recipients", "signatory", "reporting", "inferred", "confidence",
    "not_understood", "warnings",
}  # fmt: skip


@pytest.fixture
def plan_file(tmp_path):
    """The plan of a school as a text file."""
    path = tmp_path / "ke-hoach.txt"
    path.write_bytes(plan_with())
    return path


def run(name, *args, **options):
    """What the command prints."""
    out = io.StringIO()
    call_command(name, *map(str, args), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def run_json(name, *args):
    """The one document that the command prints with ``--json``."""
    return json.loads(run(name, *args, "--json"))


def refused_json(name, *args):
    """The same of a command that exits with 1."""
    out = io.StringIO()
    with pytest.raises(SystemExit) as end:
        call_command(name, *map(str, args), "--json", stdout=out, stderr=io.StringIO())
    assert end.value.code == 1
    return json.loads(out.getvalue())


def test_setup_twice_makes_nothing_new(site):
    counts = [model.objects.count() for model in (*INDEXES, SchoolYear)]

    report = run_json("setup_kehoach")

    assert report["made"] == []
    assert len(report["found"]) == len(INDEXES) + 6
    assert [model.objects.count() for model in (*INDEXES, SchoolYear)] == counts


def test_setup_says_what_was_there(site):
    printed = run("setup_kehoach")

    assert "đã có   nhóm “Biên tập viên”" in printed
    assert "đã có   nhóm “Ban Giám hiệu”" in printed
    assert "đã có   trang “Kế hoạch truyền thông”" in printed


def test_a_command_speaks_the_language_of_the_portal(site):
    with translation.override("en"):
        assert "found  group “Biên tập viên”" in run("setup_kehoach")
        assert "0 taken down, 0 not." in run("enforce_consents")

    assert "Đã gỡ 0, chưa gỡ được 0." in run("enforce_consents")


def test_programs_read_the_same_in_every_language(site):
    vietnamese = run_json("setup_kehoach")
    with translation.override("en"):
        english = run_json("setup_kehoach")

    assert vietnamese == english
    assert "group “Biên tập viên”" in english["found"]


def test_setup_makes_the_pages_of_another_site_public(site, client):
    root = site.root_page.copy(
        update_attrs={"slug": "truong-hai", "title": "Trường hai"},
        to=site.root_page.get_parent(),
    )
    Site.objects.create(hostname="hai.example", root_page=root)

    report = run_json("setup_kehoach", "--site", "hai.example")

    assert "page “Kế hoạch truyền thông”" in report["made"]
    assert [model.objects.filter(live=True).count() for model in INDEXES] == [2] * 5
    assert SchoolSettings.objects.filter(site__hostname="hai.example").exists()
    assert client.get("/ke-hoach/", headers={"host": "hai.example"}).status_code == 200
    assert run_json("audit_approvals")["problems"] == []


def test_setup_says_that_another_site_has_the_same_groups(site):
    assert run_json("setup_kehoach")["warnings"] == []

    root = site.root_page.get_parent().add_child(
        instance=site.root_page.specific_class(title="Trường hai", slug="truong-hai")
    )
    Site.objects.create(hostname="hai.example", root_page=root)

    [warning] = run_json("setup_kehoach", "--site", "hai.example")["warnings"]
    assert "another site" in warning


def test_setup_keeps_the_workflow_that_the_portal_chose(site):
    index = PlanIndexPage.objects.get()
    own = Workflow.objects.create(name="Tổ trưởng, rồi hiệu trưởng")
    principal = PrincipalApprovalTask.objects.get()
    step = WorkflowTask.objects.create(workflow=own, task=principal)
    WorkflowPage.objects.filter(page=index).update(workflow=own)

    assert run_json("setup_kehoach")["warnings"] == []
    assert index.get_workflow() == own

    step.delete()
    [warning] = run_json("setup_kehoach")["warnings"]
    assert "Tổ trưởng, rồi hiệu trưởng" in warning
    assert "no step for the principal" in warning
    assert index.get_workflow() == own


def test_setup_says_that_an_index_is_not_public(site):
    PlanIndexPage.objects.get().unpublish()

    report = run_json("setup_kehoach")

    assert "page “Kế hoạch truyền thông”" in report["found"]
    assert report["warnings"] == ["page “Kế hoạch truyền thông” is not public"]
    assert not PlanIndexPage.objects.get().live


def test_setup_leaves_an_address_that_the_portal_uses(site):
    from wagtail.models import Page

    PlanIndexPage.objects.get().delete()
    site.root_page.refresh_from_db()
    site.root_page.add_child(instance=Page(title="Cũ", slug="ke-hoach"))

    run("setup_kehoach")

    assert PlanIndexPage.objects.get().slug == "ke-hoach-2"


def test_setup_of_an_unknown_site_is_wrong_usage(site):
    with pytest.raises(CommandError, match="localhost") as refusal:
        run("setup_kehoach", "--site", "khong-co.example")

    assert refusal.value.returncode == 2


def test_import_dry_run_prints_the_reading_and_stores_nothing(site, plan_file):
    [document] = run_json("import_plan", plan_file, "--dry-run")["documents"]

    assert set(document) >= KEYS
    assert document["file"] == "ke-hoach.txt"
    assert document["is_plan"] is True
    assert (document["number"], document["symbol"]) == ("12", "KH-THHB")
    assert document["date"] == "2025-09-05"
    assert document["period"] == {
        "type": "nam_hoc",
        "start": 2025,
        "end": 2026,
        "text": "năm học 2025-2026",
    }
    assert document["bases"][0]["number"] == "77/KH-UBND"
    assert document["signatory"]["name"] == "Lò Thị Mai"
    assert not PlanPage.objects.exists()
    assert not PlanReading.objects.exists()


def test_import_makes_drafts_for_an_owner(site, editor, plan_file):
    [document] = run_json("import_plan", plan_file, "--owner", "bientap")["documents"]

    plan = PlanPage.objects.get()
    assert document["page"] == plan.pk
    assert (plan.live, plan.owner) == (False, editor)


def test_import_takes_many_files_and_a_place(site, plan_file, tmp_path):
    other = tmp_path / "khac.txt"
    other.write_bytes(plan_with("12/KH-THHB", "13/KH-THHB"))
    index = PlanIndexPage.objects.get()

    run("import_plan", plan_file, other, "--parent", index.pk)

    assert sorted(PlanPage.objects.values_list("number", flat=True)) == ["12", "13"]


def test_import_goes_on_after_a_file_it_refused(site, plan_file, tmp_path):
    news = tmp_path / "tin.txt"
    news.write_text(NEWS)

    documents = refused_json("import_plan", news, plan_file)["documents"]

    assert documents[0]["file"] == "tin.txt"
    assert documents[0]["error"]["code"] == "no-plan"
    assert documents[1]["page"] == PlanPage.objects.get().pk


@pytest.mark.parametrize(
    "wrong", [["--parent", "0"], ["--owner", "khong-co"], ["khong-co.txt"]]
)
def test_import_into_nowhere_is_wrong_usage(site, plan_file, wrong):
    with pytest.raises(CommandError) as refusal:
        run("import_plan", plan_file, *wrong)

    assert refusal.value.returncode == 2
    assert not PlanPage.objects.exists()


@pytest.fixture
def plan(site):
    """A draft with a task."""
    return PlanPageFactory(
        title="Truyền thông năm học",
        tasks=[task("Đăng lịch tuần", lead="Tổ Văn phòng")],
        legal_bases=[("basis", {"text": "Căn cứ Luật Giáo dục;"})],
    )


def test_export_to_word_prints_the_newest_draft(plan, editor, tmp_path):
    plan.title = "Truyền thông, đã sửa"
    plan.save_revision(user=editor)
    target = tmp_path / "ra.docx"

    run("export_plan", plan.pk, "--output", target)

    printed = "\n".join(p.text for p in docx.Document(str(target)).paragraphs)
    assert "Truyền thông, đã sửa" in printed
    assert "MỤC ĐÍCH" in printed


def test_export_to_json_is_what_import_reads(plan, editor, tmp_path):
    plan.save_revision(user=editor)
    target = tmp_path / "ra.json"

    report = run_json("export_plan", plan.pk, "--output", target)

    document = json.loads(target.read_text(encoding="utf-8"))
    assert report == {"file": str(target), "page": plan.pk}
    assert set(document) >= KEYS
    assert document["title"] == "Truyền thông năm học"
    assert document["sections"] == [{"label": "I", "title": "MỤC ĐÍCH", "level": 1}]
    assert [(t["text"], t["responsible"]) for t in document["tasks"]] == [
        ("Đăng lịch tuần", "Tổ Văn phòng")
    ]


def test_export_works_for_a_plan_that_was_never_a_draft(plan, tmp_path):
    run("export_plan", plan.pk, "--output", tmp_path / "ra.json")

    assert (tmp_path / "ra.json").exists()


def test_export_of_what_is_no_plan_is_wrong_usage(plan, tmp_path):
    for page, name in ((plan.get_parent().pk, "ra.docx"), (plan.pk, "ra.txt")):
        with pytest.raises(CommandError) as refusal:
            run("export_plan", page, "--output", tmp_path / name)

        assert refusal.value.returncode == 2
        assert not (tmp_path / name).exists()


def test_audit_of_a_sound_portal_finds_nothing(site, editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)

    report = run_json("audit_approvals")

    assert report["problems"] == []
    assert report["checked"] == len(INDEXES) + 1


def test_audit_finds_a_text_that_nobody_approved(site):
    story = StoryPageFactory(title="Đi cửa sau")
    StoryPage.objects.filter(pk=story.pk).update(live=True)

    report = refused_json("audit_approvals")

    assert [problem["title"] for problem in report["problems"]] == ["Đi cửa sau"]
