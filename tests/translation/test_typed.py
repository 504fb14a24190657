"""Vietnamese that somebody typed into a translation is told before it goes on."""

import pytest
from django.apps import apps
from django.urls import reverse

from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.languages.reading import is_in_another_script, reads_as_vietnamese
from wagtail_kehoach.models import Body, GlossaryTerm

from .conftest import ENGLISH, fresh
from .screens import SAID, TEXT, Screen, filled

localized = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
VIETNAMESE = [
    "Học sinh hai nước gặp nhau.",
    "Giao lưu với Lào",
    "Các em cùng hát và trồng cây ở sân trường.",
    "Trường tổ chức lễ khai giảng năm học mới.",
    "The pupils sang, vì các em rất yêu âm nhạc, and went home.",
    "Nhà trường đã đón đoàn học sinh của tỉnh Champasak.",
    "LỄ KHAI GIẢNG NĂM HỌC MỚI",
    "Lễ Khai Giảng Năm Học Mới",
    "HỌC SINH LÀO THĂM TRƯỜNG BÌNH MINH",
    "Lễ khai giảng",
    "Học sinh vui chơi",
    "Giao lưu văn nghệ",
    "Giao luu van nghe",
    "Hoc sinh hai nuoc gap nhau.",
    "Truong to chuc le khai giang nam hoc moi",
    "CAC EM CUNG NHAU TRONG CAY",
]
NAMES = [
    "Nguyễn Văn Thành met his friends in Hà Nội.",
    "Cô Nguyễn Thị Lan",
    "Bộ Giáo dục và Đào tạo",
    "the Ministry of Education and Training (Bộ Giáo dục và Đào tạo)",
    "Sở Giáo dục và Đào tạo Đồng Tháp",
    "Ủy ban nhân dân xã Tân Phú Trung",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đại sứ quán Lào tại Việt Nam",
    "TRƯỜNG THCS BÌNH MINH",
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO ĐỒNG THÁP",
    "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ TRUNG",
    "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
    "TRẦN THỊ NGỌC LAN",
    "Truong Trung hoc co so Binh Minh, Tan Phu Trung, Dong Thap",
    "Uy ban nhan dan xa Tan Phu Trung",
    "Nguyen Van Thanh and Tran Thi Hoa of Dong Thap",
    "Trường Trung học cơ sở Bình Minh, xã Tân Phú Trung, tỉnh Đồng Tháp",
]
NOT = [
    "Pupils of two countries meet.",
    "Girls in áo dài ate bánh chưng and phở bò, bún chả, bánh mì.",
    "Decision 58/QĐ-THCSBM of 5 November 2026",
    "A résumé was read in the café.",
    "Can he go to the hall and sing in the hat he has?",
    "Mrs Hoa and Mr An met the man in Can Tho.",
    "The pupils (học sinh) learned the word ‘giáo viên’.",
    "van@truong.example",
    "",
]


@pytest.mark.parametrize("text", VIETNAMESE)
@pytest.mark.parametrize("code", ["en", "en-gb", "lo"])
def test_a_sentence_in_vietnamese_is_found(text, code):
    assert reads_as_vietnamese(text, code)


@pytest.mark.parametrize("text", [*NAMES, *NOT])
def test_names_and_other_languages_are_not(text):
    assert not reads_as_vietnamese(text, "en")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("À la fin, les élèves ont planté un arbre à côté de l'école.", "fr"),
        ("Não há você sem nós, disse a mãe dos irmãos.", "pt"),
        ("Žáci už se sešli a sázeli stromy.", "cs"),
        ("Le thé à la menthe, la fête et le chant à Hà Nội.", "fr"),
        ("在河内 Hà Nội 的 Trường THCS Bình Minh 学生", "zh"),
        ("ນັກຮຽນໂຮງຮຽນ Bình Minh ຢູ່ Đồng Tháp ພົບ Nguyễn Văn Thành", "lo"),
        ("សិស្សសាលា Bình Minh នៅ Đồng Tháp ជួប Nguyễn Văn Thành", "km"),
    ],
)
def test_accents_of_other_languages_are_theirs(text, code):
    assert not reads_as_vietnamese(text, code)


def test_vietnamese_is_found_among_accents_of_other_languages():
    assert reads_as_vietnamese("Học sinh hai nước gặp gỡ nhau.", "fr")


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Pupils of two countries meet", "lo", True),
        ("Học sinh hai nước", "km", True),
        ("ນັກຮຽນສອງປະເທດພົບກັນ", "lo", False),
        ("ນັກຮຽນສອງປະເທດພົບກັນ", "km", True),
        ("សិស្សពីរប្រទេសជួបគ្នា UNESCO", "km", False),
        ("Nguyễn Văn Thành", "lo", False),
        ("Ministry of Education and Training", "lo", False),
        ("58/QĐ-THCSBM, 2026", "lo", False),
        ("website", "lo", False),
        ("https://binhminh.example van@truong.example", "lo", False),
        ("Pupils of two countries meet", "en", False),
        ("Pupils of Binh Minh School met friends from Laos.", "lo", True),
        ("Bộ Ngoại giao (Ministry of Foreign Affairs)", "km", False),
        ("ນັກຮຽນສອງປະເທດພົບກັນ", "en", True),
        ("Pupils sang ນັກຮຽນ with friends", "en", False),
        ("Ученици", "bg", False),
        ("", "en", False),
    ],
)
def test_a_passage_without_a_letter_of_its_script_is_found(text, code, expected):
    assert is_in_another_script(text, code) is expected


