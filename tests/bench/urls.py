"""The test portal's addresses, and the benchmark's views before them."""

import sys

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.urls import path
from wagtail.views import serve

from tests.urls import urlpatterns as portal

CONSTANT = b"x" * settings.BENCH_BYTES
DOCUMENT_LIBRARIES = ("docx", "pypdf", "weasyprint", "openpyxl")


def constant(request):
    """The least that Django does for a page of this size."""
    return HttpResponse(CONSTANT)


def libraries(request):
    """The document libraries that this worker has loaded."""
    loaded = [name for name in DOCUMENT_LIBRARIES if name in sys.modules]
    return JsonResponse(loaded, safe=False)


def forgetful(request, address):
    """A page as the first visitor of a worker gets it: nothing is in the cache."""
    cache.clear()
    return serve(request, address)


urlpatterns = [
    path("bench/forgetful/<path:address>", forgetful),
    path("bench/constant/", constant),
    path("bench/libraries/", libraries),
    *portal,
]
