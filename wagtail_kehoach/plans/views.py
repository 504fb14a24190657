"""Screens around plans: a file in."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..exceptions import ImportRefused
from .forms import UploadForm
from .imports import make_draft, read_file
from .queries import plan_indexes_for


class UploadView(WagtailAdminTemplateMixin, FormView):
    """A plan from a file: ends in the form of its draft, or says why not."""

    page_title = gettext_lazy("Plan from a file")
    header_icon = "upload"
    template_name = "wagtail_kehoach/admin/plans/upload.html"
    form_class = UploadForm
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not plan_indexes_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        said, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            reading = read_file(file.name, said["data"])
            page = make_draft(
                reading,
                parent=said["parent"],
                user=self.request.user,
                digest=said["digest"],
            )
        except ImportRefused as refusal:
            form.add_error("file", refusal.reason)
            return self.form_invalid(form)
        compare_url = reverse("wagtail_kehoach_compare", args=(page.pk,))
        messages.success(
            self.request,
            _(
                "A draft was made from “%(file)s”. Compare it with the file and complete it."
            )
            % {"file": file.name},
            buttons=[messages.button(compare_url, _("Compare with the file"))],
        )
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=(page.pk,)))
