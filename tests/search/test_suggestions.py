"""What the search page offers where it found nothing."""

import pytest
from wagtail.models import PageViewRestriction

from tests.committed import searches_uncommitted
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.pages.models import StoryIndexPage
from wagtail_kehoach.search.spelling import Vocabulary, is_near

pytestmark = searches_uncommitted


@pytest.fixture
def published(db, editor, principal, django_capture_on_commit_callbacks):
    """Public stories by their titles."""

    def published(*titles):
        with django_capture_on_commit_callbacks(execute=True):
            return [
                approved(StoryPageFactory(title=title), by=editor, principal=principal)
                for title in titles
            ]

    return published


def offered(client, query):
    answer = client.get("/tim-kiem/", {"q": query, "dang": "json"}).json()
    assert answer["total"] == 0
    return answer["suggestions"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vuon xnah", "vườn xanh"),
        ("vườn xamh", "vườn xanh"),
        ("vờn xanh", "vườn xanh"),
        ("vuonxanh", "vườn xanh"),
        ("vườnxanh", "vườn xanh"),
        ("xanhh", "xanh"),
        ("xan", None),
    ],
)
def test_a_word_that_no_page_has_is_spelt_as_one_has_it(
    client, published, typed, meant
):
    published("Vườn xanh", "Xanh mãi")
    found = client.get("/tim-kiem/", {"q": typed, "dang": "json"}).json()
    spellings = found["suggestions"]["spellings"]
    assert spellings[:1] == ([meant] if meant else [])


@pytest.mark.parametrize("typed", ["260/KH-GDT", "261/kh-gddt", "26/KH-GDĐT"])
def test_the_nearest_number_of_a_document_is_offered_and_its_symbol(
    client, published, typed
):
    published("Thực hiện Kế hoạch số 260/KH-GDĐT.")
    suggestions = offered(client, typed)

    assert suggestions["spellings"] == ["260/KH-GDĐT"]
    assert suggestions["fewer_words"] == ([] if "GDT" in typed else [typed[-7:]])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("400/KH-GDĐT", "260/KH-GDĐT"),
        ("260/KH-THCSBM", "260/KH-GDĐT"),
        ("400/KH-THCSBM", None),
        ("260/QĐ-THCSBM", None),
    ],
)
def test_a_number_far_away_is_that_of_the_same_row_or_kind(
    client, published, typed, meant
):
    published("Thực hiện Kế hoạch số 260/KH-GDĐT.", "Kế hoạch số 12/KH-GDĐT.")

    assert offered(client, typed)["spellings"][:1] == ([meant] if meant else [])


def test_where_no_number_is_near_those_of_the_kind_are_offered(client, published):
    published("Thực hiện Kế hoạch số 260/KH-GDĐT.", "Kế hoạch số 12/KH-GDĐT.")

    for typed in ("400/kh-thcsbm", "số 400/KH-THCSBM năm 2019"):
        assert offered(client, typed)["numbers"] == ["260/KH-GDĐT", "12/KH-GDĐT"]
    assert offered(client, "400/KH-GDĐT")["numbers"] == []
    assert offered(client, "260/QĐ-THCSBM")["numbers"] == []


@pytest.mark.parametrize("typed", ["999/QĐ-XYZ", "số 999", "999", "999/KH-XYZ"])
def test_a_number_that_finds_nothing_says_how_numbers_are_found(
    client, published, typed
):
    published("Kế hoạch số 12/KH-GDĐT.")
    said = "Số văn bản được tìm đúng như in trên văn bản"

    assert said in client.get("/tim-kiem/", {"q": typed}).content.decode()
    for other in ("xyzkhongco", "13/KH-GDĐT"):
        assert said not in client.get("/tim-kiem/", {"q": other}).content.decode()


def test_numbers_and_symbols_are_offered_in_capitals(client, published):
    published("Thực hiện Kế hoạch số 260/KH-GDĐT.")

    assert offered(client, "260/kh-gddt xyz")["fewer_words"][0] == "260/KH-GDĐT"
    assert offered(client, "260/kh xyz")["fewer_words"][0] == "260/KH"


def test_what_is_offered_has_no_signs_around_it(client, published):
    published("Quyết định khen, 58/QĐ-THCSBM")
    suggestions = offered(client, "Công văn số 58/QĐ-THCSBM, (18/10/2026)")

    assert suggestions["fewer_words"] == ["58/QĐ-THCSBM", "QĐ-THCSBM"]


