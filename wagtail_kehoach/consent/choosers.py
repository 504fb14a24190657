"""The chooser of people, which is open to those who keep the registry only."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.views import chooser

from ..folding import begun_in, words_of
from .person_models import Person


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


class NamesakesMixin:
    """Tells people of one name apart, by the number of the entry and the date of birth."""

    filter_form_class = NameFilterForm

    def get_object_list(self):
        return super().get_object_list().told_apart()

    @property
    def columns(self):
        title = self.title_column
        title.accessor = "label"
        return [title, DateColumn("born_on", label=capfirst(_("date of birth")))]


class ChooseView(KeepersOnlyMixin, NamesakesMixin, chooser.ChooseView):
    pass


class ChooseResultsView(KeepersOnlyMixin, NamesakesMixin, chooser.ChooseResultsView):
    pass


class ChosenView(KeepersOnlyMixin, chooser.SnippetChosenView):
    def get_object(self, pk):
        return Person.objects.told_apart().get(pk=pk)

    def get_display_title(self, instance):
        return instance.label


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
