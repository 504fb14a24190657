"""A plan as a file: Word, PDF, or the JSON that the reader of files prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ..decree30.interchange import to_json
from ..decree30.readings import Reading
from ..decree30.refusals import TemplateRefused
from ..exceptions import ExportRefused
from .documents import to_document
from .messages import template_message

if TYPE_CHECKING:
    import datetime as dt

    from .models import PlanPageMixin


def as_word(page: PlanPageMixin, template: bytes | None = None) -> bytes:
    """The plan as Word: in the layout of Decree 30, or in a ``template`` of the school.

    Marked as a draft until the plan is registered, whatever number was typed into it.
    Raises ``ExportRefused`` for a template that cannot be filled in.
    """
    document = to_document(page)
    facts = {"draft": is_draft(page), "saved_on": _day_of(page)}
    if template is None:
        from ..decree30.writer import write  # noqa: PLC0415 -- slow import

        return write(document, **facts)
    from ..decree30.template import fill  # noqa: PLC0415 -- slow import

    try:
        return fill(document, template, **facts)
    except TemplateRefused as refusal:
        reason = template_message(refusal)
        raise ExportRefused(reason, code=f"template-{refusal.code}") from refusal


def _day_of(page: PlanPageMixin) -> dt.date | None:
    """When the text was saved last; its file has no other day before it is issued."""
    saved_at = page.latest_revision_created_at
    return localtime(saved_at).date() if saved_at else None


def is_draft(page: PlanPageMixin) -> bool:
    """Whether its copies bear the mark of a draft: no register has given it its number."""
    return page.entry_in_force is None


def can_make_pdf(*, own_layout: bool = False) -> bool:
    """Whether a program for it is found; with ``own_layout`` for our own layout alone.

    Only drawing shows whether it works.
    """
    from ..decree30 import office, paper  # noqa: PLC0415 -- slow import

    return office.is_installed() or (own_layout and paper.is_installed())


def as_pdf(
    page: PlanPageMixin, template: bytes | None = None, *, seconds: float | None = None
) -> bytes:
    """The same as PDF, drawn within ``seconds``, or the bounds of the programs.

    Raises ``ExportRefused`` where nothing can convert it.
    """
    from ..decree30 import office  # noqa: PLC0415 -- slow import

    word = as_word(page, template)
    try:
        return office.convert(word, ".docx", "pdf", seconds=seconds)
    except office.OfficeMissing:
        return _printed(word, template, seconds)
    except office.OfficeTooSlow as error:
        raise _too_slow() from error
    except office.OfficeFailed as error:
        raise _failed("LibreOffice") from error


def _printed(word: bytes, template: bytes | None, seconds: float | None) -> bytes:
    """Without LibreOffice: what we wrote is drawn by WeasyPrint, but no school's template."""
    from ..decree30 import paper  # noqa: PLC0415 -- slow import

    try:
        if template is not None:
            raise paper.PrinterMissing
        return paper.to_pdf(word, seconds=seconds)
    except paper.PrinterTooSlow as error:
        raise _too_slow() from error
    except paper.PrinterFailed as error:
        raise _failed("WeasyPrint") from error
    except paper.PrinterMissing as error:
        raise ExportRefused(
            _(
                "PDF files need LibreOffice, which is not installed on this server, or "
                "WeasyPrint for a plan without a template of the school. Take the Word "
                "file and save it as PDF in Word, or install libreoffice-writer."
            ),
            code="converter-missing",
        ) from error


def _failed(program: str) -> ExportRefused:
    said = _(
        "%(program)s could not make a PDF of this plan. Take the Word file instead."
    )
    return ExportRefused(said % {"program": program}, code="converter-failed")


def _too_slow() -> ExportRefused:
    reason = _(
        "Making this PDF takes too long, so it was stopped. Take the Word file instead, or "
        "try again when the server has less to do."
    )
    return ExportRefused(reason, code="converter-failed")


def as_json(page: PlanPageMixin) -> bytes:
    """The plan as the JSON that ``import_plan`` prints."""
    reading = Reading(file=page.slug, document=to_document(page), is_plan=True)
    return json.dumps(to_json(reading), ensure_ascii=False, indent=2).encode()