def test_words_that_a_page_has_in_this_order_are_offered_first(client, published):
    published("Kế hoạch", "Kể hoặc hát", "Kẻ khác hoặc kẻ nào", "Hoặc kẻ")

    assert offered(client, "ke hoahc")["spellings"] == ["kể hoặc", "kế hoạch"]

    published(
        "Sổ kế hoạch truyền thông", "Hoặc truyền, kẻ thông", "Hoặc kẻ truyền thông"
    )
    spellings = offered(client, "ke hoahc truyen thong")["spellings"]
    assert spellings == ["kế hoạch truyền thông", "kể hoặc truyền thông"]


def test_fewer_words_are_offered_where_they_find_something(client, published):
    published("Vườn rau xanh của lớp")

    assert offered(client, "vườn rau thủy tinh")["fewer_words"] == ["vườn rau"]
    assert offered(client, "vườn rau xanh mướt")["fewer_words"] == ["vườn rau xanh"]
    assert offered(client, "lớp mẫu giáo")["fewer_words"] == ["lớp"]
    assert offered(client, "mẫu giáo")["fewer_words"] == []


def test_the_page_links_what_it_offers_and_blames_nobody(client, published):
    published("Vườn rau xanh")

    page = client.get("/tim-kiem/", {"q": "vuon rau xnah"}).content.decode()

    assert 'href="?q=v%C6%B0%E1%BB%9Dn%20rau%20xanh"' in page
    assert "Không có trang nào chứa đủ các từ này." in page
    assert f"{StoryIndexPage.objects.get().title}</a>" in page


def test_nothing_that_is_not_public_is_offered(client, published):
    StoryPageFactory(title="Nháp bí mật")
    [private] = published("Riêng kín đáo")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    for typed in ("bi matt", "kin daoo"):
        suggestions = offered(client, typed)
        assert suggestions["spellings"] == suggestions["fewer_words"] == []


def test_filters_that_leave_nothing_say_what_there_is_without_them(client, published):
    published("Vườn rau xanh")

    page = client.get("/tim-kiem/", {"q": "vuon rau", "nuoc": "LA"}).content.decode()

    assert "Xem 1 kết quả khi bỏ lọc" in page


def test_a_query_without_a_word_is_asked_for_one(client, published):
    published("Vườn rau xanh")
    assert (
        "Hãy gõ ít nhất một từ để tìm kiếm"
        in client.get("/tim-kiem/?q=…").content.decode()
    )
    assert not any(offered(client, "…").values())


def test_finding_nothing_costs_six_statements(
    client, published, django_assert_max_num_queries
):
    published("Vườn rau xanh", "Sân trường")
    offered(client, "một hai ba bốn năm sáu bảy tám chín mười mười-một")

    with django_assert_max_num_queries(6):
        offered(client, "một hai ba bốn năm sáu bảy tám chín mười mười-một")
    with django_assert_max_num_queries(6):
        offered(client, "vuon rua xnah mowis")


def test_words_are_near_that_differ_by_one_letter():
    near = [("hinh", "hinhf"), ("hinh", "hin"), ("hinh", "hing"), ("hinh", "hnih")]
    far = [("hinh", "hi"), ("hinh", "hang"), ("hinh", "nhih"), ("hinh", "thinhh")]

    assert all(is_near(*pair) and is_near(*pair[::-1]) for pair in near)
    assert not any(is_near(*pair) for pair in far)


def test_the_most_frequent_of_the_nearest_comes_first():
    words = Vocabulary(["hinh hình hình hình", "binh " * 9, "dinh dinh"])

    assert words.nearest("xinh") == words.nearest("xính") == ["binh", "hinh"]
    assert words.nearest("hính") == words.nearest("xy") == words.nearest("123") == []


def test_a_word_is_written_as_it_is_beside_the_others():
    words = Vocabulary(["thư viện của lớp", "thứ hai, viên phấn", "thứ ba", "đọc thư"])

    assert words.as_written(["thu", "vien"]) == "thư viện"
    assert words.as_written(["thu", "ba"]) == "thứ ba"
    # Nobody can tell which; what was typed with accents stays, and so do numbers.
    assert words.as_written(["thu"]) == "thu"
    assert words.as_written(["thứ", "vien", "6"]) == "thứ vien 6"
    assert words.as_written(["lop", "xyz"]) == "lớp xyz"


def test_two_letters_are_no_neighbour_and_two_words_typed_as_one_are_parted():
    words = Vocabulary(["chăm sóc y tế", "te tua"])

    assert words.nearest("yte") == ["y te"]
    assert words.nearest("xte") == []


def test_no_phrase_is_offered_that_no_page_has(client, published):
    published("Số của tổ điện, ai thổi sáo", "Bảng số điện tử")

    assert offered(client, "so dien thoii")["spellings"] == []


def test_a_word_that_stands_deep_in_a_text_is_not_spelt_otherwise(client, published):
    published("Vườn " + "rau " * 40 + "thoại", "Vườn thổi")

    assert offered(client, "vuonn thoai")["spellings"] != ["vườn thổi"]
