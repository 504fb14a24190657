"""Sentences and fields that are wholly Vietnamese are refused, however short they are."""

import pytest
from django.apps import apps

from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.languages.sentences import read
from wagtail_kehoach.models import Body, GlossaryTerm

from .conftest import ENGLISH, IN_LANGUAGE
from .test_typed import NAMES, NOT

localized = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="Languages have addresses of their own: run with --ds=tests.settings_localize.",
)
WHOLLY = [
    "Các em vui lắm, hẹn gặp lại",
    "Các em rất vui",
    "Các em cùng hát và rất vui.",
    "Thầy cô dặn dò các em thật nhiều.",
    "Hẹn gặp lại vào mùa xuân tới.",
    "Đoàn Lào thăm trường",
    "ĐOÀN LÀO THĂM TRƯỜNG",
    "Đoàn Lào Thăm Trường",
    "Đoàn Champasak thăm trường",
    "Vui quá",
    "Lễ khai giảng",
    "Nhịp cầu hữu nghị nối hai bờ sông",
    "Mời các bạn xem clip các em múa lân và hát",
    "They sang. Thầy cô dặn dò các em. They went home.",
    "Sáng. nay. các. em. đã. cùng. nhau. trồng. cây.",
    "Sáng, nay, các, em, học, sinh, đã, cùng, nhau, trồng, cây",
    "Sang nay cac ban nho da cung trong cay va hat that vui",
    "Thay co dan do phai giu gin suc khoe",
    "Doan Lao tham truong",
]
#: Too short for a sure word: as a rule a greeting, a dish, or a term.
PERHAPS = ["Vui qua", "Xin chào!", "Giáo viên", "bún chả"]
#: What stands on foreign pages in truth: names of people, places, bodies, dishes, songs.
FOREIGN = {
    "en": [
        "Nguyễn Văn Thành and Trần Thị Hoa met their friends from Champasak in Hà Nội.",
        "Ms Lan Anh taught the guests to fold a lotus at Trường THCS Bình Minh.",
        "Pupils of Bình Minh School visited Vĩnh Long and Sa Đéc on 5 May.",
        "The girls wore áo dài and nón lá and ate bánh xèo.",
        "Girls in áo dài",
        "Hồ Chí Minh Communist Youth Union (Đoàn Thanh niên Cộng sản Hồ Chí Minh)",
        "Minh, Hoa, Lan, Đức, Tuấn and Ngọc sang together.",
        "The guests tried phở bò, bún chả, bánh mì, gỏi cuốn and chè.",
        "They learned đờn ca tài tử from Mr Ba of Đồng Tháp.",
        "Tết Nguyên đán at Trường Tiểu học Nha Mân 2",
        "Hội An to Huế: a journey of two classes",
        "In Hà Nội, Mr Trần Văn An met the Lao ambassador.",
        "Thầy An and Cô Lan led the group.",
        "Đồng Tháp and Champasak sign an agreement",
        "The song “Trái đất này là của chúng mình” was sung by all.",
        "“Nhịp cầu hữu nghị” was the motto of the day.",
        "Pupils read the poem “Quê hương” by Đỗ Trung Quân.",
        "Trung thu in Đồng Tháp",
        "A Trung thu evening with friends from Pakse",
        "The Bộ Giáo dục và Đào tạo issued Circular 05/2026/TT-BGDĐT.",
        "Met by Sở Ngoại vụ Đồng Tháp",
        "Visit to Khu di tích Nguyễn Sinh Sắc",
        "Welcome to Trường Trung học cơ sở Bình Minh",
        "Lê Thị Hồng Gấm Street, Cao Lãnh, Đồng Tháp",
        "Cô Nguyễn Thị Lan, Thầy Trần Văn An, Em Minh",
        "Khu du lịch sinh thái Gáo Giồng",
        "Trung tâm học tập cộng đồng xã Bình Tân",
        "Sở Văn hoá, Thể thao và Du lịch Đồng Tháp",
        "Đài Truyền hình Đồng Tháp filmed it.",
        "Dinner: cơm tấm, canh chua and chả giò",
        "Mr An can do it in the hall.",
        "Hoa and Mai hang a lantern on the tree.",
        "Sing, dance, eat: so the day at Can Tho ended.",
        "He met an old man in Can Tho.",
        "The men and the women of Hue sang.",
        "Nguyen Thi Minh Khai High School won the cup.",
        "Phan Boi Chau, Phan Chau Trinh and Tran Phu",
        "Ho Chi Minh City, An Giang, Ca Mau, Soc Trang",
        "A boat on the Tien river",
        "Song, dance, tea and cake",
        "Nha Trang by night",
        "Pho, banh mi and ca phe sua da",
        "Teacher Thanh thanked Ms Vui Nguyen for the gifts.",
        "NGUYEN VAN THANH, principal",
        "LÊ VĂN ĐƯỢC",
        "Hồ Văn Đến, Trần Thị Nhớ",
        "Chào mừng means welcome, said Minh.",
        "The pupils said “xin chào” and “cảm ơn” to the guests.",
        "Lớp 8A of Bình Minh",
        "Quang Trung, Lê Lợi and Lý Thường Kiệt in history books",
        "Phố cổ Hà Nội was their last stop.",
        "The name Đồng Tháp comes from a tower (tháp) in the field (đồng).",
        "A quan họ singer from Bắc Ninh came.",
        "Hát quan họ in Bắc Ninh",
        "Hát xẩm at the Văn Miếu",
    ],
    "fr": [
        "À la fin, Nguyễn Văn Thành a chanté à Hà Nội.",
        "Les élèves de Bình Minh ont visité Vĩnh Long.",
        "Le thé, le riz et la soupe phở à Hà Nội",
        "Bún chả à Hà Nội",
        "La fête du Tết à Đồng Tháp",
        "On a chanté « Trái đất này là của chúng mình ».",
        "Mme Trần Thị Hoa a parlé de la vie à Sa Đéc.",
        "Un chant, un thé, un an à Huế",
    ],
    "lo": [
        "ນັກຮຽນໂຮງຮຽນ Bình Minh ຢູ່ Đồng Tháp ພົບ Nguyễn Văn Thành",
        "ຄູ Trần Thị Hoa ແລະ ນັກຮຽນ ກິນ bánh chưng ຢູ່ Huế",
    ],
    "km": [
        "សិស្សសាលា Bình Minh នៅ Đồng Tháp ជួប Nguyễn Văn Thành",
        "លោកគ្រូ Trần Văn An និង áo dài",
    ],
}
SENTENCES = [(line, code) for code, lines in FOREIGN.items() for line in lines]
MUCH_ENGLISH = ("paragraph", f"<p>{'They planted trees together and sang. ' * 20}</p>")
UNACCENTED = (
    "Sang nay cac em da cung trong cay va hat nhung bai ca rat vui. Thay co dan do phai "
    "giu gin suc khoe, cham ngoan va nghe loi cha me khi ve nha."
)


