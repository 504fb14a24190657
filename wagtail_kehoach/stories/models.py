"""Outstanding examples: a person or a group, and what they did."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from ..indexes.models import IndexFilter, IndexPageMixin
from ..indexes.restrictions import RestrictionsMixin
from ..posts.models import PostMixin


class StoryPageMixin(RestrictionsMixin, PostMixin):
    """What makes a page the story of an outstanding example."""

    approval_field = "stories"

    class SubjectKind(models.TextChoices):
        INDIVIDUAL = "individual", _("individual")
        COLLECTIVE = "collective", _("collective")

    class Audience(models.TextChoices):
        TEACHER = "teacher", _("teachers")
        STAFF = "staff", _("staff")
        PUPIL = "pupil", _("pupils")
        CLASS = "class", _("classes")
        PARENT = "parent", _("parents")

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
    nominated_to = models.CharField(
        verbose_name=_("nominated to"),
        max_length=255,
        blank=True,
        help_text=_("The superior body to which the school proposed this example."),
    )
    nominated_on = models.DateField(
        verbose_name=_("nominated on"), null=True, blank=True
    )
    commendation_title = models.CharField(
        verbose_name=_("commendation"), max_length=255, blank=True
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

    story_panels = [
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldRowPanel(["subject_kind", "audience"]),
                FieldPanel("post_date"),
            ],
            heading=_("Who and when"),
        ),
        PostMixin.lead_panel,
        PostMixin.people_panel,
        PostMixin.picture_panel,
        FieldPanel("body"),
        FieldPanel("achievement"),
        *PostMixin.serves_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(["commendation_title", "commendation_body"]),
                FieldRowPanel(["commendation_number", "commendation_date"]),
                FieldRowPanel(["nominated_to", "nominated_on"], classname="kh-pair"),
            ],
            heading=_("Commendation and nomination"),
            classname="collapsed",
        ),
    ]
    story_search_fields = [
        *PostMixin.post_search_fields,
        index.SearchField("subject"),
        index.SearchField("achievement"),
        index.FilterField("audience"),
    ]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The portal's own template where it has one, else the one we ship."""
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/stories/story_page.html"]


class StoryIndexPageMixin(IndexPageMixin):
    """Lists the stories below it."""

    approval_field = "stories"
    entry_mixin = StoryPageMixin
    entry_order = ("-post_date", "-pk")
    entry_template = "wagtail_kehoach/stories/includes/entry.html"
    entry_related = ("picture", "school_year")
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
