"""A plan as PDF and Word from the admin: who gets which text, what is drawn, what fails."""

import datetime as dt
import io
import subprocess
import threading
import time

import docx
import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from tests.decree30.build import docx_of
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.registration import SYMBOL, registered
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import links
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.decree30.template import original
from wagtail_kehoach.models import PlanTemplate
from wagtail_kehoach.plans import exports, printed
from wagtail_kehoach.plans.printed import pdf_of

pytestmark = pytest.mark.usefixtures("printer")


@pytest.fixture
def plan(site):
    """A draft."""
    return PlanPageFactory(title="Truyền thông năm học", symbol=SYMBOL)


@pytest.fixture
def writer(client, editor):
    """The test client as an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def clerk(site):
    """Gives numbers; writes and approves nothing."""
    user = UserFactory(username="vanthu")
    user.groups.add(Group.objects.get(name=kehoach_settings.CLERKS_GROUP))
    return user


def draft_file(plan, kind="pdf"):
    return reverse("wagtail_kehoach_draft_file", args=(plan.pk, kind))


def submitted_file(submission, kind="pdf"):
    return reverse("wagtail_kehoach_approval:file", args=(submission.pk, kind))


def public_file(plan, kind="pdf"):
    return reverse("wagtail_kehoach_register:document_file", args=(plan.pk, kind))


def edit_form(client, plan):
    address = reverse("wagtailadmin_pages:edit", args=(plan.pk,))
    return client.get(address).content.decode()


def words_of(response):
    document = docx.Document(io.BytesIO(response.content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


# The newest draft, for whoever may edit


def test_the_form_of_a_plan_offers_its_draft_as_pdf_and_word(writer, plan):
    html = edit_form(writer, plan)

    assert draft_file(plan, "pdf") in html
    assert draft_file(plan, "docx") in html


def test_a_pdf_opens_in_the_browser_under_the_name_of_the_plan(writer, plan):
    response = writer.get(draft_file(plan))

    assert response.content.startswith(b"%PDF")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{plan.slug}.pdf"'
    assert "no-cache" in response["Cache-Control"]


def test_what_is_taken_is_the_newest_draft(writer, plan, editor, principal):
    plan = approved(plan, by=editor, principal=principal)
    plan.title = "Truyền thông học kỳ hai"
    plan.save_revision(user=editor)

    assert "Truyền thông học kỳ hai" in words_of(writer.get(draft_file(plan, "docx")))


@pytest.mark.parametrize("template", [False, True], ids=["decree", "template"])
def test_the_file_of_a_draft_is_of_the_day_when_that_was_saved(plan, editor, template):
    plan.save_revision(user=editor)
    saved_at = dt.datetime(2026, 8, 31, 18, 30, tzinfo=dt.UTC)
    plan.latest_revision_created_at = saved_at

    file = exports.as_word(plan, original() if template else None)

    said = docx.Document(io.BytesIO(file)).core_properties
    assert said.created.date() == said.modified.date() == dt.date(2026, 9, 1)


@pytest.mark.parametrize("role", ["visitor", "outsider", "clerk"])
def test_a_draft_is_closed_to_whoever_may_not_edit_it(
    role, client, plan, clerk, printer
):
    outsider = UserFactory(username="nguoingoai")
    outsider.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if role != "visitor":
        client.force_login({"outsider": outsider, "clerk": clerk}[role])

    response = client.get(draft_file(plan))

    assert response.status_code == 302
    assert printer.drawn == 0


def test_nothing_is_drawn_by_other_methods(writer, plan, printer):
    assert writer.post(draft_file(plan)).status_code == 405
    assert writer.head(draft_file(plan)).status_code == 405
    assert printer.drawn == 0


@pytest.mark.parametrize("kind", ["exe", "json"])
def test_other_kinds_of_file_do_not_exist(writer, plan, kind):
    assert writer.get(draft_file(plan, kind)).status_code == 404


def test_what_is_no_plan_has_no_file(writer, site):
    assert writer.get(draft_file(StoryPageFactory())).status_code == 404


def test_the_public_gets_no_pdf(client, plan, editor, principal, printer):
    plan = approved(plan, by=editor, principal=principal)

    response = client.get(plan.url, {"tai-ve": "pdf"})

    assert response["Content-Type"].startswith("text/html")
    assert "tai-ve=pdf" not in response.content.decode()
    assert printer.drawn == 0


# Drawn once


def test_the_same_text_is_drawn_once(writer, plan, editor, printer):
    writer.get(draft_file(plan))
    plan.slug = "dia-chi-khac"
    plan.save_revision(user=editor)

    again = writer.get(draft_file(plan))

    assert again.content.startswith(b"%PDF")
    assert printer.drawn == 1


def test_another_text_is_drawn_anew(writer, plan, editor, printer):
    writer.get(draft_file(plan))
    plan.place = "Suối Trăng"
    plan.save_revision(user=editor)

    writer.get(draft_file(plan))

    assert printer.drawn == 2


def test_another_template_is_drawn_anew(
    writer, plan, site, printer, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    writer.get(draft_file(plan))
    document = docx.Document()
    document.add_paragraph("Mẫu: {{ trich_yeu }}")
    kept = PlanTemplate.for_site(site)
    kept.file.save("mau.docx", ContentFile(docx_of(document)))

    writer.get(draft_file(plan))

    assert printer.drawn == 2


def test_who_asks_for_what_is_being_drawn_waits_for_it(plan, printer, monkeypatch):
    start, made = subprocess.Popen, []

    def ask_again_and_start(*args, **kwargs):
        monkeypatch.setattr(subprocess, "Popen", start)
        second.start()
        time.sleep(0.5)
        return start(*args, **kwargs)

    second = beside(lambda: made.append(pdf_of(plan)))
    monkeypatch.setattr(subprocess, "Popen", ask_again_and_start)
    made.append(pdf_of(plan))
    second.join(20)

    assert [pdf[:4] for pdf in made] == [b"%PDF"] * 2
    assert printer.drawn == 1


def beside(call):
    """A thread that works with the database of this test."""
    ours = connections["default"]
    ours.inc_thread_sharing()

    def run():
        connections["default"] = ours
        call()

    return threading.Thread(target=run)


def test_who_waits_too_long_is_told(writer, plan, printer, monkeypatch):
    monkeypatch.setattr(printed, "SECONDS", 0.5)
    with printed.ROOM, printed.ROOM:
        busy = writer.get(draft_file(plan))

    assert busy.status_code == 409
    assert "đang được tạo" in busy.content.decode()
    assert printer.drawn == 0


def test_a_drawing_that_takes_too_long_is_ended(writer, plan, printer, monkeypatch):
    printer.does("sleep 60")
    monkeypatch.setattr(printed, "SECONDS", 0.5)
    begun = time.monotonic()

    response = writer.get(draft_file(plan))

    assert time.monotonic() - begun < 10
    assert response.status_code == 409
    assert "quá lâu" in response.content.decode()


# Where it cannot be drawn


def test_where_nothing_makes_pdfs_only_word_is_offered(writer, plan, no_printer):
    html = edit_form(writer, plan)

    assert draft_file(plan, "pdf") not in html
    assert draft_file(plan, "docx") in html
    assert writer.get(draft_file(plan)).status_code == 404


def test_a_template_of_the_school_needs_libreoffice(
    writer, plan, site, settings, tmp_path, monkeypatch
):
    settings.MEDIA_ROOT = str(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draft_file(plan, "pdf") in edit_form(writer, plan)

    PlanTemplate.for_site(site).file.save("mau.docx", ContentFile(b"mau"))

    assert draft_file(plan, "pdf") not in edit_form(writer, plan)


def test_a_printer_that_is_not_complete_is_told_on_a_page(
    writer, plan, monkeypatch, tmp_path, without_weasyprint
):
    monkeypatch.setenv("PATH", str(tmp_path))

    response = writer.get(draft_file(plan))

    html = response.content.decode()
    assert response.status_code == 409
    assert "máy chủ cần LibreOffice" in html
    assert reverse("wagtailadmin_pages:edit", args=(plan.pk,)) in html


def test_a_drawing_that_fails_is_told_and_may_be_tried_again(writer, plan, printer):
    printer.does("exit 1")
    response = writer.get(draft_file(plan))
    printer.draws()

    assert response.status_code == 409
    assert "LibreOffice không tạo được tệp PDF" in response.content.decode()
    assert writer.get(draft_file(plan)).content.startswith(b"%PDF")


def test_a_template_that_fails_keeps_nobody_from_the_pdf(
    writer, plan, site, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    PlanTemplate.for_site(site).file.save("mau.docx", ContentFile(b"khong phai Word"))

    assert writer.get(draft_file(plan)).content.startswith(b"%PDF")


# The submitted text, in the review


def test_the_review_offers_the_submitted_text(client, plan, editor, principal):
    submission = submit_for_approval(plan, by=editor)
    plan.title = "Sửa sau khi trình"
    plan.save_revision(user=editor)
    client.force_login(principal)

    review = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    html = client.get(review).content.decode()

    assert submitted_file(submission, "pdf") in html
    said = words_of(client.get(submitted_file(submission, "docx")))
    assert "Truyền thông năm học" in said
    assert "Sửa sau khi trình" not in said
    assert client.get(submitted_file(submission)).content.startswith(b"%PDF")


def test_the_submitted_text_is_for_principals(writer, plan, editor, printer):
    submission = submit_for_approval(plan, by=editor)

    assert writer.get(submitted_file(submission)).status_code == 302
    assert printer.drawn == 0


def test_a_story_has_no_file_to_review(client, editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    client.force_login(principal)

    assert client.get(submitted_file(submission)).status_code == 404


def test_the_page_of_a_refusal_leads_back_to_the_review(
    client, plan, editor, principal, printer
):
    submission = submit_for_approval(plan, by=editor)
    printer.does("exit 1")
    client.force_login(principal)

    response = client.get(submitted_file(submission))

    review = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    assert response.status_code == 409
    assert f'href="{review}"' in response.content.decode()


# The link on the phone


@pytest.fixture
def secret(plan, editor, principal):
    return links.issue(submit_for_approval(plan, by=editor), principal)


def test_the_link_on_the_phone_opens_the_pdf(client, secret):
    assert (
        f"/duyet/{secret}/tep/pdf/" in client.get(f"/duyet/{secret}/").content.decode()
    )

    response = client.get(f"/duyet/{secret}/tep/pdf/")

    assert response.content.startswith(b"%PDF")
    assert "Content-Security-Policy" not in response
    assert "no-store" in response["Cache-Control"]


def test_a_link_that_was_used_opens_no_file(client, secret, principal, printer):
    links.revoke(principal)

    assert client.get(f"/duyet/{secret}/tep/pdf/").status_code == 410
    assert printer.drawn == 0


def test_a_link_of_nobody_opens_no_file(client, site, printer):
    assert client.get(f"/duyet/{'x' * 43}/tep/pdf/").status_code == 404
    assert printer.drawn == 0


def test_the_phone_is_told_why_there_is_no_pdf(client, secret, printer):
    printer.does("exit 1")

    response = client.get(f"/duyet/{secret}/tep/pdf/")

    html = response.content.decode()
    assert response.status_code == 409
    assert "LibreOffice không tạo được tệp PDF" in html
    assert f'href="/duyet/{secret}/"' in html


def test_the_phone_knows_no_other_files(client, secret):
    assert client.get(f"/duyet/{secret}/tep/exe/").status_code == 404


# The public text, in the register


def test_the_clerk_takes_the_public_text_to_have_it_signed(
    client, plan, editor, principal, clerk
):
    plan = approved(plan, by=editor, principal=principal)
    plan.title = "Bản nháp mới hơn"
    plan.save_revision(user=editor)
    client.force_login(clerk)
    form = reverse("wagtail_kehoach_register:register", args=(plan.pk,))
    assert public_file(plan) in client.get(form).content.decode()

    entry = registered(plan, by=clerk, date=timezone.localdate())

    at = reverse("wagtail_kehoach_register:entry", args=(entry.pk,))
    assert public_file(plan) in client.get(at).content.decode()
    assert client.get(public_file(plan)).content.startswith(b"%PDF")
    said = words_of(client.get(public_file(plan, "docx")))
    assert "Truyền thông năm học" in said
    assert "Bản nháp mới hơn" not in said


def test_the_register_hands_out_no_draft(client, plan, clerk):
    client.force_login(clerk)

    assert client.get(public_file(plan)).status_code == 404


def test_the_file_of_the_register_is_closed_to_editors(
    writer, plan, editor, principal, printer
):
    plan = approved(plan, by=editor, principal=principal)

    assert writer.get(public_file(plan)).status_code == 302
    assert printer.drawn == 0
