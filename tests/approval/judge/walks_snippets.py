"""How the roads of spokespersons, and of snippets that are not guarded, are walked."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import DraftStateMixin
from wagtail.snippets.models import get_snippet_models

from wagtail_kehoach.approval.guard import ApprovalGuardMixin
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import Spokesperson

from .. import roads
from .answers import ALLOWED
from .walks import walks


@walks("N01")
def create_and_publish(scene):
    url = reverse(Spokesperson.snippet_viewset.get_url_name("add"))
    draft = scene.obj.get_latest_revision().as_object()
    data = roads.form_data(draft, scene.user or scene.people["editor"])
    data |= {"name": "Người mới", "action-publish": "x"}
    data |= {"mandates-INITIAL_FORMS": "0", "mandates-0-scope": "Thi cử"}
    data |= {
        key: "" for key in data if key.startswith("mandates-") and key.endswith("-id")
    }
    data["kehoach_checks"] = draft.approval_checks()
    answer = scene.client.post(url, data)
    scene.target = Spokesperson.objects.filter(name="Người mới").first()
    assert not Spokesperson.objects.filter(live=True, name=roads.UNAPPROVED).exists()
    return answer


@walks("N02b")
def take_down(scene):
    url = reverse(
        Spokesperson.snippet_viewset.get_url_name("unpublish"), args=(scene.obj.pk,)
    )
    answer = scene.client.post(url)
    assert scene.now().live is not scene.expects(ALLOWED)
    return answer


@walks("N09")
def what_is_not_guarded(scene):
    """Our own snippets with words for the public are guarded; editors change no other."""
    editors = Group.objects.get(name=kehoach_settings.EDITORS_GROUP)
    rights = editors.permissions.filter(content_type__app_label="wagtail_kehoach")
    changeable = {
        right.content_type.model_class()
        for right in rights
        if right.codename.startswith(("add_", "change_"))
    }
    drafts = [m for m in changeable if issubclass(m, DraftStateMixin)]
    assert Spokesperson in drafts
    assert all(issubclass(m, ApprovalGuardMixin) for m in drafts)
    for model in get_snippet_models():
        if model._meta.app_label == "wagtail_kehoach":
            assert issubclass(model, ApprovalGuardMixin) or model not in changeable


@walks("N10")
def bulk_actions(scene):
    """Snippets have no bulk publishing that could be forged."""
    actions = bulk_action_registry.get_bulk_actions_for_model(
        "wagtail_kehoach", "spokesperson"
    )
    assert {action.action_type for action in actions} <= {"delete"}
    url = reverse(
        "wagtail_bulk_action", args=("wagtail_kehoach", "spokesperson", "publish")
    )
    answer = scene.client.post(f"{url}?id={scene.obj.pk}")
    roads.assert_unchanged(scene.obj, live=True)
    return answer


@walks("N06")
def a_row_that_is_born_live(scene):
    person = scene.stage.make(name=roads.UNAPPROVED, live=True)
    scene.watch(Spokesperson.objects.get(pk=person.pk))
    assert not scene.obj.live


@walks("N11", "LEGIT.snippet-revert")
def revert_and_publish(scene):
    first = scene.obj.revisions.order_by("pk").first()
    data = roads.form_data(first.as_object(), scene.user or scene.people["editor"])
    data |= {"revision": str(first.pk), "action-publish": "x"}
    data["kehoach_checks"] = scene.obj.approval_checks()
    viewset = Spokesperson.snippet_viewset
    url = reverse(
        viewset.get_url_name("revisions_revert"), args=(scene.obj.pk, first.pk)
    )
    return scene.client.post(url, data)
