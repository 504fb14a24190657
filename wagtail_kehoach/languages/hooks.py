"""Keeps pages to their languages, and puts the screens on translations into the admin."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from . import missing, rules
from .mixins import INSTEAD, LanguageMixin
from .panels import SCREEN
from .screens import LIST, TranslationsView, TranslationView
from .viewsets import GlossaryViewSet


@hooks.register("before_serve_page", order=-10)
def keep_to_the_language(page, request, serve_args, serve_kwargs):
    """Before anybody is asked for a password: the answer says nothing of this page."""
    if not rules.is_on() or not isinstance(page, LanguageMixin):
        return None
    if source := serve_kwargs.get(INSTEAD):
        return missing.answer(request, source, page.locale.language_code)
    return missing.answer_instead_of(page, request)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [GlossaryViewSet()] if rules.is_on() else []


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path(
            "kehoach/translations/",
            require_admin_access(TranslationsView.as_view()),
            name=LIST,
        ),
        path(
            "kehoach/translation/<int:pk>/",
            require_admin_access(TranslationView.as_view()),
            name=SCREEN,
        ),
    ]


class TranslationsMenuItem(MenuItem):
    def is_shown(self, request):
        return rules.is_on()


@hooks.register("register_kehoach_menu_item")
def register_menu_item():
    return TranslationsMenuItem(
        _("Translations"),
        reverse(LIST),
        name="kehoach-translations",
        icon_name="globe",
        order=330,
    )


@hooks.register("register_page_header_buttons")
def translation_button(page, user, next_url=None, **kwargs):
    """Where the page is in another language than the portal is written in."""
    is_ours = isinstance(page, LanguageMixin) and page.pk and not page.alias_of_id
    if is_ours and rules.is_translated(page):
        yield Button(
            _("State of the translation"),
            reverse(SCREEN, args=(page.pk,)),
            icon_name="globe",
            priority=68,
        )
