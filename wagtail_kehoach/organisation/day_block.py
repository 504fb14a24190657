"""A day in a form, and in a StreamField of which a form may have a hundred."""

from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminDateInput
from wagtail.blocks import DateBlock


class DayInput(AdminDateInput):
    """Wagtail's calendar, drawn once somebody turns to the field.

    It has more elements than the rest of a task, and there is one for each date. What is
    typed stays: the calendar would make 3 March of 31/02 without a word, and the form
    says that there is no such day.
    """

    def get_config(self):
        return {**super().get_config(), "lazyInit": True, "validateOnBlur": False}


class DayPanel(FieldPanel):
    """The field of a day in a form."""

    def __init__(self, field_name, **kwargs):
        super().__init__(field_name, **{"widget": DayInput, **kwargs})


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