@localized
def test_a_vietnamese_passage_is_a_point_to_check_and_named(languages):
    draft = languages.draft(
        languages.source(),
        **ENGLISH,
        event="Meeting of các em học sinh Bình Minh",
        body=[("paragraph", f"<p>{'They planted trees together. ' * 5}</p>")],
    )

    assert draft.points_to_check() == [
        "1 đoạn dường như không viết bằng ngôn ngữ của trang (English): "
        "Sự kiện: “Meeting of các em học sinh Bình Minh”"
    ]
    assert draft.why_not_show() is None


@localized
def test_names_of_the_registers_are_no_point(languages):
    said = "Trung tâm bồi dưỡng chính trị xã nhà"
    draft = languages.draft(languages.source(), **ENGLISH, event=f"Met by {said}")
    assert len(draft.points_to_check()) == 1

    Body.objects.create(name=said)
    assert draft.points_to_check() == []

    Body.objects.all().delete()
    GlossaryTerm.objects.create(
        term=said.upper(), locale=languages.locale(), translation="x", source="x"
    )
    assert not any(said in point for point in draft.points_to_check())


@localized
@pytest.mark.parametrize(
    ("code", "title", "lead"),
    [
        ("en", "Học sinh hai nước đã gặp nhau", "Các em cùng hát và trồng cây."),
        ("lo", "Pupils of two countries meet", "They planted trees together."),
    ],
)
def test_a_whole_text_in_another_language_is_refused(
    languages, editor, code, title, lead
):
    draft = languages.draft(languages.source(), code, title=title, lead=lead)

    with pytest.raises(ApprovalRefused) as refusal:
        submit_for_approval(draft, by=editor)

    assert title in refusal.value.reason
    assert "nhưng nội dung thì không" in refusal.value.reason


PARAGRAPH = (
    "Sáng thứ Bảy, học sinh hai trường đã cùng nhau trồng cây ở sân trường, rồi các em "
    "hát cho nhau nghe những bài hát quen thuộc của quê hương mình."
)
SHORT = [
    "Các em học sinh rất vui khi được gặp nhau.",
    "Thầy cô của hai trường cùng tham gia với các em.",
    "Chương trình đã để lại những kỉ niệm đẹp.",
]


def half_vietnamese(languages, *body, code="en", **said):
    """A draft with an English title and lead and much English text, and with ``body``."""
    english = ("paragraph", f"<p>{'They planted trees together and sang. ' * 20}</p>")
    return languages.draft(
        languages.source(), code, **ENGLISH, body=[english, *body], **said
    )


@localized
@pytest.mark.parametrize(
    "body",
    [
        [("paragraph", f"<p>{PARAGRAPH}</p>")],
        [("paragraph", f"<p>They met. {PARAGRAPH}</p>")],
        [("paragraph", f"<p>{line}</p>") for line in SHORT],
        [("paragraph", f"<p>{PARAGRAPH}</p>"), ("quote", {"text": SHORT[0], "by": ""})],
    ],
)
def test_a_paragraph_in_vietnamese_is_refused(languages, editor, body):
    draft = half_vietnamese(languages, *body)

    with pytest.raises(ApprovalRefused) as refusal:
        submit_for_approval(draft, by=editor)

    assert "nhưng có phần là tiếng Việt" in refusal.value.reason
    first = body[0][1].removeprefix("<p>").removeprefix("They met. ")[:25]
    assert first in refusal.value.reason
    assert "They planted" not in refusal.value.reason


@localized
@pytest.mark.parametrize(
    "body",
    [
        [("paragraph", "<p>They sang, vì các em rất yêu âm nhạc, and left.</p>")],
        [("paragraph", f"<p>“{PARAGRAPH}”, wrote a pupil.</p>")],
        [("quote", {"text": PARAGRAPH, "by": "Minh"})],
        [("paragraph", "<p>They sang “Trái đất này là của chúng mình” for us.</p>")],
        [("paragraph", f"<p>{'. '.join(NAMES)}</p>")],
    ],
)
def test_a_few_words_quotations_and_names_are_not_refused(languages, body):
    assert half_vietnamese(languages, *body).why_not_show() is None


@localized
def test_what_is_left_of_the_source_is_told_once(languages):
    draft = languages.draft(languages.source(), title=ENGLISH["title"])

    assert draft.points_to_check() == []
    assert "chưa dịch" in draft.why_not_show()


@localized
def test_the_screen_names_what_is_not_in_the_language(client, languages, editor):
    draft = languages.draft(
        languages.source(), **ENGLISH, event="Buổi gặp gỡ của các em học sinh"
    )
    client.force_login(fresh(editor))

    html = client.get(
        reverse("wagtail_kehoach_translation", args=(draft.pk,))
    ).content.decode()

    assert "<li>Sự kiện: “Buổi gặp gỡ của các em học sinh”</li>" in html


@localized
def test_passages_are_asked_as_well(client, languages, editor):
    draft = languages.draft(languages.source(**TEXT))
    screen = Screen(client, draft, editor)
    screen.press("start")
    po = filled(screen.po())
    for entry in po:
        entry.msgstr = f"Các em học sinh rất vui khi được gặp nhau {SAID}"
    screen.send(po)

    assert "nhưng nội dung thì không" in screen.submit()
