"""How the roads through forms and the admin's API are walked."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from wagtail_kehoach.models import Approval

from .. import roads
from .answers import ALLOWED
from .stage import grant_on
from .walks import walks


@walks("E01", "M05.create", "LEGIT.create")
def create_and_publish(scene):
    answer = roads.create_and_publish(scene.client, scene.obj)
    scene.target = type(scene.obj).objects.filter(slug="moi-tinh").first()
    return answer


@walks(
    "E02.draft",
    "E02.live",
    "M05.publish",
    "N02",
    "N04",
    "LEGIT.one-click",
    "LEGIT.snippet-publish",
    "LEGIT.emergency",
)
def publish_from_form(scene):
    return roads.publish_from_form(scene.client, scene.obj)


@walks("E03", "M05.bulk")
def publish_in_bulk(scene):
    return roads.publish_in_bulk(scene.client, scene.obj)


@walks("M05.below")
def publish_section_in_bulk(scene):
    return roads.publish_index_in_bulk(scene.client, scene.obj)


@walks("E04.copy", "M05.copy")
def copy_and_publish(scene):
    return roads.copy_and_publish(scene.client, scene.obj)


@walks("E04.alias", "M05.alias")
def copy_as_alias(scene):
    title = str(scene.obj)
    data = {
        "new_title": title,
        "new_slug": "bi-danh",
        "new_parent_page": str(scene.obj.get_parent().pk),
        "alias": "on",
    }
    answer = scene.client.post(
        reverse("wagtailadmin_pages:copy", args=(scene.obj.pk,)), data
    )
    alias = type(scene.obj).objects.filter(slug="bi-danh").first()
    assert alias is None or str(alias) == title
    return answer


@walks("LEGIT.again-api")
def put_up_again_by_api(scene):
    scene.now().unpublish()
    answer = roads.publish_by_api(scene.client, scene.obj)
    assert scene.now().live
    return answer


@walks(
    "E05.publish", "E05.withdrawn", "E05.named", "E05.swapped", "M21c", "M21d",
)  # fmt: skip
def publish_by_api(scene):
    return roads.publish_by_api(scene.client, scene.obj)


@walks("E05.copy", "M21e")
def copy_by_api(scene):
    return roads.copy_by_api(scene.client, scene.obj)


@walks("E05.alias")
def alias_by_api(scene):
    return roads.alias_by_api(scene.client, scene.obj)


def _with_hour(scene, days, **button):
    hour = timezone.localtime() + dt.timedelta(days=days)
    return roads._post_form(
        scene.client, scene.obj, go_live_at=hour.strftime("%Y-%m-%d %H:%M"), **button
    )


PUBLISH = {"action-publish": "action-publish"}


@walks("E08.past-publish")
def publish_with_a_past_hour(scene):
    return _with_hour(scene, -1, **PUBLISH)


@walks("E08.past-save")
def save_with_a_past_hour(scene):
    return _with_hour(scene, -1)


@walks("E08.future-publish", "S06", "LEGIT.own-hour")
def schedule(scene):
    answer = _with_hour(scene, 1, **PUBLISH)
    assert not scene.now().live
    scene.later()
    return answer


@walks("N12", "LEGIT.snippet-hour")
def forge_an_hour(scene):
    """The form of a spokesperson asks for no hour: publishing means now."""
    return _with_hour(scene, 1, **PUBLISH)


@walks("E08.future-save")
def save_with_a_coming_hour(scene):
    answer = _with_hour(scene, 1)
    scene.later()
    return answer


@walks("E09", "LEGIT.revert")
def revert_and_publish(scene):
    return roads.revert_and_publish(scene.client, scene.obj)


@walks("E10", "LEGIT.move")
def move(scene):
    section = scene.obj.get_parent()
    other = type(section.specific)(
        title="Nơi khác", slug="noi-khac", live=False, locale=section.locale
    )
    section.get_parent().add_child(instance=other)
    grant_on(other)
    url = reverse("wagtailadmin_pages:move_confirm", args=(scene.obj.pk, other.pk))
    answer = scene.client.post(url)
    assert (scene.now().get_parent().pk == other.pk) is scene.expects(ALLOWED)
    return answer


@walks("E12")
def autosave_and_publish(scene):
    return roads.autosave_and_publish(scene.client, scene.obj)


def autosave_over(scene, revision):
    """Let the form save itself in place of ``revision``, which must keep its text."""
    content = revision.content
    changes = {"overwrite_revision_id": str(revision.pk)}
    changes["title" if scene.is_page else "name"] = roads.UNAPPROVED
    draft = scene.obj.get_latest_revision().as_object()
    user = scene.user or scene.people["editor"]
    answer = scene.client.post(
        roads.edit_url(scene.obj),
        roads.form_data(draft, user, **changes),
        headers={"Accept": "application/json"},
    )
    revision.refresh_from_db()
    assert revision.content == content
    return answer


@walks("E13", "N08")
def autosave_over_the_public_version(scene):
    return autosave_over(scene, scene.obj.live_revision)


@walks("E13b")
def put_up_again_what_was_approved(scene):
    revision = scene.obj.live_revision
    scene.client = scene.editor_client
    autosave_over(scene, revision)
    scene.now().unpublish()
    revision.publish()
    assert scene.now().live
    assert str(scene.now()) == str(scene.obj)


@walks("E14")
def cancel_then_publish(scene):
    scene.submission.workflow_state.cancel(user=scene.people["editor"])
    return publish_from_form(scene)


@walks("E15.unpublish", "LEGIT.takedown")
def take_down(scene):
    url = reverse("wagtailadmin_pages:unpublish", args=(scene.obj.pk,))
    answer = scene.client.post(url)
    assert scene.now().live is not scene.expects(ALLOWED)
    return answer


@walks("E15.privacy", "T03", "LEGIT.privacy")
def privacy(scene):
    url = reverse("wagtailadmin_pages:set_privacy", args=(scene.obj.pk,))
    answers = []
    for kind, there in (("login", True), ("none", False)):
        answers.append(scene.client.post(url, {"restriction_type": kind}))
        restricted = PageViewRestriction.objects.filter(page=scene.obj.pk).exists()
        assert restricted is (there and scene.expects(ALLOWED))
    return answers


@walks("E16")
def make_a_page_of_an_alias(scene):
    alias = scene.obj.create_alias(update_slug="bi-danh")
    answer = roads.convert_to_page(scene.client, alias)
    page = type(alias).objects.get(pk=alias.pk)
    assert page.live
    assert str(page) == str(scene.obj)
    kinds = list(Approval.objects.of(page).values_list("kind", flat=True))
    assert kinds == (["inherited"] if scene.expects(ALLOWED) else [])
    return answer


@walks("E16b")
def change_what_was_an_alias(scene):
    alias = scene.obj.create_alias(update_slug="bi-danh")
    roads.convert_to_page(scene.editor_client, alias)
    page = type(alias).objects.get(pk=alias.pk)
    scene.watch(page)
    return roads._post_form(scene.client, page, title=roads.UNAPPROVED)
