"""Number, date and banners reach the page, its files, the list and the search."""

import io
import json
import shutil

import docx
import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from tests.committed import searches_uncommitted
from tests.factories.pages import PlanPageFactory
from tests.factories.registration import PDF, SYMBOL, registered, signed_file
from tests.factories.workflows import approved
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import RegisterNotice
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.exports import as_json, as_word
from wagtail_kehoach.plans.printed import pdf_of
from wagtail_kehoach.registration import notices, originals


def fresh(page):
    return PlanPage.objects.get(pk=page.pk)


def read(client, page):
    """The page as a visitor gets it."""
    return client.get(page.url).content.decode()


def notice(entry, kind, *, by, confirmed_by=None, text="Sửa Điều 3 thành Điều 2."):
    """A notice of today on ``entry``."""
    said = RegisterNotice(
        kind=kind, document="31/CV-THCSBM", issued_on=timezone.localdate(), text=text
    )
    said = notices.write(entry, said, user=by)
    return notices.confirm(said, user=confirmed_by) if confirmed_by else said


def headers(data):
    document = docx.Document(io.BytesIO(data))
    return document.sections[0].first_page_header.paragraphs[0].text


def words(data):
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join(cells)


def test_number_and_date_stand_on_the_page_at_once(client, plan, clerk):
    today = timezone.localdate()
    assert "Số: 01/KH-THCSBM" not in read(client, plan)

    registered(plan, by=clerk)

    page = read(client, plan)
    assert "Số: 01/KH-THCSBM" in page
    assert f"năm {today.year}</i>" in page
    assert '"reportNumber": "01/KH-THCSBM"' in page


def test_copies_are_drafts_until_the_plan_is_registered(client, plan, clerk):
    before = client.get(plan.url, {"tai-ve": "docx"}).content
    registered(plan, by=clerk)
    after = client.get(plan.url, {"tai-ve": "docx"}).content

    assert headers(before) == "BẢN DỰ THẢO"
    assert headers(after) == ""
    assert "01/KH-THCSBM" in words(after)
    assert headers(as_word(fresh(plan))) == ""


def test_the_json_has_number_and_date(plan, clerk):
    registered(plan, by=clerk)

    said = json.loads(as_json(fresh(plan)))

    assert said["number"] == "01"
    assert said["date"] == timezone.localdate().isoformat()


@pytest.mark.parametrize("typed", ["07", "007", "12"])
def test_registering_changes_nothing_in_the_number_of_the_text(publish, clerk, typed):
    plan = publish(number=typed)
    before = json.loads(as_json(plan))["number"]

    registered(plan, by=clerk)

    assert (before, json.loads(as_json(fresh(plan)))["number"]) == (typed, typed)
    assert fresh(plan).number_and_symbol == f"{typed}/KH-THCSBM"


def test_the_list_shows_numbers_at_the_same_cost(
    client, publish, clerk, django_assert_num_queries
):
    first = publish()
    index = first.get_parent().url

    def count():
        client.get(index)
        with django_assert_num_queries(6) as queries:
            client.get(index)
        return len(queries)

    alone = count()
    for page in (first, publish(), publish()):
        registered(page, by=clerk)

    assert count() == alone
    assert "Kế hoạch số 03/KH-THCSBM" in client.get(index).content.decode()


