"""Puts a grey picture in the place of a photo, and the photo back when all agree again."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from PIL import Image
from wagtail.contrib.frontend_cache.utils import PurgeBatch, get_backends
from wagtail.log_actions import log
from wagtail.models import Page

from ..approval import media
from ..exceptions import ApprovalRefused, ConsentRefused
from . import file_sentences, records, relisting
from .picture_models import PictureBasis
from .picture_queries import pictures_without_basis
from .queries import why_not_people
from .storage import delete_later, private_storage, secret_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from django.db import models

    from .models import Takedown

PUT_BACK = "kehoach.picture_put_back"


@transaction.atomic
def withhold(pk: int) -> Takedown | None:
    """Put a grey picture in the place of one whose people may not be shown."""
    basis = PictureBasis.objects.select_for_update().get(pk=pk)
    reason = _why_not_today(basis)
    if basis.withheld or not reason:
        return None
    shown = hide(basis)
    title = basis.image.title
    reason = "\n".join([reason, *relisting.said_of(basis)])
    return records.record(title, "; ".join(str(page) for page in shown), reason)


def hide(basis: PictureBasis) -> list[models.Model]:
    """Put a grey picture in the place of that of ``basis``; return what shows it.

    Ask within a transaction. Refuses where another approved text that is public shows it.
    """
    image = basis.image
    if refusal := media.why_not_change(image, "file", None):
        raise ApprovalRefused(refusal)
    shown = [page for page, _kept in image.get_usage()]
    old = image.file.name
    forget(_addresses(image), [page for page in shown if isinstance(page, Page)])
    with image.file.storage.open(old) as file:
        basis.withheld = private_storage().save(secret_name(old), file)
    basis.save(update_fields=["withheld"])
    grey = ContentFile(_grey(image.width, image.height), name="withheld.png")
    _replace(image, grey, file_hash="")
    return shown


@transaction.atomic
def put_back(basis: PictureBasis, *, user: AbstractUser) -> None:
    """Put the original back in the place of the grey picture; at an address nobody knows."""
    basis = PictureBasis.objects.select_for_update().get(pk=basis.pk)
    if reason := why_not_put_back(basis):
        raise ConsentRefused(reason)
    image, kept = basis.image, basis.withheld
    pages = [page for page, _kept in image.get_usage() if isinstance(page, Page)]
    forget(_addresses(image), pages)
    with private_storage().open(kept) as file:
        original = ContentFile(file.read(), name=secret_name(kept))
    basis.withheld = ""
    basis.save(update_fields=["withheld"])
    _replace(image, original, file_hash=basis.file_hash)
    delete_later(private_storage(), kept)
    log(basis, PUT_BACK, user=user)


def why_not_put_back(basis: PictureBasis) -> str | None:
    """Return why the original of ``basis`` may not come back, or ``None``."""
    if not basis.withheld:
        return file_sentences.not_grey()
    if pictures_without_basis([basis.image_id]):
        return file_sentences.no_basis(basis.image.title)
    if reason := _why_not_today(basis):
        return reason
    if not private_storage().exists(basis.withheld):
        return file_sentences.original_gone(basis.image.title)
    return media.why_not_change(basis.image, "file", None)


def may_be_put_back(people: Iterable[int]) -> list[PictureBasis]:
    """The grey pictures with one of ``people`` whose originals may come back."""
    rows = PictureBasis.objects.filter(people__in=people).exclude(withheld="")
    found = rows.distinct().select_related("image").order_by("pk")
    return [basis for basis in found if not why_not_put_back(basis)]


def forget(addresses: Iterable[str], pages: Iterable[Page]) -> None:
    """Let caches in front of the portal forget these, as Wagtail does for a page itself."""
    if not get_backends():
        return
    batch = PurgeBatch(addresses)
    batch.add_pages(pages)
    transaction.on_commit(batch.purge, robust=True)


def whole_address(path: str) -> str:
    """``path`` with the host under which people know the portal."""
    return urljoin(getattr(settings, "WAGTAILADMIN_BASE_URL", ""), path)


def _why_not_today(basis: PictureBasis) -> str | None:
    pictures, today = [basis.image_id], timezone.localdate()
    return why_not_people((), pictures, purposes=("portal",), day=today)


def _addresses(image) -> list[str]:
    made = [rendition.full_url for rendition in image.renditions.all()]
    return [whole_address(image.file.url), *made]


def _replace(image, file: ContentFile, *, file_hash: str) -> None:
    """Let ``image`` have this file; the former one is deleted with what was made of it.

    Wagtail keeps renditions in a cache by the hash of the file. Of both files they are
    forgotten: a picture that comes back would be shown at the address of a deleted file.
    """
    storage, old = image.file.storage, image.file.name
    made = list(image.renditions.all())
    cached = {rendition.get_cache_key() for rendition in made}
    image.renditions.all().delete()
    image.file, image.file_hash, image.file_size = file, file_hash, None
    image.save()
    cached |= {rendition.get_cache_key() for rendition in made}
    # What another request made of the former file meanwhile goes as well.
    image.renditions.all().delete()
    cache = image.get_rendition_model().cache_backend
    transaction.on_commit(partial(cache.delete_many, [*cached]), robust=True)
    transaction.on_commit(partial(storage.delete, old))


def _grey(width: int, height: int) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (width, height), "#d0d0d0").save(drawn, "PNG")
    return drawn.getvalue()
