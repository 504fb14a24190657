"""Who is in pictures, in the admin: a listing that holds for hundreds, and the form."""

from __future__ import annotations

import datetime as dt

import django_filters
from django import forms
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.images import get_image_model

from ..approval.errors_panel import ErrorsPanel
from ..conf import kehoach_settings
from ..organisation.day_block import DayPanel
from ..organisation.listings import AccentlessSearchMixin
from .forms import PictureBasisForm
from .grey_panel import GreyPanel
from .people_widget import PeopleWidget
from .picture_deletion import PictureBasisDeleteView
from .picture_models import PictureBasis
from .telling import enforce_and_tell

#: As in Wagtail's own list of images, which has made them already.
THUMBNAIL = "max-165x165"
BY_NAME = "people__full_name"


class PictureBasisFilterSet(WagtailFilterSet):
    """By basis, by what becomes of it, and by the day of the event."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[
            ("soon", gettext_lazy("its last day comes soon")),
            ("down", gettext_lazy("taken down")),
        ],
        method="filter_state",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    event_on = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Date of the event"), widget=DateRangePickerWidget
    )

    class Meta:
        model = PictureBasis
        fields = ["basis"]

    def filter_state(self, queryset, name, value):
        if value == "down":
            return queryset.exclude(withheld="")
        today = timezone.localdate()
        last = today + dt.timedelta(days=kehoach_settings.CONSENT_ENDING_DAYS)
        return queryset.filter(keep_until__range=(today, last), withheld="")


class PictureColumn(BaseColumn):
    """The picture itself: titles of photos are often those of files."""

    cell_template_name = "wagtail_kehoach/admin/consent/picture_cell.html"


class PictureBasisIndexView(AccentlessSearchMixin, generic.IndexView):
    """Found by the title of the picture and the event; by keepers by who is shown, too.

    Names are for those who read the registry: others see how many there are, and the
    names of one picture in its form.
    """

    filterset_class = PictureBasisFilterSet
    default_ordering = "-pk"
    table_classname = "listing kh-record kh-bases"

    @cached_property
    def reads_names(self) -> bool:
        return self.request.user.has_perm("wagtail_kehoach.view_person")

    def search_queryset(self, queryset):
        if not self.reads_names:
            self.search_fields = [f for f in self.search_fields if f != BY_NAME]
        return super().search_queryset(queryset)

    def get_base_queryset(self):
        made = get_image_model().get_rendition_model().objects
        renditions = Prefetch(
            "image__renditions",
            made.filter(filter_spec=THUMBNAIL),
            to_attr="prefetched_renditions",
        )
        rows = super().get_base_queryset().select_related("image")
        return rows.prefetch_related("people", renditions)

    @cached_property
    def columns(self):
        title = self._get_title_column_class(TitleColumn)
        return [
            PictureColumn("picture", label=_("Picture"), classname="image-preview"),
            title(
                "image",
                label=_("Title"),
                accessor="image.title",
                get_url=self.get_edit_url,
            ),
            Column("basis", label=_("Basis"), accessor=_basis),
            Column("people", label=_("Who is shown"), accessor=self._people),
            Column(
                "keep_until",
                label=_("May be used until"),
                accessor=_last_day,
                sort_key="keep_until",
            ),
        ]

    def _people(self, basis: PictureBasis) -> str:
        people = basis.people.all()
        if self.reads_names:
            return "; ".join(map(str, people))
        if not people:
            return ""
        number = len(people)
        return ngettext("%(number)d person", "%(number)d people", number) % {
            "number": number
        }


def _basis(basis: PictureBasis) -> str:
    said = str(basis.get_basis_display())
    return f"{said}: {basis.event}" if basis.event else said


def _last_day(basis: PictureBasis) -> str:
    day = date_format(basis.keep_until, "d/m/Y") if basis.keep_until else ""
    if not basis.withheld:
        return day
    return f"{day} ({_('taken down')})" if day else _("taken down")


class ActsAtOnceMixin:
    """Who turns out to be in a public picture without having agreed is shown no longer.

    Nor is a picture whose last day is over with this save, whoever is in it.
    """

    def save_instance(self):
        basis = super().save_instance()
        over = PictureBasis.objects.over_on(timezone.localdate())
        people = (
            None
            if over.filter(pk=basis.pk).exists()
            else [*basis.people.values_list("pk", flat=True)]
        )
        transaction.on_commit(lambda: enforce_and_tell(self.request, people))
        return basis


class PictureBasisCreateView(ActsAtOnceMixin, generic.CreateView):
    """Of the picture that one comes from, where ``?image=`` says so."""

    def dispatch(self, request, *args, **kwargs):
        """A picture has one entry: where it has one already, that one is opened."""
        rows = PictureBasis.objects.filter(image=self._image)
        if self._image and (entry := rows.first()):
            return redirect("kehoach_picture_bases:edit", entry.pk)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def _image(self):
        wanted = self.request.GET.get("image", "")
        images = get_image_model().objects
        return images.filter(pk=wanted).first() if wanted.isdecimal() else None

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or PictureBasis()
        instance.image = self._image
        return instance


class PictureBasisEditView(ActsAtOnceMixin, generic.EditView):
    pass


class PictureBasisViewSet(ModelViewSet):
    name = "kehoach_picture_bases"
    model = PictureBasis
    index_view_class = PictureBasisIndexView
    icon = "image"
    menu_name = "kehoach-picture-bases"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 610
    add_to_admin_menu = True
    list_display = ["image"]
    search_fields = ["image__title", "event", BY_NAME]
    filterset_class = PictureBasisFilterSet
    add_view_class = PictureBasisCreateView
    edit_view_class = PictureBasisEditView
    delete_view_class = PictureBasisDeleteView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            ErrorsPanel(),
            GreyPanel(),
            FieldPanel("image"),
            FieldPanel("basis", classname="kh-narrow"),
            FieldPanel("people", widget=PeopleWidget),
            FieldRowPanel(["event", DayPanel("event_on")]),
            FieldPanel("notice"),
            DayPanel("keep_until"),
        ],
        base_form_class=PictureBasisForm,
    )
