"""Pictures of a post that was taken down, of which nobody has said who is in them.

They may show the very person who has to go. So they go with the post, as those do whose
people are on record, unless something else that is public shows them: people look then.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from wagtail.images import get_image_model

from ..approval import digest, media
from ..exceptions import ApprovalRefused
from . import seen, sentences
from .picture_models import PictureBasis
from .picture_queries import nobody_said
from .withholding import hide, whole_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.images.models import AbstractImage
    from wagtail.models import Page

logger = logging.getLogger(__name__)


def take_pictures_along(page: Page) -> Iterator[str]:
    """Hide what only ``page`` showed, which is public no more; yield what people are told.

    The statements are the same however many pictures it has, but for those that go.
    """
    pictures = digest.picture_ids(page)
    images = list(_unrecorded(pictures)) if pictures else []
    if not images:
        return
    elsewhere = seen.shown_elsewhere([image.pk for image in images], page)
    why_not = {
        i.pk: f"“{elsewhere[i.pk]}”" if i.pk in elsewhere else _why_not_hidden(i)
        for i in images
    }
    addresses = _addresses([image.pk for image in images])
    said = {i.pk: (i.title, addresses[i.pk], why_not[i.pk]) for i in images}
    went = [f"{title} ({url})" for title, url, reason in said.values() if not reason]
    stay = [f"{t} ({url}; {reason})" for t, url, reason in said.values() if reason]
    if went:
        yield sentences.pictures_went(went)
    if stay:
        yield sentences.pictures_stay(stay)


def _unrecorded(pictures: set[int]):
    rows = get_image_model().objects.filter(nobody_said, pk__in=pictures)
    grey = PictureBasis.objects.exclude(withheld="").values("image")
    return rows.exclude(pk__in=grey).order_by("pk")


def _why_not_hidden(image: AbstractImage) -> str | None:
    """Hide ``image``; why it could not be hidden must not keep the post up."""
    try:
        with transaction.atomic():
            basis, _is_new = PictureBasis.objects.get_or_create(image=image)
            hide(PictureBasis.objects.select_for_update().get(pk=basis.pk))
    except ApprovalRefused:
        return f"“{media.approved_title(image)}”"
    except OSError:
        logger.exception("The file of picture %s was not moved.", image.pk)
        return sentences.not_moved()
    return None


def _addresses(images: list[int]) -> dict[int, str]:
    """Where in the admin it is entered who is in each of ``images``."""
    bases = PictureBasis.objects.filter(image__in=images)
    entries = dict(bases.values_list("image", "pk"))
    return {
        image: whole_address(
            reverse("kehoach_picture_bases:edit", args=(entries[image],))
            if image in entries
            else reverse("wagtailimages:edit", args=(image,))
        )
        for image in images
    }
