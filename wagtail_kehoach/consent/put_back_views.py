"""Puts a photo back in the place of a grey picture, after a question."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic

from ..exceptions import ApprovalRefused, ConsentRefused
from .picture_models import PictureBasis
from .withholding import put_back, why_not_put_back


class PutBackView(generic.WagtailAdminTemplateMixin, TemplateView):
    """For those who say who is in pictures."""

    page_title = gettext_lazy("Put the picture back")
    header_icon = "image"
    template_name = "wagtail_kehoach/admin/consent/put_back.html"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("wagtail_kehoach.change_picturebasis"):
            raise PermissionDenied
        rows = PictureBasis.objects.select_related("image")
        self.object = get_object_or_404(rows, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.object.image.title

    def get_breadcrumbs_items(self):
        edit = reverse("kehoach_picture_bases:edit", args=(self.object.pk,))
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.object.image.title},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request, *args, **kwargs):
        try:
            put_back(self.object, user=request.user)
        except (ApprovalRefused, ConsentRefused) as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The picture is back."))
        return redirect("kehoach_picture_bases:edit", self.object.pk)

    def get_context_data(self, **kwargs):
        usage = self.object.image.get_usage()
        shown = [page for page, _kept in usage if getattr(page, "live", True)]
        return super().get_context_data(
            object=self.object,
            why_not=why_not_put_back(self.object),
            titles=sorted({str(page) for page in shown}),
            **kwargs,
        )
