"""By passages: the editor's way to the principal, and what a machine says."""

import re

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.admin.menu import reports_menu

from tests.approval import roads
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval

from .conftest import fresh
from .screens import SAID, TEXT, Screen, filled, latest

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="wagtail-localize is not installed: run with --ds=tests.settings_localize.",
)


@pytest.fixture
def source(languages):
    return languages.source(**TEXT)


@pytest.fixture
def draft(languages, source):
    return languages.draft(source)


@pytest.fixture
def screen(client, draft, editor):
    """The editor before the screen, with the text by passages."""
    found = Screen(client, draft, editor)
    found.press("start")
    return found


def test_the_report_on_passages_is_not_called_as_our_list(rf, editor):
    request = rf.get("/")
    request.user = fresh(editor)

    names = [item.label for item in reports_menu.menu_items_for_request(request)]

    assert "Bản dịch theo từng đoạn" in names
    assert "Bản dịch" not in names


def test_what_was_written_in_the_form_goes_along(client, languages, source, editor):
    draft = languages.draft(source, title="Exchange with Laos", lead="They met.")
    screen = Screen(client, draft, editor)

    screen.press("start")
    screen.press("draft")

    now = latest(draft)
    assert (now.title, now.lead) == ("Exchange with Laos", "They met.")
    assert screen.row().get_progress()[1] == 2


def test_missing_passages_are_named_and_nothing_is_submitted(screen, draft):
    before = draft.latest_revision_id

    html = screen.submit()

    assert "chỗ chưa dịch" in html
    assert "Mở đầu buổi gặp" in html
    assert queries.submission_of(draft) is None
    assert type(draft).objects.get(pk=draft.pk).latest_revision_id == before


def test_a_finished_translation_goes_to_the_principal_and_live_alone(
    screen, principal, source, draft, client
):
    screen.send(filled(screen.po()))

    assert "Đã trình" in screen.submit()
    submission = queries.submission_of(draft)
    queue = Screen(client, draft, principal).client.get(
        reverse("wagtail_kehoach_approval:queue")
    )
    assert SAID in queue.content.decode()
    assert "(English)" in queue.content.decode()
    decisions.approve(submission, user=fresh(principal))

    draft.refresh_from_db()
    assert draft.live
    assert client.get(draft.url).status_code == 200
    assert Approval.objects.of(source).count() == 1


@pytest.mark.parametrize("action", ["draft", "upload"])
def test_what_waits_for_the_principal_is_not_written_over(screen, draft, action):
    po = filled(screen.po())
    screen.send(po)
    screen.submit()
    before = type(draft).objects.get(pk=draft.pk).latest_revision_id

    html = screen.send(po) if action == "upload" else screen.press("draft")

    assert "đang bị khoá hoặc đang chờ duyệt" in html
    assert type(draft).objects.get(pk=draft.pk).latest_revision_id == before


def test_the_checks_have_to_be_ticked(screen, draft):
    screen.send(filled(screen.po()))

    html = screen.press("submit")

    assert "Hãy kiểm tra từng mục" in html or "đánh dấu" in html
    assert queries.submission_of(draft) is None


def test_wagtail_localize_s_editor_leads_to_the_screen(screen, draft):
    html = screen.client.get(roads.edit_url(draft)).content.decode()

    assert "Kiểm tra và trình" in html
    assert screen.url in html


def test_what_a_machine_said_is_marked_until_somebody_confirms_it(screen, draft):
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    screen.press("draft")

    html = screen.read()
    count = html.count('name="read"')
    assert count == len(screen.po())
    assert f"{count} chỗ do máy dịch, chưa ai xác nhận." in html
    assert (
        f"{count} chỗ do máy dịch, chưa ai xác nhận." in latest(draft).points_to_check()
    )

    from wagtail_kehoach.translation.segments import unread

    keys = [str(string.pk) for string in unread(draft)]
    screen.press("confirm", read=keys[:-1])
    assert [str(string.pk) for string in unread(draft)] == keys[-1:]
    screen.press("confirm", read=keys)
    assert "do máy dịch" not in screen.read()


