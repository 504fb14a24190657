"""Work that a sentence gives to somebody: whose it is, or that nobody can tell."""

import pytest

from wagtail_kehoach.decree30.parts import Document, Heading, Paragraph, Period, Table
from wagtail_kehoach.decree30.reader import read as read_file
from wagtail_kehoach.decree30.reader.actors import named_in_title, subject_of
from wagtail_kehoach.decree30.reader.assigning import assigned_in, assigned_within
from wagtail_kehoach.decree30.reader.hints import hints_on
from wagtail_kehoach.decree30.reader.tables import tasks_in_table
from wagtail_kehoach.decree30.reader.tasks import tasks_in

from .build import plan_with

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
        ("Viết bài, chụp ảnh hội thi do đồng chí Tài đảm nhiệm, xong trước 22/10.",
         "đồng chí Tài"),
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
        (
            "Hiệu trưởng phụ trách chung và duyệt nội dung trước khi đăng.",
            "Hiệu trưởng",
        ),
        ("Hiệu trưởng phụ trách chung, duyệt bài của các tổ.", "Hiệu trưởng"),
        (
            "Phó Hiệu trưởng phụ trách chuyên môn và duyệt bài của các tổ.",
            "Phó Hiệu trưởng phụ trách chuyên môn",
        ),
        (
            "Tổ trưởng Tổ Văn và các giáo viên viết bài.",
            "Tổ trưởng Tổ Văn và các giáo viên",
        ),
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
        ("Phó Hiệu trưởng phụ trách", "Phó Hiệu trưởng phụ trách"),
        ("Hiệu trưởng phụ trách chung", "Hiệu trưởng"),
        ("Giáo viên phụ trách", "Giáo viên phụ trách"),
        ("Giáo viên Tổng phụ trách", "Giáo viên Tổng phụ trách"),
    ],
)
def test_in_charge_is_no_part_of_the_name_of_an_office(title, who):
    assert named_in_title(title) == who


def test_a_committee_of_a_committee_has_the_work_below_its_name():
    heading = Heading("1", "Tiểu ban Nội dung - Tuyên truyền", 2)

    [task] = tasks_in([SHARED, heading, Paragraph("Biên soạn kỷ yếu.", "-", 1)], YEAR)

    assert task.responsible == "Tiểu ban Nội dung - Tuyên truyền"


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


@pytest.mark.parametrize(
    "work",
    [
        "Phân công trọng tài, chuẩn bị dụng cụ thi đấu",
        "Phân công giáo viên đến từng bản vận động học sinh ra lớp",
    ],
)
def test_those_addressed_choose_whom_no_name_tells_apart(work):
    heading = Heading("2", "Tổ Giáo dục thể chất", 2)

    [task] = tasks_in([SHARED, heading, Paragraph(f"{work}.", "-", 1)], YEAR)

    assert (task.text, task.responsible) == (work, "Tổ Giáo dục thể chất")


def test_those_addressed_choose_one_of_them_and_stay_responsible():
    blocks = [
        SHARED,
        Heading("1", "Các trường mầm non", 2),
        Paragraph("Phân công một cán bộ làm đầu mối.", "-", 1),
    ]
    [task] = tasks_in(blocks, YEAR)
    assert task.responsible == "Các trường mầm non"


@pytest.mark.parametrize(
    ("lead", "when"),
    [("Tuần 2 (từ 05/10 đến 10/10):", "2026-10-10"), ("Tháng 10/2026:", "None")],
)
def test_a_time_above_a_list_is_that_of_what_it_lists(lead, when):
    blocks = [
        CONTENT,
        Paragraph(lead),
        Paragraph("Viết bài về hội mùa: Đ/c Lành.", "-", 1),
        Paragraph("Chụp ảnh sân trường trước ngày 06/10/2026: Đ/c Súa.", "-", 1),
        Paragraph("Tổ chức thi kéo co.", "-", 1),
        Paragraph("Tình bạn, tình thầy trò.", "-", 1),
    ]
    first, own, nobody = tasks_in(blocks, YEAR)

    assert (first.responsible, str(first.deadline)) == ("Đ/c Lành", when)
    assert str(own.deadline) == "2026-10-06"
    assert (nobody.responsible, nobody.deadline_text) == (None, first.deadline_text)


