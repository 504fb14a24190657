"""The commendation of a story: into its form, onto public pages, into the report."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

import docx
from playwright.sync_api import expect

from .barriers import assert_fits, assert_is_accessible
from .test_plan_journey import choose

RECOGNITION = "Giấy khen"
SUPERIOR = "UBND xã Tân Phú Trung"
#: No other text of the demo school has it.
NUMBER = "7391/QĐ-UBND"
TODAY = f"{dt.date.today():%d/%m/%Y}"
DECIDED = f"{RECOGNITION}, {SUPERIOR}, Quyết định số {NUMBER} ngày {TODAY}."


def fill_date(page, field: str, day: str) -> None:
    """Type a date and leave its field: the calendar lies over what is below."""
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    page.fill(field, day)
    expect(calendar).to_be_visible()  # It opens a moment after the field is entered.
    page.press(field, "Tab")
    expect(calendar).to_have_count(0)


def send(editor, words: str) -> None:
    """Press an action of the form, and wait for the answer to the form itself.

    Wagtail saves and asks who else is there by posting too, which is no answer to it.
    """
    with editor.expect_navigation():
        choose(editor, words)


def commend(editor, draft: str) -> None:
    """Say to whom the story was nominated, and what was decided on what day."""
    editor.goto(draft)
    part = editor.get_by_role("region", name="Khen thưởng và đề cử")
    part.get_by_role("button", name="Mở hoặc thu gọn phần").click()
    editor.fill("#id_nominated_to", SUPERIOR)
    fill_date(editor, "#id_nominated_on", TODAY)
    editor.select_option("#id_nomination_state", label="được chấp thuận")
    editor.select_option("#id_recognition", label=RECOGNITION)
    editor.fill("#id_commendation_body", SUPERIOR)
    editor.fill("#id_commendation_number", NUMBER)
    fill_date(editor, "#id_commendation_date", TODAY)
    attach_decision(editor)
    assert_fits(editor)
    send(editor, "Lưu bản nháp")
    expect(editor.locator("#id_commendation_title")).to_have_value(RECOGNITION)


def attach_decision(editor) -> None:
    """Upload the decision from the chooser of documents."""
    editor.locator(
        "#id_commendation_document-chooser [data-chooser-action-choose]"
    ).first.click()
    modal = editor.locator(".modal-dialog")
    modal.get_by_role("tab", name="Tải lên").click()
    pdf = {"name": "qd.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    modal.locator("input[type=file]").set_input_files(pdf)
    modal.locator("[name$=title]").fill("Quyết định khen thưởng")
    modal.get_by_role("button", name="Tải lên").click()
    expect(modal).to_have_count(0)


def read_of_the_commendation(reader, subject: str) -> None:
    """The story and the yearly roll of honour say who was commended, and by what decision."""
    decided = f"Quyết định số {NUMBER}, {TODAY}"
    reader.goto("/bang-vang/")
    year = reader.locator("section", has=reader.get_by_text(decided))
    named = re.compile(r"^Năm học \d{4}")
    expect(year.get_by_role("heading", name=named)).to_be_visible()
    assert_is_accessible(reader)
    year.get_by_role("link", name=subject).click()
    expect(reader.get_by_text(decided)).to_be_visible()
    expect(reader.get_by_text("Được chấp thuận")).to_be_visible()
    assert_is_accessible(reader)
    href = reader.get_by_role("link", name="Xem quyết định").get_attribute("href")
    assert reader.request.get(href).body().startswith(b"%PDF")


def report_of(editor, draft: str) -> str:
    """What the downloaded report of achievements says."""
    editor.goto(draft)
    editor.get_by_role("button", name="Thao tác").first.click()
    with editor.expect_download() as found:
        editor.get_by_role("link", name="Báo cáo thành tích").click()
    report = docx.Document(BytesIO(found.value.path().read_bytes()))
    return "\n".join(part.text for part in report.paragraphs)
