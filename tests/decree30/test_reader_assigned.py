"""Work that a sentence gives to somebody: whose it is, or that nobody can tell."""

import pytest

from wagtail_kehoach.decree30.parts import Heading, Paragraph, Period
from wagtail_kehoach.decree30.reader.actors import named_in_title, subject_of
from wagtail_kehoach.decree30.reader.assigning import assigned_in, assigned_within
from wagtail_kehoach.decree30.reader.tasks import tasks_in

YEAR = Period("nam", 2026, 2026, "năm 2026")
CONTENT = Heading("II", "NỘI DUNG", 1)
SHARED = Heading("III", "TỔ CHỨC THỰC HIỆN", 1)


def read(heading, *texts):
    blocks = [heading, *(Paragraph(text, "-", 1) for text in texts)]
    return [(task.text, task.responsible) for task in tasks_in(blocks, YEAR)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Quyên góp sách cũ, giao cho Thư viện phối hợp với Hội khuyến học thực hiện.",
         "Thư viện"),
        ("Làm bảng tin, giao cho Chi đoàn giáo viên chủ trì, phối hợp với Tổ Mỹ thuật.",
         "Chi đoàn giáo viên"),
        ("Dọn bãi biển do Đoàn trường phối hợp với Đồn biên phòng thực hiện.",
         "Đoàn trường"),
        ("Trực cổng trường, phân công cho tổ Bảo vệ, xong trước 15/10.", "tổ Bảo vệ"),
        ("Dự cuộc thi do Sở Du lịch phối hợp với Báo tỉnh tổ chức.", None),
        ("Bàn giao cho đội bạn lá cờ luân lưu.", None),
        ("Học luật giao thông và họp giao ban toàn trường.", None),
        ("Xem phim “Bé giao cho mẹ Lan làm”.", None),
    ],
)  # fmt: skip
def test_who_is_given_work_is_found_wherever_the_sentence_says_it(sentence, who):
    assert assigned_within(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Giao cho tổ Sử phối hợp với Bảo tàng vận động góp hiện vật.", "tổ Sử"),
        ("Giao Thư viện: giới thiệu sách mới.", "Thư viện"),
        ("Giao: Tổ Văn phòng mua giấy in.", "Tổ Văn phòng"),
        ("Phân công: cô Lành – giáo viên Nhạc dạy múa.", "cô Lành – giáo viên Nhạc"),
    ],
)
def test_a_sentence_may_begin_with_giving_work(sentence, who):
    assert assigned_in(sentence) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Phó Bí thư phụ trách đăng bài lên trang Đoàn.", "Phó Bí thư"),
        ("Cán bộ phụ trách tổng hợp số liệu.", "Cán bộ phụ trách"),
        ("Tổng phụ trách lập danh sách.", "Tổng phụ trách"),
        ("Các tổ chuyên môn mỗi tháng nộp 02 tin.", "Các tổ chuyên môn"),
        ("Phụ trách chung, duyệt bài.", None),
    ],
)
def test_the_name_of_who_acts_holds_no_verb_and_no_rhythm(text, who):
    assert subject_of(text) == who


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Phó Bí thư phụ trách", "Phó Bí thư"),
        ("Phó Chủ tịch, phụ trách chung", "Phó Chủ tịch"),
        ("Giáo viên phụ trách", "Giáo viên phụ trách"),
        ("Giáo viên Tổng phụ trách", "Giáo viên Tổng phụ trách"),
    ],
)
def test_in_charge_is_no_part_of_the_name_of_an_office(title, who):
    assert named_in_title(title) == who


def test_a_bracket_may_stand_between_a_name_and_its_colon():
    found = read(
        SHARED,
        "Đ/c Mùa Thị Pà (PHT): phụ trách chung, duyệt tin trước khi đăng.",
        "Thầy Lù Văn Tếnh (nhân viên kỹ thuật): quản trị trang tin.",
    )
    assert [who for _, who in found] == [
        "Đ/c Mùa Thị Pà (PHT)",
        "Thầy Lù Văn Tếnh (nhân viên kỹ thuật)",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Trưởng ban: bà Mùa Thị Pà - Hiệu trưởng",
        "Phó Bí thư phụ trách truyền thông: Giàng A Súa",
        "Thư ký: cô Lành",
    ],
)
def test_a_line_that_only_says_who_somebody_is_is_no_work(line):
    assert read(SHARED, line) == []


def test_who_acts_before_a_colon_is_understood_outside_the_part_that_shares_work_too():
    assert read(CONTENT, "Đội phát thanh: đọc bản tin sáng thứ Hai.") == [
        ("đọc bản tin sáng thứ Hai", "Đội phát thanh")
    ]
    assert read(CONTENT, "Đội văn nghệ: mười em lớp 5.") == []


def test_a_name_alone_on_its_line_does_what_the_list_below_it_says():
    blocks = [
        SHARED,
        Paragraph("Các chi đoàn"),
        Paragraph("Mỗi chi đoàn đăng 01 bài.", "-", 1),
        Paragraph("Cử 01 cộng tác viên viết tin.", "-", 1),
    ]
    found = tasks_in(blocks, YEAR)
    assert [task.responsible for task in found] == ["Các chi đoàn", "Các chi đoàn"]


def test_those_addressed_choose_one_of_them_and_stay_responsible():
    blocks = [
        SHARED,
        Heading("1", "Các trường mầm non", 2),
        Paragraph("Phân công một cán bộ làm đầu mối.", "-", 1),
    ]
    [task] = tasks_in(blocks, YEAR)
    assert task.responsible == "Các trường mầm non"