def test_a_time_in_a_heading_holds_until_the_next_heading():
    blocks = [
        Heading("1", "Tháng 10/2026", 2),
        Paragraph("Viết bài về hội mùa: Đ/c Lành.", "-", 1),
        Heading("2", "Việc khác", 2),
        Paragraph("Chụp ảnh sân trường: Đ/c Súa.", "-", 1),
    ]
    found = [task.deadline_text for task in tasks_in(blocks, YEAR)]
    assert found == ["Tháng 10/2026", None]


@pytest.mark.parametrize(
    "line",
    [
        "Học kỳ I: an toàn giao thông, văn hóa ứng xử.",
        "Tháng 11/2026: Tri ân thầy cô.",
        "Quý I/2026: mùa xuân và sức khỏe.",
    ],
)
def test_what_a_term_is_about_is_no_work(line):
    assert read(CONTENT, line) == []


@pytest.mark.parametrize(
    "line",
    ["Học kỳ I: thi viết chữ đẹp.", "Tháng 11/2026: Hội thi cắm hoa.",
     "Quý I/2026: Khám mắt cho học sinh."],
)  # fmt: skip
def test_what_takes_place_in_a_term_is(line):
    assert [who for _, who in read(CONTENT, line)] == [None]


def test_a_bracket_behind_a_name_says_more_of_who_it_is():
    assert read(CONTENT, "Chụp ảnh hội trại: Đ/c Súa, Đ/c Pà (lớp 4B).") == [
        ("Chụp ảnh hội trại: Đ/c Súa, Đ/c Pà (lớp 4B)", "Đ/c Súa, Đ/c Pà (lớp 4B)")
    ]


def test_a_day_that_work_is_about_is_not_its_last():
    [task] = tasks_in([CONTENT, Paragraph("Viết về ngày 15/10 – Đ/c Súa.", "-")], YEAR)
    assert (task.responsible, task.deadline) == ("Đ/c Súa", None)


def test_who_was_given_work_before_is_only_told_to_do_it():
    assert read(SHARED, "Các đồng chí được phân công thực hiện đúng tiến độ.") == []


def test_how_many_they_give_is_no_part_of_who_they_are():
    text = "Mỗi chi đội 01 tiết mục múa, đăng ký với cô Lành trước ngày 10/12/2026."
    assert subject_of(text) == "Mỗi chi đội"
    assert subject_of("GVCN lớp 4 và 5 quản lý học sinh.") == "GVCN lớp 4 và 5"


def test_what_is_given_to_nobody_that_can_be_found_is_told():
    line = "- Việc này giao cho những ai có năng khiếu hội họa đảm đương."
    data = plan_with("- Giúp cha mẹ học sinh hiểu việc học của con.", line)

    warned = [w for w in read_file("a.txt", data).warnings if "nobody" in w.code]

    assert [warning.original for warning in warned] == [line.removeprefix("- ")]


@pytest.mark.parametrize(
    "line",
    [
        "- Quét sân, giao cho Tổ Bảo vệ thực hiện.",
        "- Bàn giao cho Thư viện sách cũ.",
        "- Làm tốt nhiệm vụ được giao cho đơn vị.",
    ],
)
def test_no_doubt_is_told_where_there_is_none(line):
    data = plan_with("- Duyệt nội dung trước khi đăng.", line)
    assert "assigned-to-nobody" not in [
        w.code for w in read_file("a.txt", data).warnings
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("TT | Đơn vị | Số tin", ["TT | Đơn vị | Số tin"]),
        ("TT | Phụ trách | Công việc", []),
    ],
)
def test_a_table_that_gives_no_work_is_told_by_its_first_row(head, told):
    rows = [row.split(" | ") for row in (head, "1 | Tổ Văn | 2", "2 | Tổ Toán | 3")]
    body = [CONTENT, Table(rows, 1)]
    plan = Document("kế hoạch", body=body, tasks=tasks_in(body, YEAR))

    warned = [w for w in hints_on(plan) if w.code == "table-without-tasks"]

    assert [warning.original for warning in warned] == told


