"""By passages: the editor's way to the principal, files for translators, the machine."""

import io

import polib
import pytest
from django.apps import apps
from django.urls import reverse

from tests.approval import roads
from wagtail_kehoach.approval import decisions, queries
from wagtail_kehoach.models import Approval

from .conftest import fresh

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="wagtail-localize is not installed: run with --ds=tests.settings_localize.",
)
#: What the translator writes, whatever stood there.
SAID = "Pupils of two countries"


class Screen:
    """What somebody does on the screen of a translation."""

    def __init__(self, client, page, user):
        self.client, self.page = client, page
        self.url = reverse("wagtail_kehoach_translation", args=(page.pk,))
        client.force_login(fresh(user))

    def read(self):
        return self.client.get(self.url).content.decode()

    def press(self, action, **data):
        """The answer to a button, with what it says."""
        data = {"action": action, **data}
        return self.client.post(self.url, data, follow=True).content.decode()

    def submit(self):
        checks = self.page.approval_checks()
        return self.press("submit", checks=checks)

    def row(self):
        from wagtail_kehoach.translation.segments import translation_of

        return translation_of(self.page)

    def po(self):
        url = reverse("wagtail_localize:download_pofile", args=(self.row().pk,))
        answer = self.client.get(url)
        assert answer.status_code == 200
        return polib.pofile(answer.content.decode())

    def send(self, po, name="en.po"):
        file = io.BytesIO(str(po).encode())
        file.name = name
        return self.press("upload", file=file)


@pytest.fixture
def source(languages):
    return languages.source(
        title="Giao lưu với Lào",
        body=[
            ("heading", "Mở đầu buổi gặp"),
            (
                "paragraph",
                "<p>Các em <b>cùng hát</b>.</p><ul><li>và trồng cây</li></ul>",
            ),
            ("quote", {"text": "Chúng em rất vui", "by": "một em học sinh"}),
        ],
    )


@pytest.fixture
def draft(languages, source):
    return languages.draft(source)


@pytest.fixture
def screen(client, draft, editor):
    """The editor before the screen, with the text by passages."""
    found = Screen(client, draft, editor)
    found.press("start")
    return found


def filled(po):
    """The file as the translator sends it back."""
    for place, entry in enumerate(po):
        entry.msgstr = f"{SAID} {place}"
    return po


def latest(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_file_goes_out_and_comes_back_into_the_same_blocks(screen, source, draft):
    po = screen.po()
    said = {entry.msgid for entry in po}

    html = screen.send(filled(po))

    now = latest(draft)
    assert {"Giao lưu với Lào", "Mở đầu buổi gặp", "Chúng em rất vui"} <= said
    assert source.slug not in said
    assert now.slug == source.slug
    assert "Đã nhận tệp và tạo bản nháp từ tệp." in html
    assert now.title.startswith(SAID)
    assert [b.id for b in now.body] == [b.id for b in source.body]
    assert now.body[2].value["text"].startswith(SAID)
    assert "Các em" not in str(now.body[1].value)
    assert not now.live


def test_what_was_written_in_the_form_goes_along(client, languages, source, editor):
    draft = languages.draft(source, title="Exchange with Laos", lead="They met.")
    screen = Screen(client, draft, editor)

    screen.press("start")
    screen.press("draft")

    now = latest(draft)
    assert (now.title, now.lead) == ("Exchange with Laos", "They met.")
    assert screen.row().get_progress()[1] == 2


def test_a_file_alone_publishes_nothing(screen, languages, draft):
    screen.send(filled(screen.po()))

    draft.refresh_from_db()
    assert not draft.live
    assert Approval.objects.of(draft).count() == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("không phải PO {", "Đây không phải là tệp PO."),
        ('msgid "a"\nmsgstr "b"\n', "Tệp này thuộc bản dịch khác."),
    ],
)
def test_another_file_is_refused_with_the_reason(screen, draft, content, reason):
    before = draft.latest_revision_id

    assert reason in screen.send(content)
    assert type(draft).objects.get(pk=draft.pk).latest_revision_id == before


def test_what_the_file_leaves_empty_is_told(screen):
    po = screen.po()
    po[0].msgstr = SAID

    assert f"{len(po) - 1} chỗ trong tệp còn để trống." in screen.send(po)


@pytest.mark.parametrize("name", ["download_pofile", "upload_pofile"])
def test_files_stay_behind_the_right_to_edit(screen, client, name):
    from django.contrib.auth.models import Permission

    from tests.factories.users import UserFactory

    url = reverse(f"wagtail_localize:{name}", args=(screen.row().pk,))
    stranger = UserFactory()
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    method = client.get if name == "download_pofile" else client.post
    answer = method(url)

    assert answer.status_code in (302, 403)
    assert "Content-Disposition" not in answer


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
