"""The principal's menu, queue and home panel; publish buttons that mean an approval."""

from __future__ import annotations

from django.http import JsonResponse
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from ..conf import kehoach_settings
from ..exceptions import ApprovalRefused
from . import checklist, decisions, newer_version, queries, report, rules, views
from .guard import ApprovalGuardMixin
from .links_admin import LinksView
from .panels_home import (
    EndingAuthoritiesPanel,
    OtherObjectsToModeratePanel,
    OwnStandingPanel,
    PrincipalQueuePanel,
)
from .standing import standing_in_request
from .viewsets import SigningAuthorityViewSet

communication_menu = Menu(register_hook_name="register_kehoach_menu_item")


@hooks.register("register_admin_menu_item")
def register_communication_menu():
    return SubmenuMenuItem(
        _("Communication"),
        communication_menu,
        name="kehoach",
        icon_name="comment",
        order=150,
    )


class QueueMenuItem(MenuItem):
    """Shown to those who can act on it."""

    def is_shown(self, request):
        return rules.is_principal(request.user)


@hooks.register("register_kehoach_menu_item")
def register_queue_menu_item():
    return QueueMenuItem(
        _("Waiting for approval"),
        reverse("wagtail_kehoach_approval:queue"),
        name="kehoach-queue",
        icon_name="circle-check",
        order=100,
    )


class RecordMenuItem(MenuItem):
    """Shown to those who answer for what was approved."""

    def is_shown(self, request):
        return rules.may_read_record(request.user)


@hooks.register("register_kehoach_menu_item")
def register_record_menu_item():
    return RecordMenuItem(
        report.RecordView.page_title,
        reverse(report.RecordView.index_url_name),
        name="kehoach-record",
        icon_name=report.RecordView.header_icon,
        order=820,
    )


class LinksMenuItem(RecordMenuItem):
    """Shown to those who can end a link, where there are links."""

    def is_shown(self, request):
        return kehoach_settings.APPROVE_BY_LINK and super().is_shown(request)


@hooks.register("register_kehoach_menu_item")
def register_links_menu_item():
    return LinksMenuItem(
        LinksView.page_title,
        reverse(LinksView.url_name),
        name="kehoach-links",
        icon_name=LinksView.header_icon,
        order=825,
    )


@hooks.register("register_admin_urls")
def register_urls():
    urls = [
        path("", views.QueueView.as_view(), name="queue"),
        path("record/", report.RecordView.as_view(), name="record"),
        path(
            "record/results/",
            report.RecordView.as_view(results_only=True),
            name="record_results",
        ),
        path("links/", LinksView.as_view(), name="links"),
        path("<int:pk>/", views.ReviewView.as_view(), name="review"),
        path("<int:pk>/text/", views.SubmittedTextView.as_view(), name="text"),
        path(
            "<int:pk>/file/<slug:kind>/",
            views.SubmittedFileView.as_view(),
            name="file",
        ),
    ]
    return [
        path(
            "kehoach/approval/",
            include((urls, "wagtail_kehoach_approval")),
        )
    ]


@hooks.register("insert_global_admin_css")
def admin_styles():
    return format_html(
        '<link rel="stylesheet" href="{}">', static("wagtail_kehoach/admin.css")
    )


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [SigningAuthorityViewSet()]


@hooks.register("construct_homepage_panels")
def put_queue_first(request, panels):
    """Our queue for principals; Wagtail's list keeps the portal's other workflows."""
    panels[:] = [
        OtherObjectsToModeratePanel()
        if getattr(panel, "name", "") == OtherObjectsToModeratePanel.name
        else panel
        for panel in panels
    ]
    panels += [PrincipalQueuePanel(), OwnStandingPanel(), EndingAuthoritiesPanel()]


@hooks.register("before_publish_page")
@hooks.register("before_publish")
def publishing_is_approving(request, obj):
    """A principal who presses Publish approves what the form has just saved."""
    obj = getattr(obj, "specific", obj)
    if not isinstance(obj, ApprovalGuardMixin):
        return None
    revision = obj.get_latest_revision()
    said = obj.__dict__.pop("_kehoach_said_to_publish", None)
    try:
        decisions.approve_directly(
            obj,
            revision,
            user=request.user,
            standing=standing_in_request(request.user),
            checks=checklist.said_by(request.user, *said) if said else None,
        )
    except ApprovalRefused as refusal:
        messages.error(request, refusal.reason)
        return views.redirect(views.edit_url(obj))
    return None


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def read_the_workflow_once(request, obj):
    """While a form is shown, Wagtail asks a dozen times where its text stands."""
    if request.method == "GET" and isinstance(obj, ApprovalGuardMixin):
        # Where Wagtail's ``prefetch_workflow_states`` puts the answer for its listings.
        states = obj.workflow_states.active()
        obj._current_workflow_states = list(
            states.select_related("current_task_state__task")
        )


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def refuse_what_was_overtaken(request, obj):
    """A form that does not know the latest version is not saved; see ``newer_version``.

    What was told to its writer is for him to decide on, and not for a background save.
    """
    if request.method != "POST" or not isinstance(obj, ApprovalGuardMixin):
        return None
    in_background = not request.accepts("text/html")
    newer_version.watch(obj, request.POST, in_background=in_background)
    told = request.POST.get(newer_version.KNOWN, "").endswith(newer_version.UNDECIDED)
    if told and in_background:
        return JsonResponse(
            {
                "success": False,
                "error_code": "invalid_revision",
                "error_message": _(
                    "A newer version was saved. Save again to replace it."
                ),
            },
            status=400,
        )
    return None


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_to_check(request, obj):
    """Tell whoever saved it what to look at; a save in the background has nobody to tell.

    Whoever published it at once approved it, and reads what those who approve read.
    """
    if not isinstance(obj, ApprovalGuardMixin) or not request.accepts("text/html"):
        return
    if request.POST.get("action-publish"):
        _say_what_to_sign(request, obj)
        return
    # Whoever may publish it reads the others in the form; see below.
    others = [] if _may_publish_at_once(request, obj) else obj.points_to_check()
    for point in [*others, *obj.points_to_write()]:
        messages.warning(request, point)
    if not _may_publish_at_once(request, obj):
        _say_what_is_in_order(request, obj)


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def say_before_it_is_published(request, obj):
    """Whoever may publish a draft with one button reads first what to look at."""
    if request.method != "GET" or not isinstance(obj, ApprovalGuardMixin):
        return
    if _may_publish_at_once(request, obj):
        _say_what_to_sign(request, obj)


def _may_publish_at_once(request, obj) -> bool:
    draft = obj.has_unpublished_changes or not obj.live
    return (
        draft
        and rules.is_principal(request.user)
        and queries.submission_of(obj) is None
    )


def _say_what_to_sign(request, obj):
    authority = standing_in_request(request.user).authority_today(obj)
    for point in [*obj.points_to_check(), *obj.points_to_sign(authority)]:
        messages.warning(request, point)
    _say_what_is_in_order(request, obj)


def _say_what_is_in_order(request, obj):
    for point in obj.points_in_order():
        messages.success(request, point)


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def approve_instead_of_publish(menu_items, request, context):
    """While a text waits, its approval is the way to publish it."""
    obj = context.get("page") or context.get("instance")
    if not isinstance(obj, ApprovalGuardMixin):
        return
    waits = obj.pk and queries.submission_of(obj) is not None
    if waits or not rules.is_principal(request.user):
        menu_items[:] = [
            item
            for item in menu_items
            if item.name not in ("action-publish", "publish")
        ]