def test_an_office_with_a_verb_in_its_name_stays_whole_in_a_bracket():
    assert read(CONTENT, "Sơ kết phong trào (Ban biên tập).") == [
        ("Sơ kết phong trào", "Ban biên tập")
    ]


def test_somebody_with_a_day_has_work_whatever_the_verb():
    [task] = tasks_in(
        [CONTENT, Paragraph("Hiệu trưởng ra quyết định kiện toàn trước 25/9/2026.")],
        YEAR,
    )
    assert (task.responsible, str(task.deadline)) == ("Hiệu trưởng", "2026-09-25")


def test_a_colon_in_a_bracket_ends_no_name():
    line = "Tổ truyền thông (Tổ trưởng: cô Lành): theo dõi mạng xã hội."
    assert read(SHARED, line) == [
        ("theo dõi mạng xã hội", "Tổ truyền thông (Tổ trưởng: cô Lành)")
    ]


def test_a_heading_that_names_somebody_does_not_reach_over_its_equals():
    blocks = [
        SHARED,
        Heading("1", "Tổ Văn", 2),
        Paragraph("Soạn bài dự thi.", "-", 1),
        Paragraph("Nộp bài trước ngày 20/11/2026.", "2.", 1),
    ]
    found = [(task.responsible, str(task.deadline)) for task in tasks_in(blocks, YEAR)]
    assert found == [("Tổ Văn", "None"), (None, "2026-11-20")]


def test_a_list_that_shares_work_out_is_nobodys_above_it():
    blocks = [
        SHARED,
        Heading("1", "Các ủy viên", 2),
        Paragraph("Viết bài theo lịch.", "-", 1),
        Paragraph("Phân công viết bài:"),
        Paragraph("Tháng 9: Tổ Lý (khai giảng), Đội (trung thu)", "-", 1),
    ]
    assert [task.responsible for task in tasks_in(blocks, YEAR)] == ["Các ủy viên"]


def test_the_time_of_a_later_sentence_is_not_that_of_the_first():
    text = "Ban biên tập phổ biến kế hoạch. Cuối năm, tổng kết, khen thưởng."
    [task] = tasks_in([SHARED, Paragraph(text)], YEAR)
    assert (task.text, task.deadline_text) == ("Ban biên tập phổ biến kế hoạch", None)


def test_a_bracket_behind_a_name_may_say_when():
    [task] = tasks_in(
        [CONTENT, Paragraph("Xin phép họp dân: Thư viện (trước 01/4).", "-")], YEAR
    )
    assert (task.responsible, str(task.deadline)) == ("Thư viện", "2026-04-01")


@pytest.mark.parametrize(
    "line",
    ["7h30 - 8h00: Khai mạc (Hiệu trưởng phát biểu).",
     "Dự trù: 3.500.000 đồng (Kế toán cân đối)."],
)  # fmt: skip
def test_the_hours_of_a_day_and_what_it_costs_are_no_work(line):
    assert read(CONTENT, line) == []


def test_a_bracket_of_the_last_clause_is_not_that_of_the_first():
    text = "Thư viện góp sách, nộp trước ngày 20/4/2026; đăng tin (thầy Súa)."
    assert [who for _, who in read(CONTENT, text)] == ["Thư viện"]


def test_the_last_item_of_a_list_is_work_although_it_ends_the_text():
    assert read(SHARED, "Thư viện giới thiệu sách mới./.") == [
        ("Thư viện giới thiệu sách mới", "Thư viện")
    ]


@pytest.mark.parametrize("text", ["", "./.", "…", ";"])
def test_an_item_without_words_is_no_work(text):
    assert read(SHARED, text) == []


def paragraphs(heading, *texts):
    blocks = [heading, *map(Paragraph, texts)]
    return [(task.text, task.responsible) for task in tasks_in(blocks, YEAR)]


