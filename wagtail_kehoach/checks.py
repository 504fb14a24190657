"""System checks: a misspelt setting and a portal that forgot something say so at start."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import Error, Tags, Warning as CheckWarning, register

from .conf import KeHoachSettings


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
