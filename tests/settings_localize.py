"""A portal in Vietnamese, English, Lao and Khmer, with wagtail-localize."""

from .settings import *  # noqa: F403
from .settings import INSTALLED_APPS as ORDINARY_APPS

INSTALLED_APPS = [
    "tests.notices",
    "wagtail_localize",
    "wagtail_localize.locales",
    *ORDINARY_APPS,
]
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("vi", "Tiếng Việt"),
    ("en", "English"),
    ("lo", "ລາວ"),
    ("km", "ខ្មែរ"),
]
ROOT_URLCONF = "tests.urls_localize"
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
    "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator",
}