def test_a_sentence_that_gives_work_is_read_apart_from_the_one_before_it():
    said = (
        "Cập nhật tủ sách điện tử của trường. Giao cô Mận (Thư viện) dán mã lên từng cuốn, "
        "xong trước ngày 15/10/2026."
    )
    assert paragraphs(CONTENT, said) == [
        (
            "Giao cô Mận (Thư viện) dán mã lên từng cuốn, xong trước ngày 15/10/2026",
            "cô Mận (Thư viện)",
        )
    ]
    own = "Thi nhảy bao bố giữa các khối. Đồng chí Tùng chịu trách nhiệm chuẩn bị sân."
    [(text, who)] = paragraphs(CONTENT, own)
    assert (text, who) == (
        "Đồng chí Tùng chịu trách nhiệm chuẩn bị sân",
        "Đồng chí Tùng",
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mở diễn đàn học sinh (Tổ tư vấn, Liên đội)", "Tổ tư vấn, Liên đội"),
        ("Tổng duyệt chương trình (BTC)", "BTC"),
        ("Dạy thử hai tiết Ngữ văn và Toán - Tổ Văn, tổ Toán", "Tổ Văn, tổ Toán"),
    ],
)
def test_names_behind_the_work_are_taken_whole(text, who):
    [(work, responsible)] = read(CONTENT, text)
    assert (responsible, "(" in work) == (who, False)


@pytest.mark.parametrize(
    "line",
    [
        "Đối tượng: học sinh các khối. Bài dự thi gửi trước ngày 15/6/2026.",
        "Chủ đề: “Sách mở lối đi”. Diễn ra từ ngày 01/10 đến ngày 07/10/2026.",
        "Tấm gương tốt: học viên vượt khó, giáo viên giỏi, học viên thành đạt.",
    ],
)
def test_what_work_is_about_and_who_takes_part_is_no_work(line):
    assert paragraphs(CONTENT, line) == []


def test_a_label_before_who_does_the_work_is_no_part_of_a_name():
    line = "Đơn vị thực hiện: Thư viện xã chủ trì, phối hợp với Đoàn xã mở hội sách."
    [(_, who)] = paragraphs(SHARED, line)
    assert who == "Thư viện xã"


def test_names_in_capitals_below_the_text_sign_it():
    assert paragraphs(SHARED, "TRƯỜNG THCS GÒ SEN", "HIỆU TRƯỞNG") == []


def test_a_cell_that_lists_work_gives_each_of_it_to_who_is_named_beside_it():
    rows = [
        ["Tháng", "Nội dung", "Phụ trách"],
        ["9/2026", "- Khai giảng - Họp cha mẹ học sinh", "Ban giám hiệu"],
        ["10/2026", "Thi vẽ - kể chuyện theo sách", "Thư viện"],
    ]
    found = [(t.text, t.responsible) for t in tasks_in_table(rows, 1, None)]
    assert found == [
        ("Khai giảng", "Ban giám hiệu"),
        ("Họp cha mẹ học sinh", "Ban giám hiệu"),
        ("Thi vẽ - kể chuyện theo sách", "Thư viện"),
    ]


def test_a_note_below_who_does_the_work_is_none_of_it():
    blocks = [SHARED, Heading("1", "Tổ Văn phòng", 2)]
    blocks += map(Paragraph, ["Trực điện thoại.", "Ghi chú: số máy ở bảng tin."])
    assert [task.text for task in tasks_in(blocks, YEAR)] == ["Trực điện thoại"]


def test_work_done_by_the_end_of_a_quarter_is_that_of_who_is_named():
    text = "Các trường mở chuyên mục chuyển đổi số, hoàn thành trong quý IV/2026."

    assert read(CONTENT, text) == [(text.rstrip("."), "Các trường")]


def test_who_somebody_is_gives_nobody_work():
    speaker = "Đồng chí Lò Thị Mai - Hiệu trưởng là người phát ngôn của nhà trường."

    assert read(CONTENT, speaker) == []
    assert read(SHARED, "Thầy Hà Văn Nam là trưởng ban, chịu trách nhiệm chung.")


