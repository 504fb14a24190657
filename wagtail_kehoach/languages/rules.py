"""What a language is called, which one an address is in, and which has our texts.

Everything here is silent on a portal without ``WAGTAIL_I18N_ENABLED``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.utils.text import capfirst
from django.utils.translation import (
    get_language,
    get_language_from_path,
    get_language_info,
    gettext,
    gettext_noop,
    override,
)
from wagtail.coreutils import get_content_languages

if TYPE_CHECKING:
    from django.http import HttpRequest

#: Django knows nothing of Lao, and writes Vietnamese with loose accents.
_OWN_NAMES = {"vi": "Tiếng Việt", "lo": "ພາສາລາວ", "km": "ភាសាខ្មែរ"}
_TERRITORIES = {
    "vi": "VN",
    "en": "US",
    "lo": "LA",
    "km": "KH",
    "zh": "CN",
    "ja": "JP",
    "ko": "KR",
}
_ONLY_OURS = gettext_noop("This page is not available in this language yet.")
FALLBACK = "en"


def is_on() -> bool:
    """Whether the portal has pages in several languages."""
    return bool(getattr(settings, "WAGTAIL_I18N_ENABLED", False))


def address_language(request: HttpRequest) -> str | None:
    """The language that the address of ``request`` promises; ``None``: it promises none."""
    urlconf = getattr(request, "urlconf", None) or settings.ROOT_URLCONF
    prefixed, _default_too = is_language_prefix_patterns_used(urlconf)
    if not prefixed:
        return None
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def is_same(one: str, other: str) -> bool:
    """Whether two codes are of one language: ``en`` and ``en-gb`` are."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


@cache
def interface_language(code: str) -> str:
    """The language of the words around a text in ``code``: its own, or English.

    Django would take those of ``LANGUAGE_CODE``, and put Vietnamese around Lao.
    """
    if is_same(code, settings.LANGUAGE_CODE) or is_same(code, FALLBACK):
        return code
    with override(code):
        here = gettext(_ONLY_OURS)
    with override(settings.LANGUAGE_CODE):
        default = gettext(_ONLY_OURS)
    return FALLBACK if here in (default, _ONLY_OURS) else code


def own_name(code: str) -> str:
    """What those who speak it call the language ``code``."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    try:
        return capfirst(get_language_info(code)["name_local"])
    except KeyError:
        return str(get_content_languages().get(code, code))


def open_graph(code: str) -> str:
    """``code`` as Open Graph writes it, with a territory: ``vi_VN``."""
    language, _, territory = code.replace("_", "-").partition("-")
    territory = territory.upper() if len(territory) == 2 else _TERRITORIES.get(language)
    return f"{language}_{territory}" if territory else language


def is_translated(page) -> bool:
    """Whether ``page`` is in another language than the portal is written in."""
    return is_on() and not is_same(spoken(page), settings.LANGUAGE_CODE)


def words_around(page) -> str:
    """The language of the words around the text of ``page``."""
    return interface_language(spoken(page)) if is_on() else spoken(page)


def spoken(page) -> str:
    """The language of ``page``; where the portal has only one, the one of its words."""
    if is_on() and getattr(page, "locale_id", None):
        return page.locale.language_code
    return get_language() or settings.LANGUAGE_CODE
