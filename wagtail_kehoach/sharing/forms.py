"""The form by which somebody says where a post was put."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..organisation.day_block import DayInput
from .models import SharedPost


class SharedPostForm(WagtailAdminModelForm):
    class Meta:
        model = SharedPost
        fields = ["place", "posted_on"]
        widgets = {"posted_on": DayInput}

    def clean_place(self):
        return " ".join(self.cleaned_data["place"].split())

    def clean_posted_on(self):
        day = self.cleaned_data["posted_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class RemovedForm(forms.Form):
    removed_on = forms.DateField(widget=DayInput)
