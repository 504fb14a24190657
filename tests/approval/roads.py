"""The roads by which a text could become public: forged requests, one function each.

Each takes a logged-in ``client`` and an object with a draft that nobody approved, and
does all it can to put the draft before the public.
"""

from __future__ import annotations

import datetime as dt
import json

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks.base import BlockField
from wagtail.models import AbstractPage, Site, TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.pages import (
    ForeignInfoPageFactory,
    PlanPageFactory,
    StoryPageFactory,
)
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.pages.models import SpokespersonIndexPage

#: What must never be read by the public in these tests.
UNAPPROVED = "CHƯA AI DUYỆT"

FACTORIES = {
    "plan": PlanPageFactory,
    "story": StoryPageFactory,
    "foreign_info": ForeignInfoPageFactory,
    "spokesperson": SpokespersonFactory,
}


def draft_of(kind, *, by):
    """An object of ``kind`` that was never public, with an unapproved draft."""
    return add_draft(FACTORIES[kind](), by=by)


def live_of(kind, *, by, principal):
    """An approved public object of ``kind``, with an unapproved draft on top."""
    return add_draft(approved(FACTORIES[kind](), by=by, principal=principal), by=by)


def add_draft(obj, *, by):
    """Write ``UNAPPROVED`` into a draft of ``obj``. Return it fresh from the database."""
    name = "title" if isinstance(obj, AbstractPage) else "name"
    setattr(obj, name, UNAPPROVED)
    obj.save_revision(user=by)
    return type(obj).objects.get(pk=obj.pk)


def assert_unchanged(obj, *, live):
    """The public sees what it saw before, and the audit finds nothing."""
    now = type(obj)._base_manager.get(pk=obj.pk)
    assert now.live is live
    assert not live or str(now) == str(obj)
    assert UNAPPROVED not in public_text(now)
    assert find_problems().problems == []


def public_text(obj):
    """What a visitor reads where ``obj`` is, or would be, shown."""
    page = obj if isinstance(obj, AbstractPage) else SpokespersonIndexPage.objects.get()
    root = Site.objects.get(is_default_site=True).root_page.url_path
    client = Client()
    pages = [page] if page.live else [page, page.get_parent()]
    return "".join(
        client.get("/" + shown.url_path.removeprefix(root)).content.decode()
        for shown in pages
    )


def form_data(obj, user, **changes):
    """What the edit form of ``obj`` would send, with ``changes``."""
    viewset = getattr(obj, "snippet_viewset", None)
    handler = viewset.get_edit_handler() if viewset else get_edit_handler(type(obj))
    form = handler.get_form_class()(instance=obj, for_user=user)
    data = {}
    for field in form:
        if isinstance(field.field, BlockField):
            data[f"{field.html_name}-count"] = "0"
        else:
            data[field.html_name] = _sent(field.value())
    for formset in getattr(form, "formsets", {}).values():
        count = formset.initial_form_count()
        data[f"{formset.prefix}-TOTAL_FORMS"] = data[
            f"{formset.prefix}-INITIAL_FORMS"
        ] = str(count)
        for child in formset.initial_forms:
            data |= {field.html_name: _sent(field.value()) for field in child}
    if "body-count" in data:
        data |= nested_form_data({"body": streamfield([_body_block(obj)])})
    # ``obj`` may be an old copy: the form of a caller who asks nothing of the latest.
    data["kehoach_known"] = ""
    data["kehoach_checks"] = obj.approval_checks() if sends(changes) else []
    data["kehoach_seen"] = obj.privacy_warnings() if sends(changes) else []
    return data | changes


def _body_block(obj):
    """What the body of a text needs at least to be submitted, in its language."""
    locale = getattr(obj, "locale", None)
    foreign = locale is not None and locale.language_code != "vi"
    text = rich_text("<p>For information.</p>" if foreign else "<p>Để biết.</p>")
    if not hasattr(obj, "issuing_body"):
        return ("paragraph", text)
    said = {"number": "I", "title": "MỤC ĐÍCH", "level": "1", "text": text}
    return ("section", said)


def sends(changes):
    """Whether these changes to a form are a button that sends the text on."""
    return bool({"action-submit", "action-publish"} & changes.keys())


def _sent(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, list | tuple | set):
        return [
            _sent(getattr(item, "pk", getattr(item, "code", item))) for item in value
        ]
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return getattr(value, "pk", str(value))


def edit_url(obj):
    """The address of the edit form of ``obj``."""
    if isinstance(obj, AbstractPage):
        return reverse("wagtailadmin_pages:edit", args=(obj.pk,))
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=(obj.pk,))


def _user(client):
    """Whose form it is; a visitor sends what an editor would."""
    users = get_user_model().objects
    key = client.session.get("_auth_user_id")
    return users.get(pk=key) if key else users.get(username="bientap")


