"""Foreign-information items: cooperation and exchange, told to both sides."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _, override, pgettext_lazy
from django_countries.fields import CountryField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..conf import kehoach_settings
from ..indexes.models import IndexFilter, IndexPageMixin
from ..indexes.restrictions import RestrictionsMixin
from ..languages import rules as languages
from ..organisation.day_block import DayPanel
from ..posts.models import PostMixin
from .blocks import ForeignInfoBodyBlock
from .legal_blocks import LegalDocumentBlock
from .panels import CountriesPanel
from .widgets import CountryChecklist


class ForeignInfoPageMixin(RestrictionsMixin, PostMixin):
    """What makes a page an item of foreign information (Decree 72/2015/NĐ-CP)."""

    approval_field = "foreign_info"
    consent_purposes = ("portal", "foreign")

    class ContentGroup(models.TextChoices):
        """The groups of content of Decree 72/2015/NĐ-CP, arts. 6 to 10."""

        OFFICIAL = "official", _("official information on Vietnam")
        IMAGE = "image", _("promotion of Vietnam's image")
        WORLD = "world", _("information on the world for Vietnam")
        CLARIFY = "clarify", _("explanation and clarification")

    class Form(models.TextChoices):
        WEBSITE = "website", _("article")
        CULTURE = "culture", _("cultural exchange")
        SPORT = "sport", _("sport")
        EXCURSION = "excursion", _("excursion")
        CONFERENCE = "conference", _("conference")
        EXCHANGE = "exchange", _("exchange of pupils or teachers")
        CONTEST = "contest", _("contest")

    body = StreamField(ForeignInfoBodyBlock(), verbose_name=_("text"), blank=True)
    content_group = models.CharField(
        verbose_name=_("content group"),
        max_length=20,
        choices=ContentGroup,
        default=ContentGroup.IMAGE,
    )
    form = models.CharField(
        verbose_name=_("form"),
        max_length=20,
        choices=Form,
        default=Form.WEBSITE,
        db_index=True,
    )
    countries = CountryField(
        verbose_name=_("partner countries"), multiple=True, blank=True, max_length=255
    )
    partners = models.TextField(
        verbose_name=_("partner bodies"), blank=True, help_text=_("One per line.")
    )
    event = models.CharField(verbose_name=_("event"), max_length=255, blank=True)
    event_starts_on = models.DateField(verbose_name=_("from"), null=True, blank=True)
    event_ends_on = models.DateField(verbose_name=_("until"), null=True, blank=True)
    event_place = models.CharField(verbose_name=_("place"), max_length=255, blank=True)
    legal_documents = StreamField(
        [("document", LegalDocumentBlock())],
        verbose_name=_("legal documents"),
        blank=True,
    )

    foreign_info_panels = [
        PostMixin.alt_texts_panel,
        MultiFieldPanel(
            [
                CountriesPanel("countries", widget=CountryChecklist),
                FieldPanel("partners"),
                FieldRowPanel(["form", "content_group"]),
                DayPanel("post_date"),
            ],
            heading=_("With whom and how"),
        ),
        PostMixin.lead_panel,
        PostMixin.people_panel,
        PostMixin.picture_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel(["event", FieldPanel("event_place", heading=_("Where"))]),
                FieldRowPanel([DayPanel("event_starts_on"), DayPanel("event_ends_on")]),
            ],
            heading=_("Event"),
        ),
        *PostMixin.serves_panels,
        FieldPanel("legal_documents", classname="collapsed"),
    ]
    foreign_info_search_fields = [
        *PostMixin.post_search_fields,
        index.SearchField("partners"),
        index.SearchField("event"),
        index.SearchField("event_place"),
        index.SearchField("legal_documents"),
        index.FilterField("form"),
    ]

    class Meta:
        abstract = True

    def approval_checks(self):
        """Also names, maps and borders: readers abroad see them as the State shows them."""
        return [*super().approval_checks(), *map(str, kehoach_settings.FOREIGN_CHECKS)]

    def clean(self):
        super().clean()
        starts, ends = self.event_starts_on, self.event_ends_on
        if starts and ends and ends < starts:
            raise ValidationError(
                {"event_ends_on": _("The last day cannot come before the first day.")}
            )

    def search_words(self):
        """Also the countries, as the school names them."""
        own = super().search_words()
        if languages.is_translated(self):
            return own
        with override(settings.LANGUAGE_CODE):
            return [*own, *(str(country.name) for country in self.countries)]

    def search_days(self):
        """Also those of the event."""
        return [*super().search_days(), self.event_starts_on, self.event_ends_on]

    def search_facets(self):
        return {
            **super().search_facets(),
            "nuoc": [country.code for country in self.countries],
        }

    @property
    def partner_list(self) -> list[str]:
        """The partner bodies, one each."""
        return [line.strip() for line in self.partners.splitlines() if line.strip()]

    def get_template(self, request, *args, **kwargs):
        """The portal's own template where it has one, else the one we ship."""
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/foreign_info/foreign_info_page.html"]


class ForeignInfoIndexPageMixin(IndexPageMixin):
    """Lists the foreign-information items below it."""

    approval_field = "foreign_info"
    entry_mixin = ForeignInfoPageMixin
    entry_order = ("-post_date", "-pk")
    entry_template = "wagtail_kehoach/foreign_info/includes/entry.html"
    entry_related = ("picture", "school_year")
    filters = [
        IndexFilter.school_year(),
        IndexFilter.country("nuoc", "countries"),
        IndexFilter.choice(
            "hinh-thuc",
            "form",
            pgettext_lazy("of an item", "Form"),
            ForeignInfoPageMixin.Form,
        ),
    ]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/indexes/index_page.html"]
