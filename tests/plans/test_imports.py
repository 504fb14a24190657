import datetime as dt
import json
import unicodedata

import docx
import pytest
from wagtail.models import Revision

from tests.decree30.build import NATION, docx_of, plan_with
from tests.factories.workflows import approved
from wagtail_kehoach.exceptions import ImportRefused
from wagtail_kehoach.models import Approval, PlanReading, PlanTask, SchoolSettings
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.documents import to_document
from wagtail_kehoach.plans.exports import as_json
from wagtail_kehoach.plans.imports import make_draft, read_file
from wagtail_kehoach.plans.queries import plan_of

NEWS = """\
Trường Tiểu học Hoa Ban tổ chức Ngày hội đọc sách

Sáng ngày 21/4/2026, tại sân trường, hơn 500 em học sinh đã tham gia Ngày hội đọc sách.
Các em kể chuyện theo sách, vẽ tranh và trao đổi sách với bạn.
Cô Hiệu trưởng cho biết ngày hội sẽ được tổ chức hằng năm.
"""


@pytest.fixture
def index(site):
    """The page below which plans are put."""
    return PlanIndexPage.objects.get()


@pytest.fixture
def draft(index, editor):
    """Make a draft of a file, as the editor."""
    return lambda name, data: make_draft(
        read_file(name, data), parent=index, user=editor
    )


