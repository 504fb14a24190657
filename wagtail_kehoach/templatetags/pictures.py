"""The pictures of posts, in the sizes that pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

from ..indexes.models import ENTRY_PICTURE
from ..sharing.pictures import offered
from ..sharing.rules import may_not_leave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..posts.models import PostMixin

HERO_PICTURES = {
    "small": "width-720|format-webp",
    "large": "width-1440|format-webp",
}


def hero_pictures(image) -> dict[str, Any] | None:
    """The renditions at the top of a post: small and large. At most one statement.

    ``None`` where there is no picture, or its file is gone.
    """
    if not image:
        return None
    try:
        made = image.get_renditions(*HERO_PICTURES.values())
    except SourceImageIOError:
        return None
    image.prefetched_renditions = list(made.values())  # asked for twice on a page
    return {name: made[spec] for name, spec in HERO_PICTURES.items()}


def picture_outside(post: PostMixin, image):
    """``image`` as messengers and search engines may show it, else ``None``.

    They keep a copy of what a page offers them: who is in it must have agreed to social
    networks as well. At most four statements; none without a picture.
    """
    return None if not image or may_not_leave(post) else offered(image)


def with_pictures(pages: Iterable[PostMixin]) -> list[PostMixin]:
    """Posts with the pictures that a listing shows. Two statements more."""
    pages = list(pages)
    made = get_image_model().get_rendition_model().objects
    renditions = Prefetch(
        "picture__renditions",
        made.filter(filter_spec=ENTRY_PICTURE),
        to_attr="prefetched_renditions",
    )
    prefetch_related_objects(pages, "picture", renditions)
    return pages
