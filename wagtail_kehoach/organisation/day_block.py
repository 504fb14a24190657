"""A day in a StreamField, in forms that have a hundred of them."""

from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.widgets import AdminDateInput
from wagtail.blocks import DateBlock


class DayInput(AdminDateInput):
    """Wagtail's calendar, drawn once somebody turns to the field.

    It has more elements than the rest of a task, and there is one for each date.
    """

    def get_config(self):
        return {**super().get_config(), "lazyInit": True}


class DayBlock(DateBlock):
    """A ``DateBlock`` in all but its calendar; migrations know it as one."""

    @cached_property
    def field(self):
        return forms.DateField(
            widget=DayInput(format=self.format), **self.field_options
        )

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.DateBlock", args, kwargs
