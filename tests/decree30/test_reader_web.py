"""Web pages under another name are refused; text with a few tags in it is read."""

import pytest

from wagtail_kehoach.decree30.reader import read, text_in
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .build import PLAN, plan_with

TEXT = PLAN if isinstance(PLAN, str) else PLAN.decode()
BODY = "".join(f"<p>{line}</p>\n" for line in TEXT.splitlines())
PAGE = f"<html><head><title>Kế hoạch</title></head><body>{BODY}</body></html>"
ARCHIVE = (
    "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n"
)


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(ReadingRefused) as refusal:
        read(name, data)
    return refusal.value.code


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        f"<!DOCTYPE html>\n{PAGE}",
        f"\n\n<?xml version='1.0'?>\n<!-- saved from url=(0014) -->\n{PAGE}",
        PAGE.replace("<html>", '<HTML xmlns:v="urn:schemas-microsoft-com:vml">'),
        f"<meta charset='utf-8'>{BODY}",
        ARCHIVE + PAGE,
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{PAGE}",
    ],
    ids=["html", "doctype", "comment", "Word", "clipboard", "archive", "mail"],
)
def test_a_web_page_under_another_name_is_refused(page):
    assert code_of("ke-hoach.txt", page.encode()) == "web-page"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_in_whatever_encoding(encoding):
    assert code_of("ke-hoach.txt", PAGE.encode(encoding)) == "web-page"


@pytest.mark.parametrize(
    "name", ["ke-hoach.html", "ke-hoach.doc", "ke-hoach.docx", "a"]
)
def test_whatever_its_name(name):
    assert code_of(name, PAGE.encode()) == "web-page"


def test_a_part_of_the_source_of_a_page_is_refused():
    assert (
        code_of("a.txt", f'<div class="noi-dung">\n{BODY}</div>'.encode()) == "web-page"
    )


def test_a_web_page_is_no_text_to_be_searched():
    with pytest.raises(ReadingRefused, match="web-page"):
        text_in("a.txt", PAGE.encode())


def test_a_text_that_speaks_of_tags_is_read():
    said = plan_with("Giúp cha mẹ học sinh", "Dùng thẻ <p> và </p>, <html>, <div> để")

    assert "<html>" in text_in("a.txt", said)


def test_a_table_that_text_recognition_wrote_in_tags_is_read():
    table = "<table><tr><td>TRƯỜNG TIỂU HỌC HOA BAN</td><td>CỘNG HÒA</td></tr></table>"

    reading = read("ocr.md", f"{table}\n\n{TEXT}".encode())

    assert reading.is_plan


def test_a_long_line_of_brackets_takes_no_time():
    assert "<" in text_in("a.txt", b"<div " * 60_000 + b"\nhet")
