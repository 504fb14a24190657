"""Which pictures somebody may have seen: where they are, and were. Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from ..approval.models import Approval
from .models import Consent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

#: SQLite takes no condition with more than a thousand parts.
AT_ONCE = 500


def agreed_until(people: Iterable[int], day: dt.date) -> dict[int, dt.date]:
    """Until when each of ``people`` let the portal show him; who never did is left out."""
    rows = Consent.objects.filter(
        person_id__in=[*people], for_portal=True, starts_on__lte=day
    )
    until: dict[int, dt.date] = {}
    for consent in rows:
        if consent.is_consent and not consent.is_refusal:
            last = min(consent.ends_on or day, consent.withdrawn_on or day)
            until[consent.person_id] = max(last, until.get(consent.person_id, last))
    return until


def where_pictures_are(images: set[str]) -> tuple[set[str], set[str]]:
    """Those of ``images`` that something public shows or did, and those in drafts only."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=images,
    )
    found = list(uses.values_list("base_content_type", "object_id", "to_object_id"))
    kind = ContentType.objects.get_for_model(Page).pk
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(
        Q(live=True) | Q(first_published_at__isnull=False),
        pk__in={key for base, key, _image in found if base == kind},
    )
    public = {str(pk) for pk in pages.values_list("pk", flat=True)}
    shown = {image for base, key, image in found if base != kind or key in public}
    return shown, {image for _base, _key, image in found} - shown


def shown_elsewhere(images: Iterable[int], page: Page) -> dict[int, str]:
    """Those of ``images`` that something public shows besides ``page``, with its title.

    What is no page is called by its kind. The statements are the same however many
    images there are.
    """
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=[str(image) for image in images],
    ).order_by("pk")
    found = list(uses.values_list("base_content_type", "object_id", "to_object_id"))
    kind = ContentType.objects.get_for_model(Page).pk
    keys = {key for base, key, _image in found if base == kind} - {str(page.pk)}
    pages = swapper.load_model("wagtailcore", "Page").objects.live()
    rows = pages.filter(pk__in=keys).values_list("pk", "title")
    titles = {str(pk): title for pk, title in rows}
    shown: dict[int, str] = {}
    for base, key, image in found:
        if base != kind:
            shown[int(image)] = str(ContentType.objects.get_for_id(base))
        elif key in titles:
            shown[int(image)] = titles[key]
    return shown


def approved_once(images: set[str]) -> set[str]:
    """Those of ``images`` that a text showed which was approved."""
    return {
        key.removeprefix("image:")
        for keys, rows in _approvals_with(images)
        for files in rows.values_list("files", flat=True)
        for key in keys
        if key in files
    }


def approved_with(images: Iterable[int]) -> set[int]:
    """The pages of which a version with one of ``images`` was approved."""
    kind = ContentType.objects.get_for_model(Page)
    return {
        int(page)
        for _keys, rows in _approvals_with({str(image) for image in images})
        for page in rows.filter(base_content_type=kind).values_list(
            "object_id", flat=True
        )
    }


def _approvals_with(images: set[str]) -> Iterator[tuple[list[str], QuerySet]]:
    keys = [f"image:{image}" for image in sorted(images)]
    for first in range(0, len(keys), AT_ONCE):
        some = keys[first : first + AT_ONCE]
        yield some, Approval.objects.filter(files__has_any_keys=some).order_by()
