"""Screens of a draft that came from a file: the comparison with it, and its undoing."""

from __future__ import annotations

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from ..approval.newer_version import token_of
from ..exceptions import ComparisonRefused
from ..uploads.undo_views import ImportedDraftMixin, UndoImportView
from ..uploads.undoing import why_not_undo
from . import changes, undoing
from .changing import why_not_change
from .comparison import Comparison
from .draft_points import points_on
from .name_actions import NameActionsMixin
from .queries import plan_of, reading_of
from .waiting import label_of

#: What may be opened again, and where it stands on the screen.
AGAIN = {"warnings": "kh-points", "not_understood": "kh-lines"}
COMPARE, UNDO = "wagtail_kehoach_compare", "wagtail_kehoach_undo_import"


class ImportedPlanMixin(ImportedDraftMixin):
    """Finds the plan of the address, and what is kept of its file."""

    nothing_kept = gettext_lazy("Nothing of a file is kept for this plan.")

    def find_draft(self, pk):
        return plan_of(pk)

    def find_reading(self):
        return reading_of(self.draft)

    @property
    def plan(self):
        return self.draft


class ComparisonView(NameActionsMixin, ImportedPlanMixin, TemplateView):
    """The file beside the draft, with what is still open."""

    page_title = gettext_lazy("Compare with the file")
    header_icon = "view"
    template_name = "wagtail_kehoach/admin/plans/comparison.html"

    def post(self, request, *args, **kwargs):
        """Do what one button says, and come back to where it stood."""
        verb, _colon, rest = request.POST.get("do", "").partition(":")
        decide = {
            "use": (self.use, "kh-points"),
            "keep": (self.keep, "kh-points"),
            "place": (self.place, "kh-lines"),
            "leave-out": (self.leave_out, "kh-lines"),
            "again": (self.again, AGAIN.get(rest.partition(":")[0], "")),
            **{
                name: (getattr(self, method), "kh-names")
                for name, method in self.name_verbs.items()
            },
        }
        if verb not in decide:
            raise Http404
        action, place = decide[verb]
        try:
            message = action(rest)
        except ComparisonRefused as refusal:
            # The choices stay in the form; it knows the newest version now.
            messages.error(request, refusal.reason, extra_tags=place)
            return self.get(request, *args, **kwargs)
        buttons = self.way_back(verb)
        messages.success(request, message, buttons=buttons, extra_tags=place)
        return HttpResponseRedirect(f"{request.path}#{place}")

    def way_back(self, verb: str) -> list:
        """What changed the draft can be taken back in Wagtail's history."""
        if verb not in ("use", "place", "name"):
            return self.name_buttons()
        history = reverse("wagtailadmin_pages:history", args=(self.plan.pk,))
        return [messages.button(history, _("History"))]

    @property
    def who(self) -> tuple:
        return self.plan, self.request.user

    @property
    def known(self) -> str:
        return self.request.POST.get("known", "")

    @cached_property
    def chosen(self) -> list[int]:
        """The lines that were ticked."""
        return sorted({number_in(said) for said in self.request.POST.getlist("line")})

    def use(self, rest: str) -> str:
        changes.use_suggestion(*self.who, self.known, number_in(rest))
        return _("The suggestion stands in the draft, as a new version.")

    def keep(self, rest: str) -> str:
        changes.keep_as_it_is(*self.who, number_in(rest))
        return _("Noted. The draft stays as it is.")

    def place(self, rest: str) -> str:
        said = self.request.POST
        note = changes.place_lines(
            *self.who,
            self.known,
            self.chosen,
            said.get("target", ""),
            replace="replace" in said,
        )
        return placed_words(note)

    def leave_out(self, rest: str) -> str:
        changes.leave_out(*self.who, self.chosen)
        return _("Noted. The draft stays as it is.")

    def again(self, rest: str) -> str:
        kind, _colon, number = rest.partition(":")
        if kind not in AGAIN:
            raise Http404
        changes.ask_again(*self.who, kind, number_in(number))
        return _("This point is open again. The draft stays as it is.")

    def get_context_data(self, **kwargs):
        latest = self.plan.get_latest_revision()
        draft = latest.as_object() if latest else self.plan
        return super().get_context_data(
            plan=self.plan,
            comparison=Comparison(draft, self.reading),
            points=points_on(draft),
            known=token_of(latest),
            why_not=why_not_change(self.plan, self.request.user),
            why_not_undo=why_not_undo(self.plan, self.request.user),
            chosen=self.chosen,
            target=self.request.POST.get("target", ""),
            replace="replace" in self.request.POST,
            edit_url=self.edit_url,
            undo_url=reverse(UNDO, args=(self.plan.pk,)),
            **self.name_context(),
            **kwargs,
        )


def placed_words(note: dict) -> str:
    """What is told of lines that were put somewhere; what a field said is not lost."""
    if "said" not in note:
        return _("The lines stand in the draft, as a new version.")
    told = _("“%(field)s” says “%(said)s” now, as a new version.") % {
        "field": label_of(note["how"].partition(":")[2]),
        "said": note["said"],
    }
    if note["before"]:
        before = _("Before, it said “%(before)s”.") % {"before": note["before"]}
        return f"{told} {before}"
    return told


def number_in(text: str) -> int:
    """The number of a point as the screen sends it."""
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise Http404
    return int(text)


class UndoPlanImportView(ImportedPlanMixin, UndoImportView):
    """From the comparison of the plan, and back to it."""

    def what_goes(self):
        return undoing.what_goes(self.plan)

    @property
    def back_url(self):
        return reverse(COMPARE, args=(self.plan.pk,))
