"""What the portal holds about a person and where it shows or names them. Writes nothing."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, get_page_models

from ..names import stands_in
from ..signals import person_asked_about
from . import relisting, rules, sentences
from .mixins import ShowsPeopleMixin
from .models import Takedown
from .person_models import Person
from .picture_models import PictureBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .models import Consent


@dataclass(frozen=True)
class Finding:
    """One thing that was found: of which kind, in words, and where a keeper looks at it.

    ``perhaps``: it has the name alone, so that a namesake may be meant; a keeper decides.
    """

    kind: str
    text: str
    address: str = ""
    perhaps: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others of the same person, while nothing changes."""
        said = f"{self.kind}\n{self.text}\n{self.address}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def about(person: Person) -> list[Finding]:
    """Everything that the portal knows of ``person``, by kind.

    The registry by its keys; drafts and texts by the full name as it stands in the
    registry, each of these *perhaps*. Who is named in other words has to be found by people.
    """
    found = [
        Finding(_("entry in the registry"), _entry(person)),
        *_consents(person),
        *_questions(person),
        *_pictures(person),
        *_posts(person),
        *_records(person),
    ]
    for _receiver, told in person_asked_about.send(type(person), person=person):
        found += [Finding(*said) for said in told]
    return list(dict.fromkeys(found))


def counted(findings: list[Finding]) -> str:
    """How much was found of each kind, without a name: it may outlive a deletion."""
    counts = Counter((found.kind, found.perhaps) for found in findings)
    return "\n".join(
        f"{kind}, {namesake()}: {count}" if perhaps else f"{kind}: {count}"
        for (kind, perhaps), count in counts.items()
    )


def namesake() -> str:
    """What is said of a finding that has the name alone."""
    return _("perhaps a namesake")


def _entry(person: Person) -> str:
    born = date_format(person.born_on, "d/m/Y") if person.born_on else ""
    said = [
        (_("full name"), person.full_name),
        (_("class level"), person.class_level),
        (_("date of birth"), born),
        (_("legal representative"), person.representative),
        (_("contact of the representative"), person.representative_contact),
    ]
    return "; ".join(f"{name}: {value}" for name, value in said if value)


def _consents(person: Person) -> Iterator[Finding]:
    for consent in person.consents.all():
        yield Finding(_("consent"), _said_of(consent))


def _said_of(consent: Consent) -> str:
    purposes = [p for p in rules.PURPOSES if consent.covers(p)]
    ended = (_("withdrawn on"), consent.withdrawn_on)
    days = [(_("from"), consent.starts_on), (_("until"), consent.ends_on), ended]
    if consent.is_refusal:
        days = [(_("answered on"), consent.withdrawn_on)]
    said = [str(consent), ", ".join(map(str, map(sentences.purpose_name, purposes)))]
    said += [f"{name} {date_format(day, 'd/m/Y')}" for name, day in days if day]
    if consent.evidence:
        said.append(_("scan of the signed form"))
    return "; ".join(filter(None, said))


def _questions(person: Person) -> Iterator[Finding]:
    for question in person.consent_requests.all():
        day = date_format(question.asked_at, "d/m/Y")
        said = [day, question.asked_name, question.email, question.state_name]
        address = reverse("kehoach_consent_requests:detail", args=(question.pk,))
        yield Finding(_("question by link"), "; ".join(filter(None, said)), address)


def _pictures(person: Person) -> Iterator[Finding]:
    taken_off = {basis.pk for basis in relisting.once_in(person)}
    rows = PictureBasis.objects.filter(Q(people=person) | Q(pk__in=taken_off))
    for basis in rows.distinct().select_related("image").order_by("pk"):
        address = reverse("wagtailimages:edit", args=(basis.image_id,))
        withheld = _("withheld: the original lies in the private store")
        once = sentences.once_listed() if basis.pk in taken_off else ""
        said = [basis.image.title, once, withheld if basis.withheld else ""]
        yield Finding(_("picture"), "; ".join(filter(None, said)), address)


def _posts(person: Person) -> Iterator[Finding]:
    """Pages that name the person, that show a picture of theirs, or that have the name."""
    listed, written = _drafts(person)
    sure = {*naming(person), *showing(person), *listed}
    keys = {*sure, *written}
    for page in Page.objects.filter(pk__in=keys).order_by("path"):
        state = _("public") if page.live else _("draft")
        address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
        title = page.draft_title or page.title
        said = f"{title} ({state})"
        yield Finding(_("post or page"), said, address, perhaps=page.pk not in sure)


def naming(person: Person) -> Iterator[int]:
    """The keys of the posts that list ``person``, and of those that translate one of them.

    Whoever the source lists counts for the translation, though that has no list of its own.
    """
    for model in get_page_models():
        if not issubclass(model, ShowsPeopleMixin):
            continue
        listing = model.objects.filter(people=person)
        yield from listing.values_list("pk", flat=True)
        versions = model.objects.filter(
            translation_key__in=listing.order_by().values("translation_key")
        )
        for pk, listed in model.listed_in_sources(versions):
            if listed == person.pk:
                yield pk


def showing(person: Person) -> Iterator[int]:
    """The keys of the pages that have a picture of ``person``."""
    images = person.pictures.values_list("image_id", flat=True)
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=[str(pk) for pk in images],
    )
    yield from map(int, uses.values_list("object_id", flat=True).distinct())


def drafts_listing(person: Person) -> list[str]:
    """The titles of the drafts that list ``person``, what was taken down among them."""
    listed, _written = _drafts(person)
    pages = Page.objects.filter(pk__in=listed).order_by("path")
    return list(pages.values_list("draft_title", flat=True))


def _drafts(person: Person) -> tuple[set[int], set[int]]:
    """Pages that list the person in what was written last, and those that have the name.

    Only where that is not what the database has.
    """
    listed, written = set(), set()
    drafts = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    rows = Revision.objects.filter(pk__in=drafts).values_list("object_id", "content")
    for pk, content in rows.iterator(chunk_size=50):
        if person.pk in content.get("people", []):
            listed.add(int(pk))
        elif stands_in(person.full_name, _as_text(content)):
            written.add(int(pk))
    return listed, written


def _as_text(content: dict) -> str:
    """All of a revision; what JSON writes for line breaks is no letter."""
    return re.sub(r"\\+[nrt]", " ", json.dumps(content, ensure_ascii=False))


def _records(person: Person) -> Iterator[Finding]:
    others = Person.objects.filter(sorted_as=person.sorted_as).exclude(pk=person.pk)
    namesakes = list(others)
    for takedown in Takedown.objects.filter(reason__contains=person.full_name):
        if not stands_in(person.full_name, takedown.reason):
            continue
        own = person.numbered() in takedown.reason
        if not own and any(other.numbered() in takedown.reason for other in namesakes):
            continue
        address = reverse("kehoach_takedowns:inspect", args=(takedown.pk,))
        perhaps = bool(namesakes) and not own
        yield Finding(_("takedown"), takedown.title, address, perhaps=perhaps)
    for request in person.data_requests.all():
        address = reverse("kehoach_data_requests:edit", args=(request.pk,))
        day = date_format(request.received_on, "d/m/Y")
        said = f"{request.get_kind_display()}, {day}"
        yield Finding(_("request about personal data"), said, address)
