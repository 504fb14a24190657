"""The test portal with Wagtail's API v3 mounted, behind what lists public files only."""

from django.urls import path
from wagtail.api.v3.urls import api

from wagtail_kehoach.api.v3 import api as public_files

from .urls import urlpatterns as ordinary

urlpatterns = [
    path("api/v3/", public_files.urls),
    path("api/v3/", api.urls),
    *ordinary,
]
