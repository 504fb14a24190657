"""Screens of the admin that ask somebody by a link: ask, copy the link, end it."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet


class LinkView(generic.WagtailAdminTemplateMixin, TemplateView):
    """One question as ``object``: its link, its end. Writing is left to the package."""

    header_icon = "mail"
    _show_breadcrumbs = True
    #: The listing, by the name of its address and its label.
    listing_name = ""
    listing_label = ""
    #: What a refusal is raised as; it has a ``reason``.
    refused: type[Exception]
    actions = ("copy", "revoke")

    def new_path(self) -> str:
        """Make the link; where it leads."""
        raise NotImplementedError

    def end_link(self, user: AbstractUser) -> None:
        raise NotImplementedError

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(self.listing_name), "label": self.listing_label}
        own = {"url": "", "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, listing, own]

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        if action not in self.actions:
            raise Http404
        try:
            return getattr(self, action)()
        except self.refused as refusal:
            messages.error(request, refusal.reason)
            return redirect(request.path)

    def new_address(self) -> str:
        """Whole, on the host by which this screen was reached: it surely answers."""
        return self.request.build_absolute_uri(self.new_path())

    def copy(self):
        """Show the link in this answer only; it is stored nowhere."""
        address = self.new_address()
        self.object.refresh_from_db()
        response = self.render_to_response(self.get_context_data(link=address))
        response["Referrer-Policy"] = "same-origin"
        add_never_cache_headers(response)
        return response

    def revoke(self):
        self.end_link(self.request.user)
        said = _("It was withdrawn.")
        if self.object.secret_hash:
            said = _("The link cannot be used any more.")
        messages.success(self.request, said)
        return redirect(self.request.path)


class AskingViewSet(ModelViewSet):
    """Asks and lists; what was asked is neither changed nor deleted."""

    icon = "mail"
    menu_hook = "register_kehoach_menu_item"
    add_to_admin_menu = True
    copy_view_enabled = False
    #: The screen of one question, at the address ``detail``.
    detail_view_class: type[LinkView]

    def get_common_view_kwargs(self, **kwargs):
        absent = (
            "edit_url_name",
            "delete_url_name",
            "history_url_name",
            "usage_url_name",
        )
        return super().get_common_view_kwargs(**{**dict.fromkeys(absent), **kwargs})

    def get_urlpatterns(self):
        kept = {"index", "index_results", "add"}
        patterns = [p for p in super().get_urlpatterns() if p.name in kept]
        return [
            *patterns,
            path("<int:pk>/", self.detail_view_class.as_view(), name="detail"),
        ]
