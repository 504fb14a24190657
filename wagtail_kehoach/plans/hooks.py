"""Puts plans into the admin: their listing, the upload, the school's details in new drafts."""

from __future__ import annotations

from django.apps import apps
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.contrib.settings.registry import register_setting

from ..indexes.viewsets import listings
from .models import PlanPageMixin
from .queries import plan_indexes_for
from .review_views import COMPARE, UNDO, ComparisonView, UndoPlanImportView
from .template_files import KEPT
from .views import DraftFileView, KeptTemplateView, OriginalTemplateView, UploadView
from .word_template import PlanTemplate

DRAFT_FILE = "wagtail_kehoach_draft_file"
ORIGINAL = "wagtail_kehoach_original_template"

# Without that app its form has no address; the portal is told so by a system check.
if apps.is_installed("wagtail.contrib.settings"):
    register_setting(PlanTemplate, icon="doc-full", order=310)


@hooks.register("register_admin_viewset")
def register_listing():
    return listings(
        PlanPageMixin,
        name="kehoach_plans",
        icon="doc-full",
        order=200,
    )


class UploadMenuItem(MenuItem):
    """Shown to those who may start a plan somewhere."""

    def is_shown(self, request):
        # The menu asks more than once while it is drawn.
        if not hasattr(request, "_kehoach_may_upload"):
            request._kehoach_may_upload = bool(plan_indexes_for(request.user))
        return request._kehoach_may_upload


@hooks.register("register_kehoach_menu_item")
def register_upload_menu_item():
    return UploadMenuItem(
        _("Plan from a file"),
        reverse("wagtail_kehoach_upload"),
        name="kehoach-upload",
        icon_name="upload",
        order=210,
    )


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path("kehoach/upload/", UploadView.as_view(), name="wagtail_kehoach_upload"),
        path("kehoach/plans/<int:pk>/file/", ComparisonView.as_view(), name=COMPARE),
        path("kehoach/plans/<int:pk>/undo/", UndoPlanImportView.as_view(), name=UNDO),
        path(
            "kehoach/plans/<int:pk>/file/<slug:kind>/",
            DraftFileView.as_view(),
            name=DRAFT_FILE,
        ),
        path("kehoach/word-template/<int:pk>/", KeptTemplateView.as_view(), name=KEPT),
        path("kehoach/word-template/", OriginalTemplateView.as_view(), name=ORIGINAL),
    ]


@hooks.register("register_page_header_buttons")
def file_buttons(page, user, next_url=None, **kwargs):
    """The newest draft as PDF and Word, for whoever may edit it."""
    if not (isinstance(page, PlanPageMixin) and page.pk):
        return
    if not page.permissions_for_user(user).can_edit():
        return
    for place, (kind, name) in enumerate(page.file_kinds().items()):
        url = reverse(DRAFT_FILE, args=(page.pk, kind))
        yield Button(name, url, icon_name="download", priority=72 + place)
