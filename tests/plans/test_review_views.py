"""The file beside its draft: what is shown, what one click does, who may see it."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.rich_text import RichText

from tests.decree30.build import close, word_plan
from tests.factories.organisation import BodyFactory, UnitFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.exceptions import UndoRefused
from wagtail_kehoach.models import PlanReading
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.points import points_of
from wagtail_kehoach.plans.queries import plan_of
from wagtail_kehoach.plans.unplaced import place
from wagtail_kehoach.uploads.undoing import undo_import

from .imported import address, draft_of, imported, press, unplaced

WRONG_DAY = ("trước ngày 25/5/2026", "trước thứ Hai, ngày 26/5/2026")
RIGHT_DAY = "thứ Ba, ngày 26/5/2026"


@pytest.fixture
def screen(client, editor):
    """Open the comparison of a plan as its editor; its text."""
    client.force_login(editor)
    return lambda plan: client.get(address(plan)).content.decode()


@pytest.fixture
def writer_elsewhere(site):
    """May write plans of another index, and nothing here."""
    group = Group.objects.create(name="Biên tập viên của trường khác")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    index = PlanIndexPage.objects.get()
    other = index.get_parent().add_child(
        instance=PlanIndexPage(title="Kế hoạch khác", slug="khac")
    )
    GroupPagePermission.objects.create(
        group=group,
        page=other.page_ptr,
        permission=Permission.objects.get(codename="change_page"),
    )
    user = UserFactory(username="truongkhac")
    user.groups.add(group)
    return user


def test_each_field_leads_to_its_passage_and_back(screen, editor):
    html = screen(imported(editor))

    assert 'id="line3"' in html
    assert 'href="#line3"' in html
    assert 'href="#kh-row-number"' in html
    assert 'id="kh-row-tasks-2"' in html
    assert "Đăng lịch tuần lên trang tin trước ngày 15/9" in html
    assert "khá chắc" in html


def test_cells_of_a_word_file_can_be_pointed_at(screen, editor):
    html = screen(imported(editor, name="a.docx", data=close(word_plan("I. NỘI DUNG"))))

    assert 'id="table1-row1-cell1"' in html
    assert 'href="#table1-row1-cell1"' in html


def test_a_field_that_was_changed_since_says_so(screen, editor):
    plan = imported(editor)
    plan.place = "Suối Trăng Mới"
    plan.tasks.pop(0)
    plan.save_revision(user=editor)

    html = screen(plan)

    assert "Đã sửa sau khi đọc." in html
    assert "Không còn trong bản nháp." in html


def test_it_says_from_which_words_the_days_of_the_plan_come(screen, editor):
    plan = draft_of(imported(editor))
    said = (
        "Từ 01/09/2025 đến 31/05/2026: hai ngày này được tính từ cụm từ “năm học "
        "2025-2026”"
    )
    assert said in " ".join(screen(plan).split())

    plan.ends_on = dt.date(2026, 6, 30)
    plan.save_revision(user=editor)

    assert "hai ngày này được tính" not in screen(plan)


def test_it_shows_the_day_that_was_worked_out_for_a_report(screen, editor):
    said = "gửi về UBND xã trước ngày 25/5/2026"
    plan = imported(editor, said, "gửi về UBND xã trong tháng 5")

    assert "thời gian: trong tháng 5 (31/05/2026)" in screen(plan)


def test_the_form_and_the_upload_lead_to_the_comparison(client, editor):
    plan = imported(editor)
    client.force_login(editor)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    assert f'href="{address(plan)}"' in form.content.decode()


def test_what_a_click_settled_is_not_asked_again_in_the_form(client, editor):
    plan = imported(editor, *WRONG_DAY)
    client.force_login(editor)
    form = reverse("wagtailadmin_pages:edit", args=[plan.pk])

    assert "Cần kiểm tra" in client.get(form).content.decode()
    press(client, plan, "use:0")

    assert "Cần kiểm tra" not in client.get(form).content.decode()


def test_an_issuer_from_the_text_is_open_until_somebody_looked(editor):
    plan = imported(editor)
    stored = PlanReading.objects.get(page_id=plan.pk)
    inferred = {"code": "issuer-inferred", "original": None, "message": ""}
    stored.reading["warnings"] = [{**inferred, "suggestion": plan.issuing_body}]

    [point] = points_of(plan, stored)
    assert point.is_open

    stored.answers = {"warnings": {"0": {"how": "kept"}}}
    [point] = points_of(plan, stored)
    assert not point.is_open
    assert not point.is_used


def test_what_was_not_found_is_done_once_the_draft_says_it(editor):
    plan = imported(editor)
    stored = PlanReading.objects.get(page_id=plan.pk)
    stored.reading["warnings"] = [{"code": "signatory-missing", "message": ""}]
    plan.signatory_name = ""
    [point] = points_of(plan, stored)
    assert point.is_open

    plan.signatory_name = "Trần Thị Mai"

    [point] = points_of(plan, stored)
    assert not point.is_open


def test_what_is_only_counted_is_no_quotation(client, editor, screen):
    plan = imported(editor, "I. MỤC", "I/ MỤC")

    html = " ".join(screen(plan).split())

    assert 'Trong tệp có: <span lang="vi">1 tiêu đề: I/</span>.' in html
    assert '“<span lang="vi">1 tiêu đề' not in html


def test_only_who_may_edit_the_plan_reads_its_file(
    client, editor, writer_elsewhere, site
):
    plan = imported(editor)
    client.force_login(writer_elsewhere)

    for name in ("wagtail_kehoach_compare", "wagtail_kehoach_undo_import"):
        answers = (client.get(address(plan, name)), client.post(address(plan, name)))
        for answer in answers:
            assert (answer.status_code, answer.url) == (302, "/admin/")
    assert PlanPage.objects.filter(pk=plan.pk).exists()


def test_a_visitor_has_to_log_in(client, editor):
    answer = client.get(address(imported(editor)))

    assert answer.url.startswith("/admin/login/")


def test_a_page_that_is_no_plan_has_no_comparison(client, editor):
    client.force_login(editor)

    url = reverse("wagtail_kehoach_compare", args=[PlanIndexPage.objects.get().pk])

    assert client.get(url).status_code == 404


def test_text_of_the_file_is_shown_and_never_run(screen, editor):
    html = screen(
        imported(
            editor, "Giúp cha mẹ học sinh", "Giúp <script>alert(1)</script> cha mẹ"
        )
    )

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_nothing_of_the_file_is_kept_after_the_approval(
    client, editor, principal, screen
):
    plan = imported(editor)
    approved(plan, by=editor, principal=principal)

    stored = PlanReading.objects.get(page_id=plan.pk)
    assert (stored.passages, stored.reading, stored.answers) == ({}, {}, {})
    assert stored.file_digest
    client.force_login(editor)
    answer = client.get(address(plan), follow=True)
    assert "không còn giữ nội dung tệp" in answer.content.decode()


def test_a_long_file_is_kept_in_part(editor, monkeypatch, screen):
    monkeypatch.setattr("wagtail_kehoach.plans.imports.MOST_LETTERS_KEPT", 200)

    html = screen(imported(editor))

    assert "Chỉ phần đầu được giữ" in html
    assert "Lò Thị Mai" not in html.partition('class="kh-compare__draft"')[0]


def test_a_suggestion_becomes_a_new_version(client, editor, screen):
    plan = imported(editor, *WRONG_DAY)
    assert "Dùng đề xuất" in screen(plan)
    before = plan.revisions.count()

    answer = press(client, plan, "use:0")

    draft = draft_of(plan)
    assert answer.url == f"{address(plan)}#kh-points"
    assert plan.revisions.count() == before + 1
    assert RIGHT_DAY in str(draft.body.raw_data)
    assert draft.latest_revision.user == editor
    assert not draft.live
    assert "Dùng đề xuất" not in screen(plan)


def test_a_suggestion_taken_back_in_the_history_is_open_again(client, editor, screen):
    plan = imported(editor, *WRONG_DAY)
    first = plan.latest_revision
    client.force_login(editor)
    press(client, plan, "use:0")

    first.as_object().save_revision(user=editor, previous_revision=first)

    assert "Dùng đề xuất" in screen(plan)


def test_what_was_done_is_told_where_the_button_stands(client, editor):
    plan = imported(editor, *WRONG_DAY)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)

    done = press(client, plan, "use:0")
    html = client.get(address(plan)).content.decode()
    refused = press(client, plan, "place:", line=["0"], target="?").content.decode()

    assert done.url.endswith("#kh-points")
    points, lines = html.partition('id="kh-lines"')[::2]
    assert "Đã đưa đề xuất" in points.partition('class="kh-told')[2]
    assert "kh-told" not in lines
    told = refused.partition('id="kh-lines"')[2].partition("<form")[0]
    assert "kh-told help-block help-critical" in told
    assert "Hãy chọn nơi đặt" in told
    assert 'action="#kh-lines"' in refused


def test_a_warning_may_be_left_as_it_is_and_opened_again(client, editor, screen):
    plan = imported(editor, *WRONG_DAY)
    client.force_login(editor)
    versions = plan.revisions.count()

    press(client, plan, "keep:0")
    assert "Dùng đề xuất" not in screen(plan)

    press(client, plan, "again:warnings:0")
    assert "Dùng đề xuất" in screen(plan)
    assert plan.revisions.count() == versions


def test_a_screen_that_a_newer_version_overtook_changes_nothing(client, editor):
    plan = imported(editor, *WRONG_DAY)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)
    said = {"known": "1:2020-01-01T00:00:00+00:00", "line": "0", "target": "basis"}

    for do in ("use:0", "place:"):
        answer = client.post(address(plan), {**said, "do": do})
        html = answer.content.decode()
        assert "Có người đã sửa bản nháp" in html
        assert 'value="0" checked' in html
        assert '<option value="basis" selected>' in html
    assert plan.revisions.count() == 1


@pytest.mark.parametrize(
    ("target", "field"),
    [("task", "tasks"), ("basis", "legal_bases"), ("recipient", "recipients")],
)
def test_a_line_becomes_a_part_of_the_plan(client, editor, screen, target, field):
    plan = imported(editor)
    unplaced(plan, "Đội phát thanh <b>măng non</b> đọc bản tin", "Dòng khác")
    client.force_login(editor)

    press(client, plan, "place:", line=["0"], target=target)

    added = list(getattr(draft_of(plan), field))[-1].value
    text = added if isinstance(added, str) else added["text"]
    assert text == "Đội phát thanh <b>măng non</b> đọc bản tin"
    html = screen(plan)
    assert html.count('name="line"') == 1
    assert "Đã xử lý 1 dòng" in html


def test_a_line_that_stands_in_its_section_with_bold_words_waits_no_more(
    client, editor, screen
):
    plan = imported(editor)
    unplaced(plan, "Đội & bạn < nhau")
    client.force_login(editor)
    draft = draft_of(plan)
    section = next(c for c in draft.body if c.value["title"] == "Mục đích")
    press(client, plan, "place:", line=["0"], target=f"section:{section.id}")

    draft = draft_of(plan)
    section = next(c for c in draft.body if c.id == section.id)
    marked = section.value["text"].source.replace("bạn", "b<b>ạ</b>n")
    section.value["text"] = RichText(marked)
    draft.save_revision(user=editor)

    assert "<b>ạ</b>" in marked
    assert "Đã xử lý 1 dòng" in screen(plan)


def test_a_line_ends_a_section(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Đội & bạn < nhau")
    client.force_login(editor)
    section = next(c for c in draft_of(plan).body if c.value["title"] == "Mục đích")

    press(client, plan, "place:", line=["0"], target=f"section:{section.id}")

    [now] = [c for c in draft_of(plan).body if c.id == section.id]
    assert now.value["text"].source.endswith("<p>Đội &amp; bạn &lt; nhau</p>")
    assert 'name="line"' not in screen(plan)


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("Các tổ thực hiện./.", "Các tổ thực hiện."),
        ("Các tổ <b>thực hiện./.</b>", "Các tổ <b>thực hiện.</b>"),
    ],
)
def test_what_is_added_to_a_section_stands_before_the_end_of_the_text(
    editor, said, now
):
    page = imported(editor)
    draft = draft_of(page)
    last = [c for c in draft.body if c.block_type == "section"][-1]
    last.value["text"] = RichText(f"<p>{said}</p>")

    place(draft, ["Mỗi lớp một tin."], f"section:{last.id}")

    assert last.value["text"].source == f"<p>{now}</p><p>Mỗi lớp một tin./.</p>"


def test_a_line_that_left_the_draft_again_waits_again(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)
    press(client, plan, "place:", line=["0"], target="task")
    draft = draft_of(plan)
    draft.tasks.pop()
    draft.save_revision(user=editor)

    assert 'name="line"' in screen(plan)


def waiting_in_form(client, plan) -> str:
    """What the form of ``plan`` lists as not understood."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))
    listed = form.content.decode().partition("Những dòng này chưa được đưa")[2]
    return listed.partition("</ul>")[0]


