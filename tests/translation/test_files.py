"""PO files for translators outside: what is taken in, and what is not and why."""

import io
import re

import pytest
from django.apps import apps
from django.urls import reverse

from wagtail_kehoach.models import Approval

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


MARKS = "Các thẻ (&lt;b&gt;, &lt;a id=…&gt;) không khớp với bản gốc."


def refusals(html):
    """Which passages were refused, by the reason."""
    said = re.search(r'class="kh-po-said".*?</section>', html, re.S)[0]
    reasons = re.findall(r"<p><b>(.*?)</b> .*?<ul.*?>(.*?)</ul>", said, re.S)
    return {why: re.findall(r"<li[^>]*>(.*?)</li>", items) for why, items in reasons}


def entry_of(po, words):
    return next(entry for entry in po if entry.msgid == words)


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


def test_the_number_of_a_document_is_nothing_to_translate(client, languages, editor):
    cited = {"text": "Công văn", "number": "42/KH-UBND", "issuer": "UBND xã"}
    source = languages.source(**TEXT, legal_documents=[("document", cited)])
    screen = Screen(client, languages.draft(source), editor)
    screen.press("start")

    po = screen.po()
    screen.send(filled(po))

    asked = {entry.msgid for entry in po}
    assert {"Công văn", "UBND xã"} <= asked
    assert "42/KH-UBND" not in asked
    [kept] = latest(screen.page).legal_documents
    assert kept.value["number"] == "42/KH-UBND"
    assert kept.value["text"].startswith(SAID)


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
        ("#" * (5 * 1024 * 1024 + 1), "Hãy chọn tệp PO không quá 5 MB."),
    ],
)
def test_another_file_is_refused_with_the_reason(screen, draft, content, reason):
    before = draft.latest_revision_id

    assert reason in screen.send(content)
    assert type(draft).objects.get(pk=draft.pk).latest_revision_id == before


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


def test_the_screen_says_how_many_were_taken_and_names_the_empty_ones(screen):
    po = screen.po()
    entry_of(po, "Mở đầu buổi gặp").msgstr = SAID

    html = screen.send(po)

    assert "Đã nhận 1 đoạn." in html
    empty = refusals(html)["Trong tệp, đoạn này còn để trống."]
    assert len(empty) == len(po) - 1
    assert "Tiêu đề: “Giao lưu với Lào”" in empty


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("<p>A paragraph</p>", MARKS),
        ('<a id="a9">Elsewhere</a>', MARKS),
        ("<b>" * 3000 + "deep" + "</b>" * 3000, MARKS),
        ('<b onclick="alert(1)">A title</b>', MARKS),
        ("a\0b", MARKS),
        ("x" * 256, "Nhiều nhất 255 ký tự (hiện có 256)."),
    ],
)
def test_what_does_not_fit_is_refused_and_the_rest_is_taken(
    screen, draft, words, reason
):
    po = filled(screen.po())
    entry_of(po, "Giao lưu với Lào").msgstr = words

    html = screen.send(po)

    assert refusals(html) == {reason: ["Tiêu đề: “Giao lưu với Lào”"]}
    assert f"Đã nhận {len(po) - 1} đoạn." in html
    assert latest(draft).title == "Giao lưu với Lào"
    assert latest(draft).lead.startswith(SAID)


def test_what_the_source_says_otherwise_by_now_is_refused(screen, languages, source):
    po = filled(screen.po())
    source.title = "Giao lưu lần hai với Lào"
    del source.body[2]
    languages.publish(source)
    screen.row().source.update_from_db()

    html = screen.send(po)

    found = refusals(html)
    assert found["Sau khi tạo tệp, bản gốc đã đổi ở chỗ này."] == [
        "Tiêu đề: “Giao lưu với Lào”"
    ]
    assert found["Bản gốc không còn đoạn này."] == [
        "Nội dung: “Chúng em rất vui”",
        "Nội dung: “một em học sinh”",
    ]
    assert "1 đoạn của bản gốc không có trong tệp." in html


def test_what_no_source_ever_said_is_refused(screen):
    po = filled(screen.po())
    po[0].msgctxt = "khong.co"

    assert list(refusals(screen.send(po))) == ["Bản gốc không có đoạn như vậy."]


