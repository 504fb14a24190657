"""Forms of the registry: a person, a question for consent, and the answer to it."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.widgets import AdminSnippetChooser

from ..names import of_user
from ..organisation.day_block import DayInput
from . import consent_rules, holding, link_rules, rewriting, rules, sentences
from .link_models import ConsentRequest
from .models import Consent
from .person_models import Person
from .picture_models import PictureBasis
from .queries import keepers, why_not_each


class PersonForm(WagtailAdminModelForm):
    """Consents are added and withdrawn; none is removed, and proof is not rewritten."""

    def clean_born_on(self):
        born = self.cleaned_data["born_on"]
        if born and born > timezone.localdate():
            raise forms.ValidationError(sentences.not_yet_come())
        return born

    def is_valid(self):
        """All that is wrong is said at once, of a consent with a wrong day too."""
        valid = super().is_valid()
        consents = self.formsets["consents"]
        if any(form.instance.pk for form in consents.deleted_forms):
            self.add_error(
                None, _("A consent is kept as proof. Enter the day of its withdrawal.")
            )
        for form in consents.forms:
            if not form.errors and (reason := _why_not_save(form)):
                form.add_error(None, reason)
            if _claims_a_link(form):
                form.add_error("basis", _("Only an answer by link is electronic."))
            for field, reason in consent_rules.why_not_entered(
                form.instance, {*form.changed_data}, self.instance, timezone.localdate()
            ):
                form.add_error(field, reason)
        return valid and not self.errors and consents.is_valid()


def _why_not_save(form: forms.ModelForm) -> str | None:
    """An answer by link is narrowed by an answer, too: nobody unticks it by hand."""
    if reason := form.instance.why_not_save():
        return reason
    unticked = any(name.startswith("for_") for name in form.changed_data)
    return rewriting.stays_as_given() if form.instance.agreed_at and unticked else None


def _claims_a_link(form: forms.ModelForm) -> bool:
    """Whether somebody typed by hand what only an answer by link can prove."""
    electronic = form.instance.basis == Consent.Basis.ELECTRONIC
    return electronic and form.has_changed() and not form.instance.agreed_at


class PictureBasisForm(WagtailAdminModelForm):
    """Who agreed has to be named: nobody is no basis. Duty binds staff, and no child."""

    def clean_image(self):
        """What is kept of the picture, and of its original, is of no other one."""
        image = self.cleaned_data["image"]
        if self.instance.pk and image.pk != self.instance.image_id:
            raise forms.ValidationError(
                _("This entry is about another picture. Make a new entry for this one.")
            )
        return image

    def clean(self):
        cleaned = super().clean()
        agreed = cleaned.get("basis") == PictureBasis.Basis.PEOPLE
        if agreed and "people" not in self.errors and not cleaned.get("people"):
            self.add_error(
                "people",
                _("Choose who is shown, or another basis if nobody can be recognised."),
            )
        if cleaned.get("basis") == PictureBasis.Basis.STAFF_DUTY:
            self._refuse_children(cleaned.get("people") or ())
        if "people" not in self.errors:
            self._refuse_to_take_off(cleaned.get("people") or ())
        for name, reason in self._needed(cleaned.get("basis")):
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, reason)
        return cleaned

    def _needed(self, basis):
        """What each basis needs, as the model says; said at the field that is empty."""
        constraints = {c.name: c for c in self._meta.model._meta.constraints}
        event, duty = (
            constraints[f"wagtail_kehoach_{name}"].violation_error_message
            for name in ("event_with_notice", "duty_with_end")
        )
        return {
            PictureBasis.Basis.PUBLIC_EVENT: [("event", event), ("notice", event)],
            PictureBasis.Basis.STAFF_DUTY: [("keep_until", duty)],
        }.get(basis, [])

    def _refuse_to_take_off(self, people):
        """Who has not agreed goes off the list by a keeper's hand: the gate asks no more."""
        if self.instance.pk is None or rules.keeps_registry(self.for_user):
            return
        left = {person.pk for person in people}
        gone = [p for p in self.instance.people.all() if p.pk not in left]
        refused = why_not_each(
            [p.pk for p in gone], purposes=("portal",), day=timezone.localdate()
        )
        if names := [str(person) for person in gone if person.pk in refused]:
            said = _(
                "%(people)s: no consent is valid now. If this picture does not show "
                "them, ask a keeper of the registry to take them off."
            )
            self.add_error("people", said % {"people": ", ".join(names)})

    def _refuse_children(self, people):
        today = timezone.localdate()
        children = [str(person) for person in people if rules.is_child(person, today)]
        if children:
            said = _("Duty is no basis for a child: %(people)s.")
            self.add_error("people", said % {"people": ", ".join(children)})


