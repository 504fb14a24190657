"""An ordinary portal: Wagtail's own page, our ready-made page types, one site."""

import tempfile

from .databases import cache, database

SECRET_KEY = "for-tests"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "wagtail_kehoach",
    "wagtail_kehoach.pages",
    "wagtail_kehoach.vietnamese",
    "tests.portal",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "tests.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]
DATABASES = {"default": database()}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Wagtail's search has columns that only this app knows; Django 6.1 insists on it.
    INSTALLED_APPS.append("django.contrib.postgres")
CACHES = {"default": cache()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
LANGUAGE_CODE = "vi"
FORMAT_MODULE_PATH = "wagtail_kehoach.vietnamese.formats"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = tempfile.mkdtemp(prefix="kehoach-media-")

WAGTAIL_SITE_NAME = "Cổng thử"
WAGTAILADMIN_BASE_URL = "http://testserver"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Refuse, with words, to replace a file that an approved text shows.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "wagtail_kehoach.approval.media.DocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "wagtail_kehoach.consent.picture_forms.ImageForm"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail_kehoach.search.backend"},
}
