"""Puts stories into the admin: their listing, the upload, what is done with a story."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from ..conf import kehoach_settings
from ..indexes.viewsets import listings
from . import photos, undo_views
from .models import StoryPageMixin
from .panels_home import CampaignsPanel, ProposalsPanel
from .proposal_viewsets import StoryProposalViewSet
from .queries import story_indexes_for
from .upload_views import StoryUploadView
from .views import VerifyTextView, VerifyView, achievement_report
from .viewsets import RecognitionTitleViewSet, StoryCampaignViewSet


@hooks.register("register_admin_viewset")
def register_listing():
    found = listings(
        StoryPageMixin,
        name="kehoach_stories",
        icon="pick",
        order=300,
    )
    return [
        *found,
        RecognitionTitleViewSet(),
        StoryCampaignViewSet(),
        StoryProposalViewSet(),
    ]


class UploadMenuItem(MenuItem):
    """Shown to those who may start a story somewhere."""

    def is_shown(self, request):
        # The menu asks more than once while it is drawn.
        if not hasattr(request, "_kehoach_may_upload_story"):
            request._kehoach_may_upload_story = bool(story_indexes_for(request.user))
        return request._kehoach_may_upload_story


@hooks.register("register_kehoach_menu_item")
def register_upload_menu_item():
    return UploadMenuItem(
        _("Story from a Word file"),
        reverse("wagtail_kehoach_story_upload"),
        name="kehoach-story-upload",
        icon_name="upload",
        order=305,
    )


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path(
            "kehoach/stories/upload/",
            StoryUploadView.as_view(),
            name="wagtail_kehoach_story_upload",
        ),
        path(
            "kehoach/stories/<int:pk>/report/",
            require_admin_access(achievement_report),
            name="wagtail_kehoach_report",
        ),
        path(
            "kehoach/stories/<int:pk>/undo/",
            undo_views.UndoStoryImportView.as_view(),
            name=undo_views.UNDO,
        ),
        path(
            "kehoach/stories/<int:pk>/verify/",
            VerifyView.as_view(),
            name="wagtail_kehoach_verify",
        ),
        path(
            "kehoach/stories/<int:pk>/verify/text/",
            require_admin_access(VerifyTextView.as_view()),
            name="wagtail_kehoach_verify_text",
        ),
    ]


@hooks.register("register_page_header_buttons")
def verify_button(page, user, next_url=None, **kwargs):
    """Where the portal asks for it, and there is a draft."""
    if not kehoach_settings.VERIFY_STORIES or not isinstance(page, StoryPageMixin):
        return
    if page.pk and (page.has_unpublished_changes or not page.live):
        yield Button(
            _("Verify"),
            reverse("wagtail_kehoach_verify", args=(page.pk,)),
            icon_name="clipboard-list",
            priority=69,
        )


@hooks.register("register_page_header_buttons")
def report_button(page, user, next_url=None, **kwargs):
    if isinstance(page, StoryPageMixin) and page.pk:
        yield Button(
            _("Achievement report (.docx)"),
            reverse("wagtail_kehoach_report", args=(page.pk,)),
            icon_name="download",
            priority=71,
        )


@hooks.register("construct_homepage_panels")
def show_panels(request, panels):
    panels += [ProposalsPanel(), CampaignsPanel()]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(
        "kehoach.proposed", _("Propose a story"), _("Proposed by a link")
    )
    actions.register_action(
        "kehoach.photos_taken",
        _("Take photos of a proposal"),
        _("Photos of the proposal taken into the story"),
    )


@hooks.register("before_delete_page")
def tell_of_pictures(request, page):
    if isinstance(page, StoryPageMixin):
        undo_views.tell_of_pictures(request, page)


@hooks.register("after_delete_page")
def tell_what_stayed(request, page):
    undo_views.tell_what_stayed(request, page)


@hooks.register("after_delete_page")
def delete_photos_of_refused(request, page):
    """Who deletes the draft has refused the proposal: its photos go too."""
    if isinstance(page, StoryPageMixin):
        photos.clear()
