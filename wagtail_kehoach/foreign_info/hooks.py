"""Puts the listing of this package's pages into the admin."""

from wagtail import hooks

from ..indexes.viewsets import listings
from .models import ForeignInfoPageMixin


@hooks.register("register_admin_viewset")
def register_listing():
    return listings(
        ForeignInfoPageMixin,
        name="kehoach_foreign_info",
        icon="globe",
        order=400,
    )
