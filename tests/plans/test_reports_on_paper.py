"""What a plan owes its superiors is on paper: once, in full, and read back as it was."""

import datetime as dt
import json

import pytest

from tests.factories.pages import section, task
from wagtail_kehoach.decree30.interchange import to_json
from wagtail_kehoach.decree30.parts import Paragraph, Table
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.plans.documents import to_document
from wagtail_kehoach.plans.exports import as_json, as_word

pytestmark = pytest.mark.django_db

CLOSING = "Trên đây là kế hoạch của nhà trường./."
YEAR_END = {
    "text": "Báo cáo tổng kết năm học",
    "due_on": dt.date(2026, 5, 29),
    "to": "UBND xã Tân Phú Trung",
}
DUE = "trước ngày 29/5/2026"


def plan_of(*html, duties=(), tasks=(), **said):
    """A plan, not saved, with these paragraphs, duties and tasks."""
    text = "".join(f"<p>{line}</p>" for line in html)
    return PlanPage(
        title="Truyền thông năm học 2025-2026",
        slug="truyen-thong",
        issuing_body="TRƯỜNG THCS BÌNH MINH",
        place="Tân Phú Trung",
        symbol="KH-THCSBM",
        signatory_position="HIỆU TRƯỞNG",
        signatory_name="Trần Quốc Toản",
        body=[section("I", "TỔ CHỨC THỰC HIỆN", text), *said.pop("more", [])],
        tasks=tasks,
        reporting=[("duty", {"due_text": "", "to": "", **duty}) for duty in duties],
        period_type=PlanPage.PeriodType.SCHOOL_YEAR,
        starts_on=dt.date(2025, 9, 1),
        ends_on=dt.date(2026, 5, 31),
        period_text="năm học 2025-2026",
        **said,
    )


def printed(page):
    """The lines of the text on paper."""
    return [b.text for b in to_document(page).body if isinstance(b, Paragraph)]


def owed(page):
    """The duties that are printed because no line says them."""
    lines = printed(page)
    leads = [line for line in lines if line in ("Chế độ báo cáo:", "Các báo cáo:")]
    return lines[lines.index(leads[0]) + 1 :] if leads else []


def test_a_row_of_the_task_table_says_no_report():
    work = task(
        "Viết báo cáo tổng kết, đưa tin lễ bế giảng năm học",
        lead="UBND xã Tân Phú Trung",
        due_on=dt.date(2026, 5, 29),
    )

    page = plan_of("Các tổ làm theo bảng sau.", duties=[YEAR_END], tasks=[work])

    said = "Báo cáo tổng kết năm học (trước ngày 29/05/2026, gửi UBND xã Tân Phú Trung)"
    assert owed(page) == [f"{said}."]


def test_a_row_that_says_every_word_is_no_line_either():
    text = "Báo cáo tổng kết năm học gửi UBND xã Tân Phú Trung"
    work = task(text, due_on=dt.date(2026, 5, 29))

    assert owed(plan_of("Như sau.", duties=[YEAR_END], tasks=[work]))


@pytest.mark.parametrize(
    "line",
    [
        f"Báo cáo tổng kết học kỳ, năm học gửi UBND xã Tân Phú Trung {DUE}.",
        f"Năm học tổng kết, báo cáo gửi UBND xã Tân Phú Trung {DUE}.",
        "Báo cáo tổng kết năm học gửi UBND xã Tân Phú Trung trước ngày 29/6/2026.",
        "Báo cáo tổng kết năm học gửi UBND xã Tân Phú Trung.",
        f"Báo cáo tổng kết năm học gửi Hiệu trưởng {DUE}.",
    ],
    ids=["other words", "other order", "other day", "no day", "other addressee"],
)
def test_a_line_that_says_something_else_leaves_it_owed(line):
    assert len(owed(plan_of(line, duties=[YEAR_END]))) == 1


