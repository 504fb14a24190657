"""The screens on translations: one of them, and all."""

from __future__ import annotations

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..approval.changes import changes_between
from . import glossary, points, rules, staleness, typed, untranslated
from .following import follow
from .listing import translations_for
from .mixins import LanguageMixin
from .panels import SCREEN
from .queries import source_of

LIST = "wagtail_kehoach_translations"


class TranslationView(WagtailAdminTemplateMixin, TemplateView):
    """One translation: what it follows, what changed there, what is not done yet."""

    page_title = gettext_lazy("Translation")
    header_icon = "globe"
    template_name = "wagtail_kehoach/admin/languages/translation.html"
    _show_breadcrumbs = True
    actions: tuple[str, ...] = ("follow",)
    #: What is asked for by the address and not by a button.
    action = ""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        Page = swapper.load_model("wagtailcore", "Page")
        live = get_object_or_404(Page, pk=kwargs["pk"]).specific
        if not isinstance(live, LanguageMixin) or live.alias_of_id:
            raise Http404
        self.live = live

    def dispatch(self, request, *args, **kwargs):
        if not self.live.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if not rules.is_translated(self.live) or not (self.source or self.followed):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def source(self):
        """The page that is translated; ``None`` if it was deleted."""
        return source_of(self.live)

    @cached_property
    def followed(self):
        """What the draft follows, where that is known."""
        return staleness.draft_follows(self.live)

    @cached_property
    def object(self):
        """The translation as its draft says it."""
        return self.live.get_latest_revision_as_object()

    @property
    def asked(self) -> str:
        """What somebody wants to be done."""
        return self.action or self.request.POST.get("action", "")

    @property
    def url(self) -> str:
        """The address of this screen; a button elsewhere may lead here too."""
        return reverse(SCREEN, args=(self.live.pk,))

    def get_page_subtitle(self):
        return f"{self.object.title} ({self.live.locale})"

    def get_breadcrumbs_items(self):
        listing = {"url": reverse(LIST), "label": TranslationsView.page_title}
        own = {"url": "", "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, listing, own]

    def post(self, request, *args, **kwargs):
        if self.asked not in self.actions:
            raise Http404
        return getattr(self, self.asked)() or redirect(self.url)

    def follow(self) -> None:
        """The translator says that the draft is in step with the source."""
        if self.source is None:
            raise Http404
        follow(self.live, self.source, user=self.request.user)
        messages.success(
            self.request, _("This translation now follows the current source.")
        )

    def get_context_data(self, **kwargs):
        source, followed = self.source, self.followed
        rights = self.live.permissions_for_user(self.request.user)
        return super().get_context_data(
            object=self.object,
            page=self.live,
            screen_url=self.url,
            source=source,
            edit_url=reverse("wagtailadmin_pages:edit", args=(self.live.pk,)),
            source_url=source and reverse("wagtailadmin_pages:edit", args=(source.pk,)),
            can_unpublish=rights.can_unpublish(),
            followed=followed,
            changes=self.get_changes(followed),
            untranslated=untranslated.untranslated(self.get_text()),
            foreign=typed.foreign_to(self.get_text()),
            terms=glossary.terms_for(self.live),
            called_otherwise=glossary.called_otherwise(self.object),
            more=[said for ask in points.MORE for said in ask(self.live)],
            **kwargs,
        )

    def get_text(self):
        """The text that would be submitted."""
        return self.object

    def get_changes(self, followed) -> list | None:
        """What changed in the source since; ``None`` if that cannot be said any more."""
        compared = followed and staleness.versions_to_compare(followed)
        return changes_between(self.request, *compared) if compared else None


class TranslationsView(WagtailAdminTemplateMixin, TemplateView):
    """Every translation that somebody may edit; first what has lost its
    source, and those whose source moved on."""

    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    template_name = "wagtail_kehoach/admin/languages/translations.html"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        only = self.request.GET.get("only") == "stale"
        found = translations_for(self.request.user)
        stale = [row for row in found if row.is_to_do]
        return super().get_context_data(
            rows=stale if only else found, stale=len(stale), only=only, **kwargs
        )
