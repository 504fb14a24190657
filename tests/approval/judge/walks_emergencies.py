"""How the roads around an emergency are walked."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from tests.factories.emergencies import REASON, name_for_emergencies
from wagtail_kehoach.approval import decisions, emergencies

from .. import roads
from .walks import walks

CALM = "Tin khẩn đã đăng"


@walks("Q01.draft", "Q01.live", "Q01.waits")
def publish_in_an_emergency(scene):
    return send(scene, reason=REASON, checks=scene.obj.approval_checks())


@walks("Q02")
def publish_without_a_word(scene):
    return send(scene, reason=" ", checks=[])


def send(scene, **said):
    """The screen of the emergency, sent, and where it leads."""
    revision = scene.obj.get_latest_revision()
    type_id = ContentType.objects.get_for_model(scene.obj).pk
    url = reverse("wagtail_kehoach_emergency:publish", args=(type_id, scene.obj.pk))
    token = decisions.seen_token(revision)
    return scene.client.post(url, {"token": token, **said})


def emergency_of(scene):
    """What an editor who is named for it published, from now on what is public."""
    editor = scene.people["editor"]
    name_for_emergencies(editor)
    story = scene.now()
    story.title = CALM
    emergency = emergencies.publish(
        story,
        story.save_revision(user=editor),
        user=editor,
        reason=REASON,
        ticked=story.approval_checks(),
    )
    scene.watch(scene.now())
    return emergency


@walks("Q03")
def publish_the_next(scene):
    emergency_of(scene)
    roads.add_draft(scene.now(), by=scene.people["editor"])
    scene.watch(scene.now())
    return roads.publish_from_form(scene.client, scene.now())


@walks("Q04.confirm")
def confirm(scene):
    return decide(scene, "confirm")


@walks("Q04.withdraw")
def withdraw(scene):
    return decide(scene, "withdraw")


def decide(scene, decision):
    """One of the two buttons, on the screen of an emergency."""
    emergency = emergency_of(scene)
    token = decisions.seen_token(scene.now().live_revision)
    url = reverse("wagtail_kehoach_emergency:emergency", args=(emergency.pk,))
    said = {"decision": decision, "comment": "Đã đọc.", "token": token}
    return scene.client.post(url, said)


@walks("Q05")
def publish_what_was_withdrawn(scene):
    emergency = emergency_of(scene)
    head = scene.people["principal"]
    emergencies.withdraw(emergency, user=head, reason="Sai.")
    story = scene.now()
    scene.watch(story)
    story.revisions.get(pk=emergency.revision_id).publish()


@walks("Q06")
def make_a_page_of_an_alias(scene):
    story = scene.now()
    alias = story.create_alias(update_slug="bi-danh-khan")
    emergency_of(scene)
    url = reverse("wagtailadmin_pages:convert_alias", args=(alias.pk,))
    return scene.client.post(url)
