import sys

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.db.models.signals import post_save
from django.urls import reverse

from tests.decree30.build import plan_with
from tests.factories.users import UserFactory
from wagtail_kehoach.approval import defaults
from wagtail_kehoach.models import PlanReading, SchoolSettings
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage

NEWS = "Sáng ngày 21/4/2026, hơn 500 em học sinh đã tham gia Ngày hội đọc sách.\n" * 4
DECISION = (
    "TRƯỜNG THCS SUỐI TRĂNG\nSố: 5/QĐ-THCSST\nSuối Trăng, ngày 5 tháng 9 năm 2026\n"
    "QUYẾT ĐỊNH\nVề việc cử người phát ngôn\nHIỆU TRƯỞNG\nQUYẾT ĐỊNH:\n"
    "Điều 1. Cử bà Lê Thị Nhung làm người phát ngôn.\n"
)


@pytest.fixture
def upload(client, site):
    """Upload a file as whoever is logged in."""

    def upload(name, data, **said):
        form = {"parent": PlanIndexPage.objects.get().pk, **said}
        form["file"] = SimpleUploadedFile(name, data)
        return client.post(reverse("wagtail_kehoach_upload"), form)

    return upload


@pytest.fixture
def stranger(db):
    """Somebody who may enter the admin and write nowhere."""
    group = Group.objects.create(name="Khách của trang quản trị")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = UserFactory()
    user.groups.add(group)
    return user


def assert_refused(response, words):
    """The form is back with these words, and nothing was stored."""
    assert response.status_code == 200
    assert words in response.content.decode()
    assert list(response.context["form"].errors) != []
    assert not PlanPage.objects.exists()
    assert not PlanReading.objects.exists()


def test_an_upload_ends_in_the_form_of_its_draft(client, editor, upload):
    client.force_login(editor)

    response = upload("ke-hoach.txt", plan_with())

    plan = PlanPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[plan.pk])
    assert (plan.live, plan.owner) == (False, editor)
    form = client.get(response.url).content.decode()
    assert "ke-hoach.txt" in form
    assert "TRƯỜNG TIỂU HỌC HOA BAN" in form


def test_what_was_not_understood_is_shown_beside_the_draft(client, editor, upload):
    client.force_login(editor)

    response = upload("ke-hoach.txt", plan_with("Số: 12/KH-THHB", "Số:      /KH-THHB"))

    [warning, *_others] = PlanReading.objects.get().reading["warnings"]
    assert warning["message"] in client.get(response.url).content.decode()


def test_the_page_of_the_upload_opens_for_an_editor(client, editor):
    client.force_login(editor)

    page = client.get(reverse("wagtail_kehoach_upload")).content.decode()

    assert 'type="file"' in page
    assert 'enctype="multipart/form-data"' in page


def with_office(folder):
    """A program that is called as LibreOffice is, in ``folder``."""
    program = folder / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("office", "pdf", "accepted"),
    [
        (False, False, ".docx,.txt,.md"),
        (False, True, ".docx,.pdf,.txt,.md"),
        (True, True, ".docx,.doc,.rtf,.odt,.pdf,.txt,.md"),
    ],
)
def test_the_upload_names_the_files_that_this_machine_reads(
    client, editor, upload, monkeypatch, tmp_path, office, pdf, accepted
):
    monkeypatch.setenv("PATH", str(tmp_path))
    if office:
        with_office(tmp_path)
    if not pdf:
        monkeypatch.setitem(sys.modules, "pypdf", None)
    client.force_login(editor)

    page = client.get(reverse("wagtail_kehoach_upload")).content.decode()
    refused = upload("bai.exe", b"MZ" + b"\x00" * 99).content.decode()

    assert f'accept="{accepted}"' in page
    # The list stands in the help of the field, and again in the refusal.
    for html, times in ((page, 1), (refused, 2)):
        assert html.count("Word (.docx)") == times
        assert html.count("PDF có chữ (.pdf)") == times * pdf
        assert html.count("Word cũ (.doc, .rtf)") == times * office
        assert html.count("OpenDocument (.odt)") == times * office


def test_the_menu_offers_the_upload_to_an_editor_only(client, editor, stranger):
    address = reverse("wagtail_kehoach_upload")

    client.force_login(editor)
    assert address in client.get("/admin/").content.decode()

    client.force_login(stranger)
    assert address not in client.get("/admin/").content.decode()