def marked_in_file(html: str) -> int:
    """How many lines of the file are marked as not understood."""
    return html.count("kh-file__from--open")


def test_the_file_marks_only_the_lines_that_still_wait(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Lưu: VT.", "KẾ HOẠCH", "Duyệt nội dung trước khi đăng.")
    client.force_login(editor)
    assert marked_in_file(screen(plan)) == 3

    press(client, plan, "leave-out:", line=["0"])
    press(client, plan, "place:", line=["2"], target="basis")

    html = screen(plan)
    assert marked_in_file(html) == 1
    assert 'href="#kh-line-1">chưa hiểu' in html


def test_the_form_and_the_comparison_agree_on_what_waits(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Dòng một", "Dòng hai")
    client.force_login(editor)
    press(client, plan, "place:", line=["0", "1"], target="task")
    assert waiting_in_form(client, plan) == ""
    draft = draft_of(plan)
    draft.tasks.pop()
    draft.save_revision(user=editor)

    listed = waiting_in_form(client, plan)

    assert "Dòng hai" in listed
    assert "Dòng một" not in listed
    assert screen(plan).count('name="line"') == 1


def test_a_line_is_not_put_in_twice(client, editor):
    plan = imported(editor)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)
    press(client, plan, "place:", line=["0"], target="task")

    answer = press(client, plan, "place:", line=["0"], target="basis")

    assert "đã được xử lý trước đó" in answer.content.decode()
    assert len(draft_of(plan).legal_bases) == 1


def test_lines_that_are_not_needed_leave_the_draft_as_it_is(client, editor, screen):
    plan = imported(editor)
    unplaced(plan, "Dòng một", "Dòng hai")
    client.force_login(editor)

    press(client, plan, "leave-out:", line=["0", "1"])

    assert plan.revisions.count() == 1
    assert "Không cần đến" in screen(plan)
    assert "Có 2 dòng để ngoài vì không cần đến." in screen(plan)
    press(client, plan, "again:not_understood:0")
    assert screen(plan).count('name="line"') == 1


@pytest.mark.parametrize(
    ("do", "said", "status"),
    [
        ("use:99", {}, 200),
        ("keep:99", {}, 200),
        ("use:-1", {}, 404),
        ("use:", {}, 404),
        ("use:999999999999", {}, 404),
        ("place:", {"line": ["0"], "target": "section:nowhere"}, 200),
        ("place:", {"line": ["0"], "target": "title"}, 200),
        ("place:", {"line": ["0"], "target": "field:title"}, 200),
        ("place:", {"line": ["0"], "target": "field:slug", "replace": "on"}, 200),
        ("place:", {"line": ["0"], "target": "task:title"}, 200),
        ("place:", {"line": ["x"], "target": "task"}, 404),
        ("place:", {"target": "task"}, 200),
        ("again:reading:0", {}, 404),
        ("name:Ai đó", {"kind": "unit", "old": "Tổ Văn phòng"}, 200),
        ("delete:0", {}, 404),
        ("", {}, 404),
    ],
)
def test_what_the_screen_does_not_offer_is_refused(client, editor, do, said, status):
    plan = imported(editor)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)

    assert press(client, plan, do, **said).status_code == status
    assert plan.revisions.count() == 1
    assert PlanReading.objects.get().answers in ({}, {"warnings": {}})


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("title", "Hãy chọn nơi đặt"),
        ("field:slug", "Hãy chọn nơi đặt"),
        ("field:title", "“Tiêu đề” đã ghi “Truyền thông của nhà trường"),
        ("section:nowhere", "Mục này không còn"),
    ],
)
def test_a_wrong_place_is_refused_with_words(client, editor, target, words):
    plan = imported(editor)
    unplaced(plan, "Dòng chưa hiểu")
    client.force_login(editor)

    answer = press(client, plan, "place:", line=["0"], target=target)

    assert words in answer.content.decode()


