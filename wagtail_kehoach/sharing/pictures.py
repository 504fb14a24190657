"""The picture that a post offers to messengers, and that it goes when it may not leave.

They keep what they were offered, and fetch it again by its address. So the file made for
them goes at once, and caches in front forget the page that names it; the post may stay.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.images.models import SourceImageIOError

from ..consent import mentions, public
from ..consent.withholding import forget
from . import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.images.models import AbstractImage, AbstractRendition

    from ..posts.models import PostMixin

SHARED = "fill-1200x630|format-jpeg"


def offered(image: AbstractImage | None) -> AbstractRendition | None:
    """``image`` in the size that messengers show, made when it is asked for first.

    ``None`` where there is no picture, or its file is gone.
    """
    if not image:
        return None
    # Those that a page has loaded are its own sizes: Wagtail would look no further.
    asked = copy(image)
    vars(asked).pop("prefetched_renditions", None)
    try:
        return asked.get_rendition(SHARED)
    except SourceImageIOError:
        return None


def take_back(people: Iterable[int] | None) -> None:
    """Delete what was made for messengers of posts with one of ``people``.

    Where they agreed to social networks no more. Or of whose consent has ended since the
    last run. Safe to repeat.
    """
    today = timezone.localdate()
    ended = mentions.newly_ended(today) if people is None else [*people]
    if not ended:
        return
    for model, pk in public.posts_to_ask(today, ended, also=rules.SOCIAL):
        _take_back(model.objects.get(pk=pk))


def _take_back(post: PostMixin) -> None:
    forget([], [post])
    if not post.picture:
        return
    made = list(post.picture.renditions.filter(filter_spec=SHARED))
    forget([rendition.full_url for rendition in made], [])
    for rendition in made:
        rendition.delete()
