"""The form of a register."""

from __future__ import annotations

from django.forms import ModelChoiceField
from wagtail.admin.forms import WagtailAdminModelForm

from .alphabet import in_alphabetical_order


class RegisterForm(WagtailAdminModelForm):
    """Offers other rows of its register, like what replaces this one, by the alphabet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and isinstance(
                self.instance, field.queryset.model
            ):
                field.queryset = in_alphabetical_order(field.queryset)
