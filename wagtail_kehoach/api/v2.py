"""Endpoints of Wagtail's API v2 that list only what something public shows.

A portal registers them in the place of Wagtail's own::

    router.register_endpoint("images", PublicImagesAPIViewSet)
    router.register_endpoint("documents", PublicDocumentsAPIViewSet)
"""

from __future__ import annotations

from wagtail.api.v2.filters import FieldsFilter, OrderingFilter, SearchFilter
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from .public_files import hits_among, readable_by


class PublicSearchFilter(SearchFilter):
    """Searches all of them, and then asks which of those found are public."""

    def filter_queryset(self, request, queryset, view):
        if "search" not in request.GET:
            return queryset
        everything = queryset.model.objects.only("pk")
        hits = super().filter_queryset(request, everything, view)
        by_relevance = "order" not in request.GET
        return hits_among(queryset, hits, by_relevance=by_relevance)


class PublicFilesMixin:
    """For an endpoint of pictures or documents: lists, finds and shows what is public.

    Who has the admin sees all of them. Mix it in before the class of Wagtail.
    """

    filter_backends = [FieldsFilter, OrderingFilter, PublicSearchFilter]

    def get_queryset(self):
        return readable_by(super().get_queryset(), self.request.user)


class PublicImagesAPIViewSet(PublicFilesMixin, ImagesAPIViewSet):
    """The pictures that something public shows."""


class PublicDocumentsAPIViewSet(PublicFilesMixin, DocumentsAPIViewSet):
    """The documents that something public shows."""
