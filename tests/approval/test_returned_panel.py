"""A writer who opens a returned text reads who returned it, and why."""

import pytest

from tests.approval.roads import edit_url
from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions

COMMENT = "Ảnh thứ hai mờ quá."


@pytest.fixture(params=[StoryPageFactory, SpokespersonFactory])
def returned(request, editor, principal):
    text = request.param()
    submission = submit_for_approval(text, by=editor)
    decisions.send_back(submission, user=principal, comment=COMMENT)
    return type(text).objects.get(pk=text.pk)


def form(client, user, text):
    client.force_login(user)
    return client.get(edit_url(text)).content.decode()


def test_the_comment_stands_on_top_of_the_form(client, editor, returned):
    html = form(client, editor, returned)

    assert "Nguyễn Văn Thành đã trả lại nội dung này lúc" in html
    assert f"<p>{COMMENT}</p>" in html


def test_once_it_is_submitted_again_the_comment_is_gone(client, editor, returned):
    returned.save_revision(user=editor)
    returned.current_workflow_state.resume(user=editor)

    assert "đã trả lại nội dung này" not in form(client, editor, returned)


def test_a_text_that_nobody_returned_says_nothing(client, editor):
    story = StoryPageFactory()

    assert "đã trả lại nội dung này" not in form(client, editor, story)