def word_plan():
    """A plan of ours as a Word file, with a table of tasks."""
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "UBND XÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC HOA BAN\nSố: 12/KH-THHB"
    right.text = f"{NATION}\nSuối Trăng, ngày 05 tháng 9 năm 2026"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Truyền thông của nhà trường năm học 2026-2027")
    document.add_paragraph("Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2026 của UBND xã;")
    document.add_paragraph("Nhà trường xây dựng kế hoạch như sau:")
    document.add_paragraph("I. MỤC ĐÍCH")
    document.add_paragraph("- Giúp cha mẹ học sinh hiểu việc học của con.")
    document.add_paragraph("II. NHIỆM VỤ")
    table = document.add_table(3, 4, style="Table Grid")
    for row, texts in zip(
        table.rows,
        [
            ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"),
            ("1", "Đăng lịch tuần lên trang tin", "Tổ Văn phòng", "Hằng tuần"),
            ("2", "Viết bài về gương tốt", "Đoàn thanh niên", "Tháng 11"),
        ],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Trên đây là kế hoạch của nhà trường./.")
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "Nơi nhận:\n- UBND xã (để b/c);\n- Lưu: VT."
    right.text = "HIỆU TRƯỞNG\n\n\nLò Thị Mai"
    return docx_of(document)


def assert_nothing_was_stored():
    for model in (PlanPage, PlanReading, PlanTask):
        assert not model.objects.exists()
    assert not Revision.objects.filter(
        object_id__in=map(str, PlanPage.objects.values_list("pk", flat=True))
    ).exists()


def test_a_word_file_becomes_a_draft(draft, index, editor):
    page = draft("ke-hoach.docx", word_plan())

    assert (page.live, page.owner, page.get_parent().specific) == (False, editor, index)
    assert page.title == "Truyền thông của nhà trường năm học 2026-2027"
    assert (page.issuing_body, page.superior_body) == (
        "TRƯỜNG TIỂU HỌC HOA BAN",
        "UBND XÃ SUỐI TRĂNG",
    )
    assert (page.number, page.symbol) == ("12", "KH-THHB")
    assert (page.place, page.issued_on) == ("Suối Trăng", dt.date(2026, 9, 5))
    assert (page.period_type, page.starts_on, page.ends_on) == (
        "nam_hoc",
        dt.date(2026, 9, 1),
        dt.date(2027, 5, 31),
    )
    assert [child.value["number"] for child in page.legal_bases] == ["77/KH-UBND"]
    assert [
        child.value["title"] for child in page.body if child.block_type == "section"
    ][:2] == ["MỤC ĐÍCH", "NHIỆM VỤ"]
    assert [(c.value["text"], c.value["lead"]) for c in page.tasks] == [
        ("Đăng lịch tuần lên trang tin", "Tổ Văn phòng"),
        ("Viết bài về gương tốt", "Đoàn thanh niên"),
    ]
    assert [child.value for child in page.recipients] == ["UBND xã (để b/c)", "Lưu: VT"]
    assert (page.signatory_position, page.signatory_name) == (
        "HIỆU TRƯỞNG",
        "Lò Thị Mai",
    )


def test_a_text_file_becomes_a_draft(draft):
    page = draft("ke-hoach.txt", plan_with())

    assert page.title == "Truyền thông của nhà trường năm học 2025-2026"
    assert (page.number, page.issued_on) == ("12", dt.date(2025, 9, 5))


def test_a_draft_is_never_public(draft, client):
    page = draft("ke-hoach.txt", plan_with())

    assert client.get(page.url).status_code == 404
    assert not PlanTask.objects.exists()
    assert not Approval.objects.of(page).exists()


def test_the_draft_is_a_revision_of_the_one_who_brought_it(draft, editor):
    page = draft("ke-hoach.txt", plan_with())

    assert page.latest_revision.user == editor
    assert page.latest_revision.as_object().title == page.title


def test_the_address_is_in_plain_letters(draft):
    page = draft(
        "ke-hoach.txt", plan_with("Truyền thông của", "Đẩy mạnh truyền thông của")
    )

    assert page.slug == "day-manh-truyen-thong-cua-nha-truong-nam-hoc-2025-2026"


def test_the_same_file_twice_gives_two_drafts(draft):
    first = draft("ke-hoach.txt", plan_with())
    second = draft("ke-hoach.txt", plan_with())

    assert second.pk != first.pk
    assert second.slug == f"{first.slug}-2"


def test_the_reading_is_kept_beside_the_draft(draft):
    page = draft("ke-hoach.txt", plan_with("Số: 12/KH-THHB", "Số:     /KH-THHB"))

    stored = PlanReading.objects.get(page_id=page.pk)
    assert stored.file_name == "ke-hoach.txt"
    [warning] = [w for w in stored.reading["warnings"] if w["code"] == "number-missing"]
    assert warning["message"] != "number-missing"
    assert stored.reading["symbol"] == "KH-THHB"


def test_the_reading_goes_with_the_plan(draft):
    draft("ke-hoach.txt", plan_with()).delete()

    assert not PlanReading.objects.exists()


def test_the_school_s_own_details_fill_gaps_and_nothing_else(draft, site):
    school = SchoolSettings.for_site(site)
    school.superior_body = "UBND PHƯỜNG KHÁC"
    school.issuing_body = "TRƯỜNG TIỂU HỌC HOA BAN"
    school.place = "Nơi khác"
    school.save()
    headless = plan_with().decode().split("KẾ HOẠCH\n", 1)[1]

    whole = draft("du.txt", plan_with())
    gaps = draft("thieu.txt", f"KẾ HOẠCH\n{headless}".encode())

    assert (whole.superior_body, whole.place) == ("UBND XÃ SUỐI TRĂNG", "Suối Trăng")
    assert (gaps.superior_body, gaps.place) == ("UBND PHƯỜNG KHÁC", "Nơi khác")


def test_a_document_of_another_body_gets_nothing_of_the_school(draft, site):
    school = SchoolSettings.for_site(site)
    school.issuing_body, school.place = "TRƯỜNG KHÁC", "Nơi khác"
    school.head_title, school.head_name = "HIỆU TRƯỞNG", "Trần Thị Khác"
    school.save()
    unsigned = plan_with("Lò Thị Mai", "").replace("Suối Trăng, ngày".encode(), b"")

    page = draft("ke-hoach.txt", unsigned)

    assert page.place != "Nơi khác"
    assert page.signatory_name != "Trần Thị Khác"


def test_what_is_too_long_for_its_field_is_shown_to_the_editor(index, editor):
    reading = read_file("ke-hoach.txt", plan_with())
    reading.document.issuer = "TRƯỜNG TIỂU HỌC " + "HOA BAN " * 40

    page = make_draft(reading, parent=index, user=editor)

    assert len(page.issuing_body) == 255
    stored = PlanReading.objects.get(page_id=page.pk).reading
    assert reading.document.issuer in stored["not_understood"]


def test_a_file_without_a_title_is_called_after_itself(draft):
    nameless = plan_with("Truyền thông của nhà trường năm học 2025-2026\n", "")
    page = draft(f"{'kế hoạch ' * 60}.txt", nameless)

    assert "kế hoạch kế hoạch" in page.title
    assert len(page.title) <= 255


def test_half_composed_letters_are_composed(draft):
    half_composed = unicodedata.normalize("NFD", plan_with().decode())

    page = draft("ke-hoach.txt", half_composed.encode())

    assert page.title == "Truyền thông của nhà trường năm học 2025-2026"
    assert unicodedata.is_normalized("NFC", page.body.raw_data[0]["value"]["title"])


def test_control_characters_are_dropped(draft):
    page = draft("ke-hoach.txt", plan_with("Giúp cha mẹ", "Giúp\x00 cha\x07 mẹ"))

    text = str(page.body.raw_data) + str(PlanReading.objects.get().reading)
    assert "Giúp cha mẹ" in text
    assert not any(code in text for code in ("\x00", "\\x00", "\x07", "\\x07"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trong.txt", b"", "empty"),
        ("trong.docx", b"", "empty"),
        ("khoang-trang.txt", b" \n\n ", "empty"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "wrong-type"),
        ("hong.docx", b"PK\x03\x04" + b"\x00" * 100, "corrupt"),
        (
            "mat.txt",
            plan_with(
                "TRƯỜNG TIỂU HỌC HOA BAN\n", "TRƯỜNG TIỂU HỌC HOA BAN\nTỐI MẬT\n"
            ),
            "secrecy-mark",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_reason(draft, name, data, code):
    with pytest.raises(ImportRefused) as refusal:
        draft(name, data)

    assert refusal.value.code == code
    assert refusal.value.reason.endswith(".")
    assert_nothing_was_stored()


def test_a_file_that_is_too_large_is_refused(draft, settings):
    settings.WAGTAIL_KEHOACH = {"IMPORT_MAX_MB": 1}

    with pytest.raises(ImportRefused) as refusal:
        draft("lon.txt", b"a" * (1024 * 1024 + 1))

    assert refusal.value.code == "too-large"
    assert_nothing_was_stored()


def test_a_news_item_is_no_plan(draft):
    with pytest.raises(ImportRefused, match="không phải kế hoạch") as refusal:
        draft("tin.txt", NEWS.encode())

    assert refusal.value.code == "no-plan"
    assert_nothing_was_stored()


def test_what_fails_halfway_leaves_nothing(draft, index):
    children = index.get_children().count()

    def fail(sender, **kwargs):
        raise RuntimeError("đứt điện")

    from django.db.models.signals import pre_save

    pre_save.connect(fail, sender=PlanReading)
    try:
        with pytest.raises(RuntimeError):
            draft("ke-hoach.txt", plan_with())
    finally:
        pre_save.disconnect(fail, sender=PlanReading)

    assert_nothing_was_stored()
    index.refresh_from_db()
    assert index.numchild == children


def test_of_a_file_with_a_secrecy_mark_the_event_alone_is_logged(caplog):
    data = plan_with("\nKẾ HOẠCH", "\nTỐI MẬT\nKẾ HOẠCH")

    with pytest.raises(ImportRefused):
        read_file("Danh sách cán bộ.txt", data)

    (said,) = caplog.records
    assert (said.name, said.levelname) == ("wagtail_kehoach.uploads", "WARNING")
    assert said.getMessage() == "A file with a secrecy mark was refused and not kept."


def test_a_file_that_is_read_leaves_no_word_in_the_log(caplog):
    read_file("a.txt", plan_with())

    assert caplog.records == []


def test_a_day_that_the_file_leaves_open_is_left_open_on_paper(draft):
    plan = draft("a.txt", plan_with("ngày 05 tháng 9", "ngày … tháng 9"))

    assert to_document(plan).date_partial == "2025-09"
    assert json.loads(as_json(plan))["date_partial"] == "2025-09"

    plan.issued_on = dt.date(2025, 9, 8)
    assert to_document(plan).date_partial is None


def test_an_approved_plan_leaves_its_whole_date_to_the_register(
    draft, editor, principal
):
    plan = draft("a.txt", plan_with("ngày 05 tháng 9", "ngày … tháng 9"))

    approved(plan, by=editor, principal=principal)

    assert to_document(plan_of(plan.pk)).date_partial is None


def test_a_text_that_is_too_long_is_not_told_how_many_pages_it_has(draft):
    with pytest.raises(ImportRefused) as refusal:
        draft("dai.txt", b"a\n" * 60_000)

    assert refusal.value.code == "too-much-text"
    assert "nhiều chữ hơn" in refusal.value.reason
    assert "trang" not in refusal.value.reason
    assert_nothing_was_stored()