@pytest.mark.parametrize(
    "line",
    [
        f"Báo cáo tổng kết năm học gửi UBND xã Tân Phú Trung {DUE}.",
        "Trước ngày 29/05, Văn phòng gửi UBND xã Tân Phú Trung báo cáo tổng kết năm học.",
    ],
)
def test_a_line_that_says_all_of_it_is_enough(line):
    assert owed(plan_of(line, duties=[YEAR_END])) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Gửi UBND xã Tân Phú Trung:", f"- Báo cáo tổng kết năm học {DUE}."],
        [f"Trường gửi UBND xã Tân Phú Trung {DUE}:", "- Báo cáo tổng kết năm học."],
        [f"Báo cáo tổng kết năm học gửi Uỷ ban nhân dân xã Tân Phú Trung {DUE}."],
        [
            f"Báo cáo tổng kết năm học gửi UBND xã Tân Phú Trung {DUE}; nộp hồ sơ thi đua "
            "trước ngày 15/6/2026."
        ],
    ],
    ids=["addressee above", "both above", "in full", "another day for other work"],
)
def test_what_leads_to_a_list_and_names_in_full_say_it_too(lines):
    page = plan_of(duties=[YEAR_END])
    items = "".join(
        f"<ul><li>{line[2:]}</li></ul>" if line.startswith("- ") else f"<p>{line}</p>"
        for line in lines
    )
    page.body = [section("I", "TỔ CHỨC THỰC HIỆN", items)]

    assert owed(page) == []


def test_a_line_may_say_what_is_owed_in_each_term():
    said = "Báo cáo kết quả học kỳ I trước ngày 10/01/2026 và học kỳ II {}."
    terms = [("học kỳ I", dt.date(2026, 1, 10)), ("học kỳ II", dt.date(2026, 5, 29))]
    duties = [{"text": f"Báo cáo kết quả {term}", "due_on": day} for term, day in terms]

    assert owed(plan_of(said.format(DUE), duties=duties)) == []
    assert len(owed(plan_of(said.format("trước ngày 30/5/2026"), duties=duties))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Các tổ không phải báo cáo tổng kết năm học.",
        "Khắc phục hạn chế nêu tại báo cáo tổng kết năm học 2023-2024.",
        "Họp trước ngày 29/5/2026. Báo cáo tổng kết năm học trước ngày 15/6/2026.",
        "Báo cáo tổng kết năm học trước ngày 15/6/2026; họp trước ngày 29/5/2026.",
    ],
    ids=["denied", "of another year", "day of a meeting before", "and behind"],
)
def test_a_line_that_denies_it_or_means_another_leaves_it_owed(line):
    due = dt.date(2026, 5, 29) if "họp" in line.lower() else None

    page = plan_of(line, duties=[{**YEAR_END, "to": "", "due_on": due}])

    assert len(owed(page)) == 1


def test_where_the_tone_is_set_makes_no_other_body():
    line = f"Báo cáo tổng kết năm học gửi Ủy ban nhân dân xã {DUE}."

    page = plan_of(line, duties=[YEAR_END | {"to": "Uỷ ban nhân dân xã"}])

    assert owed(page) == []


@pytest.mark.parametrize(
    ("own", "other"), [("kỳ II", "kỳ I"), ("kỳ I", "kỳ II"), ("lần 2", "lần 1")]
)
def test_a_line_with_another_numeral_leaves_it_owed(own, other):
    text = (
        "Báo cáo kết quả truyền thông của nhà trường về an toàn trường học {} năm học"
    )

    page = plan_of(f"{text.format(other)}.", duties=[{"text": text.format(own)}])

    assert owed(page) == [f"{text.format(own)}."]


def test_a_duty_whose_day_and_addressee_stand_in_other_lines_is_printed_once():
    """As the reader takes it from a file, with a day out of the school year."""
    page = plan_of(
        "Báo cáo kết quả truyền thông:",
        "Thời điểm: cuối học kỳ I; cuối năm học.",
        "Nhận báo cáo: UBND xã.",
        duties=[
            {
                "text": "Báo cáo kết quả truyền thông",
                "due_on": dt.date(2026, 1, 17),
                "due_text": "cuối học kỳ I",
                "to": "UBND xã",
            }
        ],
    )

    assert owed(page) == []


def test_text_in_the_line_of_its_heading_says_it_with_the_heading():
    said = f": gửi UBND xã Tân Phú Trung {DUE}."

    page = plan_of(
        "Như sau:",
        more=[section("II", "Báo cáo tổng kết năm học", f"<p>{said}</p>")],
        duties=[YEAR_END],
    )

    assert owed(page) == []


WORK = task("Viết tin khai giảng", lead="Tổ Văn phòng", due_on=dt.date(2025, 9, 5))


