"""How the roads through Wagtail's API v3 are walked, where a portal has it."""

from __future__ import annotations

import json

from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions

from .. import roads
from .stage import name
from .walks import walks

STORY = "wagtail_kehoach_pages.StoryPage"


def call(scene, method, path, user=None, **data):
    """Call the API with a token of ``user``, or of whoever walks."""
    from wagtail.models import APIToken

    headers = {}
    if user := user or scene.user:
        _token, value = APIToken.create_token(user=user, name="API")
        headers["Authorization"] = f"Bearer {value}"
    if method == "get":
        return scene.client.get(f"/api/v3/pages/{path}", headers=headers)
    send = getattr(scene.client, method)
    return send(
        f"/api/v3/pages/{path}",
        json.dumps(data),
        content_type="application/json",
        headers=headers,
    )


def new_page(scene, action):
    meta = {"type": STORY, "parent_id": scene.obj.get_parent().pk, "action": action}
    return {
        "title": roads.UNAPPROVED, "slug": "moi-tinh", "subject": "Ai", "lead": "Gì",
        "meta": meta,
    }  # fmt: skip


@walks("E06.create-publish", "E07.create", "M21b")
def create_and_publish(scene):
    return call(scene, "post", "", **new_page(scene, "publish"))


@walks("E06.create")
def create(scene):
    data = new_page(scene, "draft")
    del data["meta"]["action"]
    return call(scene, "post", "", **data)


@walks("E06.patch-publish")
def change_and_publish(scene):
    meta = {"type": STORY, "action": "publish"}
    return call(scene, "patch", f"{scene.obj.pk}/", title=roads.UNAPPROVED, meta=meta)


@walks("E06.patch", "E06.locked")
def change(scene):
    meta = {"type": STORY}
    return call(scene, "patch", f"{scene.obj.pk}/", title=roads.UNAPPROVED, meta=meta)


@walks(
    "E06.publish", "E06.withdrawn", "E06.named", "E06.swapped", "E07.publish",
)  # fmt: skip
def publish(scene):
    return call(scene, "post", f"{scene.obj.pk}/actions/publish/")


@walks("E06.copy", "E07.copy")
def copy(scene):
    path = f"{scene.obj.pk}/actions/copy/"
    return call(scene, "post", path, title=roads.UNAPPROVED)


@walks("E17")
def read_drafts(scene):
    answer = call(scene, "get", f"{scene.obj.pk}/?version=draft")
    assert roads.UNAPPROVED not in answer.content.decode()
    return answer


@walks("S02d")
def swap_during_review(scene):
    editor = scene.people["editor"]
    first = scene.obj.revisions.order_by("pk").first()
    submission = submit_for_approval(name(scene.now(), "Lời đẹp"), by=editor)
    path = f"{scene.obj.pk}/actions/revert/"
    call(scene, "post", path, user=editor, revision_id=first.pk)
    decisions.approve(submission, user=scene.user)


@walks("T04")
def publish_with_a_token_made_by_another(scene):
    return publish(scene)
