"""The PDF of a plan, drawn once for each text: drawing takes seconds of a whole processor."""

from __future__ import annotations

import hashlib
from threading import BoundedSemaphore
from time import monotonic, sleep
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils.translation import gettext as _

from .. import __version__
from ..exceptions import ExportRefused
from .documents import to_document
from .exports import as_pdf, can_make_pdf, is_draft
from .template_files import logger
from .word_template import has_template, template_for

if TYPE_CHECKING:
    from .models import PlanPageMixin

#: How long a PDF is kept, in seconds; of a larger one than this nothing is kept.
KEPT = 24 * 60 * 60
LARGEST_KEPT = 1024 * 1024
#: Whoever asks has the PDF, or the reason, after so long: web servers give up after 30.
SECONDS = 25
#: Nobody else begins with the same text for so long, should its drawing die on the way.
BEING_MADE = 30
#: So many are drawn at once by one process of the portal: each takes a whole processor.
ROOM = BoundedSemaphore(2)
LOOK_AGAIN = 0.2


def may_be_printed(page: PlanPageMixin) -> bool:
    """Whether this server can make a PDF of ``page`` at all, as far as is seen from here."""
    return can_make_pdf() or (can_make_pdf(own_layout=True) and not has_template(page))


def pdf_of(page: PlanPageMixin) -> bytes:
    """The plan as PDF, in the school's template where it has one.

    The same text is not drawn twice: not a second time, and not by two at once, of whom
    the second waits for the first. Raises ``ExportRefused`` within ``SECONDS`` where
    nothing can draw it, or others are drawing for so long.
    """
    until = monotonic() + SECONDS
    template = template_for(page)
    key = f"kehoach:pdf:{_digest(page, template)}"
    while not (made := cache.get(key)):
        if cache.add(f"{key}:begun", True, BEING_MADE):
            return _made(key, page, template, until)
        if monotonic() > until:
            raise _busy()
        sleep(LOOK_AGAIN)
    return made


def _made(key: str, page: PlanPageMixin, template: bytes | None, until: float) -> bytes:
    """The PDF that we alone draw now, kept for those who wait for it."""
    try:
        # Somebody may have ended between our look and our turn.
        made = cache.get(key) or _in_turn(page, template, until)
        if len(made) <= LARGEST_KEPT:
            cache.set(key, made, KEPT)
        return made
    finally:
        cache.delete(f"{key}:begun")


def _in_turn(page: PlanPageMixin, template: bytes | None, until: float) -> bytes:
    if not ROOM.acquire(timeout=max(0, until - monotonic())):
        raise _busy()
    try:
        return _drawn(page, template, max(0, until - monotonic()))
    finally:
        ROOM.release()


def _busy() -> ExportRefused:
    reason = _("PDF files are just being made. Please try again in half a minute.")
    return ExportRefused(reason, code="being-made")


def _digest(page: PlanPageMixin, template: bytes | None) -> str:
    """Of everything that the drawing depends on: whatever else the page has may change."""
    digest = hashlib.sha256(
        repr((__version__, to_document(page), is_draft(page))).encode()
    )
    digest.update(template or b"")
    return digest.hexdigest()


def _drawn(page: PlanPageMixin, template: bytes | None, seconds: float) -> bytes:
    try:
        return as_pdf(page, template, seconds=seconds)
    except ExportRefused as refusal:
        if not refusal.code.startswith("template-"):
            raise
        # As with the Word file: whoever asks for the plan gets it all the same.
        logger.warning("The Word template of %s: %s", page, refusal.reason)
        return as_pdf(page, seconds=seconds)
