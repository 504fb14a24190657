"""A reading as JSON: the promised keys, ISO dates, and nothing lost on the way back."""

from __future__ import annotations

import json

import pytest

from wagtail_kehoach.decree30.interchange import from_json, to_json
from wagtail_kehoach.decree30.parts import Annex, Document
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.readings import Reading

from .build import close, plan_with, word_plan

PROMISED = {
    "file", "is_plan", "kind", "issuer_parent", "issuer", "number", "symbol", "place",
    "date", "date_partial", "date_text", "title", "period", "bases", "sections", "tasks",
    "recipients", "signatory", "reporting", "inferred", "confidence", "not_understood",
    "warnings",
}  # fmt: skip


def test_every_promised_key_is_there():
    assert to_json(read("a.txt", plan_with())).keys() >= PROMISED


def test_values_have_the_promised_shape():
    data = to_json(read("a.txt", plan_with()))
    assert data["date"] == "2025-09-05"
    assert data["sections"][0] == {
        "label": "I",
        "title": "MỤC ĐÍCH, YÊU CẦU",
        "level": 1,
    }
    assert data["bases"][0]["number"] == "77/KH-UBND"
    assert data["reporting"][0]["due"] == "2026-05-25"
    assert data["recipients"] == ["UBND xã (để b/c)", "Lưu: VT"]


def test_the_mark_behind_a_heading_is_kept_beside_its_title():
    reading = read("a.docx", close(word_plan("I. NỘI DUNG:", "- Viết tin.")))
    data = to_json(reading)

    assert data["sections"][0] == {"label": "I", "title": "NỘI DUNG", "level": 1}
    assert from_json(data).document.body == reading.document.body
    assert reading.document.body[0].end == ":"


def test_warnings_are_worded_by_the_caller():
    reading = read("a.txt", plan_with("Số: 12/KH-THHB", "Số:     /KH-THHB"))
    assert to_json(reading)["warnings"] == [
        {
            "code": "number-missing",
            "message": "number-missing",
            "original": None,
            "suggestion": None,
        }
    ]
    worded = to_json(reading, message_for=lambda warning: f"Xem lại: {warning.code}.")
    assert worded["warnings"][0]["message"] == "Xem lại: number-missing."


@pytest.mark.parametrize(
    "data",
    [
        plan_with(),
        plan_with("Lò Thị Mai\n", "Lò Thị Mai\n\nPHỤ LỤC\n\n1. Một việc.\n"),
        close(word_plan("I. NỘI DUNG", "Điều 1. Có hiệu lực từ ngày ký.")),
    ],
)
def test_a_reading_comes_back_as_it_went(data):
    reading = read("a.docx" if data[:2] == b"PK" else "a.txt", data)
    assert from_json(json.loads(json.dumps(to_json(reading)))) == reading


def test_the_paper_of_an_annex_is_told_where_somebody_asked_for_it():
    annexes = [Annex("Phụ lục I"), Annex("Phụ lục II", landscape=True)]
    reading = Reading("a", Document(annexes=annexes), is_plan=True)

    said = to_json(reading)

    assert [annex.get("landscape", "-") for annex in said["annexes"]] == ["-", True]
    assert from_json(said) == reading


def test_a_reading_without_the_extra_keys_can_be_read():
    data = to_json(read("a.txt", plan_with()))
    promised = {key: value for key, value in data.items() if key in PROMISED}
    assert from_json(promised).document.headings == from_json(data).document.headings
