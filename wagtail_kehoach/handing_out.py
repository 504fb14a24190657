"""A text of the portal as a file to take away, or the page that says why there is none."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .exceptions import ExportRefused


def hand_out(
    request: HttpRequest, text: Any, kind: str, *, back_url: str
) -> HttpResponse:
    """The file of ``text`` with the ending ``kind``, of those that it offers.

    Whoever calls this has asked who may read ``text``. ``back_url`` is where the reader
    came from; the page of a refusal leads there.
    """
    if kind not in text.file_kinds():
        raise Http404
    try:
        return text.as_file(kind)
    except ExportRefused as refusal:
        context = {"reason": refusal.reason, "title": str(text), "back_url": back_url}
        template = "wagtail_kehoach/admin/no_file.html"
        return TemplateResponse(request, template, context, status=409)
