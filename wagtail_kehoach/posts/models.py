"""What every post has: a day, one sentence, a picture, a body, and what it serves."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Locale
from wagtail.search import index

from ..approval.guard import GuardedPageMixin
from ..approval.rules import all_of
from ..consent.mixins import ShowsPeopleMixin
from ..languages import rules as languages
from ..languages.mixins import LanguageMixin
from ..organisation.day_block import DayPanel
from ..themes.models import ServesMixin
from . import alt_texts
from .blocks import PostBodyBlock
from .forms import PostForm
from .panels import AltTextsPanel


class PostMixin(ServesMixin, ShowsPeopleMixin, LanguageMixin, GuardedPageMixin):
    """A page that tells one thing, on a day, with a picture."""

    base_form_class = PostForm
    needed_to_submit = ("body",)

    post_date = models.DateField(
        verbose_name=_("date"), default=timezone.localdate, db_index=True
    )
    lead = models.TextField(
        verbose_name=_("in one sentence"),
        max_length=400,
        help_text=_("Shown first, in listings and when the page is shared."),
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        verbose_name=_("what the picture shows"),
        max_length=255,
        blank=True,
        help_text=_("For readers who cannot see it."),
    )
    picture_caption = models.CharField(
        verbose_name=_("caption"), max_length=255, blank=True
    )
    picture_ai = models.BooleanField(
        verbose_name=_("made or altered with AI"),
        default=False,
        help_text=_("Readers are told so beside the picture (Law 134/2025/QH15)."),
    )
    body = StreamField(PostBodyBlock(), verbose_name=_("text"), blank=True)

    alt_texts_panel = AltTextsPanel(heading=_("Pictures without words"))
    date_panel = DayPanel("post_date")
    lead_panel = FieldPanel("lead")
    picture_panel = MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldRowPanel(["picture_alt", "picture_caption"], classname="kh-pair"),
            FieldPanel("picture_ai"),
        ],
        heading=_("Picture"),
    )
    post_search_fields = [
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("picture_caption"),
        index.FilterField("post_date"),
        index.FilterField("school_year"),
    ]

    class Meta:
        abstract = True

    @property
    def ai_label(self) -> str:
        """That AI had a hand in the picture, in the language of the page; else nothing."""
        if not self.picture_id or not self.picture_ai:
            return ""
        with override(languages.words_around(self)):
            return gettext("Picture made or altered with AI")

    @property
    def picture_said(self) -> str:
        """What the picture shows, for those who meet it apart from the page."""
        return ". ".join(filter(None, [self.picture_alt.rstrip("."), self.ai_label]))

    def search_words(self) -> list[str]:
        """What readers look for it by, though its text may not say so: its themes."""
        if languages.is_translated(self):
            return []
        return [theme.name for theme in self.themes.all()]

    def search_days(self) -> list[dt.date | None]:
        """The day that a search result shows, and others that find the post."""
        return [self.post_date]

    def purposes_of_consent(self) -> tuple[str, ...]:
        """A text in another language is foreign-language information, whatever its type."""
        own = super().purposes_of_consent()
        return _abroad(own) if languages.is_translated(self) else own

    @classmethod
    def by_purposes(cls, posts):
        if not languages.is_on():
            return super().by_purposes(posts)
        here = [
            locale.pk
            for locale in Locale.objects.all()
            if languages.is_same(locale.language_code, settings.LANGUAGE_CODE)
        ]
        own = cls.consent_purposes
        return [
            (posts.filter(locale__in=here), own),
            (posts.exclude(locale__in=here), _abroad(own)),
        ]

    @classmethod
    def listed_in_sources(cls, posts):
        if not languages.is_on():
            return set()
        default = Locale.get_default()
        keys = defaultdict(list)
        there = posts.exclude(locale=default).order_by()
        for key, pk in there.values_list("translation_key", "pk"):
            keys[key].append(pk)
        if not keys:
            return set()
        sources = cls._default_manager.filter(locale=default).exclude(people=None)
        listed = sources.filter(translation_key__in=there.values("translation_key"))
        rows = listed.order_by().values_list("translation_key", "people")
        return {(pk, person) for key, person in rows for pk in keys[key]}

    def points_to_check(self):
        """Also whom only the source of this translation lists: they are asked here, too."""
        return [*super().points_to_check(), *self._listed_in_the_source()]

    def _listed_in_the_source(self) -> list[str]:
        if not languages.is_translated(self):
            return []
        own = {person.pk for person in self.people.all()}
        others = [str(p) for p in self.people_to_ask() if p.pk not in own]
        said = gettext(
            "The source also lists %(people)s. What they agreed to counts here as well."
        )
        return [said % {"people": ", ".join(others)}] if others else []

    def why_not_show(self) -> str | None:
        """Also that a picture says nothing to readers who cannot see it."""
        return all_of(super().why_not_show(), alt_texts.why_not(self))


def _abroad(purposes: tuple[str, ...]) -> tuple[str, ...]:
    return (*dict.fromkeys((*purposes, "foreign")),)