def _post_form(client, obj, **changes):
    draft = obj.get_latest_revision().as_object()
    response = client.post(edit_url(obj), form_data(draft, _user(client), **changes))
    form = (response.context or {}).get("form")
    assert form is None or not form.errors or changes == {}, form.errors
    return response


def publish_from_form(client, obj):
    return _post_form(client, obj, **{"action-publish": "action-publish"})


def autosave_and_publish(client, obj):
    data = form_data(
        obj.get_latest_revision().as_object(),
        _user(client),
        **{
            "action-publish": "action-publish",
            "overwrite_revision_id": str(obj.latest_revision_id),
        },
    )
    return client.post(edit_url(obj), data, headers={"Accept": "application/json"})


def schedule_in_the_past(client, obj):
    past = timezone.localtime() - dt.timedelta(days=1)
    return _post_form(
        client,
        obj,
        go_live_at=past.strftime("%Y-%m-%d %H:%M"),
        **{"action-publish": "action-publish"},
    )


def schedule_for_tomorrow(client, obj):
    soon = timezone.localtime() + dt.timedelta(days=1)
    return _post_form(
        client,
        obj,
        go_live_at=soon.strftime("%Y-%m-%d %H:%M"),
        **{"action-publish": "action-publish"},
    )


def approve_from_form(client, obj):
    if obj.current_workflow_state is None:
        return None  # Wagtail 7.4 answers with an error page where nothing waits.
    return _post_form(
        client,
        obj,
        **{"action-workflow-action": "true", "workflow-action-name": "approve"},
    )


def approve_on_our_screen(client, obj):
    submission = TaskState.objects.for_instance(obj).first()
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    token = (client.get(url).context or {}).get("token", "")
    return client.post(url, {"decision": "approve", "token": token})


def approve_in_modal(client, obj):
    submission = TaskState.objects.for_instance(obj).first()
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(obj.pk, "approve", submission.pk)
    )
    return client.post(url, {"comment": ""})


def publish_in_bulk(client, obj):
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    return client.post(f"{url}?id={obj.pk}", {"include_descendants": "on"})


def publish_index_in_bulk(client, obj):
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    parent = obj.get_parent().pk
    return client.post(f"{url}?id={parent}", {"include_descendants": "on"})


def create_and(client, obj, button):
    """Fill in the form of a new page with what ``obj`` says and press ``button``."""
    model = type(obj)
    url = reverse(
        "wagtailadmin_pages:add",
        args=(model._meta.app_label, model._meta.model_name, obj.get_parent().pk),
    )
    data = form_data(obj.get_latest_revision().as_object(), _user(client))
    data |= {"slug": "moi-tinh", button: button}
    data["kehoach_checks"] = obj.approval_checks()
    return client.post(url, data)


def create_and_publish(client, obj):
    return create_and(client, obj, "action-publish")


def copy_and_publish(client, obj):
    data = {
        "new_title": UNAPPROVED,
        "new_slug": "ban-sao",
        "new_parent_page": str(obj.get_parent().pk),
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    return client.post(reverse("wagtailadmin_pages:copy", args=(obj.pk,)), data)


def revert_and_publish(client, obj):
    first = obj.revisions.order_by("pk").first()
    return _post_form(
        client,
        obj,
        revision=str(first.pk),
        title=UNAPPROVED,
        **{"action-publish": "action-publish"},
    )


def convert_to_page(client, obj):
    return client.post(reverse("wagtailadmin_pages:convert_alias", args=(obj.pk,)))


def _admin_api(client, obj, action, **data):
    url = f"/admin/api/main/pages/{obj.pk}/action/{action}/"
    return client.post(url, json.dumps(data), content_type="application/json")


def publish_by_api(client, obj):
    return _admin_api(client, obj, "publish")


def copy_by_api(client, obj):
    return _admin_api(client, obj, "copy", keep_live=True, title=UNAPPROVED)


def alias_by_api(client, obj):
    return _admin_api(client, obj, "create_alias")


def revert_by_api(client, obj):
    first = obj.revisions.order_by("pk").first()
    return _admin_api(client, obj, "revert_to_page_revision", revision_id=first.pk)


#: Each of them anybody may try on any page with a draft.
PAGE_ROADS = [
    publish_from_form, autosave_and_publish, schedule_in_the_past,
    schedule_for_tomorrow, approve_from_form, publish_in_bulk, publish_index_in_bulk,
    create_and_publish, copy_and_publish, revert_and_publish, publish_by_api,
    copy_by_api, alias_by_api, revert_by_api,
]  # fmt: skip
#: On a spokesperson.
SNIPPET_ROADS = [
    publish_from_form, autosave_and_publish, schedule_in_the_past,
    schedule_for_tomorrow, approve_from_form,
]  # fmt: skip
