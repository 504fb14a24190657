"""Addresses of the example portal. Ours stand before Wagtail's, as the README says."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from .api import api_router

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    path("sitemap.xml", sitemap),
    path("huong-dan/", include("portal.guides")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include("wagtail_kehoach.urls")),
    path("", include(wagtail_urls)),
]
