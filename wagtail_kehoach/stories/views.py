"""A story as a file to take away."""

from __future__ import annotations

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from .models import StoryPageMixin
from .report import as_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def achievement_report(request, pk):
    """The report of the public text; of the draft while nothing is public."""
    Page = swapper.load_model("wagtailcore", "Page")
    story = get_object_or_404(Page, pk=pk).specific
    if not isinstance(story, StoryPageMixin):
        raise Http404
    rights = story.permissions_for_user(request.user)
    if not (rights.can_edit() or rights.can_publish()):
        raise PermissionDenied
    if not story.live:
        story = story.get_latest_revision_as_object()
    named = content_disposition_header(
        as_attachment=True, filename=f"bao-cao-{story.slug}.docx"
    )
    return HttpResponse(
        as_word(story), content_type=WORD, headers={"Content-Disposition": named}
    )
