"""Ways in which offices write who does what until when, beyond those of the samples."""

import datetime as dt

import pytest

from wagtail_kehoach.decree30.parts import (
    Document,
    Heading,
    Paragraph,
    Period,
    Table,
    Task,
)
from wagtail_kehoach.decree30.reader.actors import is_name, subject_of
from wagtail_kehoach.decree30.reader.assigning import assigned_in, assigned_within
from wagtail_kehoach.decree30.reader.beside_work import (
    in_bracket,
    named_after_colon,
    named_after_dash,
)
from wagtail_kehoach.decree30.reader.columns import header_rows_of
from wagtail_kehoach.decree30.reader.own_making import without_its_own_making
from wagtail_kehoach.decree30.reader.tasks import tasks_in

YEAR = Period("nam", 2026, 2026, "năm 2026")


def tasks_of(*blocks):
    return [(t.text, t.responsible, t.deadline) for t in tasks_in(list(blocks), YEAR)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Tổ kiểm tra nội bộ rà soát hồ sơ.", "Tổ kiểm tra nội bộ"),
        ("Ban Biên tập đăng mỗi tháng 01 bài.", "Ban Biên tập"),
        ("Tổ truyền thông báo cáo Hiệu trưởng.", "Tổ truyền thông"),
        ("Thường trực Hội phối hợp với phường thẩm định.", "Thường trực Hội"),
        ("Các chi hội bình xét, gửi hồ sơ.", "Các chi hội"),
        ("Phòng Văn hóa - Xã hội là cơ quan thường trực.", "Phòng Văn hóa - Xã hội"),
        ("Đồng chí Mạc Văn Phú, Phó Giám đốc, phụ trách chung.",
         "Đồng chí Mạc Văn Phú, Phó Giám đốc"),
        ("Ban giám hiệu họp cha mẹ học sinh.", "Ban giám hiệu"),
        ("Báo cáo kết quả về Sở.", None),
        ("Cơ quan báo chí đưa tin.", None),
    ],
)  # fmt: skip
def test_who_acts_ends_where_the_first_verb_begins(sentence, who):
    assert subject_of(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Tọa đàm: 14 giờ, ngày 06/3, do Ban Chấp hành Công đoàn chủ trì.",
         "Ban Chấp hành Công đoàn"),
        ("Lễ phát động; Phòng Giáo vụ chủ trì, Đoàn phối hợp.", "Phòng Giáo vụ"),
        ("Ra quân, đ/c Trí (Phó Bí thư) phụ trách đưa tin.", "đ/c Trí (Phó Bí thư)"),
        ("Thi đua “Dạy tốt, giáo viên toàn ngành thực hiện”.", None),
    ],
)  # fmt: skip
def test_who_acts_may_stand_behind(sentence, who):
    assert assigned_within(sentence) == who


def test_who_acts_may_stand_after_the_colon():
    assert named_after_colon("Trang trí góc đọc: tổ Văn phòng, xong ngày 04/3.") == (
        "tổ Văn phòng"
    )
    assert named_after_colon("Thời gian: trước ngày 04/3.") is None


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Đăng mỗi tuần 01 thông điệp – Ban biên tập.", "Ban biên tập"),
        ("Mở lớp dạy bơi – Tổ Thể dục phối hợp Đoàn phường.", "Tổ Thể dục"),
        ("Thu lại tờ cam kết – Giáo viên chủ nhiệm thực hiện.", "Giáo viên chủ nhiệm"),
        ("Chương trình văn nghệ chào mừng – múa, hát.", None),
    ],
)
def test_who_acts_may_stand_behind_a_dash(sentence, who):
    assert named_after_dash(sentence) == who


def test_so_many_of_each_are_not_those_who_act():
    assert named_after_colon("Kéo co nam nữ: mỗi đội 08 người.") is None


def test_what_a_bracket_refers_to_is_nobody():
    assert in_bracket("(chi tiết tại Phụ lục kèm theo do Tổ Văn thực hiện)") is None


def test_a_line_that_says_until_when_is_nobody_s_work():
    assert tasks_of(
        Heading("V", "Tổ chức thực hiện", 1),
        Paragraph("Trung tâm tổ chức triển khai thực hiện như sau:"),
        Paragraph("Chọn đầu mối truyền thông.", "-", 1),
        Paragraph("Thời gian gửi về 01 bản trước ngày 30/10/2026.", "-", 1),
    ) == [
        ("Chọn đầu mối truyền thông", "Trung tâm", None),
        ("Thời gian gửi về 01 bản trước ngày 30/10/2026", None, dt.date(2026, 10, 30)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà trường báo cáo kết quả về UBND xã trước ngày 10/10/2026.",
        "Ban Thi đua báo cáo Hiệu trưởng kết quả trước ngày 20/5/2026.",
        "Ban Chấp hành tổng hợp, báo cáo Liên đoàn Lao động tỉnh trước ngày 31/10/2026.",
        "Kế hoạch này được phổ biến đến toàn thể giáo viên trước ngày 10/10/2026.",
    ],
)
def test_what_is_reported_and_what_closes_a_plan_is_no_work(text):
    assert tasks_of(Heading("II", "Nội dung", 1), Paragraph(text)) == []


