"""The test portal with Wagtail's API v3 mounted."""

from django.urls import path
from wagtail.api.v3.urls import api

from .urls import urlpatterns as ordinary

urlpatterns = [path("api/v3/", api.urls), *ordinary]
