"""What a draft may leave empty and a submission may not."""

import pytest
from django.urls import reverse

from tests.approval.roads import edit_url, form_data
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from wagtail_kehoach.approval import queries
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage


@pytest.fixture(params=[StoryPageFactory, ForeignInfoPageFactory])
def post(request, editor, client):
    obj = request.param()
    obj.save_revision(user=editor)
    client.force_login(editor)
    return obj


def without_body(obj, editor, **said):
    return form_data(obj, editor, **said) | {"body-count": "0"}


def test_a_post_without_a_body_is_not_submitted(post, client, editor):
    data = without_body(post, editor, **{"action-submit": "1"})

    answer = client.post(edit_url(post), data)

    assert dict(answer.context["form"].errors) == {
        "body": ["Không được để trống ô này."]
    }
    assert queries.submission_of(post) is None


def test_a_draft_without_a_body_is_saved(post, client, editor):
    answer = client.post(edit_url(post), without_body(post, editor, title="Còn dở"))

    assert answer.status_code == 302
    assert post.revisions.latest("pk").object_str == "Còn dở"


def test_a_principal_does_not_publish_a_post_without_a_body(post, client, principal):
    client.force_login(principal)
    data = without_body(post, principal, **{"action-publish": "1"})

    client.post(edit_url(post), data)

    assert not type(post).objects.get(pk=post.pk).live


def test_a_new_post_without_a_body_is_not_submitted(client, editor):
    client.force_login(editor)
    parent = StoryIndexPage.objects.get()
    draft = StoryPageFactory.build(parent=None)
    data = without_body(draft, editor, **{"action-submit": "1"})
    args = ("wagtail_kehoach_pages", "storypage", parent.pk)

    answer = client.post(reverse("wagtailadmin_pages:add", args=args), data)

    assert "body" in answer.context["form"].errors
    assert not StoryPage.objects.exists()


def test_a_post_with_a_body_is_submitted(post, client, editor):
    data = form_data(post, editor, **{"action-submit": "1"})

    client.post(edit_url(post), data)

    assert queries.submission_of(post) is not None
