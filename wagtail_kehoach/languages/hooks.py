"""Keeps pages to their languages, and puts the screens on translations into the admin."""

from __future__ import annotations

from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from . import missing, rules
from .mixins import INSTEAD, LanguageMixin
from .panels import SCREEN
from .panels_home import LeftAlonePanel
from .queries import public_translations
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
        gettext_lazy("Translations"),
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


@hooks.register("construct_homepage_panels")
def show_what_is_left_alone(request, panels):
    if rules.is_on():
        panels.append(LeftAlonePanel())


@hooks.register("after_unpublish_page")
@hooks.register("after_delete_page")
def say_what_stays_public(request, page):
    """Each translation was approved for itself, so it is for people to take it down."""
    if not rules.is_on() or not isinstance(page, LanguageMixin):
        return
    if rules.is_translated(page):
        return
    for translation in public_translations(page):
        said = {"title": translation.title, "language": translation.locale}
        url = reverse(SCREEN, args=(translation.pk,))
        messages.warning(
            request,
            _("Its translation “%(title)s” (%(language)s) is still public.") % said,
            buttons=[messages.button(url, _("Look at it"))],
        )
