"""The form of a person: consents are added and withdrawn, never removed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class PersonForm(WagtailAdminModelForm):
    def is_valid(self):
        valid = super().is_valid()
        removed = self.formsets["consents"].deleted_forms if valid else []
        if any(form.instance.pk for form in removed):
            self.add_error(
                None, _("A consent is kept as proof. Enter the day of its withdrawal.")
            )
            return False
        return valid
