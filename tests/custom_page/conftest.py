"""Tests of a portal with its own base page; for ``--ds=tests.settings_custom_page`` only."""

from django.conf import settings

#: The ordinary run knows nothing of that portal's models.
collect_ignore_glob = (
    [] if getattr(settings, "WAGTAIL_PAGE_MODEL", "") == "basepage.BasePage" else ["*"]
)