def test_a_user_without_rights_is_sent_away(client, stranger, upload):
    client.force_login(stranger)

    for response in (
        client.get(reverse("wagtail_kehoach_upload")),
        upload("ke-hoach.txt", plan_with()),
    ):
        assert (response.status_code, response.url) == (302, "/admin/")
    assert not PlanPage.objects.exists()


def test_a_visitor_has_to_log_in(client, upload):
    for response in (
        client.get(reverse("wagtail_kehoach_upload")),
        upload("ke-hoach.txt", plan_with()),
    ):
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")
    assert not PlanPage.objects.exists()


def test_a_plan_cannot_be_put_somewhere_else(client, editor, site, upload):
    client.force_login(editor)

    response = upload("ke-hoach.txt", plan_with(), parent=site.root_page.pk)

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["parent"]
    assert not PlanPage.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("trong.txt", b"", "Tệp này trống"),
        ("khoang-trang.txt", b" \n ", "Tệp này trống"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "Hãy chọn một trong các loại"),
        ("hong.docx", b"PK\x03\x04" + b"\x00" * 99, "Tệp này bị hỏng"),
        ("tin.txt", NEWS.encode(), "Muốn đăng tin, thầy/cô hãy viết bài"),
        ("quyet-dinh.txt", DECISION.encode(), "Hãy chọn đúng tệp của kế hoạch."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_vietnamese(
    client, editor, upload, name, data, words
):
    client.force_login(editor)

    assert_refused(upload(name, data), words)


def test_a_file_that_is_too_large_is_refused_in_vietnamese(
    client, editor, upload, settings
):
    settings.WAGTAIL_KEHOACH = {"IMPORT_MAX_MB": 1}
    client.force_login(editor)

    assert_refused(upload("lon.txt", b"a" * (1024 * 1024 + 1)), "Tệp này quá lớn")


def test_a_form_without_a_file_asks_for_one(client, editor):
    client.force_login(editor)

    response = client.post(
        reverse("wagtail_kehoach_upload"), {"parent": PlanIndexPage.objects.get().pk}
    )

    assert_refused(response, "Hãy chọn một tệp")


def test_places_of_the_same_name_say_where_they_lie(client, editor, site):
    index = PlanIndexPage.objects.get()
    other = site.root_page.copy(
        update_attrs={"slug": "truong-hai", "title": "Trường hai"},
        to=site.root_page.get_parent(),
    )
    second = other.add_child(instance=PlanIndexPage(title=index.title, slug="kh"))
    defaults.grant_on_pages(editor.groups.get(), editor.groups.get(), [second])
    client.force_login(editor)

    form = client.get(reverse("wagtail_kehoach_upload")).context["form"]

    assert dict(form.fields["parent"].choices) == {
        str(index.pk): f"{index.title} ({site.root_page.title})",
        str(second.pk): f"{index.title} (Trường hai)",
    }


def test_a_file_that_was_read_before_is_asked_about(client, editor, upload):
    client.force_login(editor)
    first = upload("ke-hoach.txt", plan_with())

    asked = upload("ten-khac.txt", plan_with())

    html = asked.content.decode()
    assert "Tệp này đã được dùng để tạo kế hoạch" in html
    assert f'href="{first.url}"' in html
    assert PlanPage.objects.count() == 1


def test_a_second_draft_of_a_file_is_made_knowingly(client, editor, upload):
    client.force_login(editor)
    upload("ke-hoach.txt", plan_with())

    answer = upload("ke-hoach.txt", plan_with(), again="on")

    assert answer.status_code == 302
    assert PlanPage.objects.count() == 2


def test_another_file_of_the_same_name_is_read_without_a_question(
    client, editor, upload
):
    client.force_login(editor)
    upload("ke-hoach.txt", plan_with())

    answer = upload("ke-hoach.txt", plan_with("Số: 12/KH-THHB", "Số: 13/KH-THHB"))

    assert answer.status_code == 302


def test_a_deleted_draft_is_not_asked_about(client, editor, upload):
    client.force_login(editor)
    upload("ke-hoach.txt", plan_with())
    PlanPage.objects.get().delete()

    assert upload("ke-hoach.txt", plan_with()).status_code == 302


def test_the_form_asks_about_a_second_draft_only_when_there_is_a_first(client, editor):
    client.force_login(editor)

    page = client.get(reverse("wagtail_kehoach_upload")).content.decode()

    assert "Tạo thêm một bản nháp" not in page


@pytest.fixture
def send(client, site):
    """Upload a file as the script of the page does; the answer as data."""

    def send(name, data, **said):
        form = {"parent": PlanIndexPage.objects.get().pk, **said}
        form["file"] = SimpleUploadedFile(name, data)
        address = reverse("wagtail_kehoach_upload")
        answer = client.post(address, form, headers={"accept": "application/json"})
        return answer.status_code, answer.json()

    return send


def test_the_message_of_an_upload_leads_to_the_comparison(client, editor, upload):
    client.force_login(editor)

    form = client.get(upload("ke-hoach.txt", plan_with()).url).content.decode()

    compare = reverse("wagtail_kehoach_compare", args=[PlanPage.objects.get().pk])
    assert form.count(f'href="{compare}"') == 2


def test_each_of_several_files_says_what_became_of_it(client, editor, send):
    client.force_login(editor)

    made = send("mot.txt", plan_with(), several="1")
    refused = send("anh.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, several="1")

    plan = PlanPage.objects.get()
    assert made == (
        200,
        {
            "ok": True,
            "title": plan.title,
            "edit": reverse("wagtailadmin_pages:edit", args=[plan.pk]),
            "compare": reverse("wagtail_kehoach_compare", args=[plan.pk]),
        },
    )
    assert (refused[0], refused[1]["ok"]) == (400, False)
    assert "Hãy chọn một trong các loại" in refused[1]["message"]


@pytest.fixture
def another_school(site):
    """The portal is that of another school than the one that issued the sample plan."""
    school = SchoolSettings.for_site(site)
    school.issuing_body = "TRƯỜNG THCS SUỐI TRĂNG"
    school.save()


@pytest.mark.usefixtures("another_school")
def test_a_plan_of_another_body_is_told_at_once(client, editor, upload, send):
    client.force_login(editor)
    told = "Cơ quan ban hành là “TRƯỜNG TIỂU HỌC HOA BAN”"

    form = client.get(upload("ke-hoach.txt", plan_with()).url).content.decode()
    assert told in form

    plan = PlanPage.objects.get()
    compare = reverse("wagtail_kehoach_compare", args=[plan.pk])
    assert told in client.get(compare).content.decode()

    _status, answer = send("mot.txt", plan_with(), several="1", again="on")
    assert told in answer["note"]


def test_one_file_that_the_script_sends_ends_in_its_form(client, editor, send):
    client.force_login(editor)

    _status, answer = send("mot.txt", plan_with())

    plan = PlanPage.objects.get()
    assert answer["goto"] == reverse("wagtailadmin_pages:edit", args=[plan.pk])


def test_a_file_sent_twice_is_asked_about_in_its_line(client, editor, send):
    client.force_login(editor)
    send("mot.txt", plan_with(), several="1")

    status, asked = send("hai.txt", plan_with(), several="1")
    assert (status, asked["ok"]) == (400, False)
    assert [earlier["title"] for earlier in asked["earlier"]] == [
        PlanPage.objects.get().title
    ]

    assert send("hai.txt", plan_with(), several="1", again="on")[0] == 200
    assert PlanPage.objects.count() == 2


def test_two_files_in_one_request_are_refused(client, editor, site):
    client.force_login(editor)
    files = [SimpleUploadedFile(f"{n}.txt", plan_with()) for n in (1, 2)]

    answer = client.post(
        reverse("wagtail_kehoach_upload"),
        {"parent": PlanIndexPage.objects.get().pk, "file": files},
    )

    assert_refused(answer, "Mỗi lần chỉ gửi được một tệp")


def test_a_database_that_others_hold_is_told_and_nothing_is_half_made(
    client, editor, send
):
    client.force_login(editor)

    def held(sender, **kwargs):
        raise OperationalError("database is locked")

    post_save.connect(held, sender=PlanPage)
    try:
        status, said = send("ke-hoach.txt", plan_with())
    finally:
        post_save.disconnect(held, sender=PlanPage)

    assert (status, PlanPage.objects.count()) == (400, 0)
    assert "Hãy chọn lại tệp sau ít phút" in said["message"]
