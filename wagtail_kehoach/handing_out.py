"""A text of the portal as a file to take away, or the page that says why there is none."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .exceptions import ExportRefused
from .folding import fold

LONGEST = 80
#: Names that Windows keeps for devices, and no name at all.
DEVICES = {
    "", "con", "prn", "aux", "nul",
    *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
}  # fmt: skip


def file_name(text: str, *, otherwise: str) -> str:
    """``text`` as a name in plain letters that Windows takes, also on old file systems.

    ``otherwise`` says what it is where ``text`` gives no name.
    """
    plain = re.sub(r"[^a-z0-9-]", "", re.sub("[/ _]+", "-", fold(text)))
    plain = _shortened(plain).strip("-")
    return f"{otherwise}-{plain}".strip("-") if plain in DEVICES else plain


def _shortened(text: str) -> str:
    """``text`` without the words that there is no room for; one long word is cut."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST + 1].rpartition("-")[0] or text[:LONGEST]


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
