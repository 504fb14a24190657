"""Reads of Wagtail's API v3 that list only the pictures and documents which are public.

A portal mounts ``api`` at the same address as Wagtail's, before it::

    from wagtail.api.v3.urls import api
    from wagtail_kehoach.api.v3 import api as public_files

    urlpatterns = [
        path("api/v3/", public_files.urls),
        path("api/v3/", api.urls),
    ]

Addresses, parameters, answers and rights are those of Wagtail; what is written goes to
Wagtail's own functions. Needs Wagtail 8 with ``wagtail.api.v3``.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import NinjaAPI, Query, Router
from ninja.pagination import paginate
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import register_exception_handlers
from wagtail.api.v3.pagination import WagtailLimitOffsetPagination
from wagtail.api.v3.schemas.params import (
    APIFieldFilterSchema,
    OrderingSchema,
    SearchSchema,
)
from wagtail.documents.api.v3 import router as documents
from wagtail.images.api.v3 import router as images

from .checks import OWN_V3
from .public_files import hits_among, readable_by

#: As Wagtail has it: with a token or without.
PUBLIC_READ = [BearerTokenAuth(), AllowAnonymous()]
TOKEN = BearerTokenAuth()
ONE_IMAGE, ONE_DOCUMENT = "/{image_id}/", "/{document_id}/"

image_router = Router(tags=["images"])
document_router = Router(tags=["documents"])


def _images(request: HttpRequest) -> QuerySet:
    return readable_by(images.get_images_queryset(request), request.user)


def _documents(request: HttpRequest) -> QuerySet:
    return readable_by(documents.get_documents_queryset(request), request.user)


def _list(
    router: Router,
    name: str,
    schema: Any,
    readable: Callable[[HttpRequest], QuerySet],
    fields: list[str],
) -> None:
    """Give ``router`` the list of what is ``readable``, as Wagtail gives its own."""

    @router.get("/", response=list[schema], url_name=name, auth=PUBLIC_READ)
    @paginate(WagtailLimitOffsetPagination, pass_parameter="page_wanted")  # noqa: S106
    def listed(
        request: HttpRequest,
        ordering: OrderingSchema = Query(...),  # noqa: B008 -- as ninja has it
        search: SearchSchema = Query(...),  # noqa: B008 -- as ninja has it
        **kwargs,
    ):
        asked = APIFieldFilterSchema.with_exclude_schemas(
            raw_params=request.GET,
            schemas=(OrderingSchema, SearchSchema),
            base_fields=fields,
        )
        found = asked.filter_queryset(readable(request))
        found = ordering.order_queryset(
            found, kwargs["page_wanted"], base_fields=fields
        )
        if search.search is None:
            return found
        hits = search.search_queryset(request, found.model.objects.only("pk"))
        return hits_among(found, hits, by_relevance="order" not in request.GET)


@image_router.get(
    ONE_IMAGE,
    response=images.ImageDetailSchema,
    url_name="detail_image",
    auth=PUBLIC_READ,
)
def get_image(request: HttpRequest, image_id: int):
    return get_object_or_404(_images(request), pk=image_id)


@document_router.get(
    ONE_DOCUMENT,
    response=documents.DocumentDetailSchema,
    url_name="detail_document",
    auth=PUBLIC_READ,
)
def get_document(request: HttpRequest, document_id: int):
    return get_object_or_404(_documents(request), pk=document_id)


def _writes(
    router: Router, one: str, schema: Any, create: Callable, *others: Callable
) -> None:
    """Let what is written at the same addresses go to Wagtail's own functions."""
    update, delete = others
    router.post("/", response={201: schema}, auth=TOKEN)(create)
    router.patch(one, response=schema, auth=TOKEN)(update)
    router.delete(one, response={204: None}, auth=TOKEN)(delete)


_list(
    image_router,
    "list_images",
    images.ImageDetailSchema,
    _images,
    images.BASE_IMAGE_READ_FIELDS,
)
_list(
    document_router,
    "list_documents",
    documents.DocumentDetailSchema,
    _documents,
    documents.BASE_DOCUMENT_READ_FIELDS,
)
_writes(
    image_router,
    ONE_IMAGE,
    images.ImageDetailSchema,
    images.create_image,
    images.update_image,
    images.delete_image,
)
_writes(
    document_router,
    ONE_DOCUMENT,
    documents.DocumentDetailSchema,
    documents.create_document,
    documents.update_document,
    documents.delete_document,
)

#: Without pages of documentation: those of Wagtail's API describe these addresses too.
api = NinjaAPI(
    title="Public pictures and documents",
    urls_namespace=OWN_V3,
    openapi_url=None,
    docs_url=None,
)
register_exception_handlers(api)
api.add_router("/images/", image_router)
api.add_router("/documents/", document_router)
