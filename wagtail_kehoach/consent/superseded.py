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

from . import former, records, sentences
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
    page = left.model.objects.select_for_update().get(pk=left.pk)
    documents = [d for d in left.files.documents if not was_closed(d)]
    gone = _take(page, left.files._replace(documents=documents))
    if not gone.went:
        return None
    reason = " ".join([left.reason, sentences.earlier_version(), *gone.said])
    return records.record(page.title, page.full_url or "", reason)


@transaction.atomic
def put_behind_the_gate(page: Page) -> Takedown | None:
    """Hide what ``page``, a version of which was just published, showed by consent before.

    Pictures come back as others do, and documents by another collection.
    """
    files = former.left_by_consent(page)
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
        [sentences.pictures_set_aside(image.title for image in hidden)]
        if hidden
        else []
    )
    said += close_documents(page, files.documents).went
    if not said:
        return None
    reason = " ".join([sentences.new_version(), *said])
    return records.record(
        page.title,
        page.full_url or "",
        reason,
        subject=_("No longer shown: %(title)s"),
        advice=sentences.nothing_to_do(),
    )


def _take(page: Page, files: former.Files) -> Gone:
    return close_documents(page, files.documents) + take_pictures_along(
        page, files.pictures
    )
