"""System checks: a misspelt setting and a portal that forgot something say so at start."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.checks import (
    Error,
    Info as CheckInfo,
    Tags,
    Warning as CheckWarning,
    register,
)
from django.core.files.storage import (
    FileSystemStorage,
    InvalidStorageError,
    storages,
)
from django.utils.formats import get_format

from .conf import KeHoachSettings

SITE_CACHE = "django.middleware.cache.UpdateCacheMiddleware"
UNTIL_MIDNIGHT = "wagtail_kehoach.consent.middleware.UntilMidnightMiddleware"
PRIVATE = "kehoach_private"
#: As many as the settings of a new Wagtail project allow.
FORM_FIELDS = 10_000
DATABASE_SEARCH = "wagtail.search.backends.database"


@register(Tags.compatibility)
def check_setting_keys(app_configs, **kwargs):
    """Every key of ``WAGTAIL_KEHOACH`` is one that ``conf`` knows."""
    known = {name for name in vars(KeHoachSettings) if name.isupper()}
    return [
        Error(
            f"WAGTAIL_KEHOACH has an unknown key: {key!r}.",
            hint=f"Known keys: {', '.join(sorted(known))}.",
            id="wagtail_kehoach.E001",
        )
        for key in getattr(settings, "WAGTAIL_KEHOACH", {})
        if key not in known
    ]


@register(Tags.compatibility)
def check_time_zone(app_configs, **kwargs):
    """Approvals and deadlines are moments; without time zones they cannot be told apart."""
    if settings.USE_TZ:
        return []
    return [
        Error(
            "USE_TZ is off: approving and every date of a plan need time zones.",
            hint="Set USE_TZ = True.",
            id="wagtail_kehoach.E002",
        )
    ]


@register(Tags.compatibility)
def check_site_settings(app_configs, **kwargs):
    """The school's details are a site setting, which needs Wagtail's settings app."""
    if "wagtail.contrib.settings" in settings.INSTALLED_APPS:
        return []
    return [
        CheckWarning(
            "wagtail.contrib.settings is not installed, so nobody can edit the "
            "school's details in the admin.",
            hint="Add 'wagtail.contrib.settings' to INSTALLED_APPS.",
            id="wagtail_kehoach.W001",
        )
    ]


@register(Tags.translation)
def check_language(app_configs, **kwargs):
    """Texts are Vietnamese; in another language only the words around them would be."""
    locale = "django.middleware.locale.LocaleMiddleware"
    if settings.LANGUAGE_CODE.startswith("vi") or locale in settings.MIDDLEWARE:
        return []
    return [
        CheckWarning(
            f"LANGUAGE_CODE is {settings.LANGUAGE_CODE!r}: public pages will have "
            "headings in that language around Vietnamese texts.",
            hint='Set LANGUAGE_CODE = "vi".',
            id="wagtail_kehoach.W002",
        )
    ]


@register(Tags.translation)
def check_dates(app_configs, **kwargs):
    """Django reads 05/11/2026 as a day in May, also in Vietnamese, and says nothing."""
    order = next(
        (f for f in get_format("DATE_INPUT_FORMATS", lang="vi") if f[2:3] == "/"), ""
    )
    if order.startswith("%d/%m") or not settings.LANGUAGE_CODE.startswith("vi"):
        return []
    return [
        CheckWarning(
            "A date that is typed as 05/11/2026 is not read as 5 November.",
            hint='Set FORMAT_MODULE_PATH = "wagtail_kehoach.vietnamese.formats" and '
            'WAGTAIL_DATE_FORMAT = "%d/%m/%Y".',
            id="wagtail_kehoach.W003",
        )
    ]


@register(Tags.compatibility)
def check_midnight(app_configs, **kwargs):
    """A cache that answers by itself does not see that a consent ended with the day."""
    used = list(settings.MIDDLEWARE)
    below = used.index(SITE_CACHE) if SITE_CACHE in used else 0
    has_cache = SITE_CACHE in used or getattr(settings, "WAGTAILFRONTENDCACHE", None)
    if not has_cache or UNTIL_MIDNIGHT in used[below:]:
        return []
    return [
        CheckWarning(
            "Answers are kept in a cache, which may show somebody after midnight whose "
            "consent has ended.",
            hint=f"Add {UNTIL_MIDNIGHT!r} to MIDDLEWARE, at the top, but below "
            f"{SITE_CACHE!r}.",
            id="wagtail_kehoach.W004",
        )
    ]


@register(Tags.compatibility)
def check_form_fields(app_configs, **kwargs):
    """A plan of 80 tasks has 1,300 fields; Django refuses a form of more than 1,000."""
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    if most is None or most >= FORM_FIELDS:
        return []
    return [
        CheckWarning(
            f"DATA_UPLOAD_MAX_NUMBER_FIELDS is {most}, so that a plan of some 60 tasks "
            "cannot be saved.",
            hint=f"Set DATA_UPLOAD_MAX_NUMBER_FIELDS = {FORM_FIELDS:_}.",
            id="wagtail_kehoach.W005",
        )
    ]


@register(Tags.security)
def check_private_store(app_configs, **kwargs):
    """Scans of consents and withheld photos lie where no web server hands them out."""
    try:
        store = Path(storages[PRIVATE].location).absolute()
    except InvalidStorageError:
        store = Path(settings.MEDIA_ROOT).absolute().parent / "kehoach-private"
    except (AttributeError, NotImplementedError, TypeError):
        return []  # No folder: whoever keeps it elsewhere knows who reads it.
    public = [settings.MEDIA_ROOT, getattr(settings, "STATIC_ROOT", None)]
    reached = [root for root in public if root and _lies_in(store, root)]
    return [
        Error(
            f"The private store of consents, {store}, lies in {root}, which the web "
            "server hands out to everybody.",
            hint=f"Name a folder outside of it in STORAGES[{PRIVATE!r}].",
            id="wagtail_kehoach.E003",
        )
        for root in reached[:1]
    ]


def _lies_in(store, root):
    return Path(root).absolute() in [store, *store.parents]


@register(Tags.security, deploy=True)
def check_files_of_pictures(app_configs, **kwargs):
    """Django is not asked for a file in a folder, and cannot say whether it is too late."""
    if not isinstance(storages["default"], FileSystemStorage):
        return []
    return [
        CheckInfo(
            "The web server hands out the files of pictures by itself, so that one whose "
            "consent ended with the day is read until something takes it down.",
            hint="Run enforce_consents at midnight: 0 0 * * * (docs/consent.md).",
            id="wagtail_kehoach.I002",
        )
    ]


@register(Tags.compatibility)
def check_search_backend(app_configs, **kwargs):
    """Wagtail's own backends do not find what is typed without its accents."""
    chosen = getattr(settings, "WAGTAILSEARCH_BACKENDS", {}).get("default", {})
    backend = chosen.get("BACKEND", DATABASE_SEARCH)
    if not backend.startswith(DATABASE_SEARCH):
        return []
    return [
        CheckInfo(
            "The default search backend does not find what is typed without accents.",
            hint='Set WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] to '
            '"wagtail_kehoach.search.backend", then run update_index.',
            id="wagtail_kehoach.I001",
        )
    ]