def test_what_the_translator_is_not_certain_of_is_refused(screen, draft):
    po = filled(screen.po())
    entry_of(po, "Giao lưu với Lào").flags = ["fuzzy"]

    html = screen.send(po)

    assert list(refusals(html)) == ["Người dịch đánh dấu là chưa chắc chắn (fuzzy)."]
    assert latest(draft).title == "Giao lưu với Lào"


def test_a_passage_translated_in_two_ways_keeps_the_first(screen, draft):
    po = filled(screen.po())
    entry = entry_of(po, "Giao lưu với Lào")
    po.append(type(entry)(msgctxt="title", msgid=entry.msgid, msgstr="Otherwise"))

    html = screen.send(po)

    assert list(refusals(html)) == [
        "Tệp dịch đoạn này theo hai cách. Đã nhận cách đầu."
    ]
    assert latest(draft).title == entry.msgstr


def write_in_the_editor(screen, words):
    """Somebody types ``words`` as the title in wagtail-localize's editor."""
    from wagtail_localize.models import StringSegment

    segment = StringSegment.objects.get(
        source=screen.row().source, context__path="title"
    )
    url = reverse(
        "wagtail_localize:edit_string_translation",
        args=(screen.row().pk, segment.pk),
    )
    form = "application/x-www-form-urlencoded"
    answer = screen.client.put(url, f"value={words}", content_type=form)
    assert answer.status_code in (200, 201)


def test_what_somebody_wrote_since_in_the_editor_is_not_written_over(screen, draft):
    po = filled(screen.po())
    write_in_the_editor(screen, "Written since")

    html = screen.send(po)

    assert refusals(html) == {
        "Sau khi tạo tệp, đã có người dịch đoạn này theo cách khác.": [
            "Tiêu đề: “Giao lưu với Lào”"
        ]
    }
    assert latest(draft).title == "Written since"


def test_the_same_file_comes_back_corrected(screen, draft):
    po = filled(screen.po())
    screen.send(po)
    entry_of(po, "Giao lưu với Lào").msgstr = "Corrected"

    html = screen.send(po)

    assert refusals(html) == {}
    assert latest(draft).title == "Corrected"


def test_nothing_taken_makes_no_draft(screen, draft):
    before = type(draft).objects.get(pk=draft.pk).latest_revision_id

    html = screen.send(screen.po())

    assert "Đã nhận 0 đoạn." in html
    assert type(draft).objects.get(pk=draft.pk).latest_revision_id == before


def test_wagtail_localize_s_own_button_says_the_same(screen, draft):
    url = reverse("wagtail_localize:upload_pofile", args=(screen.row().pk,))
    po = filled(screen.po())
    entry_of(po, "Giao lưu với Lào").msgstr = "<p>A paragraph</p>"
    file = io.BytesIO(str(po).encode())
    file.name = "en.po"

    html = screen.client.post(url, {"file": file, "next": "/admin/"}).content.decode()

    assert f"Đã nhận {len(po) - 1} đoạn." in html
    assert len(refusals(html)) == 1
    assert f'action="{screen.url}"' in html
    assert 'form method="post" class' not in html


def test_its_button_for_a_page_that_is_gone_finds_nothing(screen, draft):
    url = reverse("wagtail_localize:upload_pofile", args=(screen.row().pk,))
    file = io.BytesIO(str(screen.po()).encode())
    file.name = "en.po"
    draft.delete()

    assert screen.client.post(url, {"file": file}).status_code == 404


def test_a_passage_in_plural_forms_counts_as_empty(screen, draft):
    po = filled(screen.po())
    entry = entry_of(po, "Giao lưu với Lào")
    entry.msgid_plural, entry.msgstr = "Giao lưu", ""
    entry.msgstr_plural = {0: "Exchange", 1: "Exchanges"}

    assert refusals(screen.send(po)) == {
        "Trong tệp, đoạn này còn để trống.": ["Tiêu đề: “Giao lưu với Lào”"]
    }


def test_a_file_from_another_language_is_refused(screen, languages, source, editor):
    other = Screen(screen.client, languages.draft(source, "lo"), editor)
    other.press("start")

    assert "Tệp này thuộc bản dịch khác." in screen.send(filled(other.po()))
