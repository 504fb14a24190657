"""Questions for consent in the admin: ask, copy or e-mail the link, end it."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic

from ..exceptions import ConsentRefused
from ..one_time.screens import AskingViewSet, LinkView
from ..organisation.models import SchoolSettings
from ..organisation.queries import school_year_after, school_year_on
from . import links, rules
from .ending import ending_soon
from .forms import AskForm
from .keeper_views import KeeperOnlyMixin
from .link_models import ConsentRequest
from .person_models import Person

DETAIL = "kehoach_consent_requests:detail"
LISTING_LABEL = capfirst(ConsentRequest._meta.verbose_name_plural)


class RequestFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[
            ("open", gettext_lazy("waiting for the answer")),
            ("answered", gettext_lazy("answered")),
            ("ended", gettext_lazy("ended without an answer")),
        ],
        method="filter_state",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = ConsentRequest
        fields = []

    def filter_state(self, queryset, name, value):
        ended = Q(revoked_at__isnull=False) | Q(expires_at__lte=timezone.now())
        if value == "answered":
            return queryset.filter(answered_at__isnull=False)
        waiting = queryset.filter(answered_at=None)
        return waiting.filter(ended) if value == "ended" else waiting.exclude(ended)


class IndexView(KeeperOnlyMixin, generic.IndexView):
    table_classname = "listing kh-record"

    def get_base_queryset(self):
        """What is not answered first."""
        rows = ConsentRequest.objects.select_related("person")
        return rows.order_by(F("answered_at").desc(nulls_first=True), "-pk")


class AskView(KeeperOnlyMixin, generic.CreateView):
    def get_form_kwargs(self):
        """Start with what is known of the person and the end of the school year.

        Whoever is asked again is asked for longer than what ends.
        """
        kwargs = super().get_form_kwargs()
        today = timezone.localdate()
        wanted = self.request.GET.get("person", "")
        person = wanted.isdecimal() and Person.objects.filter(pk=wanted).first()
        ending = next(iter(ending_soon(today, [person.pk])), None) if person else None
        year = school_year_after(ending.last_day) if ending else school_year_on(today)
        initial = {"until": year.ends_on if year else None}
        if person:
            contact = person.representative_contact
            initial |= {"person": person, "email": contact if "@" in contact else ""}
        return {**kwargs, "initial": initial}

    def save_instance(self):
        said = self.form.cleaned_data
        return links.ask(
            said["person"],
            purposes=said["purposes"],
            until=said["until"],
            email=said["email"],
            user=self.request.user,
            school=SchoolSettings.for_request(self.request).called,
        )

    def get_success_url(self):
        return reverse(DETAIL, args=(self.object.pk,))

    def get_success_buttons(self):
        return []


class RequestView(KeeperOnlyMixin, LinkView):
    """One question: what was asked and answered, its link, its end."""

    page_title = gettext_lazy("Question for consent")
    template_name = "wagtail_kehoach/admin/consent/request.html"
    listing_name = "kehoach_consent_requests:index"
    listing_label = LISTING_LABEL
    refused = ConsentRefused
    actions = (*LinkView.actions, "email")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = ConsentRequest.objects.select_related("person", "consent", "asked_by")
        self.object = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_subtitle(self):
        return self.object.person_name

    def new_path(self):
        return links.address_of(links.issue(self.object, user=self.request.user))

    def end_link(self, user):
        links.revoke(self.object, user=user)

    def email(self):
        if not self.object.email:
            raise ConsentRefused(
                _("There is no e-mail address. Copy the link instead.")
            )
        message = "receipt" if self.object.state == "answered" else "question"
        address = self.new_address()
        self.object.refresh_from_db()
        try:
            links.send(self.object, address, message)
        except Exception as error:
            links.logger.exception("A link for consent could not be sent.")
            raise ConsentRefused(
                _("The e-mail could not be sent. Copy the link instead.")
            ) from error
        said = _("The link was sent to %(address)s.") % {"address": self.object.email}
        messages.success(self.request, said)
        return redirect(self.request.path)

    def get_context_data(self, **kwargs):
        state = self.object.state
        return super().get_context_data(
            object=self.object,
            answers=[
                (party, [(said, row[p]) for p, said in self.object.asked_purposes])
                for party, row in self.object.answers.items()
            ],
            may_act=state in ("not_sent", "open", "expired", "answered"),
            **kwargs,
        )


class RequestViewSet(AskingViewSet):
    name = "kehoach_consent_requests"
    model = ConsentRequest
    menu_name = "kehoach-consent-requests"
    menu_order = 605
    index_view_class = IndexView
    add_view_class = AskView
    detail_view_class = RequestView
    filterset_class = RequestFilterSet
    list_display = [
        TitleColumn(
            "person_name",
            label=capfirst(gettext_lazy("person")),
            get_url=lambda row: reverse(DETAIL, args=(row.pk,)),
        ),
        Column("asked_name", label=capfirst(gettext_lazy("who is asked"))),
        Column("state_name", label=gettext_lazy("State")),
        DateColumn("asked_at", label=capfirst(gettext_lazy("asked at"))),
    ]

    def get_form_class(self, for_update=False):
        return AskForm

    @property
    def menu_item_class(self):
        class KeeperMenuItem(super().menu_item_class):
            def is_shown(self, request):
                """Rights first: they are known, the group takes a statement."""
                return super().is_shown(request) and rules.keeps_registry(request.user)

        return KeeperMenuItem
