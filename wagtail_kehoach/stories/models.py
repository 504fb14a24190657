"""Outstanding examples: a person or a group, and what they did."""

from __future__ import annotations

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _, override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.search import index

from ..approval.rules import all_of
from ..indexes.models import IndexFilter, IndexPageMixin
from ..indexes.restrictions import RestrictionsMixin
from ..languages import rules as languages
from ..organisation.day_block import DayPanel
from ..posts.models import PostMixin
from . import verification
from .forms import StoryForm
from .kinds import Audience, SubjectKind
from .panels import LengthPanel, WordFilePanel
from .rules import (
    campaign_points,
    commendation_errors,
    commendation_points,
    group_points,
    why_not_commended,
)


class StoryPageMixin(RestrictionsMixin, PostMixin):
    """What makes a page the story of an outstanding example."""

    approval_field = "stories"
    base_form_class = StoryForm

    SubjectKind = SubjectKind
    Audience = Audience

    class NominationState(models.TextChoices):
        SENT = "sent", _("sent, waiting for the answer")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("not accepted")

    subject = models.CharField(
        verbose_name=_("who"),
        max_length=255,
        help_text=_(
            "As shown to the public. Pupils: first name and class level, "
            "for example “em Minh, học sinh khối 8”."
        ),
    )
    subject_kind = models.CharField(
        verbose_name=_("individual or collective"),
        max_length=20,
        choices=SubjectKind,
        default=SubjectKind.INDIVIDUAL,
    )
    audience = models.CharField(
        verbose_name=_("group"),
        max_length=20,
        choices=Audience,
        default=Audience.TEACHER,
        db_index=True,
    )
    achievement = models.TextField(verbose_name=_("achievement"), blank=True)
    campaign = models.ForeignKey(
        "wagtail_kehoach.StoryCampaign",
        verbose_name=_("call for stories"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    nomination_state = models.CharField(
        verbose_name=_("state of the nomination"),
        max_length=20,
        choices=NominationState,
        blank=True,
        help_text=_("A nomination that was not accepted is not shown to the public."),
    )
    nominated_to = models.CharField(
        verbose_name=_("nominated to"),
        max_length=255,
        blank=True,
        help_text=_("The superior body to which the school proposed this example."),
    )
    nominated_on = models.DateField(
        verbose_name=_("nominated on"), null=True, blank=True
    )
    recognition = models.ForeignKey(
        "wagtail_kehoach.RecognitionTitle",
        verbose_name=_("title of commendation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    commendation_title = models.CharField(
        verbose_name=_("commendation"),
        max_length=255,
        blank=True,
        help_text=_("As shown to the public. Left empty, it is the title chosen."),
    )
    commendation_basis = models.CharField(
        verbose_name=_("basis of another title"),
        max_length=255,
        blank=True,
        default="",
        help_text=_(
            "Only for a title that is not in the table: the law or decision that knows it."
        ),
    )
    commendation_number = models.CharField(
        verbose_name=_("decision number"), max_length=50, blank=True
    )
    commendation_date = models.DateField(
        verbose_name=_("decision date"), null=True, blank=True
    )
    commendation_body = models.CharField(
        verbose_name=_("decided by"), max_length=255, blank=True
    )
    commendation_document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("decision as a file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    story_panels = [
        WordFilePanel(heading=_("Word file")),
        PostMixin.alt_texts_panel,
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldRowPanel(["subject_kind", "audience"]),
                DayPanel("post_date"),
            ],
            heading=_("Who and when"),
        ),
        PostMixin.lead_panel,
        PostMixin.people_panel,
        PostMixin.picture_panel,
        FieldPanel("body"),
        FieldPanel("achievement"),
        FieldPanel("campaign"),
        LengthPanel(heading=_("Length")),
        *PostMixin.serves_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    ["nominated_to", DayPanel("nominated_on")], classname="kh-pair"
                ),
                FieldPanel("nomination_state"),
                FieldPanel("recognition"),
                FieldRowPanel(["commendation_title", "commendation_body"]),
                FieldPanel("commendation_basis"),
                FieldRowPanel(["commendation_number", DayPanel("commendation_date")]),
                FieldPanel("commendation_document"),
            ],
            heading=_("Commendation and nomination"),
            classname="collapsed",
        ),
    ]
    #: What ``audit_points`` reads, loaded once for many stories.
    audit_related = ("recognition",)

    story_search_fields = [
        *PostMixin.post_search_fields,
        index.SearchField("subject"),
        index.SearchField("achievement"),
        index.SearchField("commendation_title"),
        index.SearchField("commendation_body"),
        index.SearchField("commendation_decision"),
        index.FilterField("audience"),
    ]

    class Meta:
        abstract = True

    def points_to_check(self) -> list[str]:
        """Also what does not fit together in the commendation, or is too long."""
        said = [*commendation_points(self), *campaign_points(self), *group_points(self)]
        return [*super().points_to_check(), *said]

    def points_in_order(self) -> list[str]:
        """Also who verified the text."""
        verified = filter(None, [verification.said_of(self)])
        return [*super().points_in_order(), *verified]

    def audit_points(self) -> dict[str, str]:
        """Also what the commendation of a public story lacks."""
        return {**super().audit_points(), **commendation_errors(self)}

    def why_not_show(self) -> str | None:
        """Also a commendation without its decision, or that nobody has verified it."""
        return all_of(
            super().why_not_show(),
            why_not_commended(self),
            verification.why_not_verified(self),
        )

    def kept_with_approval(self):
        return {**super().kept_with_approval(), **verification.for_record(self)}

    def search_days(self):
        """Also those of the decision and of the nomination, where the public reads of it."""
        nominated = [self.nominated_on] if self.shows_nomination else []
        return [*super().search_days(), self.commendation_date, *nominated]

    @property
    def commendation_decision(self) -> str:
        """Number and day of the decision as readers see them, who search for it so."""
        if not self.commendation_number:
            return ""
        with override(languages.words_around(self)):
            said = _("Decision No. %(number)s") % {"number": self.commendation_number}
        day = self.commendation_date
        return f"{said}, {day:%d/%m/%Y}" if day else str(said)

    @property
    def shows_nomination(self) -> bool:
        """Whether the public reads of the nomination."""
        declined = self.nomination_state == self.NominationState.DECLINED
        return bool(self.nominated_to) and not declined

    def get_template(self, request, *args, **kwargs):
        """The portal's own template where it has one, else the one we ship."""
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/stories/story_page.html"]


class StoryReading(models.Model):
    """What was not taken from the Word file that a story began with, until its approval."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_story_reading",
    )
    file_name = models.CharField(max_length=255)
    file_digest = models.CharField(max_length=64, db_index=True)
    notes = models.JSONField(default=dict)
    #: The keys of the images that were made of the file; they go if the import is undone.
    pictures = models.JSONField(default=list)
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.file_name


class StoryIndexPageMixin(IndexPageMixin):
    """Lists the stories below it."""

    approval_field = "stories"
    entry_mixin = StoryPageMixin
    entry_order = ("-post_date", "-pk")
    entry_template = "wagtail_kehoach/stories/includes/entry.html"
    entry_related = ("picture", "school_year", "commendation_document")
    filters = [
        IndexFilter.school_year(),
        IndexFilter.theme(),
        IndexFilter.choice("nhom", "audience", _("Group"), StoryPageMixin.Audience),
    ]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/indexes/index_page.html"]
