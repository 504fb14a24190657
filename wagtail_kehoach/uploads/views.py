"""The screen on which a file becomes a draft."""

from __future__ import annotations

from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..exceptions import ImportRefused
from .receiving import take_one_file
from .refusals import refusal_message


# Not yet, for what was sent may only be read once it is bounded; see ``_dispatch``.
@method_decorator(csrf_exempt, name="dispatch")
class FileView(WagtailAdminTemplateMixin, FormView):
    """Shows a ``FileForm`` to those who may put a draft somewhere."""

    header_icon = "upload"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not self.form_class.places_for(request.user):
            raise PermissionDenied
        self.taken = take_one_file(request)
        return self._dispatch(request, *args, **kwargs)

    @method_decorator(csrf_protect)
    def _dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    @contextmanager
    def storing(self):
        """Refuse a file that the database has no time for; nothing of it was stored.

        SQLite lets in one writer at a time, and others end one of two that meet.
        """
        try:
            yield
        except OperationalError as error:
            raise ImportRefused(refusal_message("busy"), code="busy") from error

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        # What was sent is read by the first of these; why it was not taken is known after.
        said = super().get_form_kwargs()
        return {**said, "user": self.request.user, "refused": self.taken.refused}
