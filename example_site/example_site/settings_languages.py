"""The demo school in Vietnamese, English, Lao and Khmer: what a portal adds for that.

Needs the extra ``localize``; see docs/languages.md.
"""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as APPS, MIDDLEWARE as ORDINARY

INSTALLED_APPS = ["wagtail_localize", "wagtail_localize.locales", *APPS]
_BEFORE = ORDINARY.index("django.middleware.common.CommonMiddleware")
MIDDLEWARE = [
    *ORDINARY[:_BEFORE],
    "django.middleware.locale.LocaleMiddleware",
    *ORDINARY[_BEFORE:],
]
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("vi", "Tiếng Việt"),
    ("en", "English"),
    ("lo", "ພາສາລາວ"),
    ("km", "ភាសាខ្មែរ"),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
ROOT_URLCONF = "example_site.urls_languages"
