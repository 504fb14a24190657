"""The blocks of a plan in the form."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from wagtail.rich_text import RichText

from wagtail_kehoach.plans.blocks import RecipientsBlock, SectionBlock
from wagtail_kehoach.posts.blocks import PostBodyBlock


def field_of(stream, name):
    with override("vi"):
        return stream.child_blocks[name].field.widget.render(name, "")


def test_a_field_that_stands_alone_in_its_block_has_a_name():
    assert 'aria-label="Nơi nhận"' in field_of(RecipientsBlock(), "recipient")
    assert 'aria-label="Nơi nhận bản điện tử"' in field_of(
        RecipientsBlock(), "electronic"
    )
    assert 'aria-label="Đề mục"' in field_of(PostBodyBlock(), "heading")


def test_a_section_says_nothing_of_a_paper_that_nobody_chose():
    stored = {"number": "I", "title": "MỤC ĐÍCH", "level": 1, "text": "<p>Để biết.</p>"}
    block = SectionBlock()

    value = block.to_python(stored)

    assert value["paper"] == ""
    assert "paper" not in block.get_prep_value(value)


@pytest.mark.parametrize(
    ("opening", "line"),
    [
        (": ", "2. Tổ Văn: viết tin."),
        (". ", "2. Tổ Văn. viết tin."),
        ("\u2060", "2. Tổ Văn viết tin."),
    ],
)
def test_text_in_the_line_of_its_heading_is_found_and_shown_in_it(opening, line):
    block = SectionBlock()
    text = RichText(f"<p>{opening}viết tin.</p><p>Sau đó đăng.</p>")
    value = block.to_python({"number": "2", "title": "Tổ Văn", "level": 2})
    value["text"] = text

    assert block.get_searchable_content(value)[0].startswith(line)
    shown = BeautifulSoup(block.render(value), "html.parser")
    assert " ".join(shown.get_text(" ").split()) == f"{line} Sau đó đăng."
    assert shown.h3["class"] == ["kh-heading", "kh-heading-2", "kh-run-in"]


def test_an_article_without_a_title_shows_its_number_before_its_text():
    block = SectionBlock()
    value = block.to_python({"number": "Điều 1", "title": "", "level": 1})
    value["text"] = RichText("<p>\u2060Phê duyệt kế hoạch.</p>")

    shown = BeautifulSoup(block.render(value), "html.parser")

    assert " ".join(shown.get_text(" ").split()) == "Điều 1. Phê duyệt kế hoạch."
