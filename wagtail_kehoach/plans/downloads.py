"""A plan as a file to take away."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ..exceptions import ExportRefused
from ..handing_out import file_name
from ..registration.originals import hand_out
from .exports import as_word
from .models import PlanPageMixin
from .printed import may_be_printed, pdf_of
from .template_files import logger
from .word_template import template_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

PDF = "application/pdf"


def word_file(page: PlanPageMixin) -> HttpResponse:
    """The plan for the public, as Word.

    Of a plan that was recalled, nothing is handed out any more.
    """
    entry = page.entry_in_force
    if entry and entry.is_recalled:
        raise Http404
    return file_of(page, "docx")


def kinds_of(page: PlanPageMixin) -> dict[str, str]:
    """The endings in which people at the school take a plan, each with its name."""
    word = {"docx": _("Word file (.docx)")}
    return {"pdf": _("PDF file"), **word} if may_be_printed(page) else word


def file_of(page: PlanPageMixin, kind: str) -> HttpResponse:
    """The plan in the school's template, or in the layout of Decree 30.

    A PDF opens in the browser. Raises ``ExportRefused`` where none can be made.
    """
    is_pdf = kind == "pdf"
    made = pdf_of(page) if is_pdf else _word(page)
    name = f"{file_name(page.slug, otherwise='ke-hoach')}.{kind}"
    named = content_disposition_header(as_attachment=not is_pdf, filename=name)
    return HttpResponse(
        made,
        content_type=PDF if is_pdf else WORD,
        headers={"Content-Disposition": named},
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
