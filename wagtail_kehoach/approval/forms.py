"""The form of a signing authority: people by their names, the head by his title."""

from __future__ import annotations

from wagtail.admin.forms import WagtailAdminModelForm

from .. import names
from .authorities import capacities


class SigningAuthorityForm(WagtailAdminModelForm):
    """Offers accounts by the names of their holders, and the head by his title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["user"]
        field.choices = [("", field.empty_label), *names.choices_of(field.queryset)]
        self.fields["capacity"].choices = capacities()
