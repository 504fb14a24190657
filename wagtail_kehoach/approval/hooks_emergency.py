"""Puts emergencies into the admin: the action in the form, the screens, the home page."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem as PageActionMenuItem
from wagtail.snippets.action_menu import ActionMenuItem as SnippetActionMenuItem

from . import emergency_views as views
from .guard import ApprovalGuardMixin
from .panels_home import EmergenciesPanel
from .standing import standing_in_request


class EmergencyActionMixin:
    """Shown to those who are named for it, where there is something to publish.

    Also where the form is locked because the text waits for a principal.
    """

    label = _("Publish in an emergency")
    name = "action-kehoach-emergency"
    icon_name = "warning"

    def is_shown(self, context):
        obj = context.get("page") or context.get("instance")
        if context["view"] != "edit" or not isinstance(obj, ApprovalGuardMixin):
            return False
        if obj.live and not obj.has_unpublished_changes:
            return False
        return standing_in_request(context["request"].user).why_not_named(obj) is None

    def get_url(self, parent_context):
        obj = parent_context.get("page") or parent_context.get("instance")
        type_id = ContentType.objects.get_for_model(obj).pk
        return reverse("wagtail_kehoach_emergency:publish", args=(type_id, obj.pk))


class PageEmergencyItem(EmergencyActionMixin, PageActionMenuItem):
    """In the menu of a page's form."""


class SnippetEmergencyItem(EmergencyActionMixin, SnippetActionMenuItem):
    """In the menu of a snippet's form."""


@hooks.register("register_page_action_menu_item")
def register_page_item():
    return PageEmergencyItem(order=900)


@hooks.register("register_snippet_action_menu_item")
def register_snippet_item(model):
    return SnippetEmergencyItem(order=900)


@hooks.register("register_admin_urls")
def register_urls():
    draft = "publish/<int:type_id>/<str:object_id>/"
    urls = [
        path(draft, views.PublishView.as_view(), name="publish"),
        path(f"{draft}text/", views.DraftTextView.as_view(), name="draft"),
        path("<int:pk>/", views.EmergencyView.as_view(), name="emergency"),
        path("<int:pk>/text/", views.EmergencyTextView.as_view(), name="text"),
    ]
    return [
        path("kehoach/emergency/", include((urls, "wagtail_kehoach_emergency"))),
    ]


@hooks.register("construct_homepage_panels")
def put_emergencies_on_top(request, panels):
    """Before everything else: it is public already."""
    panels.append(EmergenciesPanel())
