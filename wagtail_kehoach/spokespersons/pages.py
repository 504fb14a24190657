"""The public page that lists who may speak for the school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy as _, override
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Site

from ..approval.guard import GuardedPageMixin
from ..languages.glossary import called_on
from ..languages.mixins import LanguageMixin
from ..languages.rules import words_around
from .queries import speaking_now

if TYPE_CHECKING:
    from wagtail.models import Page

    from .models import Mandate, Spokesperson


class SpokespersonIndexPageMixin(LanguageMixin, GuardedPageMixin):
    """Lists the spokespersons with a mandate today; expired ones are not on it."""

    approval_field = "spokespersons"

    intro = RichTextField(
        verbose_name=_("introduction"), blank=True, features=["bold", "italic", "link"]
    )

    spokesperson_index_panels = [FieldPanel("intro")]

    class Meta:
        abstract = True

    def search_texts(self) -> list[str]:
        """Who may speak today, as what, about what, until when, and how to reach them.

        As the page shows it; stored in no field.

        On a translated page what the glossary has a name for, besides the names of people.
        """
        people = speaking_now(self.get_site(), timezone.localdate())
        return [_said_of(person, self) for person in people]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["spokespersons"] = speaking_now(
            Site.find_for_request(request), timezone.localdate()
        )
        return context

    def get_template(self, request, *args, **kwargs):
        """The portal's own template where it has one, else the one we ship."""
        own = super().get_template(request, *args, **kwargs)
        return [own, "wagtail_kehoach/spokespersons/spokesperson_index_page.html"]


def _said_of(person: Spokesperson, page: Page) -> str:
    """The matters right behind the name: a short excerpt has both."""
    named = ", ".join(filter(None, [person.name, called_on(page, person.position)]))
    called = (called_on(page, mandate.scope) for mandate in person.current_mandates)
    about = ": ".join(filter(None, [named, "; ".join(filter(None, called))]))
    with override(words_around(page)):
        mandates = [_held_as(mandate) for mandate in person.current_mandates]
    reached = ", ".join(filter(None, [person.phone, person.email]))
    return ". ".join(filter(None, [about, *mandates, reached]))


def _held_as(mandate: Mandate) -> str:
    role = capfirst(mandate.get_role_display())
    if not mandate.ends_on:
        return role
    until = gettext("Until %(day)s") % {"day": f"{mandate.ends_on:%d/%m/%Y}"}
    return f"{role}. {until}"