def test_nobody_else_s_passages_are_confirmed(screen, languages, client, editor):
    other = Screen(client, languages.draft(languages.source(), "lo"), editor)
    other.press("start")
    row = other.row()
    client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    from wagtail_kehoach.translation.segments import unread

    keys = [string.pk for string in unread(other.page)]

    screen.press("confirm", read=keys)

    assert unread(other.page).count() == len(keys)


def approve_in_the_editor(screen, draft, principal, *, while_reading=None):
    """The principal opens wagtail-localize's editor and presses its button."""
    screen.client.force_login(fresh(principal))
    screen.client.get(roads.edit_url(draft))
    if while_reading:
        while_reading()
    answer = screen.client.post(
        roads.edit_url(draft), {"action": "publish"}, follow=True
    )
    draft.refresh_from_db()
    return answer.content.decode()


def write_title(draft, words, by):
    from wagtail_localize.models import StringTranslation

    row = StringTranslation.objects.get(
        context__object_id=draft.translation_key, context__path="title"
    )
    row.data, row.last_translated_by = words, by
    row.save()


def test_the_principal_approves_in_the_editor_what_he_reads(screen, draft, principal):
    screen.send(filled(screen.po()))

    approve_in_the_editor(screen, draft, principal)

    assert draft.live


def test_what_somebody_writes_meanwhile_is_not_approved(
    screen, draft, principal, editor
):
    screen.send(filled(screen.po()))

    html = approve_in_the_editor(
        screen,
        draft,
        principal,
        while_reading=lambda: write_title(draft, "Slipped in", editor),
    )

    assert not draft.live
    assert "đã có người sửa" in html
    approve_in_the_editor(
        screen,
        draft,
        principal,
        while_reading=lambda: write_title(draft, "His own words", principal),
    )
    assert draft.live
    assert draft.title == "His own words"


def test_what_comes_in_while_the_draft_is_made_is_not_approved(
    screen, draft, principal, editor, monkeypatch
):
    from wagtail_localize.models import Translation

    screen.send(filled(screen.po()))
    make = Translation.save_target

    def slip_in(self, *args, **kwargs):
        write_title(draft, "Slipped in", editor)
        return make(self, *args, **kwargs)

    monkeypatch.setattr(Translation, "save_target", slip_in)

    html = approve_in_the_editor(screen, draft, principal)

    assert not draft.live
    assert "đã có người sửa" in html


def test_nobody_approves_in_the_editor_what_he_did_not_open(screen, draft, principal):
    screen.send(filled(screen.po()))
    screen.client.force_login(fresh(principal))

    html = screen.client.post(
        roads.edit_url(draft), {"action": "publish"}, follow=True
    ).content.decode()

    draft.refresh_from_db()
    assert not draft.live
    assert "Hãy mở bản dịch và đọc" in html


def test_what_a_machine_said_counts_once_a_person_confirms_it(screen, draft):
    from wagtail_kehoach.translation.segments import progress_of, unread

    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    total, done = progress_of(row)
    assert (total, done) == (len(screen.po()), 0)
    assert f"Đã dịch 0/{total} đoạn." in screen.read()

    screen.press("confirm", read=[str(unread(draft).first().pk)])

    assert progress_of(row) == (total, 1)


def test_what_only_a_machine_said_is_not_submitted(client, languages, editor):
    # The machine of the tests turns words round: of a Vietnamese text that is one, too.
    names = {
        "title": "Robot ASEAN",
        "lead": "Robot STEM ASEAN",
        "body": [("heading", "STEM Robot"), ("paragraph", "<p>ASEAN STEM Robot</p>")],
    }
    draft = languages.draft(languages.source(**names))
    screen = Screen(client, draft, editor)
    screen.press("start")
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    from wagtail_kehoach.translation.segments import unread

    keys = [str(string.pk) for string in unread(draft)]
    screen.press("confirm", read=keys[1:])
    left = unread(draft).get()

    assert f"1 chỗ do máy dịch, chưa ai xác nhận: Tiêu đề: “{left.data}”" in (
        screen.submit()
    )
    assert queries.submission_of(draft) is None

    screen.press("confirm", read=keys)
    screen.submit()
    assert queries.submission_of(draft) is not None


