"""What registers call something, in the language of the page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.html import format_html

from ..languages.glossary import called_on

if TYPE_CHECKING:
    from django import template

    from ..themes.models import ServesMixin


def called(context: template.Context, name: str) -> str:
    """The name in the language of the page: the glossary's, or nothing."""
    return called_on(context.get("page"), name or "")


def marked(context: template.Context, name: str) -> str:
    """As ``called``; where the glossary has none, as it is, with its language told."""
    if found := called(context, name):
        return found
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, name)


def themes_named(page: ServesMixin) -> list[str]:
    """The themes of a post, as far as they have a name in its language."""
    names = (called_on(page, theme.name) for theme in page.themes.all())
    return [name for name in names if name]
