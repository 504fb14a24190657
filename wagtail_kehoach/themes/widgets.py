"""Long lists of boxes to tick: grouped, and found by typing."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ThemeBoxes(forms.CheckboxSelectMultiple):
    """The themes to tick; a portal without themes says who adds them."""

    template_name = "wagtail_kehoach/admin/widgets/theme_boxes.html"


class Checklist(forms.CheckboxSelectMultiple):
    """A list that scrolls, in groups, with a field that narrows it.

    The field finds *han quoc* for *Hàn Quốc*; what is ticked stays in sight.
    """

    template_name = "wagtail_kehoach/admin/widgets/checklist.html"
    find = _("Find in this list")

    class Media:
        js = ["wagtail_kehoach/checklist.js"]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["find"] = self.find
        return context


class TaskChecklist(Checklist):
    """The tasks of the plans: a portal has many."""

    find = _("Find a task")