def test_a_plan_that_waits_for_approval_is_shown_and_not_changed(client, editor):
    plan = imported(editor, *WRONG_DAY)
    client.force_login(editor)
    submit_for_approval(plan, by=editor)
    plan.refresh_from_db()

    answer = press(client, plan, "use:0")

    assert "đang chờ duyệt" in answer.content.decode()
    assert RIGHT_DAY not in str(draft_of(plan).body.raw_data)


def test_a_unit_like_one_of_the_register_is_offered(client, editor, screen):
    UnitFactory(name="Tổ Văn phòng và Tài vụ")
    plan = imported(editor)
    client.force_login(editor)
    assert "Dùng “Tổ Văn phòng và Tài vụ”" in screen(plan)

    press(
        client,
        plan,
        "name:Tổ Văn phòng và Tài vụ",
        kind="unit",
        old="Tổ Văn phòng",
    )

    leads = [child.value["lead"] for child in draft_of(plan).tasks]
    assert leads == ["Hiệu trưởng", "Tổ Văn phòng và Tài vụ"]
    assert "Dùng “Tổ" not in screen(plan)


def test_the_successor_of_a_body_is_offered_and_cited_ones_stay(client, editor, screen):
    heir = BodyFactory(name="UBND xã Suối Trăng Mới", valid_from="2025-09-01")
    BodyFactory(name="UBND xã Suối Trăng", valid_to="2025-08-31", successor=heir)
    plan = imported(editor)

    html = screen(plan)
    assert "đến ngày 31/08/2025" in html
    press(
        client,
        plan,
        "name:UBND xã Suối Trăng Mới",
        kind="body",
        old="UBND XÃ SUỐI TRĂNG",
    )

    draft = draft_of(plan)
    assert draft.superior_body == "UBND XÃ SUỐI TRĂNG MỚI"
    assert draft.legal_bases[0].value["issuer"] == "UBND xã Suối Trăng"


