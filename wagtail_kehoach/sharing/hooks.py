"""Puts the screen for sharing beside the public posts in the admin."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from ..posts.models import PostMixin
from .panels_home import SharedPostsPanel
from .views import ShareView
from .viewsets import SharedPostViewSet


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path(
            "kehoach/share/<int:pk>/", ShareView.as_view(), name="wagtail_kehoach_share"
        )
    ]


@hooks.register("register_admin_viewset")
def register_viewset():
    return SharedPostViewSet()


@hooks.register("construct_homepage_panels")
def show_what_has_to_go(request, panels):
    panels.append(SharedPostsPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label, message in [
        ("shared", _("Post elsewhere"), _("Posted outside of the portal")),
        ("shared_removed", _("Remove elsewhere"), _("Removed outside of the portal")),
    ]:
        actions.register_action(f"kehoach.{action}", label, message)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def share_button(page, user, next_url=None, **kwargs):
    """Where a post is public; why it may not be shared is said on the screen."""
    if page.live and isinstance(page, PostMixin):
        yield Button(
            _("Share"),
            reverse("wagtail_kehoach_share", args=(page.pk,)),
            icon_name="link-external",
            priority=70,
        )
