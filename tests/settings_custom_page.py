"""A portal with a base page model of its own, without our ready-made page types."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as ORDINARY_APPS

WAGTAIL_PAGE_MODEL = "basepage.BasePage"
INSTALLED_APPS = [
    "tests.basepage",
    *(
        app
        for app in ORDINARY_APPS
        if app not in ("wagtail_kehoach.pages", "tests.portal")
    ),
]
