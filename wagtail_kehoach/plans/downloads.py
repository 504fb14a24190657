"""A plan as a file to take away."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from ..exceptions import ExportRefused
from ..registration.originals import hand_out
from .exports import as_word
from .models import PlanPageMixin
from .word_template import logger, template_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(page: PlanPageMixin) -> HttpResponse:
    """The plan in the school's template, or in the layout of Decree 30.

    Of a plan that was recalled, nothing is handed out any more.
    """
    entry = page.register_entry
    if entry and entry.is_recalled:
        raise Http404
    named = content_disposition_header(as_attachment=True, filename=f"{page.slug}.docx")
    return HttpResponse(
        _word(page), content_type=WORD, headers={"Content-Disposition": named}
    )


def original(page: PlanPageMixin) -> FileResponse:
    """The signed file of the plan, once a principal has released it."""
    return hand_out(page.register_entry)


def _word(page: PlanPageMixin) -> bytes:
    template = template_for(page)
    if template:
        try:
            return as_word(page, template)
        except ExportRefused as refusal:
            # Whoever asks for the plan gets it all the same.
            logger.warning("The Word template of %s: %s", page, refusal.reason)
    return as_word(page)
