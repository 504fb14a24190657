"""The screen on one translation, with what wagtail-localize knows of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _, ngettext
from wagtail.admin import messages

from ..approval.queries import submission_of
from ..exceptions import ApprovalRefused
from ..languages.screens import TranslationView
from ..languages.untranslated import why_not_translated
from . import files, segments, submitting

if TYPE_CHECKING:
    from collections.abc import Iterator


class SegmentsView(TranslationView):
    """Also: files for translators outside, what a machine said, draft and submission."""

    template_name = "wagtail_kehoach/admin/languages/segments.html"
    actions = (
        *TranslationView.actions,
        "start",
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
        if reason := self.why_not(request.POST.get("action", "")):
            messages.error(request, reason)
            return redirect(request.path)
        try:
            return super().post(request, *args, **kwargs)
        except (ApprovalRefused, files.FileRefused) as refusal:
            messages.error(request, refusal.reason)
        except ValidationError as error:
            messages.error(request, " ".join(_lines(error, self.live)))
        return redirect(request.path)

    def why_not(self, action: str) -> str | None:
        """Return why the draft may not be written by this ``action``, or ``None``."""
        rights = self.live.permissions_for_user(self.request.user)
        if action in ("start", "draft", "upload") and rights.page_locked():
            return _("This text is locked, or waits for approval: take it back first.")
        if action in ("draft", "upload") and self.translation is None:
            return _("This text is not translated by passages.")
        return None

    def start(self) -> None:
        """Go over to passages: the draft is made of them from now on."""
        user = self.request.user
        submitting.translate_by_passages(self.live, self.source, user=user)
        messages.success(self.request, _("The text is now translated by passages."))

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
        if reason := why_not_translated(submitting.as_passages(self.translation)):
            raise ApprovalRefused(reason)

    def upload(self) -> None:
        file = self.request.FILES.get("file")
        said = files.take_in(file, self.translation, user=self.request.user)
        submitting.make_draft(self.translation, user=self.request.user)
        messages.success(
            self.request, _("The file was taken in, and a draft was made of it.")
        )
        for line in said:
            messages.warning(self.request, line)

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
            progress=row and row.get_progress(),
            po_url=po_url,
            unread=list(segments.unread(self.live)),
            checks=self.object.approval_checks(),
            warnings=self.object.privacy_warnings(),
            waits=submission_of(self.live) is not None,
            can_submit=rights.can_submit_for_moderation(),
            **kwargs,
        )


def _lines(error: ValidationError, page) -> Iterator[str]:
    """What is wrong, each with the name of its field."""
    if not hasattr(error, "error_dict"):
        yield from error.messages
        return
    names = {field.name: field.verbose_name for field in page._meta.fields}
    for name, said in error.message_dict.items():
        label = capfirst(str(names.get(name, "")))
        yield f"{label}: {' '.join(said)}" if label else " ".join(said)