def refusal(languages, editor, code="en", **said):
    """What the editor reads who submits a translation that says what ``said`` says."""
    english = {**IN_LANGUAGE.get(code, ENGLISH), "body": [MUCH_ENGLISH]}
    source = languages.source(body=[("paragraph", "<p>Khác hẳn.</p>")])
    with pytest.raises(ApprovalRefused) as refused:
        submit_for_approval(
            languages.draft(source, code, **(english | said)), by=editor
        )
    return refused.value.reason


@pytest.mark.parametrize("line", WHOLLY)
@pytest.mark.parametrize("code", ["en", "fr", "lo", "km"])
def test_a_sentence_with_nothing_but_vietnamese_is_surely_so(line, code):
    assert read(line, code).surely


@pytest.mark.parametrize("line", PERHAPS)
def test_a_few_words_only_may_be_so(line):
    assert read(line, "en") == (False, True)


@pytest.mark.parametrize(
    ("line", "code"), [*SENTENCES, *((line, "en") for line in [*NAMES, *NOT])]
)
def test_foreign_sentences_with_vietnamese_names_are_not(line, code):
    assert read(line, code) == (False, False)


@localized
@pytest.mark.parametrize("code", ["en", "fr", "lo", "km"])
@pytest.mark.parametrize("field", ["lead", "event", "partners", "picture_alt"])
def test_a_field_in_vietnamese_is_refused_and_named(languages, editor, code, field):
    for said in ("Các em vui lắm, hẹn gặp lại", "Cac em cung hat that vui"):
        assert f"“{said}”" in refusal(languages, editor, code, **{field: said})


@localized
@pytest.mark.parametrize(
    "line", ["Các em cùng hát và rất vui.", "Hẹn gặp lại vào mùa xuân tới."]
)
def test_one_short_paragraph_is_refused_and_named(languages, editor, line):
    body = [MUCH_ENGLISH, ("paragraph", f"<p>{line}</p>")]

    assert refusal(languages, editor, body=body).endswith(f"Nội dung: “{line}”")


@localized
def test_a_body_without_accents_is_refused(languages, editor):
    body = [("paragraph", f"<p>{UNACCENTED}</p>")]

    assert UNACCENTED[:40] in refusal(languages, editor, body=body)


@localized
@pytest.mark.parametrize("title", ["Đoàn Lào thăm trường", "Vui quá"])
def test_a_short_title_is_refused(languages, editor, title):
    assert f"“{title}”" in refusal(languages, editor, title=title)


@localized
def test_two_words_without_accents_are_a_point_to_check(languages):
    draft = languages.draft(languages.source(), **ENGLISH, event="Vui qua")

    assert draft.why_not_show() is None
    assert any("“Vui qua”" in point for point in draft.points_to_check())


@localized
@pytest.mark.parametrize("code", FOREIGN)
def test_such_sentences_go_on(languages, code):
    body = [("paragraph", "".join(f"<p>{line}</p>" for line in FOREIGN[code]))]
    words = IN_LANGUAGE.get(code, ENGLISH)

    draft = languages.draft(languages.source(), code, **words, body=body)

    assert draft.why_not_show() is None


@localized
def test_bodies_of_the_register_and_the_glossary_go_on(languages):
    said = {
        "partners": "Trạm thực nghiệm giống cây trồng",
        "event": "Ngày hội non sông",
    }
    draft = languages.draft(languages.source(), **ENGLISH, **said)
    assert draft.why_not_show()

    Body.objects.create(name=said["partners"])
    GlossaryTerm.objects.create(
        term=said["event"], locale=languages.locale(), translation="x", source="x"
    )

    assert draft.why_not_show() is None


@localized
@pytest.mark.parametrize("field", ["title", "lead", "event"])
def test_a_field_that_only_quotes_is_refused(languages, editor, field):
    said = "“Nhịp cầu hữu nghị nối hai bờ sông”"

    assert said in refusal(languages, editor, **{field: said})


@localized
@pytest.mark.parametrize("field", ["title", "lead", "event"])
def test_a_field_that_quotes_among_its_words_goes_on(languages, field):
    said = {field: "Pupils sing “Nhịp cầu hữu nghị nối hai bờ sông” together"}

    draft = languages.draft(languages.source(), **(ENGLISH | said))

    assert draft.why_not_show() is None