def test_nor_is_it_approved_or_submitted_in_the_form(screen, draft, editor, principal):
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    screen.press("draft")

    with pytest.raises(ApprovalRefused, match="do máy dịch, chưa ai xác nhận"):
        submit_for_approval(latest(draft), by=editor)
    draft.refresh_from_db()
    with pytest.raises(ApprovalRefused, match="do máy dịch, chưa ai xác nhận"):
        decisions.approve_directly(
            draft, draft.get_latest_revision(), user=fresh(principal)
        )


def test_a_suggestion_that_a_person_said_otherwise_holds_up_nothing(
    screen, draft, editor
):
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    screen.press("draft")
    screen.client.post(reverse("wagtail_localize:stop_translation", args=(row.pk,)))
    page = latest(draft)
    page.title, page.lead = "In words of a person", "Pupils met."
    page.body = [("paragraph", "<p>They sang and planted trees together.</p>")]
    page.save_revision(user=editor)

    assert "máy dịch" not in (latest(draft).why_not_show() or "")


def test_the_editor_says_it_to_a_principal_who_approves_there(screen, draft, principal):
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    screen.client.force_login(fresh(principal))

    html = screen.client.get(roads.edit_url(draft)).content.decode()

    assert f"{len(row.export_po())} chỗ do máy dịch, chưa ai xác nhận." in html


def test_what_the_form_says_takes_the_place_of_what_a_machine_said(
    screen, draft, editor
):
    row = screen.row()
    screen.client.post(reverse("wagtail_localize:machine_translate", args=(row.pk,)))
    screen.press("draft")
    screen.client.post(reverse("wagtail_localize:stop_translation", args=(row.pk,)))
    page = latest(draft)
    page.title = "In words of a person"
    page.save_revision(user=editor)

    screen.press("start")
    screen.press("draft")

    from wagtail_kehoach.translation.segments import unread

    assert latest(draft).title == "In words of a person"
    assert "title" not in {string.context.path for string in unread(draft)}
    assert unread(draft).exists()


def test_who_approves_can_read_the_source_beside_it(
    client, languages, source, draft, editor, principal, mailoutbox,
    django_capture_on_commit_callbacks,
):  # fmt: skip
    draft.title, draft.lead, draft.body = "Exchange with Laos", "They met.", []
    with django_capture_on_commit_callbacks(execute=True):
        submit_for_approval(draft, by=editor)
    link = f'<a href="{source.url}" target="_blank">Bản gốc: “{source.title}” '
    submission = queries.submission_of(draft)
    by_mail = re.search(r"/duyet/[\w-]{43}/", mailoutbox[0].body)[0]
    assert link in client.get(by_mail).content.decode()
    client.force_login(fresh(principal))
    review = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))

    assert link in client.get(review).content.decode()

    source.unpublish()
    assert link not in client.get(review).content.decode()


def test_a_text_that_waits_offers_no_button_that_would_be_refused(screen, draft):
    screen.send(filled(screen.po()))
    assert 'value="draft"' in screen.read()

    screen.submit()

    html = screen.read()
    assert "Chờ duyệt" in html
    for action in ("draft", "upload", "start", "submit"):
        assert f'value="{action}"' not in html


def test_the_passages_follow_the_source_and_what_changed_is_a_gap(
    screen, languages, source, draft
):
    screen.send(filled(screen.po()))
    assert 'value="sync"' not in screen.read()
    source.lead = "Hai trường hẹn gặp lại vào mùa xuân."
    languages.publish(source)
    assert 'value="sync"' in screen.read()

    html = screen.press("sync")

    assert "Hãy dịch chỗ đã thay đổi." in html
    assert "Tóm tắt một câu: <" in html
    assert source.lead in html
    assert 'value="sync"' not in html
    assert "Còn 1 chỗ chưa dịch" in screen.submit()
    screen.send(filled(screen.po()))
    screen.submit()
    assert queries.submission_of(draft) is not None


def test_passages_of_a_text_that_waits_stay_as_they_are(screen, languages, source):
    screen.send(filled(screen.po()))
    screen.submit()
    source.lead = "Hai trường hẹn gặp lại vào mùa xuân."
    languages.publish(source)

    assert 'value="sync"' not in screen.read()
    assert "hãy rút lại rồi thử lại" in screen.press("sync")
