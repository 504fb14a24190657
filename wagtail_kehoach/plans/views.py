"""Screens around plans: a file in, and the draft as a file out."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from ..exceptions import ImportRefused
from ..handing_out import hand_out
from ..uploads.views import FileView
from .downloads import WORD
from .draft_points import points_on
from .forms import UploadForm
from .imports import make_draft, read_file
from .queries import plan_of
from .template_files import content_of
from .word_template import PlanTemplate, may_change

#: Sent one after the other; more at once would be more than anybody checks.
MOST_FILES = 50


class UploadView(FileView):
    """A plan from a file: ends in the form of its draft, or says why not."""

    page_title = gettext_lazy("Plan from a file")
    template_name = "wagtail_kehoach/admin/plans/upload.html"
    form_class = UploadForm

    def form_valid(self, form):
        said, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            reading = read_file(file.name, said["data"])
            with self.storing():
                page = make_draft(
                    reading,
                    parent=said["parent"],
                    user=self.request.user,
                    digest=said["digest"],
                )
        except ImportRefused as refusal:
            form.add_error("file", ValidationError(refusal.reason, refusal.code))
            return self.form_invalid(form)
        points = points_on(page)
        if self.is_one_of_several:
            note = {"note": " ".join(points)} if points else {}
            return JsonResponse({"ok": True, **self.addresses(page), **note})
        messages.success(
            self.request,
            _(
                "A draft was made from “%(file)s”. Compare it with the file and complete it."
            )
            % {"file": file.name},
            buttons=[
                messages.button(
                    self.addresses(page)["compare"], _("Compare with the file")
                )
            ],
        )
        for point in points:
            messages.warning(self.request, point)
        return self.ended(self.addresses(page)["edit"])

    def form_invalid(self, form):
        """The form again, or what is wrong with this file for the line that shows it."""
        if not self.wants_json:
            return super().form_invalid(form)
        errors = [error for said in form.errors.values() for error in said]
        earlier = [
            {
                "title": str(reading.page.get_admin_display_title()),
                "url": reverse("wagtailadmin_pages:edit", args=(reading.page_id,)),
            }
            for reading in form.earlier
        ]
        asked = "again" in form.errors and len(form.errors) == 1
        said = _("A plan was already made from this file:") if asked else None
        return JsonResponse(
            {
                "ok": False,
                "message": said or " ".join(errors),
                "earlier": earlier if asked else [],
                "wait": form.has_error("file", "busy"),
                "again": str(form.fields["again"].label) if asked else "",
            },
            status=400,
        )

    @property
    def wants_json(self) -> bool:
        """Whether ``upload.js`` sends this file and shows what became of it."""
        return not self.request.accepts("text/html")

    @property
    def is_one_of_several(self) -> bool:
        return self.wants_json and "several" in self.request.POST

    def addresses(self, page) -> dict[str, str]:
        return {
            "title": page.title,
            "edit": reverse("wagtailadmin_pages:edit", args=(page.pk,)),
            "compare": reverse("wagtail_kehoach_compare", args=(page.pk,)),
        }

    def ended(self, url: str):
        """Go on to ``url``; a script has to be told to."""
        if self.wants_json:
            return JsonResponse({"ok": True, "goto": url})
        return HttpResponseRedirect(url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(most_files=MOST_FILES, **kwargs)


class DraftFileView(View):
    """The newest draft of a plan as a file, for whoever may edit it."""

    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        plan = plan_of(kwargs["pk"])
        if plan is None:
            raise Http404
        if not plan.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return hand_out(
            request,
            plan.get_latest_revision_as_object(),
            kwargs["kind"],
            back_url=reverse("wagtailadmin_pages:edit", args=(plan.pk,)),
        )


class OriginalTemplateView(View):
    """Our layout as a template, for whoever may upload one of the school."""

    http_method_names = ["get"]
    name = "mau-goc-ke-hoach"

    def get(self, request, *args, **kwargs):
        if not may_change(request.user):
            raise PermissionDenied
        headers = {
            "Content-Disposition": f'attachment; filename="{self.name}.docx"',
            "Cache-Control": "private, no-store",
        }
        return HttpResponse(self.content(), content_type=WORD, headers=headers)

    def content(self) -> bytes:
        from ..decree30.template import original  # noqa: PLC0415 -- slow import

        return original()


class KeptTemplateView(OriginalTemplateView):
    """The template that a site keeps, for whoever may put another in its place."""

    name = "mau-word-ke-hoach"

    def content(self) -> bytes:
        data = content_of(get_object_or_404(PlanTemplate, pk=self.kwargs["pk"]))
        if data is None:
            raise Http404
        return data