def test_the_day_of_a_report_is_not_that_of_the_work_before_it():
    assert tasks_of(
        Heading("III", "Tổ chức thực hiện", 1),
        Heading("1", "Phòng Văn hóa", 2),
        Paragraph("Theo dõi, đôn đốc; tổng hợp, báo cáo Sở trước ngày 30/9/2026."),
        Paragraph("Rà soát số liệu; nộp danh sách trước ngày 06/6/2026."),
    ) == [
        ("Theo dõi, đôn đốc", "Phòng Văn hóa", None),
        (
            "Rà soát số liệu; nộp danh sách trước ngày 06/6/2026",
            "Phòng Văn hóa",
            dt.date(2026, 6, 6),
        ),
    ]


def test_the_day_of_a_report_is_not_that_of_what_is_asked():
    body = Paragraph(
        "Đề nghị các tổ triển khai đến đoàn viên. Kết quả báo cáo trước ngày 15/3/2026."
    )

    assert tasks_of(Heading("II", "Nội dung", 1), body) == []


@pytest.mark.parametrize(
    ("who", "text", "kept"),
    [
        (
            "Phòng GD&ĐT",
            "Xây dựng và triển khai kế hoạch truyền thông pháp chế năm 2026, kiểm tra",
            0,
        ),
        ("Nhà trường", "Xây dựng kế hoạch truyền thông pháp chế năm 2026", 0),
        ("Các trường", "Xây dựng kế hoạch truyền thông pháp chế năm 2026", 1),
        (
            "Phòng GD&ĐT",
            "Xây dựng kế hoạch truyền thông kiểm định chất lượng năm 2026",
            1,
        ),
        (
            "Phòng GD&ĐT",
            "Kiểm tra việc thực hiện kế hoạch truyền thông pháp chế năm 2026",
            1,
        ),
    ],
)
def test_to_make_this_very_plan_is_no_work_of_its_issuer(who, text, kept):
    plan = Document(
        issuer="PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", title="Truyền thông về pháp chế năm 2026"
    )
    plan.tasks = [Task(text, who)]

    assert len(without_its_own_making(plan)) == kept


def test_a_bracket_may_say_more_than_who():
    text = "Xây dựng chuyên trang (công chức văn hóa làm đầu mối, hoàn thành trong tháng 4)"

    assert in_bracket(text, assigned=True) == (
        "Xây dựng chuyên trang",
        "công chức văn hóa",
    )
    assert in_bracket("Tặng quà (lịch riêng)") is None


def test_somebody_of_their_own_is_assigned_by_those_addressed():
    assert assigned_in("Phân công giáo viên dạy lớp buổi tối") is None
    assert assigned_in("Hiệu trưởng giao thầy Tuyên quản trị trang") == "thầy Tuyên"
    assert assigned_in("Giao Phòng Tuyển sinh - Việc làm hợp đồng với Đài") == (
        "Phòng Tuyển sinh - Việc làm"
    )


def test_the_name_of_an_office_says_nothing_of_its_work():
    assert is_name("Ban đại diện cha mẹ học sinh")
    assert not is_name("Ban đại diện vận động các gia đình")


@pytest.mark.parametrize(
    ("head", "row", "task"),
    [
        (["Ấp", "Nội dung công việc", "Hạn cuối", "Chịu trách nhiệm chính"],
         ["Bến Đình", "Cắm biển", "25/5/2026", "Trưởng ấp"],
         ("Cắm biển", "Trưởng ấp", dt.date(2026, 5, 25))),
        (["STT", "Sản phẩm", "Chủ đề", "Đơn vị chủ trì", "Thời gian"],
         ["1", "Phim ngắn", "An toàn", "Văn phòng", "25/9"],
         ("Phim ngắn", "Văn phòng", dt.date(2026, 9, 25))),
        (["TT", "Đợt truyền thông", "Đơn vị đầu mối", "Từ ngày", "Đến ngày"],
         ["1", "Tháng an toàn", "Đoàn trường", "01/9/2026", "30/9/2026"],
         ("Tháng an toàn", "Đoàn trường", dt.date(2026, 9, 30))),
        (["Việc", "Ai làm", "Khi nào"],
         ["Đón đoàn", "Ban Giám hiệu", "16-18/11/2026"],
         ("Đón đoàn", "Ban Giám hiệu", dt.date(2026, 11, 18))),
        (["Việc", "Ai làm", "Khi nào"],
         ["Trực cổng", "Đội Cờ đỏ", "Từ ngày 14/9/2026"],
         ("Trực cổng", "Đội Cờ đỏ", None)),
    ],
)  # fmt: skip
def test_columns_are_called_in_many_ways(head, row, task):
    rows = [head, row]

    assert tasks_of(Table(rows, header_rows_of(rows))) == [task]


