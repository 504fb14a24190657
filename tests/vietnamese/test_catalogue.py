"""Wagtail's admin is Vietnamese from end to end, whatever Wagtail itself translates."""

import json
import re
import unicodedata
from datetime import timedelta
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf.global_settings import LANGUAGES
from django.utils import timezone, translation
from django.utils.timesince import timesince

import wagtail_kehoach
from tests.vietnamese import catalogue

OURS = Path(wagtail_kehoach.__file__).parent / "locale/vi/LC_MESSAGES/django.po"
# One word for one idea, and one way to set the tone mark.
BANNED = {
    "kiểm duyệt": "duyệt",
    "xuất bản": "đăng",
    "phê chuẩn": "duyệt",
    "luồng công việc": "quy trình duyệt",
    "workflow": "quy trình duyệt",
    "bình luận": "ghi chú",
    "người sử dụng": "người dùng",
    "khóa": "khoá",
    "xóa": "xoá",
    "hủy": "huỷ",
    "tùy": "tuỳ",
    "bạn": "nothing: leave the subject out, or say tôi",
    "danh mục chính": "menu chính",
    "!": ".",
}
#: Django lists the marks that may end a label.
PUNCTUATION = ":?.!"
#: The tone of oa, oe and uy is set on the second letter: hoà, khoẻ, thuỷ; of quy, on its y.
EARLY_TONE = re.compile(r"(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", re.IGNORECASE)
# A straight quotation mark that a message shows as such: what has to be typed.
TYPED_QUOTES = ("Multi-word tags with spaces",)
# Names and units, and what Django calls parts of a stored password or its own apps.
SAME_IN_BOTH = {
    "Email", "IPv4", "IPv6", "%(size)d byte", "%s KB", "%s MB", "%s GB", "%s TB", "%s PB",
    "variety", "version", "memory cost", "time cost", "parallelism", "block size",
    "Humanize", "Syndication", "Word", "OpenDocument",
}  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return list(catalogue.messages())


@pytest.fixture(params=catalogue.FOLDERS)
def domain(request):
    return request.param


def listed(lines):
    return "\n".join(map(str, lines))


def test_every_message_has_a_vietnamese_translation(found):
    assert len(found) > 1900
    assert not catalogue.missing(found), listed(catalogue.missing(found))


def test_translations_in_use_keep_placeholders_and_tags(found):
    assert not catalogue.mismatched(found), listed(catalogue.mismatched(found))


def test_ours_keep_placeholders_and_tags_even_of_packages_not_installed(domain):
    lost = [
        entry.msgid
        for entry in catalogue.ours(domain)
        if not catalogue.keeps(entry, catalogue.text(entry))
    ]
    assert not lost, listed(lost)


def test_no_message_of_ours_is_empty_fuzzy_or_twice_there(domain):
    entries = catalogue.ours(domain)
    assert all(catalogue.text(entry).strip() for entry in entries)
    assert not [entry for entry in entries if entry.fuzzy or entry.obsolete]
    assert len({catalogue.key(entry) for entry in entries}) == len(entries)


def test_vietnamese_has_one_plural_form(domain):
    # Django merges catalogues only if their plural rule is the same.
    metadata = catalogue.ours(domain).metadata
    assert metadata["Language"] == "vi"
    assert metadata["Plural-Forms"] == "nplurals=1; plural=0;"


def test_compiled_catalogue_is_current(domain):
    entries = catalogue.ours(domain)
    compiled = polib.mofile(str(Path(entries.fpath).with_suffix(".mo")))
    assert {catalogue.key(entry): catalogue.text(entry) for entry in compiled} == {
        catalogue.key(entry): catalogue.text(entry) for entry in entries
    }


def test_texts_are_composed_unicode(domain):
    for entry in catalogue.ours(domain):
        assert unicodedata.is_normalized("NFC", catalogue.text(entry)), entry.msgid


@pytest.mark.parametrize("banned", BANNED)
def test_one_word_for_one_idea(found, banned):
    whole = re.compile(rf"(?<!\w){re.escape(banned)}(?!\w)", re.IGNORECASE)
    said = [
        message
        for message in found
        if whole.search(catalogue.PLACEHOLDER.sub("", message.text))
        and message.source.msgid != PUNCTUATION
    ]
    assert not said, f"say {BANNED[banned]!r}:\n{listed(said)}"


def test_tones_are_set_as_the_glossary_says(found):
    early = [message for message in found if EARLY_TONE.search(message.text)]
    assert not early, listed(early)


def test_quotation_marks_are_curly(found):
    straight = [
        message
        for message in found
        if re.search("[\"']", re.sub("<[^>]*>", "", message.text))
        and not message.source.msgid.startswith(TYPED_QUOTES)
    ]
    assert not straight, listed(straight)


def test_languages_are_called_as_a_school_calls_them():
    with translation.override("vi"):
        said = {code: translation.gettext(name) for code, name in LANGUAGES}
    strange = {
        code: name
        for code, name in said.items()
        if not name.startswith("Tiếng ") or "Tàu" in name
    }
    assert strange == {}
    assert said["zh-hans"] == "Tiếng Trung (giản thể)"
    assert said["vi"] == "Tiếng Việt"


def test_no_translation_is_english_or_half_of_it(found):
    pairs = [(message.source.msgid, message.text) for message in found]
    pairs += [(entry.msgid, catalogue.text(entry)) for entry in polib.pofile(str(OURS))]
    english = {
        source: left
        for source, text in pairs
        if source not in SAME_IN_BOTH and (left := catalogue.english_left(source, text))
    }
    assert english == {}


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Dashboard", "Dashboard"),
        ("Page '%(title)s' moved.", "Page “%(title)s” moved."),
        ("You cannot copy a page into itself", "Bạn cannot copy a page vào chính nó"),
    ],
)
def test_english_in_a_translation_is_found(source, translation):
    assert catalogue.english_left(source, translation)
    assert not catalogue.english_left(source, "Không sao chép được trang này")


def test_our_app_stands_before_wagtail():
    names = [config.name for config in apps.get_app_configs()]
    ours = names.index("wagtail_kehoach.vietnamese")
    assert all(
        ours < names.index(name) for name in names if name.startswith("wagtail.")
    )


def test_django_serves_our_words():
    with translation.override("vi"):
        assert translation.gettext("Submit for moderation") == "Trình duyệt"
        assert (
            translation.gettext("%(label)s and Publish")
            % {"label": translation.gettext("Approve")}
            == "Duyệt và đăng"
        )
        now = timezone.now()
        assert timesince(now - timedelta(minutes=5), now) == "5\N{NO-BREAK SPACE}phút"


def test_wagtails_javascript_catalogue_serves_our_words(rf):
    from wagtail.admin.views.i18n import js_catalog

    with translation.override("vi"):
        script = js_catalog(rf.get("/")).content.decode()
    assert f'"Dashboard": {json.dumps("Trang chủ quản trị")}' in script


def test_our_texts_leave_the_words_of_wagtail_alone(found):
    """Django takes the first of two apps: a short text of ours would say it everywhere."""
    ours = {catalogue.key(entry): entry.msgstr for entry in polib.pofile(str(OURS))}
    overruled = [
        f"{message}: {said!r}"
        for message in found
        if message.domain == "django"
        and (said := ours.get(catalogue.key(message.source)))
        and said.casefold() != message.text.casefold()
    ]
    assert not overruled, f"give ours a context:\n{listed(overruled)}"