@pytest.mark.parametrize(
    "closing",
    [
        [CLOSING],
        ["Trên đây là kế hoạch của nhà trường.", "Đề nghị các tổ thực hiện./."],
        ["Trên đây là kế hoạch của nhà trường."],
        ["Trên đây, nhà trường đã nêu kế hoạch của năm học./."],
        ["Yêu cầu các tổ nghiêm túc thực hiện./."],
        [
            "Trong quá trình thực hiện, nếu có vướng mắc, các tổ báo nhà trường.",
            CLOSING,
        ],
        [
            "Trên đây là kế hoạch của nhà trường.",
            "Nhà trường mong được góp ý.",
            "Các tổ cùng nhau thực hiện.",
            "Năm học mới nhiều thành công.",
            "Trân trọng./.",
        ],
    ],
    ids=[
        "one sentence",
        "two sentences",
        "without the mark of the end",
        "a comma",
        "a demand",
        "what to do meanwhile",
        "many sentences",
    ],
)
def test_tasks_and_reports_stand_above_the_closing_words(closing):
    page = plan_of("Các tổ làm như sau.", *closing, tasks=[WORK], duties=[YEAR_END])

    heading, said, lead_in, table, *reports = to_document(page).body
    assert (heading.title, said.text) == ("TỔ CHỨC THỰC HIỆN", "Các tổ làm như sau.")
    assert lead_in.text == "Nhiệm vụ cụ thể:"
    assert isinstance(table, Table)
    assert [b.text for b in reports[:1] + reports[2:]] == ["Chế độ báo cáo:", *closing]


def test_a_list_item_may_close_the_text():
    page = plan_of(duties=[YEAR_END], tasks=[WORK])
    page.body = [
        section("I", "NỘI DUNG", f"<p>Như sau:</p><ul><li>{CLOSING}</li></ul>")
    ]

    texts = [getattr(block, "text", "") for block in to_document(page).body]
    assert texts[-1] == CLOSING


def test_nothing_is_added_to_a_section_that_only_concludes():
    more = [
        section("II", "KẾT LUẬN", f"<p>Kế hoạch có ý nghĩa lớn.</p><p>{CLOSING}</p>")
    ]

    page = plan_of("Các tổ làm như sau.", tasks=[WORK], duties=[YEAR_END], more=more)

    body = to_document(page).body
    place = [getattr(block, "title", "") for block in body].index("KẾT LUẬN")
    assert [b.text for b in body[place + 1 :]] == ["Kế hoạch có ý nghĩa lớn.", CLOSING]
    assert any(isinstance(block, Table) for block in body[:place])


DUTIES = {
    "with day and addressee": YEAR_END,
    "with a day alone": {**YEAR_END, "to": ""},
    "with an addressee alone": {**YEAR_END, "due_on": None},
    "with neither": {"text": "Báo cáo nhanh"},
    "on a subject": {**YEAR_END, "text": "Báo cáo kết quả truyền thông tuyển sinh"},
    "due in words": {**YEAR_END, "due_on": None, "due_text": "Khi có yêu cầu"},
    "due in words alone": {"text": "Báo cáo nhanh", "due_text": "theo hướng dẫn"},
    "with a bracket": {**YEAR_END, "text": "Báo cáo nhanh (qua điện thoại)"},
    "with its time in its words": {"text": "Báo cáo kết quả cuối năm học"},
    "not called a report, with neither": {"text": "Tổng hợp số liệu truyền thông"},
    "not called a report": {**YEAR_END, "text": "Tổng kết công tác truyền thông"},
    "with its day in words of its own": {
        "text": "Báo cáo kết quả về Sở trước ngày 30/4/2026",
        "due_on": dt.date(2026, 4, 30),
        "to": "Sở",
    },
    "to somebody else than it says": {
        "text": "Báo cáo kết quả về Sở trước ngày 30/4/2026",
        "due_on": dt.date(2026, 4, 30),
        "to": "Sở Giáo dục và Đào tạo (qua Văn phòng)",
    },
    "on another day than it names": {
        "text": "Báo cáo số liệu đến ngày 25/4",
        "due_on": dt.date(2026, 4, 30),
    },
}


@pytest.mark.parametrize("title", ["TỔ CHỨC THỰC HIỆN", "CHẾ ĐỘ BÁO CÁO"])
@pytest.mark.parametrize("case", DUTIES)
def test_the_word_file_is_read_as_the_json_says(case, title):
    page = plan_of(
        "Để biết.",
        CLOSING,
        tasks=[WORK],
        duties=[
            DUTIES[case],
            {"text": "Báo cáo đột xuất", "due_text": "khi có yêu cầu"},
        ],
    )
    page.body[0].value["title"] = title

    said = json.loads(as_json(page))
    again = to_json(read("a.docx", as_word(page)))

    for name in ("text", "due", "to"):
        assert [d[name] for d in again["reporting"]] == [
            d[name] for d in said["reporting"]
        ]
    assert len(said["reporting"]) == 2
    assert [t["text"] for t in again["tasks"]] == ["Viết tin khai giảng"]
