"""The form of a story, and the one by which somebody proposes one."""

from __future__ import annotations

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _, ngettext

from ..approval import secrecy
from ..approval.composed import composed
from ..approval.rules import all_of
from ..exceptions import ProposalRefused
from ..posts.forms import PostForm
from . import photos
from .campaigns import StoryCampaign
from .kinds import Audience, SubjectKind
from .recognition import RecognitionTitle
from .rules import commendation_errors


class StoryForm(PostForm):
    """Offers the titles and calls of today, and those that were chosen before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "recognition" in self.fields:
            today = RecognitionTitle.objects.on(timezone.localdate()).values("pk")
            day = self.instance.commendation_date or timezone.localdate()
            then = RecognitionTitle.objects.on(day).values("pk")
            chosen = Q(pk=self.instance.recognition_id)
            self.fields["recognition"].queryset = RecognitionTitle.objects.filter(
                Q(pk__in=today) | Q(pk__in=then) | chosen
            )
        if "campaign" in self.fields:
            calls = StoryCampaign.objects.open_on(timezone.localdate()).values("pk")
            chosen = Q(pk=self.instance.campaign_id)
            self.fields["campaign"].queryset = StoryCampaign.objects.filter(
                Q(pk__in=calls) | chosen
            )

    def clean(self):
        """A commendation without words of its own takes those of the table."""
        cleaned = super().clean()
        title = cleaned.get("recognition")
        if title and not cleaned.get("commendation_title"):
            cleaned["commendation_title"] = title.name
        return cleaned

    def _refuse(self, reason, warnings):
        """Say at each field what is wrong with the commendation, and not once more above."""
        errors = commendation_errors(self.instance)
        for name, said in errors.items():
            self.add_error(name if name in self.fields else None, said)
        lines = (reason or "").splitlines()
        rest = [line for line in lines if line not in errors.values()]
        super()._refuse(all_of(*rest), warnings)


class PhotosInput(forms.FileInput):
    """Many files at once; iPhones make JPEG of their photos where HEIC is not named."""

    allow_multiple_selected = True

    def __init__(self):
        super().__init__({"accept": "image/jpeg,image/png,image/webp"})


class PhotosField(forms.FileField):
    """Photos as they are kept in ``good``, and the reasons against the others.

    More than ``limit`` are not even opened.
    """

    widget = PhotosInput
    limit = 0

    def clean(self, data, initial=None):
        self.sent = len(data or [])
        self.good, reasons = [], []
        for file in (data or [])[: self.limit]:
            try:
                self.good.append(photos.read(file))
            except ProposalRefused as refusal:
                reasons.append(refusal.reason)
        if reasons:
            raise forms.ValidationError(reasons)
        return self.good


class ProposalForm(forms.Form):
    """What somebody without an account tells; a writer makes the rest of it.

    Good photos are in ``new_photos`` whatever else is wrong: they are stored at once, for
    no browser chooses a file again.
    """

    title = forms.CharField(label=_("Title"), max_length=255)
    subject = forms.CharField(
        label=_("Who is it about"),
        max_length=255,
        help_text=_(
            "Pupils: first name and class level, for example “em Minh, khối 8”."
        ),
    )
    subject_kind = forms.ChoiceField(
        label=_("Individual or collective"), choices=SubjectKind.choices
    )
    audience = forms.ChoiceField(label=_("Group"), choices=Audience.choices)
    lead = forms.CharField(
        label=_("In one sentence"), max_length=400, widget=forms.Textarea({"rows": 2})
    )
    text = forms.CharField(
        label=_("The story"),
        max_length=40_000,
        widget=forms.Textarea({"rows": 12, "data-kh-words": ""}),
    )
    achievement = forms.CharField(
        label=_("Achievement"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Figures, with where they come from."),
    )
    photos = PhotosField(label=_("Photos"), required=False)
    who_is_shown = forms.CharField(
        label=_("Who is in the photos"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For the writer, who asks them or their parents. Not published."),
    )

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        campaign = proposal.campaign
        self.proposal = proposal
        self.stored = [str(pk) for pk in proposal.photos.values_list("pk", flat=True)]
        self.fields["photos"].limit = proposal.photo_limit
        if not proposal.photo_limit:
            for name in ("photos", "who_is_shown"):
                del self.fields[name]
        for name in ("subject_kind", "audience"):
            field = self.fields[name]
            field.choices = [(value, capfirst(said)) for value, said in field.choices]
        if campaign and campaign.audience:
            self.fields["audience"].initial = campaign.audience

    @property
    def new_photos(self) -> list:
        """Those that can be kept."""
        field = self.fields.get("photos")
        return field.good[: self._room()] if field else []

    @property
    def removed_photos(self) -> list[int]:
        """Those that were ticked; one that is gone already does not matter."""
        return [int(pk) for pk in self.data.getlist("removed") if pk in self.stored]

    def _room(self) -> int:
        there = len(self.stored) - len(self.removed_photos)
        return max(self.proposal.photo_limit - there, 0)

    def clean(self):
        """Letters as they are stored everywhere; a secrecy mark is not taken in."""
        cleaned = super().clean()
        cleaned.setdefault("who_is_shown", "")
        field = self.fields.get("photos")
        if field and field.sent > self._room():
            limit = self.proposal.photo_limit
            self.add_error(
                "photos",
                ngettext(
                    "Only %(limit)s photo can be sent. What was too much was left out.",
                    "Only %(limit)s photos can be sent. What was too much was left out.",
                    limit,
                )
                % {"limit": limit},
            )
        texts = {k: v for k, v in cleaned.items() if isinstance(v, str)}
        for name, value in texts.items():
            cleaned[name] = composed(value)
            if mark := secrecy.mark_in(value):
                label = str(self.fields[name].label)
                self.add_error(name, secrecy.reason(label, mark))
        return cleaned
