"""Puts the listing of this package's pages into the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from ..indexes.viewsets import listings
from .models import StoryPageMixin


@hooks.register("register_admin_viewset")
def register_listing():
    return listings(
        StoryPageMixin,
        name="kehoach_stories",
        icon="pick",
        label=_("Outstanding examples"),
        order=300,
    )
