"""Puts the listing of this package's pages into the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from ..indexes.viewsets import listings
from .models import ForeignInfoPageMixin


@hooks.register("register_admin_viewset")
def register_listing():
    return listings(
        ForeignInfoPageMixin,
        name="kehoach_foreign_info",
        icon="globe",
        label=_("Foreign information"),
        order=400,
    )
