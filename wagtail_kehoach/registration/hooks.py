"""Puts the register into the admin: menu, addresses, home page, history."""

from __future__ import annotations

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import entry_views, rules, views
from .models import RegisterNotice
from .panels_home import UnsignedPanel, WaitingForNumberPanel, WaitingForReleasePanel
from .report import RegisterView


class RegisterMenuItem(MenuItem):
    """Shown to those who read the register."""

    def is_shown(self, request):
        return rules.may_read(request.user)


@hooks.register("register_kehoach_menu_item")
def register_menu_item():
    return RegisterMenuItem(
        RegisterView.page_title,
        reverse(RegisterView.index_url_name),
        name="kehoach-register",
        icon_name=RegisterView.header_icon,
        order=220,
    )


@hooks.register("register_admin_urls")
def register_urls():
    notice = entry_views.NoticeView.as_view
    urls = [
        path("", RegisterView.as_view(), name="index"),
        path("results/", RegisterView.as_view(results_only=True), name="index_results"),
        path("elsewhere/", views.ElsewhereView.as_view(), name="elsewhere"),
        path(
            "document/<int:page_id>/",
            views.RegisterDocumentView.as_view(),
            name="register",
        ),
        path(
            "document/<int:page_id>/file/<slug:kind>/",
            views.DocumentFileView.as_view(),
            name="document_file",
        ),
        path("<int:pk>/", entry_views.EntryView.as_view(), name="entry"),
        path("<int:pk>/date/", entry_views.DateView.as_view(), name="date"),
        path("<int:pk>/file/", entry_views.OriginalView.as_view(), name="file"),
        *(
            path(f"<int:pk>/{kind}/", notice(), {"kind": kind}, name=kind)
            for kind in RegisterNotice.Kind.values
        ),
    ]
    return [path("kehoach/register/", include((urls, "wagtail_kehoach_register")))]


@hooks.register("construct_homepage_panels")
def say_what_waits(request, panels):
    panels += [WaitingForNumberPanel(), UnsignedPanel(), WaitingForReleasePanel()]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label, message in [
        ("registered", _("Enter into the register"), _("Entered into the register")),
        ("replaced", _("Replace"), _("Replaced by another document")),
        ("in_force_again", _("In force again"), _("In force again after a recall")),
        ("date_corrected", _("Correct the date"), _("Date of the entry corrected")),
        ("original_added", _("Add the signed file"), _("Signed file added")),
        ("original_released", _("Release the file"), _("Signed file released")),
        ("original_taken_back", _("Take the file back"), _("Signed file taken back")),
        ("notice_written", _("Write a notice"), _("Notice written")),
        ("notice_confirmed", _("Confirm a notice"), _("Notice made public")),
        ("notice_discarded", _("Drop a notice"), _("Notice dropped")),
    ]:
        actions.register_action(f"kehoach.{action}", label, message)
