"""The screen on which a file becomes a draft."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class FileView(WagtailAdminTemplateMixin, FormView):
    """Shows a ``FileForm`` to those who may put a draft somewhere."""

    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not self.form_class.places_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}
