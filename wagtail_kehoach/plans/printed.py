"""The PDF of a plan, drawn once for each text: drawing takes seconds of a whole processor."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils.translation import gettext as _

from .. import __version__
from ..exceptions import ExportRefused
from .documents import to_document
from .exports import as_pdf, can_make_pdf, is_draft
from .word_template import has_template, logger, template_for

if TYPE_CHECKING:
    from .models import PlanPageMixin

#: How long a PDF is kept, in seconds; of a larger one than this nothing is kept.
KEPT = 24 * 60 * 60
LARGEST_KEPT = 1024 * 1024
#: Nobody else begins with the same text for so long: longer than drawing may take.
BEING_MADE = 120


def may_be_printed(page: PlanPageMixin) -> bool:
    """Whether this server can make a PDF of ``page`` at all, as far as is seen from here."""
    return can_make_pdf() or (can_make_pdf(own_layout=True) and not has_template(page))


def pdf_of(page: PlanPageMixin) -> bytes:
    """The plan as PDF, in the school's template where it has one.

    The same text is not drawn twice: not a second time, and not by two at once. Raises
    ``ExportRefused`` where nothing can draw it, or somebody else is just drawing it.
    """
    template = template_for(page)
    key = f"kehoach:pdf:{_digest(page, template)}"
    if made := cache.get(key):
        return made
    if not cache.add(f"{key}:begun", True, BEING_MADE):
        reason = _("This PDF is just being made. Please try again in half a minute.")
        raise ExportRefused(reason, code="being-made")
    try:
        made = _drawn(page, template)
        if len(made) <= LARGEST_KEPT:
            cache.set(key, made, KEPT)
        return made
    finally:
        cache.delete(f"{key}:begun")


def _digest(page: PlanPageMixin, template: bytes | None) -> str:
    """Of everything that the drawing depends on: whatever else the page has may change."""
    digest = hashlib.sha256(
        repr((__version__, to_document(page), is_draft(page))).encode()
    )
    digest.update(template or b"")
    return digest.hexdigest()


def _drawn(page: PlanPageMixin, template: bytes | None) -> bytes:
    try:
        return as_pdf(page, template)
    except ExportRefused as refusal:
        if not refusal.code.startswith("template-"):
            raise
        # As with the Word file: whoever asks for the plan gets it all the same.
        logger.warning("The Word template of %s: %s", page, refusal.reason)
        return as_pdf(page)
