"""Each legal document is printed as one cites it, in the language of the page."""

import datetime as dt

import pytest
from django.utils.translation import override

from tests.factories.pages import ForeignInfoPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.foreign_info.legal_blocks import LegalDocumentBlock

FACTS = {
    "number": "42/KH-UBND",
    "date": dt.date(2026, 10, 5),
    "issuer": "UBND xã Tân Phú Trung",
}
CITED = "số 42/KH-UBND ngày 05/10/2026 của UBND xã Tân Phú Trung"


def cited(text, language="vi", **facts):
    value = LegalDocumentBlock().to_python({"text": text, **FACTS, **facts})
    with override(language):
        return value.cited


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Công văn", f"Công văn {CITED}"),
        (
            "Công văn về việc hướng dẫn giao lưu",
            f"Công văn {CITED} về việc hướng dẫn giao lưu",
        ),
        (
            "Kế hoạch hoạt động thông tin đối ngoại năm 2026",
            f"Kế hoạch hoạt động thông tin đối ngoại năm 2026 ({CITED})",
        ),
        (
            "Công văn số 42/KH-UBND của UBND xã Tân Phú Trung về giao lưu",
            "Công văn số 42/KH-UBND của UBND xã Tân Phú Trung về giao lưu "
            "(ngày 05/10/2026)",
        ),
    ],
)
def test_number_day_and_issuer_stand_where_a_reader_expects_them(text, said):
    assert cited(text) == said


@pytest.mark.parametrize(
    "day", ["5/10/2026", "05-10-2026", "ngày 05 tháng 10 năm 2026"]
)
def test_what_the_wording_says_is_not_said_again(day):
    text = f"Kế hoạch số 42/KH-UBND {day} của Ubnd xã Tân Phú Trung về giao lưu"

    assert cited(text) == text


def test_what_is_not_known_leaves_no_trace():
    nothing = {"number": "", "date": None, "issuer": ""}

    assert cited("Nghị định về đối ngoại", **nothing) == "Nghị định về đối ngoại"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No. 42/KH-UBND dated 05/10/2026 of UBND xã Tân Phú Trung"),
        ("lo", "ເລກທີ 42/KH-UBND ລົງວັນທີ 05/10/2026 ຂອງ UBND xã Tân Phú Trung"),
        ("km", "លេខ 42/KH-UBND ចុះថ្ងៃទី 05/10/2026 របស់ UBND xã Tân Phú Trung"),
    ],
)
def test_it_speaks_the_language_of_the_page(language, said):
    assert cited("Official letter", language) == f"Official letter {said}"


@pytest.mark.django_db
def test_the_public_page_prints_it_and_the_search_finds_it(client, editor, principal):
    document = ("document", {"text": "Công văn", **FACTS})
    item = ForeignInfoPageFactory(legal_documents=[document])
    item = approved(item, by=editor, principal=principal)

    assert f"<li>Công văn {CITED}</li>" in client.get(item.url).content.decode()
    found = type(item).get_search_fields()
    texts = [
        field.get_value(item)
        for field in found
        if field.field_name == "legal_documents"
    ]
    assert CITED in str(texts)