def test_the_same_day_is_that_of_the_row_above():
    rows = [
        ["Nội dung", "Thời gian", "Phân công"],
        ["Cắm hoa", "14 giờ ngày 06/3/2026", "Ban Nữ công"],
        ["Tặng quà", "15 giờ cùng ngày", "Công đoàn"],
    ]

    [_first, second] = tasks_of(Table(rows, 1))

    assert second == ("Tặng quà", "Công đoàn", dt.date(2026, 3, 6))


def test_particulars_below_the_work_make_one_task_of_it():
    assert tasks_of(
        Heading("1", "Kiện toàn mạng lưới", 2),
        Paragraph("Mỗi cơ sở có 01 người phát ngôn."),
        Paragraph("Chủ trì: Văn phòng Sở. Phối hợp: các trường. Thời gian: 05/10."),
    ) == [
        (
            "Kiện toàn mạng lưới: Mỗi cơ sở có 01 người phát ngôn",
            "Văn phòng Sở",
            dt.date(2026, 10, 5),
        )
    ]


def test_the_hour_and_place_of_something_are_no_work():
    assert tasks_of(
        Heading("1", "Lễ phát động", 2),
        Paragraph("Thời gian: 7 giờ 15, ngày 01/10/2026.", "-", 1),
        Paragraph("Địa điểm: sân trường.", "-", 1),
    ) == []  # fmt: skip


def test_an_item_of_a_list_may_be_the_work_of_others():
    found = tasks_of(
        Heading("III", "Tổ chức thực hiện", 1),
        Heading("1", "Phòng Đào tạo", 2),
        Paragraph("Sản xuất các sản phẩm truyền thông.", "-", 1),
        Paragraph("Các khoa cử sinh viên tham gia, trước ngày 12/01/2026.", "4.3.", 1),
    )

    assert [who for _text, who, _day in found] == ["Phòng Đào tạo", "Các khoa"]


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("Lễ biểu dương tổ chức vào ngày 02/10/2026.", dt.date(2026, 10, 2)),
        ("Sơ kết đợt 1: ngày 20/11/2026", dt.date(2026, 11, 20)),
        ("Lớp thứ nhất: từ ngày 17/8/2026 đến ngày 21/8/2026", dt.date(2026, 8, 21)),
        ("Chào mừng ngày Nhà giáo Việt Nam 20/11.", None),
        ("Thực hiện Kế hoạch số 51/KH-SGDĐT ngày 30/8/2026.", None),
    ],
)
def test_what_takes_place_on_a_day_is_due_then(item, day):
    found = tasks_of(Heading("II", "Nội dung", 1), Paragraph(item, "-", 1))

    assert [task[2] for task in found] == ([day] if day else [])


def dated(
    text: str, period: Period = YEAR
) -> list[tuple[str, str | None, str | None, str]]:
    found = tasks_in([Heading("II", "Nội dung", 1), Paragraph(text, "-", 1)], period)
    days = [task.deadline and task.deadline.isoformat() for task in found]
    return [
        (t.text, t.responsible, day, t.deadline_text or "")
        for t, day in zip(found, days, strict=True)
    ]


def test_the_time_may_stand_before_the_work():
    text = "Từ 01/11 đến 15/11: các tổ nộp bài; Từ 16/11 đến 20/11: Hội đồng chấm."

    assert dated(text) == [
        ("các tổ nộp bài", "các tổ", "2026-11-15", "Từ 01/11 đến 15/11"),
        ("Hội đồng chấm", "Hội đồng", "2026-11-20", "Từ 16/11 đến 20/11"),
    ]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Tháng 9/2026", None),
        ("Tháng 9, 10", None),
        ("Cuối tháng 5/2026", None),
        ("Quý I/2026", None),
        ("Năm 2026", None),
        ("Tuần 2 tháng 10", None),
        ("Tuần thứ 2 tháng 10", None),
        ("Tuần 02 tháng 10 (05 - 10/10)", "2026-10-10"),
        ("16-18/11/2026", "2026-11-18"),
        ("7 giờ 30, ngày 20/11/2026", "2026-11-20"),
        ("Từ ngày 01 đến ngày 15 tháng 11 năm 2026", "2026-11-15"),
    ],
)
def test_a_time_before_a_colon_is_that_of_the_work(when, day):
    assert dated(f"{when}: tổ chức ra mắt trang tin.") == [
        ("tổ chức ra mắt trang tin", None, day, when)
    ]


def test_a_day_within_the_work_is_nearer():
    found = dated("Tháng 9/2026: Tổ Văn nộp bài trước ngày 15/9.")

    assert found == [
        ("Tổ Văn nộp bài trước ngày 15/9", "Tổ Văn", "2026-09-15", "trước ngày 15/9")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 10/2026: Chủ đề “Vòng tay bè bạn”.",
        "Tháng 10/2026: Ngày Chuyển đổi số quốc gia.",
        "Tháng 9/1995: nhà trường tách khỏi trường liên cấp.",
        "Tháng 12/2026: báo cáo sơ kết.",
    ],
)
def test_what_a_time_is_about_is_no_work(text):
    assert dated(text) == []
