"""Says why, where Wagtail's own screens would only say that something is not allowed."""

from __future__ import annotations

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import AbstractPage

from . import digest, invariant, media, rules
from .guard import ApprovalGuardMixin
from .standing import why_not_take_down


@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def say_why_not_decided(request, obj):
    """After an edit form that also approved or returned, and was refused."""
    if reason := rules.take_refusal(request.user):
        messages.error(request, reason)


@hooks.register("after_copy_page")
def say_that_copies_are_drafts(request, page, new_page):
    """A copy is a text of its own, whatever was ticked."""
    specific = new_page.specific
    asked = request.POST.get("publish_copies") and not request.POST.get("alias")
    if isinstance(specific, ApprovalGuardMixin) and asked and not specific.live:
        messages.warning(request, rules.not_approved())


@hooks.register("before_bulk_action")
def approve_one_by_one(request, action_type, objects, action):
    """Publishing many at once is no approval of each: all must have theirs already."""
    if action_type != "publish":
        return None
    below = action.get_execution_context().get("include_descendants")
    waiting = [obj for obj in _with_drafts_below(objects, below) if _unapproved(obj)]
    if not waiting:
        return None
    return _back(
        request,
        _(
            "“%(title)s” has not been approved as it is now, so nothing was published. "
            "Every text needs an approval of its own."
        )
        % {"title": waiting[0].get_admin_display_title()},
    )


@hooks.register("before_bulk_action")
def keep_approved_files(request, action_type, objects, action):
    """Files of an approved public text are neither deleted nor shown to more readers."""
    if not objects or digest.file_key(objects[0]) is None:
        return None
    for item in objects:
        if reason := _why_not_touch(item, action_type, action):
            return _back(request, reason)
    return None


@hooks.register("before_unpublish")
def keep_what_others_sign_for(request, instance):
    """A principal takes down what he signs for; for pages the permission tester says so."""
    if not isinstance(instance, ApprovalGuardMixin):
        return None
    reason = why_not_take_down(instance, request.user)
    return _back(request, reason) if reason else None


@hooks.register("before_delete_snippet")
def keep_public_snippets(request, instances):
    """An editor asks; a principal or the administrator takes public texts down."""
    public = [o for o in instances if isinstance(o, ApprovalGuardMixin) and o.live]
    for obj in public:
        if reason := why_not_take_down(obj, request.user):
            return _back(request, reason)
    if request.user.is_superuser or rules.is_principal(request.user) or not public:
        return None
    return _back(request, _("This text is public. Only a principal can take it down."))


def _with_drafts_below(objects, below):
    for obj in objects:
        if not isinstance(obj, AbstractPage):
            continue
        yield obj
        if below:
            yield from obj.get_descendants().not_live().defer_streamfields().specific()


def _unapproved(obj) -> bool:
    obj = obj.specific
    if not isinstance(obj, ApprovalGuardMixin):
        return False
    revision = obj.get_latest_revision()
    return revision is None or invariant.why_not_publish(obj, revision) is not None


def _why_not_touch(item, action_type, action) -> str | None:
    if action_type == "delete":
        return media.why_not_delete(item)
    if action_type == "add_to_collection":
        collection = action.cleaned_form.cleaned_data["collection"]
        return media.why_not_change(item, "collection", collection)
    return None


def _back(request, reason):
    messages.error(request, reason)
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
