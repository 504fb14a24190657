"""The screen on one translation, with what wagtail-localize knows of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import upload_pofile

from ..approval.queries import submission_of
from ..exceptions import ApprovalRefused
from ..languages.mixins import LanguageMixin
from ..languages.screens import TranslationView
from ..languages.typed import why_not_in_its_language
from ..languages.untranslated import why_not_translated
from . import files, segments, submitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse


class SegmentsView(TranslationView):
    """Also: files for translators outside, what a machine said, draft and submission."""

    template_name = "wagtail_kehoach/admin/languages/segments.html"
    actions = (
        *TranslationView.actions,
        "start",
        "sync",
        "draft",
        "submit",
        "upload",
        "confirm",
    )

    @cached_property
    def translation(self):
        """wagtail-localize's row, while the text is translated by passages."""
        row = segments.translation_of(self.live)
        return row if row and row.enabled else None

    def post(self, request, *args, **kwargs):
        if reason := self.why_not(self.asked):
            messages.error(request, reason)
            return redirect(self.url)
        try:
            return super().post(request, *args, **kwargs)
        except (ApprovalRefused, files.FileRefused) as refusal:
            messages.error(request, refusal.reason)
        except ValidationError as error:
            messages.error(request, " ".join(_lines(error, self.live)))
        return redirect(self.url)

    def why_not(self, action: str) -> str | None:
        """Return why the draft may not be written by this ``action``, or ``None``."""
        rights = self.live.permissions_for_user(self.request.user)
        if action in ("start", "sync") and self.source is None:
            return _("The source of this translation was deleted.")
        if action in ("start", "sync", "draft", "upload") and rights.page_locked():
            return _("This text is locked, or waits for approval: take it back first.")
        if action in ("sync", "draft", "upload") and self.translation is None:
            return _("This text is not translated by passages.")
        return None

    def start(self) -> None:
        """Go over to passages: the draft is made of them from now on."""
        user = self.request.user
        submitting.translate_by_passages(self.live, self.source, user=user)
        messages.success(self.request, _("The text is now translated by passages."))

    def sync(self) -> None:
        """The passages of the source as it is now; what changed waits to be translated."""
        self.translation.source.update_from_db()
        said = _(
            "The passages are those of the current source. Translate what changed."
        )
        messages.success(self.request, said)

    def draft(self) -> None:
        submitting.make_draft(self.translation, user=self.request.user)
        messages.success(self.request, _("The draft says what the passages say."))

    def submit(self) -> None:
        """The draft of the passages as they are now, or the one that the form saved."""
        page, user, post = self.live, self.request.user, self.request.POST
        if self.translation:
            self.refuse_gaps()
            page = submitting.make_draft(self.translation, user=user)
        ticked, seen = post.getlist("checks"), post.getlist("seen")
        submitting.submit(page, user=user, ticked=ticked, seen=seen)
        messages.success(
            self.request, _("“%(title)s” is submitted.") % {"title": page.draft_title}
        )

    def refuse_gaps(self) -> None:
        """Before the draft is made: gaps would stand in it in the words of the source."""
        text = submitting.as_passages(self.translation)
        gaps = why_not_translated(text) or why_not_in_its_language(text)
        if reason := gaps or segments.why_not_read(text):
            raise ApprovalRefused(reason)

    def upload(self) -> HttpResponse:
        """What is said of each passage can be long: it is answered with the screen."""
        file, user = self.request.FILES.get("file"), self.request.user
        found = files.take_in(file, self.translation, user=user)
        if found.taken:
            self.draft_of_file()
        return self.render_to_response(self.get_context_data(found=found))

    def draft_of_file(self) -> None:
        try:
            submitting.make_draft(self.translation, user=self.request.user)
        except ValidationError as error:
            said = _("The passages are kept, but no draft could be made of them:")
            messages.error(self.request, " ".join([said, *_lines(error, self.live)]))
        else:
            said = _("The file was taken in, and a draft was made of it.")
            messages.success(self.request, said)
        self.live.refresh_from_db()

    def confirm(self) -> None:
        keys = self.request.POST.getlist("read")
        count = submitting.confirm(self.live, keys, user=self.request.user)
        messages.success(
            self.request,
            ngettext(
                "%(count)s passage is confirmed.",
                "%(count)s passages are confirmed.",
                count,
            )
            % {"count": count},
        )

    def get_text(self):
        row = self.translation
        return submitting.as_passages(row) if row else super().get_text()

    def get_context_data(self, **kwargs):
        row = self.translation
        rights = self.live.permissions_for_user(self.request.user)
        po_url = row and reverse("wagtail_localize:download_pofile", args=(row.pk,))
        return super().get_context_data(
            translation=row,
            progress=row and segments.progress_of(row),
            po_url=po_url,
            unread=list(segments.unread(self.live)),
            checks=self.object.approval_checks(),
            warnings=self.object.privacy_warnings(),
            waits=submission_of(self.live) is not None,
            can_submit=rights.can_submit_for_moderation(),
            **kwargs,
        )


@require_POST
def upload_from_editor(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The button of wagtail-localize's editor, which by itself drops passages silently."""
    row = get_object_or_404(Translation, pk=translation_id)
    try:
        page = row.get_target_instance()
    except ObjectDoesNotExist:  # deleted since the editor was opened
        raise Http404 from None
    if not isinstance(page, LanguageMixin):
        return upload_pofile(request, translation_id)
    return SegmentsView.as_view(action="upload")(request, pk=page.pk)


def _lines(error: ValidationError, page) -> Iterator[str]:
    """What is wrong, each with the name of its field."""
    if not hasattr(error, "error_dict"):
        yield from error.messages
        return
    names = {field.name: field.verbose_name for field in page._meta.fields}
    for name, said in error.message_dict.items():
        label = capfirst(str(names.get(name, "")))
        yield f"{label}: {' '.join(said)}" if label else " ".join(said)
