"""The addresses of the demo school, with one for each language: ``/lo/…``."""

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
handler404 = "wagtail_kehoach.languages.views.not_found"
