"""Headers, brackets and sentences that used to be read wrongly."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.reader.actors import subject_of
from wagtail_kehoach.decree30.reader.beside_work import in_bracket
from wagtail_kehoach.decree30.reader.citations import bases_in
from wagtail_kehoach.decree30.reader.tasks import tasks_in

from .build import plan_with

YEAR = Period("nam", 2025, 2025, "năm 2025")
PLAN = """UBND XÃ A SAO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THCS HOA SEN Độc lập - Tự do - Hạnh phúc
Số: 07/KH-THCSHS Bình Minh, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Truyền thông năm 2025

I. NỘI DUNG
1. Giới thiệu gương người tốt.
Nơi nhận:
- Lưu: VT.
"""


def test_a_number_beside_the_place_leaves_both():
    document = read("a.txt", PLAN.encode()).document

    assert (document.number, document.symbol) == ("07", "KH-THCSHS")
    assert (document.place, document.date) == ("Bình Minh", dt.date(2025, 9, 5))


def test_each_sentence_that_says_who_is_work_of_its_own():
    body = [
        Heading("III", "Tổ chức thực hiện", 1),
        Paragraph("Tổ Văn viết bài. Tổ Sử quay phim trước ngày 30/11/2025."),
    ]

    assert [(t.responsible, t.deadline) for t in tasks_in(body, YEAR)] == [
        ("Tổ Văn", None),
        ("Tổ Sử", dt.date(2025, 11, 30)),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Viết bài (Tổ Văn - 15/11/2025)", "Tổ Văn"),
        ("Họp báo (BGH và các tổ, tháng 5/2026)", "BGH và các tổ"),
        ("Hội thi nấu ăn (Tổ công đoàn khối 4, 5 phụ trách)", "Tổ công đoàn khối 4, 5"),
        ("Làm báo tường (lớp 6A, 6B, 20/11)", "lớp 6A, 6B"),
    ],
)
def test_the_day_in_a_bracket_is_not_part_of_who(text, who):
    assert in_bracket(text)[1] == who


def test_a_time_between_commas_is_not_part_of_who():
    sentence = "Tổ Văn, vào ngày 20 tháng 11, tổ chức hội thi viết"

    assert subject_of(sentence) == "Tổ Văn"


def test_two_plans_in_one_basis_are_two():
    text = "Căn cứ Công văn số 5/BTG-TT của Ban Tuyên giáo và Kế hoạch 15-KH/TU của Tỉnh ủy"

    assert [basis.number for basis in bases_in(text)] == ["5/BTG-TT", "15-KH/TU"]


SEVERAL = (
    "Căn cứ Luật Giáo dục, Luật Viên chức, các Nghị định số 30/2020/NĐ-CP, số 15/2020/NĐ-CP ngày "
    "03/02/2020 của Chính phủ và Thông tư số 32/2020/TT-BGDĐT ngày 15/9/2020 của Bộ Giáo dục và "
    "Đào tạo;"
)


def test_several_numbers_below_one_kind_are_cited_each_with_it():
    found = bases_in(SEVERAL)

    assert [(basis.text, basis.number) for basis in found] == [
        ("Căn cứ Luật Giáo dục", None),
        ("Căn cứ Luật Viên chức", None),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        (
            "Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ",
            "15/2020/NĐ-CP",
        ),
        (
            "Căn cứ Thông tư số 32/2020/TT-BGDĐT ngày 15/9/2020 của Bộ Giáo dục và Đào tạo",
            "32/2020/TT-BGDĐT",
        ),
    ]
    assert [(basis.date, basis.issuer) for basis in found[2:4]] == [
        (None, "Chính phủ"),
        (dt.date(2020, 2, 3), "Chính phủ"),
    ]


def test_a_run_of_numbers_has_one_symbol():
    text = "Căn cứ các Thông tư số 01, 02 và 03/2021/TT-BGDĐT ngày 02/02/2021 của Bộ Nội vụ"

    assert [(b.number, b.date, b.issuer) for b in bases_in(text)] == [
        (f"0{number}/2021/TT-BGDĐT", dt.date(2021, 2, 2), "Bộ Nội vụ")
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 5/QĐ-UBND về việc sửa đổi Quyết định số 3/QĐ-UBND, số 4/QĐ-UBND",
        "Căn cứ Kế hoạch số 5/KH-UBND về triển khai Luật Trẻ em, Luật Giáo dục",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019",
    ],
)
def test_what_the_subject_of_a_document_names_is_not_cited(text):
    assert [basis.text for basis in bases_in(text)] == [text]


def test_each_of_several_numbers_names_the_line_it_stands_on():
    found = read("a.txt", PLAN.replace("\nI. N", f"\n{SEVERAL}\n\nI. N").encode())

    assert all(basis.source for basis in found.document.bases)


def test_news_in_numbered_parts_that_begins_with_the_name_of_a_plan_is_none():
    news = (
        "KẾ HOẠCH TRỒNG CÂY ĐẦU XUÂN: BA VIỆC CÁC TRƯỜNG CẦN BIẾT\n\n"
        "Thứ hai, 09/02/2026 | 07:40\n\n"
        "1. Chọn cây hợp đất\n"
        "Theo kế hoạch, các trường đăng ký cây giống trước ngày 20/02/2026.\n\n"
        "2. Giao cây cho từng lớp\nMỗi lớp nhận chăm một luống cây.\n\n"
        "Bà Hoàng Thị Sen, Trưởng phòng cho biết cây giống đã về đủ.\n\n"
        "(Nguồn: Báo Sông Trà)\n"
    )
    reading = read("tin.txt", news.encode())
    assert (reading.is_plan, reading.document.kind) == (False, "tin bài")
    assert reading.document.tasks == []


def test_a_plan_that_a_portal_printed_with_the_minute_of_its_upload_stays_a_plan():
    plan = (
        "KẾ HOẠCH TRỒNG CÂY ĐẦU XUÂN NĂM 2026\n\n"
        "Thứ hai, 09/02/2026 | 07:40\n\n"
        "I. MỤC ĐÍCH\n1. Sân trường thêm bóng mát.\n"
        "II. NỘI DUNG\n1. Mỗi lớp nhận chăm một luống cây.\n"
    )
    assert read("ke-hoach.txt", plan.encode()).is_plan


def test_news_that_begins_with_the_name_of_a_plan_is_none():
    news = (
        "KẾ HOẠCH TRUYỀN THÔNG CỦA TRƯỜNG THCS HOA SEN\n\n"
        + (
            "Sáng nay, nhà trường đã họp bàn về việc đưa tin, viết bài và giới thiệu những "
            "tấm gương tốt của thầy và trò trong suốt năm học vừa qua trên trang của trường.\n\n"
        )
        * 3
    )

    assert not read("tin.txt", news.encode()).is_plan


@pytest.mark.parametrize("draft", ["DỰ THẢO KẾ HOẠCH", "BẢN DỰ THẢO: KẾ HOẠCH"])
def test_a_plan_that_calls_itself_a_draft_is_a_plan(draft):
    found = read("a.txt", plan_with("\nKẾ HOẠCH\n", f"\n{draft}\n"))

    assert found.is_plan is True
    assert found.document == read("a.txt", plan_with()).document


ABOUT = """\
Số ký hiệu 12/KH-THHB
Ngày ban hành 05/09/2025
Loại văn bản Kế hoạch
Cơ quan ban hành Trường Tiểu học Hoa Ban
Người ký Lò Thị Mai
Lượt xem 120
"""


@pytest.mark.parametrize("about", [ABOUT, ABOUT.replace("\n", " ")])
def test_the_page_of_a_portal_about_a_plan_is_no_plan(about):
    page = f"KẾ HOẠCH\nTruyền thông năm học 2025-2026\n{about}\n"

    assert read("a.txt", page.encode()).is_plan is False


def test_a_plan_copied_with_what_the_portal_says_of_it_is_a_plan():
    assert read("a.txt", ABOUT.encode() + plan_with()).is_plan is True