def test_what_is_also_an_office_is_work_below_the_name_of_who_does_it():
    heading = Heading("2", "Tổ Truyền thông", 2)
    work = "Quản trị trang thông tin điện tử, trang Facebook của trường"

    for item in (Paragraph(work, "a)", 1), Paragraph(f"{work}.")):
        [task] = tasks_in([SHARED, heading, item], YEAR)

        assert (task.text, task.responsible) == (work, heading.title)


def test_the_committee_of_the_party_acts_itself_below_what_another_does():
    blocks = [SHARED, Heading("2", "Chi đoàn giáo viên", 2)]
    own = Paragraph("Tổ chức cuộc thi viết về quê hương.")
    last = "Chi ủy phân công đảng viên theo dõi các tổ trước ngày 10/12/2026"

    found = tasks_in([*blocks, own, Paragraph(f"{last}.")], YEAR)

    assert [task.responsible for task in found] == ["Chi đoàn giáo viên", "Chi ủy"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thành viên Tổ tư vấn, hỗ trợ học sinh được phân công tại Phụ lục kèm theo.",
        "Giáo viên trực từng ngày được ghi trong lịch dán ở phòng hội đồng.",
    ],
)
def test_who_is_named_in_an_annex_is_given_no_work_by_the_sentence_that_says_so(
    sentence,
):
    assert tasks_in([SHARED, Paragraph(sentence)], YEAR) == []


def test_work_that_an_annex_describes_is_still_work():
    blocks = [
        SHARED,
        Paragraph("Tổ Văn phòng thực hiện nhiệm vụ được phân công tại Phụ lục."),
    ]

    assert [task.responsible for task in tasks_in(blocks, YEAR)] == ["Tổ Văn phòng"]


@pytest.mark.parametrize(
    "work",
    ["Viết bài giới thiệu cách đánh giá mới", "Mở lớp kỹ năng cho học viên lớn tuổi"],
)
def test_a_bracket_with_who_does_it_may_stand_before_until_when(work):
    found = read(CONTENT, f"{work} (Tổ Ngữ văn), xong trước ngày 15/10/2026.")

    assert found == [(work, "Tổ Ngữ văn")]


def test_a_bracket_behind_a_receiver_says_who_that_is():
    sent = (
        "Các lớp gửi bài dự thi về Ban Giám khảo (cô Hạnh), xong trước ngày 15/10/2026."
    )

    assert [who for _text, who in read(CONTENT, sent)] == ["Các lớp"]


def test_prose_below_a_unit_may_begin_with_another_who_does_it():
    blocks = [SHARED, Heading("2", "Chi đoàn giáo viên", 2)]
    told = (
        "tổ chức cuộc thi viết về quê hương.",
        "Giáo viên gửi bài dự thi về Văn phòng trước ngày 10/11/2026.",
        "Nhà trường trao giải trong lễ sơ kết.",
    )

    found = tasks_in([*blocks, *map(Paragraph, told)], YEAR)

    assert [task.responsible for task in found] == [
        "Chi đoàn giáo viên",
        "Giáo viên",
        "Nhà trường",
    ]


@pytest.mark.parametrize(
    ("bracket", "who", "until"),
    [
        ("ngày 25/11, cô Hoa phụ trách", "cô Hoa", "ngày 25/11"),
        ("trước 30/11, do Tổ Mỹ thuật thực hiện", "Tổ Mỹ thuật", "trước 30/11"),
        ("sáng thứ Bảy 28/11, Đội phụ trách, GVCN phối hợp", "Đội", "thứ Bảy 28/11"),
        ("Tuần 3 tháng 11, Tổ Văn phụ trách", "Tổ Văn", "Tuần 3 tháng 11"),
        ("14h00 ngày 25/11/2026 tại hội trường, cô Hoa phụ trách", "cô Hoa",
         "ngày 25/11/2026"),
        ("trước 20/11 - Tổ Văn", "Tổ Văn", "trước 20/11"),
        ("dự kiến 19/11; Công đoàn chủ trì", "Công đoàn", "dự kiến 19/11"),
        ("Hoàn thành 05/10/2026; Văn phòng", "Văn phòng", "Hoàn thành 05/10/2026"),
        ("từ 01/11 - 15/11, Thư viện", "Thư viện", "15/11"),
    ],
)  # fmt: skip
def test_a_time_before_the_name_in_a_bracket_is_no_part_of_the_name(
    bracket, who, until
):
    item = Paragraph(f"Tổ chức hội diễn ({bracket}).", "-", 1)

    (task,) = tasks_in([CONTENT, item], YEAR)

    assert (task.text, task.responsible) == ("Tổ chức hội diễn", who)
    assert task.deadline_text == until


