"""Files of a post that its public version shows no more: they go with a consent, too.

A new version takes nothing away from who knows the addresses of the files of the former
one. What those showed by consent is put behind the gate when it is published, unless
something else that is public shows it; and whatever is left when a consent ends, then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log

from . import file_sentences, former, records, sentences
from .closed_files import close_documents, was_closed
from .gone import Gone
from .picture_models import PictureBasis
from .picture_queries import SET_ASIDE, nobody_said
from .unrecorded import hide_what_nothing_shows, take_pictures_along

if TYPE_CHECKING:
    from wagtail.models import Page

    from .models import Takedown


def take_along(page: Page) -> list[str]:
    """Hide what only ``page`` showed, in any version; it is public no more."""
    return _take(page, former.files_ever(page)).said


@transaction.atomic
def take_what_is_left(left: former.Left) -> Takedown | None:
    """Hide what earlier versions of a post showed, because of who is in those."""
    stored = left.model.objects.select_for_update().filter(pk=left.pk).first()
    gone = _take(stored or left.model(pk=left.pk), _never_closed(left.files))
    if not gone.went:
        return None
    why = (
        file_sentences.earlier_version() if stored else file_sentences.deleted_before()
    )
    reason = " ".join([left.reason, why, *gone.said])
    return records.record(left.title, left.address, reason)


@transaction.atomic
def put_behind_the_gate(page: Page) -> Takedown | None:
    """Hide what ``page``, a version of which was just published, showed by consent before.

    Pictures come back as others do, and documents by another collection.
    """
    said = _put_behind(page, former.left_by_consent(page))
    address = page.full_url or ""
    return _record(page.title, address, file_sentences.new_version(), said)


@transaction.atomic
def put_what_was_deleted_behind_the_gate(left: former.Left) -> Takedown | None:
    """Hide what a post that was deleted showed by consent, and nothing public shows."""
    said = _put_behind(left.model(pk=left.pk), _never_closed(left.files))
    return _record(left.title, left.address, file_sentences.post_deleted(), said)


def _put_behind(page: Page, files: former.Files) -> list[str]:
    """Hide those of ``files`` that were shown by consent; in sentences, what went."""
    rows = get_image_model().objects.filter(pk__in=files.pictures)
    agreed = PictureBasis.objects.filter(
        basis=PictureBasis.Basis.PEOPLE, withheld="", image_id__in=files.pictures
    ).exclude(people=None)
    grey = PictureBasis.objects.exclude(withheld="").values("image")
    images = rows.filter(nobody_said) | rows.filter(kehoach_basis__in=agreed)
    shown = hide_what_nothing_shows([*images.exclude(pk__in=grey).order_by("pk")], page)
    hidden = [image for image, reason in shown if not reason]
    for basis in PictureBasis.objects.filter(image__in=hidden):
        log(basis, SET_ASIDE)
    said = (
        [file_sentences.pictures_set_aside(image.title for image in hidden)]
        if hidden
        else []
    )
    return said + close_documents(page, files.documents).went


def _record(title: str, address: str, why: str, said: list[str]) -> Takedown | None:
    """Keep, and tell, what went though nobody withdrew anything; nothing if nothing did."""
    if not said:
        return None
    return records.record(
        title,
        address,
        " ".join([why, *said]),
        subject=_("No longer shown: %(title)s"),
        advice=sentences.nothing_to_do(),
    )


def _never_closed(files: former.Files) -> former.Files:
    """Without documents that somebody opened again after they were closed."""
    return files._replace(documents=[d for d in files.documents if not was_closed(d)])


def _take(page: Page, files: former.Files) -> Gone:
    return close_documents(page, files.documents) + take_pictures_along(
        page, files.pictures
    )
