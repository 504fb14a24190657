"""The test portal with Wagtail's APIs as Wagtail has them: all files are listed."""

from django.apps import apps
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from .urls import urlpatterns as ordinary

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("images", ImagesAPIViewSet)
router.register_endpoint("documents", DocumentsAPIViewSet)

urlpatterns = [path("api/v2/", router.urls), *ordinary]

if apps.is_installed("wagtail.api.v3"):
    from wagtail.api.v3.urls import api

    urlpatterns.insert(0, path("api/v3/", api.urls))
