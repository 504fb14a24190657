"""The screen that asks before an import is undone."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..exceptions import UndoRefused
from . import undoing


class ImportedDraftMixin(WagtailAdminTemplateMixin):
    """Finds the draft of the address; only who may edit it sees anything of its file."""

    _show_breadcrumbs = True
    #: Said where nothing of a file is kept.
    nothing_kept: str | Promise = ""

    def find_draft(self, pk: int):
        """The draft with this key, or ``None``."""
        raise NotImplementedError

    def find_reading(self):
        """What is kept of its file, or ``None``."""
        raise NotImplementedError

    @cached_property
    def draft(self):
        return self.find_draft(self.kwargs["pk"])

    @cached_property
    def reading(self):
        return self.find_reading()

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=(self.draft.pk,))

    def dispatch(self, request, *args, **kwargs):
        if self.draft is None:
            raise Http404
        if not self.draft.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if self.reading is None:
            messages.info(request, self.nothing_kept)
            return HttpResponseRedirect(self.edit_url)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.draft.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.edit_url, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]


class UndoImportView(ImportedDraftMixin, TemplateView):
    """Says what would go with the draft, and deletes it when that was confirmed."""

    page_title = gettext_lazy("Undo the import")
    header_icon = "bin"
    template_name = "wagtail_kehoach/admin/uploads/undo_import.html"

    def what_goes(self) -> list[str]:
        """What is deleted with the draft, besides its later versions."""
        raise NotImplementedError

    def what_stays(self) -> list[str]:
        """What the import made and what stays, with the reason."""
        return []

    def undo(self) -> None:
        """Delete the draft. Raises ``UndoRefused``."""
        undoing.undo_import(self.draft, self.request.user, find=self.find_draft)

    @property
    def back_url(self) -> str:
        return self.edit_url

    def post(self, request, *args, **kwargs):
        title, parent = self.get_page_subtitle(), self.draft.get_parent()
        try:
            self.undo()
        except UndoRefused as refusal:
            messages.error(request, refusal.reason)
            return self.get(request, *args, **kwargs)
        messages.success(
            request,
            _("The draft “%(title)s” and all that was kept of its file are deleted.")
            % {"title": title},
        )
        return HttpResponseRedirect(reverse("wagtailadmin_explore", args=(parent.pk,)))

    def get_context_data(self, **kwargs):
        why_not = undoing.why_not_undo(self.draft, self.request.user)
        return super().get_context_data(
            draft=self.draft,
            file=self.reading.file_name,
            goes=[] if why_not else self.what_goes(),
            later="" if why_not else self._later(),
            stays=[] if why_not else self.what_stays(),
            why_not=why_not,
            back_url=self.back_url,
            **kwargs,
        )

    def _later(self) -> str:
        count = undoing.later_versions(self.draft).count()
        said = ngettext(
            "%(n)s version saved after the import",
            "%(n)s versions saved after the import",
            count,
        )
        return said % {"n": count} if count else ""