class KeeperField(forms.ModelChoiceField):
    """Accounts by the names of their holders."""

    def label_from_instance(self, user):
        return of_user(user)


class DataRequestForm(WagtailAdminModelForm):
    """A request about personal data; one of the keepers answers it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "handled_by" not in self.fields:
            return
        chosen = Q(pk=self.instance.handled_by_id)
        people = get_user_model().objects.filter(Q(pk__in=keepers()) | chosen)
        field = self.fields["handled_by"]
        self.fields["handled_by"] = KeeperField(
            people, required=False, label=field.label, initial=field.initial
        )


class AskForm(WagtailAdminModelForm):
    """Who is asked, for which purposes, until when. Nothing is ticked beforehand."""

    purposes = forms.MultipleChoiceField(
        label=gettext_lazy("Where it may be posted"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    full_name = forms.BooleanField(
        label=gettext_lazy("Ask also for the full name"),
        required=False,
        help_text=gettext_lazy(
            "A question of its own: how the person is called, not where."
        ),
    )

    field_order = ["person", "purposes", "full_name", "until", "email"]

    class Meta:
        model = ConsentRequest
        fields = ["person", "until", "email"]
        widgets = {"person": AdminSnippetChooser(Person), "until": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purposes"].choices = [
            (purpose, capfirst(sentences.purpose_name(purpose)))
            for purpose in rules.PURPOSES
            if purpose != rules.FULL_NAME
        ]

    def clean(self):
        """``purposes`` are all that is asked for, the full name with them."""
        cleaned = super().clean()
        asked = list(cleaned.get("purposes") or ())
        if cleaned.get("full_name"):
            asked.append(rules.FULL_NAME)
        if not asked and "purposes" not in self.errors:
            self.add_error("purposes", _("Tick at least one thing to ask for."))
        return {**cleaned, "purposes": asked}

    def clean_person(self):
        person = self.cleaned_data["person"]
        if reason := link_rules.why_not_ask(person, timezone.localdate()):
            raise forms.ValidationError(reason)
        return person

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise forms.ValidationError(_("This day is in the past."))
        return until


class AnswerForm(forms.Form):
    """Yes or no for each purpose, from everybody who is asked. Nothing is chosen beforehand."""

    def __init__(self, *args, request: ConsentRequest, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = request.asked_purposes
        self.parties = link_rules.who_answers(request.person, timezone.localdate())
        for party in self.parties:
            for purpose, sentence in self.asked:
                self.fields[f"{party}-{purpose}"] = forms.ChoiceField(
                    label=sentence,
                    choices=[("yes", _("I agree")), ("no", _("I do not agree"))],
                    widget=forms.RadioSelect,
                    error_messages={"required": _("Please choose one of the two.")},
                )

    @property
    def by_party(self):
        """The questions of each party, for the page."""
        return [
            (party, [self[f"{party}-{purpose}"] for purpose, _said in self.asked])
            for party in self.parties
        ]

    @property
    def answers(self):
        """What was chosen, as ``answers.answer`` takes it."""
        return {
            party: {
                purpose: self.cleaned_data[f"{party}-{purpose}"] == "yes"
                for purpose, _said in self.asked
            }
            for party in self.parties
        }


class WithdrawForm(forms.Form):
    """What is withdrawn of what still holds. Nothing is ticked beforehand."""

    purposes = forms.MultipleChoiceField(
        label=gettext_lazy("What do you withdraw?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Please tick what you withdraw.")},
    )

    def __init__(self, *args, request: ConsentRequest, **kwargs):
        super().__init__(*args, **kwargs)
        left = holding.held(request, timezone.localdate())
        self.fields["purposes"].choices = [
            (purpose, sentence)
            for purpose, sentence in request.asked_purposes
            if purpose in left
        ]
