"""A portal that has switched on Wagtail's API v3, which is new in Wagtail 8.0."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as ORDINARY_APPS

INSTALLED_APPS = ["wagtail.api.v3", "ninja", *ORDINARY_APPS]
ROOT_URLCONF = "tests.urls_api"