def test_an_import_is_undone_after_a_question(client, editor):
    plan = imported(editor)
    client.force_login(editor)
    undo = address(plan, "wagtail_kehoach_undo_import")

    asked = client.get(undo).content.decode()
    assert "2 nhiệm vụ" in asked
    assert PlanPage.objects.filter(pk=plan.pk).exists()

    client.post(undo)
    assert not PlanPage.objects.filter(pk=plan.pk).exists()
    assert not PlanReading.objects.exists()


def test_what_was_changed_since_is_named_before_it_goes(client, editor):
    plan = imported(editor)
    plan.save_revision(user=editor)
    plan.save_revision(user=editor)
    client.force_login(editor)

    asked = client.get(address(plan, "wagtail_kehoach_undo_import")).content.decode()

    assert "2 phiên bản lưu sau khi nhập" in asked


def test_what_another_wrote_is_not_thrown_away_with_the_import(
    client, editor, superuser
):
    plan = imported(editor)
    plan.save_revision(user=superuser)
    client.force_login(editor)

    answer = client.post(address(plan, "wagtail_kehoach_undo_import"))

    assert "đã sửa bản nháp này sau khi nhập" in answer.content.decode()
    assert PlanPage.objects.filter(pk=plan.pk).exists()


def test_the_import_of_a_submitted_plan_stays(client, editor):
    plan = imported(editor)
    submit_for_approval(plan, by=editor).workflow_state.cancel(user=editor)
    client.force_login(editor)

    answer = client.post(address(plan, "wagtail_kehoach_undo_import"))

    assert "Bản nháp này đã được trình" in answer.content.decode()
    assert PlanPage.objects.filter(pk=plan.pk).exists()


