"""The test portal with an address for each language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

from .urls import urlpatterns as ordinary

urlpatterns = [
    *ordinary[:-1],
    *i18n_patterns(
        path("", include("wagtail_kehoach.search.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