def test_the_classes_in_a_bracket_take_part_and_do_not_do_the_work():
    assert read(CONTENT, "Thi kể chuyện (khối 6, 7).") == []


@pytest.mark.parametrize("heading", [CONTENT, SHARED])
@pytest.mark.parametrize(
    "sentence",
    [
        "Các tổ thực hiện nghiêm túc.",
        "Các tổ chuyên môn triển khai thực hiện nghiêm túc kế hoạch này.",
        "Yêu cầu các tổ thực hiện tốt kế hoạch.",
        "Học sinh được giao bài tập trước ngày 10/10.",
        "Trường được UBND xã giao 500 triệu đồng trước 31/12/2026.",
        "Sở GD&ĐT giao chỉ tiêu tuyển sinh 120 học sinh.",
        "Hiệu trưởng đã giao Tổ Văn phụ trách bản tin từ năm 2020.",
        "Thư viện do cô Hạnh phụ trách có 5.000 bản sách.",
        "Năm 2025, Tổ Văn đã chủ trì tổ chức hội thi trước ngày 20/11/2025.",
        "Trước ngày 15/9/2025, Tổ Toán đã hoàn thành báo cáo.",
        "Năm học 2024-2025, Đoàn trường chủ trì 5 hội thi, đạt kết quả tốt.",
        "Theo Luật Giáo dục, nhà trường chịu trách nhiệm chính về an toàn của học sinh.",
    ],
)
def test_what_is_done_or_said_of_all_gives_nobody_work(heading, sentence):
    assert read(heading, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Các lớp đã đăng ký nộp bài trước ngày 20/11.", "Các lớp"),
        ("Tổ Văn được giao viết bài trước ngày 20/11.", "Tổ Văn"),
        ("Theo Điều lệ trường học, Tổ Văn chủ trì hội thi.", "Tổ Văn"),
        ("Năm 2026, Đoàn trường chủ trì hội thi.", "Đoàn trường"),
        ("Năm 2025, Tổ Văn đã chủ trì hội thi. Giao Tổ Toán nộp bài trước 20/11.",
         "Tổ Toán"),
    ],
)  # fmt: skip
def test_work_beside_such_words_is_still_given(sentence, who):
    ((_, responsible),) = read(CONTENT, sentence)
    assert responsible.startswith(who)


@pytest.mark.parametrize("lead", ["Tháng 11:", "Tháng 11/2026:"])
def test_a_week_below_a_month_is_a_week_of_that_month(lead):
    blocks = [
        CONTENT,
        Paragraph(lead),
        Paragraph("Tuần 1: Tìm hiểu luật giao thông (Tổ Xã hội).", "-", 1),
    ]

    (task,) = tasks_in(blocks, YEAR)

    assert task.deadline_text == f"Tuần 1, {lead[0].lower()}{lead[1:-1]}"


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Giao Đoàn trường tổ chức chào cờ vào thứ Hai đầu tháng.", "thứ Hai đầu tháng"),
        ("Giao Đoàn trường tổ chức chào cờ vào sáng thứ Hai tuần đầu của tháng.",
         "sáng thứ Hai tuần đầu của tháng"),
        ("Y tế học đường: cân đo, báo cáo số liệu ngày 25/11/2026.", "ngày 25/11/2026"),
    ],
)  # fmt: skip
def test_a_day_is_told_in_all_its_words(sentence, until):
    (task,) = tasks_in([SHARED, Paragraph(sentence, "-", 1)], YEAR)

    assert task.deadline_text == until