def test_the_import_of_a_plan_that_a_principal_published_himself_stays(
    editor, principal
):
    plan = imported(editor)
    revision = plan.save_revision(user=principal)
    decisions.approve_directly(plan, revision, user=principal)
    revision.publish(user=principal)
    plan.refresh_from_db()
    plan.unpublish(user=principal)

    with pytest.raises(UndoRefused, match="đã được duyệt"):
        undo_import(plan, principal, find=plan_of)


def test_a_file_full_of_misprints_is_shown_in_part(client, editor, screen):
    plan = imported(editor, *WRONG_DAY)
    reading = PlanReading.objects.get(page_id=plan.pk)
    [said] = [w for w in reading.reading["warnings"] if w["suggestion"]]
    many = [{**said, "original": f"{said['original']} {n}"} for n in range(400)]
    reading.reading["warnings"] = [said, said, *many]
    reading.reading["not_understood"] = [f"Dòng {n}" for n in range(1200)]
    reading.save()

    html = screen(plan)

    assert html.count('value="use:') == 1
    assert "Còn 101 chỗ nữa" in html
    assert html.count('name="line"') == 1000
    assert "Còn 200 chỗ nữa" in html


def test_the_form_says_how_many_lines_were_left_out(client, editor):
    plan = imported(editor)
    PlanReading.objects.filter(page_id=plan.pk).update(
        reading={**PlanReading.objects.get(page_id=plan.pk).reading, "warnings": []}
    )
    unplaced(plan, "Dòng một")
    client.force_login(editor)
    press(client, plan, "leave-out:", line=["0"])

    html = client.get(
        reverse("wagtailadmin_pages:edit", args=[plan.pk])
    ).content.decode()

    assert "Có 1 dòng để ngoài vì không cần đến; nội dung khác đã vào đúng chỗ." in html
    assert "Mọi nội dung đều đã vào đúng chỗ" not in html


