"""The chooser of people, which is open to those who keep the registry only."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views import chooser

from ..folding import begun_in, words_of


class KeepersOnlyMixin:
    """Wagtail opens choosers to everybody in the admin; this one holds private data."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("wagtail_kehoach.view_person"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class NameFilterForm(BaseFilterForm):
    """Finds people by the beginnings of their names, with accents or without."""

    q = forms.CharField(label=_("Find by name"), required=False)

    def filter(self, objects):
        objects = super().filter(objects)
        self.search_query = self.cleaned_data.get("q")
        if not self.search_query:
            return objects
        self.is_searching = True
        typed = words_of(self.search_query)
        names = objects.values_list("pk", "full_name", "class_level")
        found = [pk for pk, *said in names if begun_in(" ".join(said), typed)]
        return objects.filter(pk__in=found)


class ChooseView(KeepersOnlyMixin, chooser.ChooseView):
    filter_form_class = NameFilterForm


class ChooseResultsView(KeepersOnlyMixin, chooser.ChooseResultsView):
    filter_form_class = NameFilterForm


class ChosenView(KeepersOnlyMixin, chooser.SnippetChosenView):
    pass


class ChosenMultipleView(KeepersOnlyMixin, chooser.SnippetChosenMultipleView):
    pass


class CreateView(KeepersOnlyMixin, chooser.SnippetCreateView):
    pass


class PersonChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    create_view_class = CreateView
