"""Screens of one entry of the register: its file, its date, its notices."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from ..exceptions import RegistrationRefused
from . import correcting, notices, originals, rules
from .documents import document_of, why_not_release
from .forms import DateForm, NoticeForm, OriginalForm
from .models import RegisterEntry, RegisterNotice
from .views import ENTRY, RegisterScreenMixin


class EntryMixin(RegisterScreenMixin):
    """Finds the entry of the address."""

    is_entry = False

    @cached_property
    def entry(self) -> RegisterEntry:
        rows = RegisterEntry.objects.select_related("register", "page", "replaces")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self):
        """The screen of an entry is called by its number; others stand below it."""
        *above, own = super().get_breadcrumbs_items()
        entry = {
            "url": reverse(ENTRY, args=[self.entry.pk]),
            "label": self.entry.number_and_symbol,
        }
        return [*above, entry | {"url": ""}] if self.is_entry else [*above, entry, own]


class EntryView(EntryMixin, TemplateView):
    """One entry: its facts, the signed file, its notices, and what can be done."""

    page_title = gettext_lazy("Entry of the register")
    template_name = "wagtail_kehoach/admin/registration/entry.html"
    is_entry = True

    def post(self, request, *args, **kwargs):
        acts = {
            "attach": self.attach,
            "release": self.release,
            "take_back": self.take_back,
            "confirm": self.confirm,
            "discard": self.discard,
        }
        act = acts.get(request.POST.get("action", ""))
        if act is None:
            raise Http404
        try:
            said = act()
        except RegistrationRefused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, said)
        return redirect(ENTRY, self.entry.pk)

    def attach(self) -> str:
        form = OriginalForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            raise RegistrationRefused(" ".join(form.errors["file"]))
        originals.attach(self.entry, form.cleaned_data["file"], user=self.request.user)
        return _("The signed file is kept. A principal releases it.")

    def release(self) -> str:
        sha256 = self.request.POST.get("sha256", "")
        originals.release(self.entry, user=self.request.user, sha256=sha256)
        return _("The signed file can be downloaded from the public page.")

    def take_back(self) -> str:
        sha256 = self.request.POST.get("sha256", "")
        originals.take_back(self.entry, user=self.request.user, sha256=sha256)
        return _("The file was taken back. Keep the right one.")

    def confirm(self) -> str:
        notices.confirm(self.notice(), user=self.request.user)
        return _("The notice stands on the public page.")

    def discard(self) -> str:
        notices.discard(self.notice(), user=self.request.user)
        return _("The notice was dropped.")

    def files(self) -> dict[str, str]:
        """As what its public text can be printed; nothing of a recalled document."""
        page = document_of(self.entry.page_id) if self.entry.page_id else None
        open_to_all = page is not None and page.live and not self.entry.is_recalled
        return page.file_kinds() if open_to_all else {}

    def notice(self) -> RegisterNotice:
        key = self.request.POST.get("notice", "")
        if not key.isdecimal():
            raise Http404
        return get_object_or_404(self.entry.notices, pk=key)

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            entry=self.entry,
            page=self.entry.page,
            replaced_by=self.entry.replaced_by,
            notices=list(self.entry.notices.all()),
            date_corrections=list(self.entry.date_corrections.all()),
            why_not_date=correcting.why_not_correct(self.entry),
            may_register=rules.may_register(user),
            why_not_attach=originals.why_not_attach(self.entry),
            files=self.files(),
            why_not_release=(why_not := why_not_release(self.entry, user)),
            may_take_back=rules.may_register(user) or not why_not,
            comes_back=notices.comes_back(self.entry),
            why_not_notice=notices.why_not_write(self.entry),
            original_form=OriginalForm(),
            **kwargs,
        )


class OriginalView(EntryMixin, TemplateView):
    """The signed file for those who read the register."""

    def get(self, request, *args, **kwargs):
        return originals.hand_out(self.entry, public=False)


class DateView(EntryMixin, FormView):
    """Puts the date of an entry right, and keeps what stood there."""

    page_title = gettext_lazy("Correct the date of the entry")
    template_name = "wagtail_kehoach/admin/registration/date.html"
    form_class = DateForm
    writes = True

    def dispatch(self, request, *args, **kwargs):
        if rules.may_register(request.user) and (
            reason := correcting.why_not_correct(self.entry)
        ):
            messages.error(request, reason)
            return redirect(ENTRY, self.entry.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {**super().get_initial(), "date": self.entry.date}

    def form_valid(self, form):
        said = form.cleaned_data
        try:
            correcting.correct_date(
                self.entry, said["date"], reason=said["reason"], user=self.request.user
            )
        except RegistrationRefused as refusal:
            return self.refused(form, refusal)
        messages.success(
            self.request, _("The date was corrected. The one before is kept.")
        )
        return redirect(ENTRY, self.entry.pk)


class NoticeView(EntryMixin, FormView):
    """Writes a correction, or the recall, of a registered document."""

    template_name = "wagtail_kehoach/admin/registration/notice.html"
    form_class = NoticeForm
    writes = True
    titles = {
        RegisterNotice.Kind.CORRECTION: gettext_lazy("Correct"),
        RegisterNotice.Kind.RECALL: gettext_lazy("Recall"),
    }

    def dispatch(self, request, *args, **kwargs):
        if rules.may_register(request.user) and (
            reason := notices.why_not_write(self.entry)
        ):
            messages.error(request, reason)
            return redirect(ENTRY, self.entry.pk)
        return super().dispatch(request, *args, **kwargs)

    @property
    def page_title(self):
        return self.titles[self.kwargs["kind"]]

    def form_valid(self, form):
        notice = form.save(commit=False)
        notice.kind = self.kwargs["kind"]
        user = self.request.user
        try:
            with transaction.atomic():  # What cannot be confirmed is not kept twice.
                notices.write(self.entry, notice, user=user)
                if why_not_release(self.entry, user) is None:
                    notice = notices.confirm(notice, user=user)
        except RegistrationRefused as refusal:
            return self.refused(form, refusal)
        said = (
            _("The notice stands on the public page.")
            if notice.confirmed_at
            else _(
                "The notice is kept. It becomes public once a principal confirms it."
            )
        )
        messages.success(self.request, said)
        return redirect(ENTRY, self.entry.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            entry=self.entry,
            kind=self.kwargs["kind"],
            comes_back=notices.comes_back(self.entry),
            entry_url=reverse(ENTRY, args=[self.entry.pk]),
            **kwargs,
        )