def test_the_form_repeats_what_is_still_open(client, editor):
    plan = imported(editor, *WRONG_DAY)
    unplaced(plan, "Dòng một", "Dòng hai", *[f"Dòng số {n}" for n in range(60)])
    client.force_login(editor)
    press(client, plan, "keep:0")
    press(client, plan, "leave-out:", line=["0"])

    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    html = form.content.decode()
    assert "thứ Ba, ngày 26/5/2026" not in html.partition("Thời gian và chủ đề")[0]
    assert "Dòng một" not in html
    assert "Dòng hai" in html
    assert "Còn 11 chỗ nữa ở màn hình đối chiếu" in html


def long_plan(tasks: int) -> bytes:
    """A plan of many pages: a table of tasks, and pages of text."""
    document = word_plan("I. MỤC ĐÍCH")
    for number in range(tasks * 5):
        document.add_paragraph(f"- Nội dung thứ {number} " + "về truyền thông " * 15)
    document.add_paragraph("II. NHIỆM VỤ")
    table = document.add_table(tasks + 1, 4, style="Table Grid")
    rows = [("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian")]
    rows += [
        (str(n), f"Đăng bài số {n} lên trang tin", f"Tổ số {n % 7}", "Tháng 11")
        for n in range(1, tasks + 1)
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return close(document)


def test_a_plan_of_thirty_pages_asks_no_more_of_the_database(client, editor):
    client.force_login(editor)
    counts = []
    for number in (2, 80):
        plan = imported(editor, name=f"{number}.docx", data=long_plan(number))
        client.get(address(plan))
        with CaptureQueriesContext(connection) as seen:
            html = client.get(address(plan)).content.decode()
        counts.append(len(seen))
        assert f'id="kh-row-tasks-{number}"' in html
    assert counts[0] == counts[1]
    assert len(html) < 600_000
