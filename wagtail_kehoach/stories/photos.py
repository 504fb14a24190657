"""Takes photos of proposals in, hands them over to the story, and deletes them in time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from ..conf import kehoach_settings
from ..consent import camera
from ..consent.storage import secret_name
from ..exceptions import ProposalRefused
from .campaigns import StoryProposal
from .proposal_photos import ProposedPhoto
from .rules import why_not_propose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from django.core.files.uploadedfile import UploadedFile
    from wagtail.images.models import AbstractImage
    from wagtail.models import Page

MEGABYTE = 1024 * 1024


def read(file: UploadedFile) -> camera.Photo:
    """The photo in ``file`` as it is kept. Refuses what is none, by what is in it."""
    limit = kehoach_settings.PROPOSAL_PHOTO_MAX_MB
    if file.size > limit * MEGABYTE:
        raise ProposalRefused(
            _("“%(name)s” is larger than %(limit)s MB. Send a smaller photo.")
            % {"name": file.name, "limit": limit}
        )
    if photo := camera.redrawn(file):
        return photo
    if camera.is_heic(file.name):
        raise ProposalRefused(
            _(
                "“%(name)s” is a HEIC photo that this portal cannot read. Send it as JPG "
                "(iPhone: Settings, Camera, Formats, Most Compatible)."
            )
            % {"name": file.name}
        )
    raise ProposalRefused(
        _("“%(name)s” is no photo, or it is damaged. Choose a JPG, PNG or WebP file.")
        % {"name": file.name}
    )


@transaction.atomic
def keep(
    proposal: StoryProposal,
    new: Iterable[camera.Photo],
    *,
    without: Iterable[int] = (),
) -> None:
    """Store ``new`` photos while the link is open, and delete those ``without`` names."""
    proposal = StoryProposal.objects.select_for_update().get(pk=proposal.pk)
    if reason := why_not_propose(proposal.state):
        raise ProposalRefused(reason)
    proposal.photos.filter(pk__in=without).delete()
    room = proposal.photo_limit - proposal.photos.count()
    for photo in list(new)[: max(room, 0)]:
        file = ContentFile(photo.data, name=f"photo.{photo.extension}")
        ProposedPhoto.objects.create(proposal=proposal, file=file)


@transaction.atomic
def take_over(
    proposal: StoryProposal, shown: dict[int, str], *, user: AbstractUser
) -> int:
    """Make images of the story of the photos in ``shown``, each with what it shows.

    The first becomes the picture of a story that has none, the others follow the text.
    The private copies are deleted. Returns how many there were.
    """
    proposal = StoryProposal.objects.select_for_update().get(pk=proposal.pk)
    if reason := why_not_take_over(proposal, user):
        raise ProposalRefused(reason)
    if not all(alt.strip() for alt in shown.values()):
        raise ProposalRefused(_("Say of each chosen photo what it shows."))
    story = proposal.draft.specific.get_latest_revision_as_object()
    photos = list(proposal.photos.filter(pk__in=shown))
    for photo in photos:
        alt = shown[photo.pk].strip()[:255]
        _put_into(story, _image_of(photo, alt, user), alt)
        photo.delete()
    if photos:
        story.save_revision(user=user)
        facts = {"by": proposal.asked_name, "count": len(photos)}
        log(story, "kehoach.photos_taken", user=user, data=facts)
    _forget_names(proposal)
    return len(photos)


def why_not_take_over(proposal: StoryProposal, user: AbstractUser) -> str | None:
    """Return why ``user`` may not make images of its photos in the draft, or ``None``."""
    if proposal.draft is None:
        return _("There is no draft of this proposal.")
    story = proposal.draft.specific
    rights = story.permissions_for_user(user)
    if not rights.can_edit() or rights.page_locked():
        return _("You cannot change the draft now. It may be waiting for its approval.")
    if not _image_permissions().user_has_permission(user, "add"):
        return _("You may not add images to this portal.")
    return None


@transaction.atomic
def delete_all(proposal: StoryProposal) -> int:
    """Delete the photos of ``proposal`` and the names that came with them."""
    deleted, _models = proposal.photos.all().delete()
    _forget_names(proposal)
    return deleted


def clear(now: dt.datetime | None = None) -> int:
    """Delete the photos that nobody waits for any more; how many. Safe to repeat.

    Those of links that ran out or were ended, of drafts that were deleted, and those that
    lay for ``PROPOSAL_PHOTO_DAYS`` without being taken into the story.
    """
    now = now or timezone.now()
    old = now - dt.timedelta(days=kehoach_settings.PROPOSAL_PHOTO_DAYS)
    unsent = Q(answered_at=None) & (Q(expires_at__lte=now) | ~Q(revoked_at=None))
    sent = Q(answered_at__lte=old) | (~Q(answered_at=None) & Q(draft=None))
    over = StoryProposal.objects.filter(unsent | sent)
    over = over.exclude(photos=None, who_is_shown="").distinct()
    return sum(delete_all(proposal) for proposal in over)


def _image_of(photo: ProposedPhoto, title: str, user: AbstractUser) -> AbstractImage:
    """An image under a name that nobody guesses, in a collection of ``user``."""
    with photo.file.storage.open(photo.file.name) as stored:
        file = ContentFile(stored.read(), name=secret_name(photo.file.name))
    image = get_image_model()(title=title, file=file, uploaded_by_user=user)
    policy = _image_permissions()
    collections = policy.collections_user_has_permission_for(user, "add")
    if collection := collections.first():
        image.collection = collection
    image.save()
    return image


def _image_permissions() -> CollectionOwnershipPermissionPolicy:
    """As Wagtail makes its own; that one moves from one release to the next."""
    return CollectionOwnershipPermissionPolicy(
        get_image_model(), auth_model=Image, owner_field_name="uploaded_by_user"
    )


def _put_into(story: Page, image: AbstractImage, alt: str) -> None:
    if story.picture_id is None:
        story.picture, story.picture_alt = image, alt
    elif "picture" in story.body.stream_block.child_blocks:
        image.contextual_alt_text, image.decorative = alt, False
        story.body.append(
            ("picture", {"image": image, "caption": "", "ai_made": False})
        )


def _forget_names(proposal: StoryProposal) -> None:
    if not proposal.photos.exists():
        StoryProposal.objects.filter(pk=proposal.pk).update(who_is_shown="")
