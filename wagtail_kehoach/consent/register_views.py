"""What was found about the person of a request, and the extract to hand over."""

from __future__ import annotations

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.log_actions import log

from . import extract, findings
from .register import DataRequest
from .rules import keeps_registry

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class AboutView(generic.WagtailAdminTemplateMixin, TemplateView):
    """Everything about the person, for keepers only; how much it was is kept on request."""

    page_title = gettext_lazy("What the portal holds")
    header_icon = "search"
    template_name = "wagtail_kehoach/admin/consent/about.html"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not keeps_registry(request.user):
            raise PermissionDenied
        rows = DataRequest.objects.select_related("person")
        self.object = get_object_or_404(rows, pk=kwargs["pk"])
        if self.object.person is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.object.person)

    def get_breadcrumbs_items(self):
        edit = reverse("kehoach_data_requests:edit", args=(self.object.pk,))
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": str(self.object)},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request, *args, **kwargs):
        """Keep how much was found of what, and when: no names, no texts."""
        found = findings.counted(findings.about(self.object.person))
        self.object.found, self.object.found_at = found, timezone.now()
        self.object.save(update_fields=["found", "found_at"])
        messages.success(request, _("How much was found is on record."))
        return redirect("kehoach_data_requests:edit", self.object.pk)

    def get_context_data(self, **kwargs):
        found = findings.about(self.object.person)
        kinds = [
            (kind, list(rows))
            for kind, rows in groupby(found, key=lambda row: row.kind)
        ]
        perhaps = any(row.perhaps for row in found)
        return super().get_context_data(
            object=self.object, kinds=kinds, perhaps=perhaps, **kwargs
        )


class ExtractView(AboutView):
    """The same as a Word file; of what has the name alone, what was ticked. Logged."""

    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        person = self.object.person
        data = extract.as_word(person, request.GET.getlist("also"))
        log(person, "kehoach.data_extracted", user=request.user)
        named = content_disposition_header(
            as_attachment=True, filename=f"ban-trich-du-lieu-{self.object.pk}.docx"
        )
        response = HttpResponse(data, content_type=WORD)
        response["Content-Disposition"] = named
        response["Cache-Control"] = "private, no-store"
        return response
