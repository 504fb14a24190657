"""The test portal with Wagtail's APIs, a sitemap and dynamic images."""

from django.apps import apps
from django.urls import include, path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.images import urls as wagtailimages_urls

from wagtail_kehoach.api.v2 import PublicDocumentsAPIViewSet, PublicImagesAPIViewSet

from .urls import urlpatterns as ordinary

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)
router.register_endpoint("images", PublicImagesAPIViewSet)
router.register_endpoint("documents", PublicDocumentsAPIViewSet)

urlpatterns = [
    path("api/v2/", router.urls),
    path("sitemap.xml", sitemap),
    path("images/", include(wagtailimages_urls)),
    *ordinary,
]

if apps.is_installed("wagtail.api.v3"):
    from wagtail.api.v3.urls import api

    from wagtail_kehoach.api.v3 import api as public_files

    urlpatterns.insert(0, path("api/v3/", api.urls))
    urlpatterns.insert(0, path("api/v3/", public_files.urls))
