"""The mixin by which a page says whom it shows or names, and asks whether it may."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from ..approval import digest, privacy
from ..approval.rules import all_of
from ..conf import kehoach_settings
from . import file_sentences, removals, rules, sentences, serving, unlisted
from .people_widget import PeopleWidget
from .person_models import Person
from .picture_queries import (
    pictures_taken_down,
    pictures_that_tell_where,
    pictures_with_faces,
    pictures_without_basis,
    uploaded_again,
)
from .queries import why_not_each, why_not_people
from .written import Names

if TYPE_CHECKING:
    from collections.abc import Collection


class ShowsPeopleMixin(models.Model):
    """A guarded page that shows or names people. Mix it in before ``GuardedPageMixin``.

    ``consent_purposes`` are the purposes for which each of them has to have agreed.
    """

    consent_purposes: tuple[str, ...] = ("portal",)

    people = ParentalManyToManyField(
        "wagtail_kehoach.Person",
        verbose_name=_("who is shown or named"),
        blank=True,
        related_name="+",
        help_text=_("A child needs a valid consent before the post can be submitted."),
    )

    people_panel = FieldPanel("people", widget=PeopleWidget)

    class Meta:
        abstract = True

    def purposes_of_consent(self) -> tuple[str, ...]:
        """The purposes for which everybody in this text has to have agreed."""
        return self.consent_purposes

    @classmethod
    def by_purposes(
        cls, posts: models.QuerySet
    ) -> list[tuple[models.QuerySet, tuple[str, ...]]]:
        """``posts`` of this type in groups, each with what ``purposes_of_consent`` says."""
        return [(posts, cls.consent_purposes)]

    @classmethod
    def listed_in_sources(cls, posts: models.QuerySet) -> set[tuple[int, int]]:
        """Whom the texts list that ``posts`` of this type translate: a post and a person."""
        return set()

    def people_to_ask(self) -> list[Person]:
        """Whom this text lists, and whom the text lists that it translates."""
        own = list(self.people.all())
        posts = type(self)._default_manager.filter(pk=self.pk)
        listed = {person for _post, person in self.listed_in_sources(posts)}
        listed -= {person.pk for person in own}
        return [*own, *Person.objects.filter(pk__in=listed)] if listed else own

    def why_not_agreed(self) -> str | None:
        """Return who in this text has not agreed to be shown today, or ``None``.

        Nor on the day on which it is to be published, if that is to come.
        """
        return self._why_not_agreed(self._keys_to_ask(), digest.picture_ids(self))

    def why_not_stay(self) -> str | None:
        """The same of this text as it is public: also of whom its source lists no more.

        It was approved while they were asked. The next version says so to its approver.
        """
        posts = type(self)._default_manager.filter(pk=self.pk)
        once = {person for _post, person in removals.once_in_sources(posts)}
        people = [*{*self._keys_to_ask()} | once]
        return self._why_not_agreed(people, digest.picture_ids(self))

    def _keys_to_ask(self) -> list[int]:
        return [person.pk for person in self.people_to_ask()]

    def _called_among(self, names: Collection[str]) -> Collection[str]:
        """Those of these full names by which the text calls somebody."""
        return Names(names).found_in(unlisted.lines_of(self)).of_listed

    def _has_lost_people(self) -> bool:
        """Whether the version that this was read from lists somebody whose entry is gone."""
        listed = getattr(self, "kehoach_stored", {}).get("people", [])
        return bool(listed) and len({*listed}) > len(self.people.all())

    def _why_not_agreed(self, people: list[int], pictures: set[int]) -> str | None:
        if self._has_lost_people():
            return sentences.nobody_to_ask()
        purposes, today = self.purposes_of_consent(), timezone.localdate()
        ask = partial(
            why_not_people,
            people,
            pictures,
            purposes=purposes,
            called=self._called_among,
        )
        if reason := ask(day=today):
            return reason
        first_day = self.go_live_at and timezone.localdate(self.go_live_at)
        if not first_day or first_day <= today:
            return None
        reason = ask(day=first_day)
        return reason and sentences.on_the_day(first_day, reason)

    def why_not_show(self) -> str | None:
        """Return why people in this text may not be shown today, or ``None``."""
        people, pictures = self._keys_to_ask(), digest.picture_ids(self)
        return all_of(
            super().why_not_show(),
            self._why_not_agreed(people, pictures),
            self._unlisted(people).reason,
            *map(sentences.tells_where, pictures_that_tell_where(pictures)),
        )

    def why_not_written(self) -> str | None:
        """Return who stands in the text by the full name and may not, or ``None``."""
        return self._unlisted(self._keys_to_ask()).reason

    def _unlisted(self, listed: list[int]) -> unlisted.Unlisted:
        """Who of the registry stands in the text and may not be named, or not in full."""
        return unlisted.in_text(
            unlisted.lines_of(self),
            listed,
            purposes=self.purposes_of_consent(),
            day=timezone.localdate(),
        )

    def serve(self, request, *args, **kwargs):
        """Show nobody whose consent ended by today, before the nightly run has come."""
        if not getattr(request, "is_preview", False) and serving.is_over(self):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def points_to_check(self) -> list[str]:
        """Also which documents of the text readers cannot open since they were taken down."""
        name = file_sentences.collection_of_closed()
        closed = [
            document.title
            for document in digest.documents_shown(self)
            if document.collection.name == name
        ]
        return [*super().points_to_check(), *map(file_sentences.is_closed, closed)]

    def privacy_warnings(self) -> list[str]:
        """Also words on private life, names of the children shown, pictures of unknown.

        And who may be named in it though nobody listed him, and who was taken off the
        lists since the last approval, though perhaps still shown.
        """
        today = timezone.localdate()
        people = self.people_to_ask()
        children = [p for p in people if rules.is_child(p, today)]
        asked = why_not_each(
            [p.pk for p in children], purposes=[rules.FULL_NAME], day=today
        )
        unasked = [p.full_name for p in children if p.pk in asked]
        found = privacy.warnings_in(
            self,
            words=kehoach_settings.PRIVATE_WORDS,
            names=[name for name in unasked if " " in name],
        )
        pictures = digest.picture_ids(self)
        faces = pictures_with_faces(pictures)
        said = [
            file_sentences.shows_a_face(title)
            if title in faces
            else file_sentences.no_basis(title)
            for title in pictures_without_basis(pictures)
        ]
        said += [
            file_sentences.is_grey(title) for title in pictures_taken_down(pictures)
        ]
        # No names: the writer need not know because of whom another upload went.
        again = uploaded_again(pictures, today)
        said += [file_sentences.uploaded_again(found.title) for found in again]
        keys = [person.pk for person in people]
        said += self._unlisted(keys).hints
        gone = removals.since_approval(self, {*keys}, pictures)
        said += map(sentences.taken_off, gone)
        return [*dict.fromkeys([*super().privacy_warnings(), *found, *said])]

    def save_revision(self, *args, **kwargs):
        """Save a revision, and keep who is taken off the list with it."""
        with transaction.atomic():
            before = removals.listed_before(self)
            revision = super().save_revision(*args, **kwargs)
            removals.keep(self, revision, before)
        return revision
