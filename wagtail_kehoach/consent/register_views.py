"""What was found about the person of a request, and the extract to hand over."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from . import extract, findings
from .keeper_views import KeeperView
from .register import DataRequest

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class AboutView(KeeperView):
    """Everything about the person, for keepers only; how much it was is kept on request."""

    page_title = gettext_lazy("What the portal holds")
    template_name = "wagtail_kehoach/admin/consent/about.html"

    def find(self, pk):
        rows = DataRequest.objects.select_related("person")
        return get_object_or_404(rows, pk=pk, person__isnull=False)

    def get_page_subtitle(self):
        return str(self.object.person)

    def trail(self):
        edit = reverse("kehoach_data_requests:edit", args=(self.object.pk,))
        yield edit, str(self.object)

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
