"""The kinds of pages by their names: *dien hinh* begins *điển hình tiên tiến*."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.utils.translation import get_language, override
from wagtail.models import get_page_models

from ..folding import words_of
from .naming import Name
from .terms import KIND, facet_term


def kinds() -> tuple[Name, ...]:
    """What each kind of page is called, by the reader and by the portal."""
    return _named(get_language() or settings.LANGUAGE_CODE)


@cache
def _named(language: str) -> tuple[Name, ...]:
    found: dict[Name, None] = {}
    for code in dict.fromkeys((language, settings.LANGUAGE_CODE)):
        with override(code):
            for model in get_page_models():
                meta = model._meta
                for said in (meta.verbose_name, meta.verbose_name_plural):
                    words = tuple(words_of(str(said)))
                    found[Name(words, facet_term(KIND, meta.model_name))] = None
    return tuple(found)
