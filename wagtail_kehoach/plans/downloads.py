"""A plan as a file to take away."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .exports import as_word
from .models import PlanPageMixin

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(page: PlanPageMixin) -> HttpResponse:
    """The plan in the layout of Decree 30; marked as a draft until it has its number."""
    named = content_disposition_header(as_attachment=True, filename=f"{page.slug}.docx")
    return HttpResponse(
        as_word(page), content_type=WORD, headers={"Content-Disposition": named}
    )
