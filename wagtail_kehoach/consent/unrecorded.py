"""Pictures of a post that was taken down, of which nobody has said who is in them.

Or that it shows nobody who can be recognised: the post named or showed somebody all the same.
They may show the very person who has to go. So they go with the post, as those do whose
people are on record, unless something else that is public shows them: people look then.
Those of its earlier versions too, whose files stayed where they were.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry

from ..approval import media
from ..exceptions import ApprovalRefused
from . import file_sentences, seen, sentences
from .gone import Gone
from .picture_models import PictureBasis
from .picture_queries import nobody_said
from .withholding import PUT_BACK, hide, whole_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.images.models import AbstractImage
    from wagtail.models import Page

logger = logging.getLogger(__name__)


def take_pictures_along(page: Page, pictures: set[int]) -> Gone:
    """Hide those of ``pictures`` of ``page`` that nothing public shows; what people are told.

    The statements are the same however many pictures it has, but for those that go.
    """
    if not pictures:
        return Gone()
    nobody = _said_to_show_nobody(pictures)
    tried = hide_what_nothing_shows(nobody, page) if nobody else []
    hidden = [image.title for image, reason in tried if not reason]
    gone = Gone([sentences.said_to_show_nobody(hidden)] if hidden else [])
    return gone + _take_unrecorded(page, [*_unrecorded(pictures)])


def _take_unrecorded(page: Page, images: list[AbstractImage]) -> Gone:
    if not images:
        return Gone()
    went, stay = [], []
    tried = hide_what_nothing_shows(images, page)
    addresses = _addresses([image.pk for image in images])
    for image, reason in tried:
        url = addresses[image.pk]
        if reason:
            stay.append(f"{image.title} ({url}; {reason})")
        else:
            went.append(f"{image.title} ({url})")
    said = [file_sentences.pictures_went(went)] if went else []
    return Gone(said, [file_sentences.pictures_stay(stay)] if stay else [])


def hide_what_nothing_shows(
    images: Iterable[AbstractImage], page: Page
) -> list[tuple[AbstractImage, str | None]]:
    """Hide ``images`` that nothing public shows but ``page``: each with why not, if not."""
    elsewhere = seen.shown_elsewhere([image.pk for image in images], page)
    return [
        (
            image,
            f"“{elsewhere[image.pk]}”"
            if image.pk in elsewhere
            else _why_not_hidden(image),
        )
        for image in images
    ]


def _unrecorded(pictures: set[int]):
    rows = get_image_model().objects.filter(nobody_said, pk__in=pictures)
    grey = PictureBasis.objects.exclude(withheld="").values("image")
    return rows.exclude(pk__in=grey).order_by("pk")


def _said_to_show_nobody(pictures: set[int]) -> list[AbstractImage]:
    """Without those that somebody has put back: he has looked."""
    rows = PictureBasis.objects.filter(
        basis=PictureBasis.Basis.NOBODY, withheld="", image_id__in=pictures
    )
    bases = list(rows.select_related("image").order_by("image_id"))
    if not bases:
        return []
    entries = ModelLogEntry.objects.get_for_model(PictureBasis).filter(
        action=PUT_BACK, object_id__in=[str(basis.pk) for basis in bases]
    )
    looked_at = {*entries.order_by().values_list("object_id", flat=True)}
    return [basis.image for basis in bases if str(basis.pk) not in looked_at]


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
        return file_sentences.not_moved()
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