@searches_uncommitted
def test_the_search_finds_the_number(
    client, plan, clerk, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        registered(plan, by=clerk)

    found = client.get("/tim-kiem/", {"q": "01/KH-THCSBM"}).content.decode()

    assert plan.title in found


# Replace


def test_both_pages_say_what_replaces_what(client, plan, publish, clerk):
    old = registered(plan, by=clerk)
    assert "thay thế" not in read(client, plan)

    newer = publish()
    registered(newer, by=clerk, replaces=old)

    assert "Đã được thay thế" in read(client, plan)
    assert f'bằng văn bản số <a href="{newer.url}">02/KH-THCSBM</a>' in read(
        client, plan
    )
    assert f'thay thế văn bản số <a href="{plan.url}">01/KH-THCSBM</a>' in read(
        client, newer
    )
    listing = client.get(plan.get_parent().url).content.decode()
    assert "Đã được thay thế" in listing


def test_a_page_that_is_closed_is_not_linked(client, plan, publish, clerk):
    old = registered(plan, by=clerk)
    newer = publish(title="Chỉ nội bộ")
    registered(newer, by=clerk, replaces=old)
    PageViewRestriction.objects.create(
        page=newer, restriction_type=PageViewRestriction.LOGIN
    )

    page = read(client, plan)

    assert "02/KH-THCSBM" in page
    assert newer.url not in page
    assert "Chỉ nội bộ" not in page


# Correct and recall


@pytest.mark.parametrize("kind", ["correction", "recall"])
def test_words_of_a_clerk_are_not_public(client, plan, clerk, kind):
    entry = registered(plan, by=clerk)

    notice(entry, kind, by=clerk)

    page = read(client, plan)
    assert "Sửa Điều 3" not in page
    assert "Tải tệp Word" in page


def test_a_confirmed_correction_stands_on_the_page(client, plan, clerk, principal):
    entry = registered(plan, by=clerk)

    notice(entry, "correction", by=clerk, confirmed_by=principal)

    page = read(client, plan)
    assert "Đã đính chính" in page
    assert "theo văn bản số 31/CV-THCSBM" in page
    assert "Sửa Điều 3 thành Điều 2." in page


def test_a_recalled_plan_stays_and_its_files_are_withdrawn(
    client, plan, clerk, principal, private_folder
):
    entry = registered(plan, by=clerk)
    entry = originals.attach(entry, signed_file(), user=clerk)
    originals.release(entry, user=principal, sha256=entry.file_sha256)
    assert client.get(plan.url, {"tai-ve": "ban-goc"}).status_code == 200

    notice(entry, "recall", by=clerk, confirmed_by=principal, text="Ban hành nhầm.")

    page = read(client, plan)
    assert "Đã thu hồi" in page
    assert "Ban hành nhầm." in page
    assert "tai-ve" not in page
    for kind in ("docx", "ban-goc"):
        assert client.get(plan.url, {"tai-ve": kind}).status_code == 404


@pytest.mark.parametrize("role", ["editor", "clerk", "superuser"])
def test_only_a_principal_confirms(plan, clerk, people, role):
    said = notice(registered(plan, by=clerk), "correction", by=clerk)

    with pytest.raises(RegistrationRefused):
        notices.confirm(said, user=people[role])


def test_a_notice_is_decided_on_once(plan, clerk, principal):
    entry = registered(plan, by=clerk)
    said = notice(entry, "recall", by=clerk, confirmed_by=principal)

    with pytest.raises(RegistrationRefused, match="đã được xử lý"):
        notices.confirm(said, user=principal)
    with pytest.raises(RegistrationRefused, match="đã được xử lý"):
        notices.discard(said, user=clerk)
    with pytest.raises(RegistrationRefused, match="đã bị thu hồi"):
        notice(entry, "correction", by=clerk)


# The signed file


@pytest.fixture
def entry(plan, clerk, private_folder):
    """A registered plan with its signed file, not released."""
    return originals.attach(registered(plan, by=clerk), signed_file(), user=clerk)


def test_the_signed_file_is_no_side_door(client, plan, entry):
    assert "ban-goc" not in read(client, plan)
    assert client.get(plan.url, {"tai-ve": "ban-goc"}).status_code == 404
    with pytest.raises(ValueError, match="not accessible via a URL"):
        _ = entry.file.url


def test_a_principal_releases_exactly_this_file(client, plan, entry, principal):
    with pytest.raises(RegistrationRefused, match="không phải là tệp"):
        originals.release(entry, user=principal, sha256="0" * 64)

    originals.release(entry, user=principal, sha256=entry.file_sha256)

    assert 'href="?tai-ve=ban-goc"' in read(client, plan)
    response = client.get(plan.url, {"tai-ve": "ban-goc"})
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == 'attachment; filename="01-kh-thcsbm.pdf"'
    assert response["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("role", ["editor", "clerk", "superuser"])
def test_nobody_else_releases_it(entry, people, role):
    with pytest.raises(RegistrationRefused):
        originals.release(entry, user=people[role], sha256=entry.file_sha256)


def test_a_signed_file_is_not_replaced(entry, clerk):
    with pytest.raises(RegistrationRefused, match="Không thay tệp khác"):
        originals.attach(entry, signed_file(PDF + b"2"), user=clerk)


def test_a_file_kept_by_mistake_is_taken_back_before_its_release(
    entry, clerk, django_capture_on_commit_callbacks
):
    storage, name, digest = entry.file.storage, entry.file.name, entry.file_sha256

    with django_capture_on_commit_callbacks(execute=True):
        back = originals.take_back(entry, user=clerk, sha256=digest)

    assert not back.file
    assert not storage.exists(name)
    logged = PageLogEntry.objects.get(action="kehoach.original_taken_back")
    assert logged.data["sha256"] == digest
    assert originals.attach(back, signed_file(PDF), user=clerk).file


def test_a_released_file_is_not_taken_back(entry, clerk, principal):
    digest = entry.file_sha256
    originals.release(entry, user=principal, sha256=digest)

    with pytest.raises(RegistrationRefused, match="không thu lại được"):
        originals.take_back(entry, user=clerk, sha256=digest)


def test_an_editor_takes_no_file_back(entry, editor):
    with pytest.raises(RegistrationRefused):
        originals.take_back(entry, user=editor, sha256=entry.file_sha256)

    entry.refresh_from_db()
    assert entry.file


def test_a_private_page_keeps_its_file_private(client, plan, entry, principal):
    originals.release(entry, user=principal, sha256=entry.file_sha256)
    PageViewRestriction.objects.create(
        page=plan, restriction_type=PageViewRestriction.LOGIN
    )

    assert client.get(plan.url, {"tai-ve": "ban-goc"}).status_code == 302


@pytest.mark.parametrize(("replaced", "statements"), [(False, 7), (True, 8)])
def test_what_a_registered_page_costs(
    replaced, statements, client, plan, publish, clerk, django_assert_max_num_queries
):
    old = registered(plan, by=clerk)
    if replaced:
        registered(publish(), by=clerk, replaces=old)
    client.get(plan.url)
    publish()

    with django_assert_max_num_queries(statements):
        read(client, plan)
    with django_assert_max_num_queries(4):
        read(client, plan)


def test_a_kept_pdf_loses_the_mark_of_a_draft_when_the_plan_is_registered(
    editor, principal, clerk, tmp_path, monkeypatch
):
    program = tmp_path / "soffice"  # what it "draws" is the Word file itself
    program.write_text('#!/bin/sh\nfor f; do :; done\ncp "$f" "${f%.docx}.pdf"\n')
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    plan = PlanPageFactory(
        symbol=SYMBOL, number="12", issued_on=timezone.localdate(), place="Bình Minh"
    )
    assert "DỰ THẢO" in headers(pdf_of(plan))

    plan = fresh(approved(plan, by=editor, principal=principal))
    if plan.register_entry is None:
        registered(plan, by=clerk)

    assert "DỰ THẢO" not in headers(pdf_of(fresh(plan)))
