"""The screen that asks before the import of a story is undone."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from wagtail.admin import messages

from ..uploads.undo_views import UndoImportView
from ..uploads.undoing import why_not_undo
from .counting import length_words
from .queries import reading_of, story_of
from .undoing import pictures_of, undo_import

UNDO = "wagtail_kehoach_undo_story"


def tell_of_pictures(request, page) -> None:
    """Before Wagtail deletes the page alone: the other way takes its pictures along."""
    page._kehoach_pictures = len(pictures_of(page, request.user).going)
    if request.method == "POST" or not page._kehoach_pictures:
        return
    if why_not_undo(page, request.user) is None:
        said = _(
            "This draft was made from a Word file. Deleting it here leaves the pictures of "
            "the file behind; “Undo the import” deletes them too."
        )
        undo = messages.button(reverse(UNDO, args=(page.pk,)), _("Undo the import"))
        messages.warning(request, said, buttons=[undo])


def tell_what_stayed(request, page) -> None:
    """After Wagtail deleted the page: where its pictures are now."""
    if count := page.__dict__.get("_kehoach_pictures"):
        said = ngettext(
            "%(n)s picture of its Word file is still there. Delete it under “Images” if "
            "nobody needs it.",
            "%(n)s pictures of its Word file are still there. Delete them under “Images” "
            "if nobody needs them.",
            count,
        )
        images = messages.button(reverse("wagtailimages:index"), _("Open the pictures"))
        messages.warning(request, said % {"n": count}, buttons=[images])


class UndoStoryImportView(UndoImportView):
    """The draft, and those of its pictures that nothing else shows."""

    nothing_kept = gettext_lazy("Nothing of a file is kept for this story.")

    def find_draft(self, pk):
        return story_of(pk)

    def find_reading(self):
        return reading_of(self.draft)

    @cached_property
    def pictures(self):
        return pictures_of(self.draft, self.request.user)

    def what_goes(self):
        story = self.draft.get_latest_revision_as_object()
        count = len(self.pictures.going)
        pictures = ngettext(
            "%(n)s picture of the file, with what was said of it",
            "%(n)s pictures of the file, with what was said of them",
            count,
        )
        return [length_words(story), *([pictures % {"n": count}] if count else [])]

    def what_stays(self):
        return [f"“{image.title}”: {why}" for image, why in self.pictures.staying]

    def undo(self):
        undo_import(self.draft, self.request.user)
