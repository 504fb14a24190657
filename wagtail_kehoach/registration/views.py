"""Screens of the clerk: a document gets its number, or one kept elsewhere is noted."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..exceptions import RegistrationRefused
from ..handing_out import hand_out
from . import entering, originals, rules
from .documents import document_of
from .forms import ElsewhereForm, RegisterForm
from .models import RegisterEntry
from .numbering import Wish

LISTING = "wagtail_kehoach_register:index"
ENTRY = "wagtail_kehoach_register:entry"


class RegisterScreenMixin(WagtailAdminTemplateMixin):
    """Opens a screen to those who read the register; writing asks for more."""

    header_icon = "list-ol"
    _show_breadcrumbs = True
    writes = False

    def dispatch(self, request, *args, **kwargs):
        if not rules.may_read(request.user):
            raise PermissionDenied
        reason = rules.why_not_register(request.user) if self.writes else None
        if reason:
            messages.error(request, reason)
            return redirect(LISTING)
        return super().dispatch(request, *args, **kwargs)

    def refused(self, form, refusal: RegistrationRefused):
        """The form again, with the reason at the field that it is about."""
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, refusal.reason)
        return self.render_to_response(self.get_context_data(form=form), status=409)

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(LISTING), "label": _("Register of documents")}
        own = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, listing, own]


class RegisterDocumentView(RegisterScreenMixin, FormView):
    """Gives an approved document its number."""

    page_title = gettext_lazy("Enter into the register")
    template_name = "wagtail_kehoach/admin/registration/register.html"
    form_class = RegisterForm
    writes = True

    def dispatch(self, request, *args, **kwargs):
        if rules.may_register(request.user) and (reason := self.why_not()):
            messages.error(request, reason)
            entry = self.document.register_entry
            return redirect(ENTRY, entry.pk) if entry else redirect(LISTING)
        return super().dispatch(request, *args, **kwargs)

    def why_not(self) -> str | None:
        return entering.why_not_document(self.document)

    @cached_property
    def document(self):
        page = document_of(self.kwargs["page_id"])
        if page is None:
            raise Http404
        return page

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "page": self.document}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            files=self.document.file_kinds(),
            points=self.document.points_to_register(),
            **kwargs,
        )

    def form_valid(self, form):
        said = form.cleaned_data
        try:
            entry = entering.register(
                self.document,
                user=self.request.user,
                date=said["date"],
                wish=form.wish,
                replaces=said["replaces"],
                signed_before=said.get("signed_before", False),
            )
            if said["file"]:
                originals.attach(entry, said["file"], user=self.request.user)
        except RegistrationRefused as refusal:
            return self.refused(form, refusal)
        self.say(entry, form.wish, proposed=said.get("proposed"))
        return redirect(ENTRY, entry.pk)

    def say(
        self, entry: RegisterEntry, asked: Wish | None, *, proposed: int | None
    ) -> None:
        messages.success(
            self.request,
            _("“%(title)s” is registered as No. %(number)s.")
            % {"title": entry.title, "number": entry.number_and_symbol},
        )
        if asked is None and proposed not in (None, entry.number):
            messages.warning(
                self.request,
                _(
                    "No. %(proposed)s was proposed, but is another document's or another "
                    "year's. Write No. %(number)s on the document."
                )
                % {"proposed": proposed, "number": entry.number_and_symbol},
            )


class DocumentFileView(RegisterScreenMixin, View):
    """The public text of a document as a file, to be printed and signed."""

    http_method_names = ["get"]
    page_title = gettext_lazy("Register of documents")
    writes = True

    def get(self, request, *args, **kwargs):
        page = document_of(kwargs["page_id"])
        if page is None or not page.live:
            raise Http404
        entry = page.register_entry
        if entry and entry.is_recalled:
            raise Http404
        back = reverse(ENTRY, args=[entry.pk]) if entry else reverse(LISTING)
        return hand_out(request, page, kwargs["kind"], back_url=back)


class ElsewhereView(RegisterScreenMixin, FormView):
    """Enters numbers of documents that are not on this portal."""

    page_title = gettext_lazy("Documents kept elsewhere")
    template_name = "wagtail_kehoach/admin/registration/elsewhere.html"
    form_class = ElsewhereForm
    writes = True

    def form_valid(self, form):
        said = form.cleaned_data
        try:
            made = entering.enter_elsewhere(
                user=self.request.user,
                body=said["body"],
                kind=said["kind"],
                symbol=said["symbol"],
                date=said["date"],
                title=said["title"],
                first=said["first"],
                last=said["last"] or said["first"],
                far_is_right=said["far_is_right"],
            )
        except RegistrationRefused as refusal:
            return self.refused(form, refusal)
        span = rules.spans([(made[0].number, made[-1].number)])
        messages.success(self.request, _("Entered: No. %(span)s.") % {"span": span})
        return redirect(LISTING)
