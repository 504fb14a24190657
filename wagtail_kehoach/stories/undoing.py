"""What goes with the draft of a story when its import is undone: the pictures it made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import swapper
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import DraftStateMixin, ReferenceIndex, Revision
from wagtail.snippets.models import get_snippet_models

from ..approval.digest import as_stored, picture_ids
from ..consent.picture_models import PictureBasis
from ..uploads import undoing
from .models import StoryReading
from .queries import story_of
from .word_pictures import picture_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.contrib.auth.models import AbstractUser
    from wagtail.images.models import AbstractImage

    from .models import StoryPageMixin


class Pictures(NamedTuple):
    """Those that an import made: which go with its draft, and which stay for what reason."""

    going: list[AbstractImage]
    staying: list[tuple[AbstractImage, str]]


def pictures_of(story: StoryPageMixin, user: AbstractUser) -> Pictures:
    """What becomes of the pictures that the import of ``story`` made and that still exist."""
    made = _made_by_import(story)
    used = _shown_elsewhere(story, {image.pk for image in made})
    theirs = picture_policy().instances_user_has_permission_for(user, "delete")
    deletable = set(
        theirs.filter(pk__in=[i.pk for i in made]).values_list("pk", flat=True)
    )
    found = Pictures([], [])
    for image in made:
        if image.pk in used:
            found.staying.append((image, _("shown elsewhere too")))
        elif image.pk not in deletable:
            found.staying.append((image, _("you may not delete it")))
        else:
            found.going.append(image)
    return found


def undo_import(story: StoryPageMixin, user: AbstractUser) -> None:
    """Delete the draft and the pictures that go with it. Raises ``UndoRefused``."""

    def delete_pictures(current: StoryPageMixin) -> None:
        for image in pictures_of(current, user).going:
            image.delete()

    undoing.undo_import(story, user, find=story_of, along=delete_pictures)


def _made_by_import(story: StoryPageMixin) -> list[AbstractImage]:
    reading = StoryReading.objects.filter(page_id=story.pk).first()
    keys = reading.pictures if reading else []
    return list(get_image_model().objects.filter(pk__in=keys).order_by("pk"))


def _shown_elsewhere(story: StoryPageMixin, pictures: set[int]) -> set[int]:
    """Those of ``pictures`` that anything but ``story`` shows, or will once it is public."""
    if not pictures:
        return set()
    used = set(_referred_to(story, pictures))
    for draft in _other_drafts(story):
        used |= picture_ids(as_stored(draft)) & pictures
    return used


def _referred_to(story: StoryPageMixin, pictures: set[int]) -> Iterator[int]:
    """By what the database holds; who is in a picture is said of it, and no use of it."""
    of_model = ContentType.objects.get_for_model
    page = swapper.load_model("wagtailcore", "Page")
    uses = ReferenceIndex.objects.filter(
        to_content_type=of_model(get_image_model()),
        to_object_id__in=[str(pk) for pk in pictures],
    )
    uses = uses.exclude(base_content_type=of_model(PictureBasis)).exclude(
        base_content_type=of_model(page), object_id=str(story.pk)
    )
    yield from map(int, uses.values_list("to_object_id", flat=True))


def _other_drafts(story: StoryPageMixin) -> Iterator[Revision]:
    """The newest texts of everything else that are not what the database holds."""
    page = swapper.load_model("wagtailcore", "Page")
    snippets = [m for m in get_snippet_models() if issubclass(m, DraftStateMixin)]
    for model in (page, *snippets):
        drafts = model._base_manager.filter(has_unpublished_changes=True)
        if model is page:
            drafts = drafts.exclude(pk=story.pk)
        keys = drafts.order_by().values("latest_revision")
        yield from Revision.objects.filter(pk__in=keys).iterator(chunk_size=50)
