"""One photo that was uploaded twice is one photo: who is in it counts for both.

Each upload is an image of its own, with an address of its own. So it gets a basis like the
one that was entered for the same file, also if that one was taken down meanwhile, and who
is added to one of them is added to all. So is an earlier last day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Min, Q
from django.db.models.signals import m2m_changed, post_save
from wagtail.images import get_image_model

from .picture_models import PictureBasis

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.images.models import AbstractImage

#: What a second upload takes over.
_TAKEN = ("basis", "event", "event_on", "notice")


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    uid = "kehoach.copies"
    post_save.connect(
        _picture_saved, sender=get_image_model(), dispatch_uid=f"{uid}.picture"
    )
    post_save.connect(_basis_saved, sender=PictureBasis, dispatch_uid=f"{uid}.basis")
    m2m_changed.connect(
        _people_added, sender=PictureBasis.people.through, dispatch_uid=f"{uid}.people"
    )


def _picture_saved(sender, instance, created=False, raw=False, **kwargs) -> None:
    if raw or (not instance.file_hash and not created):
        return
    if not (file_hash := _hash_of(instance)):
        return
    own = PictureBasis.objects.filter(image_id=instance.pk)
    if own.exists():
        # What was taken down keeps the hash of its original.
        own.filter(withheld="").update(file_hash=file_hash)
    elif like := _of_file(file_hash).order_by("pk").first():
        _give(like, instance)


def _basis_saved(sender, instance, raw=False, **kwargs) -> None:
    """Keep of which file it speaks, and let it speak of the other uploads too."""
    if raw:
        return
    if not instance.file_hash and not instance.withheld:
        instance.file_hash = _hash_of(instance.image)
        PictureBasis.objects.filter(pk=instance.pk).update(file_hash=instance.file_hash)
    if not instance.file_hash:
        return
    same = get_image_model().objects.filter(file_hash=instance.file_hash)
    for image in same.filter(kehoach_basis=None):
        _give(instance, image)
    _share_last_day(instance)


def _share_last_day(basis: PictureBasis) -> None:
    """No copy is used longer. A later day counts for the one for which it is entered."""
    if last := basis.keep_until:
        longer = Q(keep_until=None) | Q(keep_until__gt=last)
        _of_file(basis.file_hash).filter(longer).update(keep_until=last)


def _people_added(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    if action != "post_add" or not pk_set:
        return
    people = [instance.pk] if reverse else pk_set
    bases = PictureBasis.objects.filter(pk__in=pk_set) if reverse else [instance]
    for basis in bases:
        if basis.file_hash:
            for other in _of_file(basis.file_hash).exclude(pk=basis.pk):
                other.people.add(*people)


def _of_file(file_hash: str) -> QuerySet[PictureBasis]:
    """What was entered for this file, be it taken down or from before hashes were kept."""
    same = Q(file_hash=file_hash) | Q(image__file_hash=file_hash)
    return PictureBasis.objects.filter(same)


def _give(basis: PictureBasis, image: AbstractImage) -> None:
    said = {name: getattr(basis, name) for name in _TAKEN}
    days = _of_file(image.file_hash).aggregate(earliest=Min("keep_until"))
    said |= {"file_hash": image.file_hash, "keep_until": days["earliest"]}
    copy, is_new = PictureBasis.objects.get_or_create(image=image, defaults=said)
    if is_new:
        copy.people.add(*basis.people.all())


def _hash_of(image: AbstractImage) -> str:
    """Wagtail's hash of the file; empty if it cannot be read."""
    try:
        return image.get_file_hash()
    except OSError:
        return ""
