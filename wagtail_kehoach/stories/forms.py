"""The form of a story, and the one by which somebody proposes one."""

from __future__ import annotations

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..approval import secrecy
from ..approval.composed import composed
from ..posts.forms import PostForm
from .campaigns import StoryCampaign
from .kinds import Audience, SubjectKind
from .recognition import RecognitionTitle


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


class ProposalForm(forms.Form):
    """What somebody without an account tells; a writer makes the rest of it."""

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

    def __init__(self, *args, campaign=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("subject_kind", "audience"):
            field = self.fields[name]
            field.choices = [(value, capfirst(said)) for value, said in field.choices]
        if campaign and campaign.audience:
            self.fields["audience"].initial = campaign.audience

    def clean(self):
        """Letters as they are stored everywhere; a secrecy mark is not taken in."""
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            cleaned[name] = composed(value)
            if mark := secrecy.mark_in(value):
                label = str(self.fields[name].label)
                self.add_error(name, secrecy.reason(label, mark))
        return cleaned
