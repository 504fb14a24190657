"""Takes from the admin's home page what would only refuse those who see it."""

from __future__ import annotations

from django import forms
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component


class NoPageSearch(Component):
    """Hides the search for pages, which Wagtail shows to everybody and opens to few.

    Shows nothing itself; a panel is how a style comes to the home page of some only.
    """

    order = 0
    media = forms.Media(css={"all": ["wagtail_kehoach/no_page_search.css"]})

    def render_html(self, parent_context=None):
        return ""


@hooks.register("construct_homepage_panels")
def offer_no_search_that_refuses(request, panels):
    if not user_has_any_page_permission(request.user):
        panels.append(NoPageSearch())
