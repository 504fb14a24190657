"""Forms of the register: a number for a document, numbers given elsewhere, notices, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy

from ..approval.composed import composed
from ..organisation.bodies import Identities
from ..organisation.day_block import DayInput
from ..organisation.models import SchoolSettings
from . import rules, sequences
from .documents import registered_models, replaceable
from .entering import may_bear, why_not_date
from .models import Register, RegisterEntry, RegisterNotice
from .numbering import Wish
from .originals import check_signed

if TYPE_CHECKING:
    import datetime as dt

    from .mixins import RegisteredMixin

PDF_INPUT = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})


class ReplacesField(forms.ModelChoiceField):
    """Documents by number, date and title."""

    def label_from_instance(self, entry):
        return f"{entry.number_and_symbol}, {entry.date:%d/%m/%Y}: {entry.title}"


class FarField(forms.BooleanField):
    """Somebody has looked at a number that is far from the next one."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "label",
            gettext_lazy("The number is right, though it is far from the next one"),
        )
        super().__init__(required=False, **kwargs)


class RegisterForm(forms.Form):
    """Number, date and file of one document. What its text says already is not asked."""

    number = forms.IntegerField(
        label=gettext_lazy("Number"), min_value=1, max_value=10 * rules.HIGHEST
    )
    proposed = forms.IntegerField(required=False, widget=forms.HiddenInput)
    #: The text that the clerk looked at: the file that comes with the form is a copy of it.
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    others_elsewhere = forms.BooleanField(
        label=gettext_lazy(
            "Missing numbers before it were given to documents that are not on this portal"
        ),
        required=False,
    )
    far_is_right = FarField()
    date = forms.DateField(label=gettext_lazy("Date"), widget=DayInput)
    signed_before = forms.BooleanField(
        label=gettext_lazy("It was signed on that day, before it was approved here"),
        required=False,
    )
    replaces = ReplacesField(
        label=gettext_lazy("It replaces"),
        queryset=RegisterEntry.objects.none(),
        required=False,
        empty_label=gettext_lazy("No other document"),
    )
    file = forms.FileField(
        label=gettext_lazy("Signed file"),
        required=False,
        widget=PDF_INPUT,
        validators=[check_signed],
        help_text=gettext_lazy(
            "The signed document as a PDF, the electronic original. It can be added later, "
            "once. The public gets it when a principal has released it."
        ),
    )

    def __init__(self, *args, page: RegisteredMixin, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.borne = page, may_bear(page)
        day = page.issued_on or timezone.localdate()
        book = sequences.find_register(page.issuing_body, day.year, page.register_kind)
        self.following = sequences.next_number(book)
        shown = self.borne.number if self.borne else self.following
        self.initial |= {"number": shown, "proposed": shown, "date": day}
        self.initial["revision"] = page.live_revision_id
        self.fields["number"].disabled = self.borne is not None
        self.fields["date"].disabled = page.issued_on is not None
        self._ask_of_date(day, book)
        if self.borne or page.issued_on:
            self._explain()
        elif book is None and Register.objects.filter(year=day.year).exists():
            self.fields["number"].help_text = rules.begins(page.issuing_body, day.year)
        if not (self.is_bound or shown > self.following):
            # Asked only where numbers would be missing.
            del self.fields["others_elsewhere"]
        if not (self.borne and rules.why_not_so_far(shown, self.following)):
            del self.fields["far_is_right"]
        self.fields["replaces"].queryset = replaceable(page.issuing_body)

    def _ask_of_date(self, day: dt.date, book: Register | None) -> None:
        """Say at once what stands against the date of the text, and ask what may help."""
        if self.page.issued_on:
            reason = why_not_date(self.page, day, book)
            # Whoever sends it all the same reads it as the error.
            self.fields["date"].help_text = "" if self.is_bound else reason or ""
            if reason and not why_not_date(self.page, day, book, signed_before=True):
                return
        del self.fields["signed_before"]

    def _explain(self) -> None:
        said = _("The approved text says so.")
        for name in ("number", "date"):
            field = self.fields[name]
            if field.disabled and not field.help_text:
                field.help_text = said

    def clean(self):
        said = super().clean()
        if said.get("revision") not in (None, self.page.live_revision_id):
            raise forms.ValidationError(rules.moved_on())
        return said

    @property
    def wish(self) -> Wish | None:
        """What was asked for; ``None``: the next number, whatever it is by now.

        A signed file bears a number, so that with one nothing else will do.
        """
        said = self.cleaned_data
        known = {
            name: said[name]
            for name in ("others_elsewhere", "far_is_right")
            if said.get(name)
        }
        untouched = said["number"] == said.get("proposed")
        if untouched and not said["file"] and not known:
            return None
        return Wish(said["number"], **known)


class ElsewhereForm(forms.Form):
    """Numbers that documents outside of the portal bear."""

    body = forms.ChoiceField(label=gettext_lazy("Issuing body"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind of document"))
    first = forms.IntegerField(
        label=gettext_lazy("Number"), min_value=1, max_value=rules.HIGHEST
    )
    last = forms.IntegerField(
        label=gettext_lazy("To number"),
        min_value=1,
        max_value=rules.HIGHEST,
        required=False,
        help_text=gettext_lazy("Only for several numbers in a row."),
    )
    far_is_right = FarField()
    symbol = forms.CharField(
        label=gettext_lazy("Symbol"), max_length=60, required=False
    )
    date = forms.DateField(
        label=gettext_lazy("Date"),
        widget=DayInput,
        help_text=gettext_lazy("It also says to which year the numbers belong."),
    )
    title = forms.CharField(
        label=pgettext_lazy("of a document", "Title"), max_length=255
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [(name, name) for name in known_bodies()]
        if not self.is_bound:
            # Asked only of a number that was refused for it.
            del self.fields["far_is_right"]
        kinds = sorted({model.register_kind for model in registered_models()})
        self.fields["kind"].choices = [(kind, kind) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]
            self.fields["kind"].widget = forms.HiddenInput()

    def clean(self):
        said = super().clean()
        if said.get("first") and said.get("last") and said["last"] < said["first"]:
            self.add_error(
                "last", _("The last number cannot be lower than the first one.")
            )
        return said


class NoticeForm(forms.ModelForm):
    """What a correction or a recall says, and which document says it."""

    class Meta:
        model = RegisterNotice
        fields = ["document", "issued_on", "text"]
        widgets = {
            "issued_on": DayInput,
            "text": forms.Textarea(attrs={"rows": 5}),
        }

    def clean(self):
        return {name: composed(value) for name, value in super().clean().items()}


class DateForm(forms.Form):
    """The date that a document bears, where the register has another one."""

    date = forms.DateField(label=gettext_lazy("Date"), widget=DayInput)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=255,
        help_text=gettext_lazy("Kept with the entry, together with the date before."),
    )

    def clean(self):
        return {name: composed(value) for name, value in super().clean().items()}


class OriginalForm(forms.Form):
    """The signed file, where it was not at hand at registration."""

    file = forms.FileField(
        label=gettext_lazy("Signed file"), widget=PDF_INPUT, validators=[check_signed]
    )


def known_bodies() -> list[str]:
    """The bodies whose documents are numbered here: the school's, and those of registers."""
    schools = SchoolSettings.objects.exclude(issuing_body="")
    names = [
        *schools.values_list("issuing_body", flat=True),
        *Register.objects.order_by("body").values_list("body", flat=True),
    ]
    identities = Identities()
    return list({identities.of(name): name for name in reversed(names)}.values())[::-1]
