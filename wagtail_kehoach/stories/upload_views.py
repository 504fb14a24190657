"""The screen on which a Word file becomes a story."""

from __future__ import annotations

from django.shortcuts import redirect
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from wagtail.admin import messages

from ..exceptions import ImportRefused
from ..posts.alt_texts import missing_in
from ..uploads.views import FileView
from .counting import length_words
from .imports import make_draft, read_file
from .upload_forms import StoryUploadForm


class StoryUploadView(FileView):
    """A story from a file: ends in the form of its draft, or says why not."""

    page_title = gettext_lazy("Story from a Word file")
    template_name = "wagtail_kehoach/admin/stories/upload.html"
    form_class = StoryUploadForm

    def get_initial(self):
        """The call that a link names is chosen already."""
        return {**super().get_initial(), "campaign": self.request.GET.get("campaign")}

    def form_valid(self, form):
        said, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            manuscript = read_file(file.name, said["data"])
            with self.storing():
                story = make_draft(
                    manuscript,
                    parent=said["parent"],
                    user=self.request.user,
                    digest=said["digest"],
                    campaign=said.get("campaign"),
                    collection=said.get("collection"),
                )
        except ImportRefused as refusal:
            form.add_error("file", refusal.reason)
            return self.form_invalid(form)
        messages.success(self.request, _said_of(story, file.name))
        return redirect("wagtailadmin_pages:edit", story.pk)


def _said_of(story, file: str) -> str:
    said = [
        _("A draft was made from “%(file)s”: %(length)s.")
        % {"file": file, "length": length_words(story)}
    ]
    if count := len(missing_in(story)):
        said.append(
            ngettext(
                "%(count)s picture still needs words.",
                "%(count)s pictures still need words.",
                count,
            )
            % {"count": count}
        )
    return " ".join(said)
