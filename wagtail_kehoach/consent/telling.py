"""Takes down what a save in the admin ended, and tells who saved it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from . import file_sentences
from .queries import entries_of_name
from .takedown import MENTIONS, enforce
from .withholding import may_be_put_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from .person_models import Person


def tell_of_doubles(request: HttpRequest, person: Person, *, any_level: bool) -> None:
    """Warn of other entries of the name: a withdrawal ends the consents of one entry."""
    others = entries_of_name(person, any_level=any_level)
    for other in others:
        said = {"person": str(other), "number": other.pk}
        text = _(
            "The registry has “%(person)s” already: entry no. %(number)s. Is it the same "
            "person? Then keep one entry only, or a withdrawal ends just one of them."
        )
        address = reverse(
            "wagtailsnippets_wagtail_kehoach_person:edit", args=[other.pk]
        )
        look = messages.button(address, _("Compare"))
        messages.warning(request, text % said, buttons=[look])


def enforce_and_tell(request: HttpRequest, people: Iterable[int] | None) -> None:
    """Take down at once what shows one of ``people`` who may not be shown.

    Without ``people`` everything, and pictures whose time is over, as the nightly run.
    """
    report = enforce(people)
    for takedown in report.done:
        messages.warning(request, f"{takedown.title}: {takedown.reason}")
    for refusal in report.refused:
        messages.error(request, f"{refusal.title}: {refusal.reason}")
    for person, mentions in groupby(report.mentions, key=lambda m: m.person):
        titles = ", ".join(mention.page.title for mention in mentions)
        said = _("Public posts with the name of %(title)s") % {"title": person}
        address = reverse(MENTIONS, args=(person.pk,))
        look = messages.button(address, _("Read them"))
        messages.warning(request, f"{said}: {titles}", buttons=[look])


def tell_what_may_come_back(request: HttpRequest, people: Iterable[int]) -> None:
    """Offer to put back the grey pictures of ``people``, where all in them have agreed."""
    for basis in may_be_put_back(people):
        address = reverse("wagtail_kehoach_put_back", args=(basis.pk,))
        button = messages.button(address, _("Put the picture back"))
        said = file_sentences.may_come_back(basis.image.title)
        messages.warning(request, said, buttons=[button])
