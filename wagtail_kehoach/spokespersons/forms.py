"""The form of a spokesperson."""

from __future__ import annotations

from ..approval.page_form import GuardedForm


class SpokespersonForm(GuardedForm):
    """Says at the mandate what it lacks, once the form is sent on; a draft is saved."""

    def is_valid(self):
        valid = super().is_valid()
        if not self.is_sending:
            return valid
        incomplete = [row for row in self.formsets["mandates"].forms if _refuse(row)]
        return valid and not incomplete


def _refuse(row) -> bool:
    """Put at the mandate of ``row`` what it lacks; whether it lacks anything."""
    if not row.is_valid() or row.cleaned_data.get("DELETE"):
        return False
    reason = row.instance.why_not_complete()
    if reason:
        row.add_error(None, reason)
    return bool(reason)
