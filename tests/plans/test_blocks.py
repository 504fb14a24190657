"""The blocks of a plan in the form."""

from django.utils.translation import override

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
