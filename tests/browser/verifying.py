"""Settings of the demo school where somebody has to verify every story."""

from example_site.settings import *  # noqa: F403

WAGTAIL_KEHOACH = {"VERIFY_STORIES": True}
