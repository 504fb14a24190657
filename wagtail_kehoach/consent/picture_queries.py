"""Reads of what is known of pictures: who is in them, what became of them, what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, ReferenceIndex

from . import camera
from .face_models import FaceHint
from .person_models import Person
from .picture_models import PictureBasis
from .queries import why_not_each

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

#: In the log of what a new version of a post shows no more.
SET_ASIDE = "kehoach.picture_set_aside"

#: Pictures of which nobody has said who is in them: "the people agreed" needs people.
nobody_said = models.Q(kehoach_basis=None) | models.Q(
    kehoach_basis__basis=PictureBasis.Basis.PEOPLE, kehoach_basis__people=None
)


def pictures_without_basis(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` of which nobody has said who is in them."""
    if not (pictures := set(pictures)):
        return []
    images = get_image_model().objects.filter(nobody_said, pk__in=pictures)
    return list(images.order_by("pk").values_list("title", flat=True))


def pictures_taken_down(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` in whose place a grey one stands."""
    if not (pictures := set(pictures)):
        return []
    rows = PictureBasis.objects.filter(image_id__in=pictures).exclude(withheld="")
    return list(rows.order_by("image_id").values_list("image__title", flat=True))


class TakenDown(NamedTuple):
    """A picture whose file was taken down as another upload, and because of whom."""

    title: str
    people: list[str]


def uploaded_again(pictures: Iterable[int], day: dt.date) -> list[TakenDown]:
    """Those of ``pictures`` whose very file was taken down as another upload.

    With those of that upload who may not be shown on ``day``. The statements are the same
    however many pictures there are.
    """
    if not (pictures := set(pictures)):
        return []
    images = get_image_model().objects.filter(pk__in=pictures).exclude(file_hash="")
    found = list(images.order_by("pk").values_list("title", "file_hash"))
    grey = PictureBasis.objects.exclude(withheld="").exclude(image__in=pictures)
    rows = grey.filter(file_hash__in={file_hash for _title, file_hash in found})
    known: dict[str, set[int]] = {}
    for file_hash, person in rows.values_list("file_hash", "people"):
        known.setdefault(file_hash, set()).update({person} - {None})
    people = set().union(*known.values())
    refused = why_not_each(people, purposes=("portal",), day=day) if people else {}
    persons = Person.objects.told_apart().filter(pk__in=refused) if refused else ()
    labels = {person.pk: person.label for person in persons}
    return [
        TakenDown(title, sorted(labels[p] for p in known[file_hash] if p in labels))
        for title, file_hash in found
        if file_hash in known
    ]


def pictures_with_faces(pictures: Iterable[int]) -> set[str]:
    """The titles of those in whose files a face was seen, and of which nobody has said who.

    Always nobody where no detector looks at pictures.
    """
    if not (pictures := set(pictures)):
        return set()
    seen = FaceHint.objects.filter(faces__gt=0).values("file_hash")
    images = get_image_model().objects.filter(pk__in=pictures, file_hash__in=seen)
    return {*images.filter(nobody_said).values_list("title", flat=True)}


def pictures_that_tell_where(pictures: Iterable[int]) -> list[str]:
    """The titles of those of ``pictures`` whose file says where it was taken."""
    if not (pictures := set(pictures)):
        return []
    images = get_image_model().objects.filter(pk__in=pictures).order_by("pk")
    return [image.title for image in images if _tells_where(image)]


def pictures_to_put_back(day: dt.date) -> list[PictureBasis]:
    """The grey pictures that may be shown on ``day``, the last entered first.

    Without those of which nobody has said who is in them: that comes first; and without
    those that no text needs since a new version of it (``SET_ASIDE``). The statements
    are the same however many there are. Whether the original is still there is asked of
    each when it is put back.
    """
    grey = PictureBasis.objects.exclude(withheld="")
    rows = grey.exclude(people=None).values_list("pk", "people")
    people = {person for _basis, person in rows}
    refused = why_not_each(people, purposes=["portal"], day=day)
    waiting = {basis for basis, person in rows if person in refused}
    over = PictureBasis.objects.over_on(day).values("pk")
    unknown = get_image_model().objects.filter(nobody_said).values("pk")
    found = grey.exclude(pk__in=over).exclude(image__in=unknown)
    found = found.select_related("image").order_by("-pk")
    return _that_are_missed([basis for basis in found if basis.pk not in waiting])


def _that_are_missed(bases: Sequence[PictureBasis]) -> list[PictureBasis]:
    """Without those that went with a new version of a post, unless something shows them."""
    entries = ModelLogEntry.objects.get_for_model(PictureBasis)
    aside = entries.filter(
        action=SET_ASIDE, object_id__in=[str(basis.pk) for basis in bases]
    )
    keys = {int(key) for key in aside.values_list("object_id", flat=True)}
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        to_object_id__in=[str(b.image_id) for b in bases if b.pk in keys],
    )
    used = {*uses.values_list("to_object_id", flat=True)}
    return [b for b in bases if b.pk not in keys or str(b.image_id) in used]


def _tells_where(image: models.Model) -> bool:
    """A file that is gone tells nothing."""
    try:
        with image.file.storage.open(image.file.name) as stored:
            return camera.tells_where(stored)
    except OSError:
        return False
