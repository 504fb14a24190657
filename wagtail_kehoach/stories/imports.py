"""From a Word file to the draft of a story with its photos. Never publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.signals import page_published

from ..addresses import free_slug
from ..exceptions import ImportRefused
from ..manuscripts.parts import Photo
from ..organisation.queries import school_year_on
from ..uploads.files import read_with
from .models import StoryIndexPageMixin, StoryPageMixin, StoryReading
from .word_body import body_of
from .word_notes import notes_on
from .word_pictures import PictureStore, all_or_none, collections_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Collection

    from ..manuscripts.parts import Manuscript
    from .campaigns import StoryCampaign

LONGEST_CAPTION = 255


def connect() -> None:
    """Follow the publication of stories; called once, when the app is ready."""
    page_published.connect(_forget_file, dispatch_uid="kehoach.forget_story_file")


def _forget_file(sender, instance, **kwargs) -> None:
    """A story that is approved keeps nothing of its file but the digest."""
    if isinstance(instance, StoryPageMixin):
        StoryReading.objects.filter(page_id=instance.pk).update(notes={}, pictures=[])


def read_file(name: str, data: bytes) -> Manuscript:
    """Read a file. Raises ``ImportRefused`` with words for the user; stores nothing."""
    return read_with("wagtail_kehoach.stories.word_reading", name, data)


def make_draft(
    manuscript: Manuscript,
    *,
    parent: StoryIndexPageMixin,
    user: AbstractUser,
    digest: str = "",
    campaign: StoryCampaign | None = None,
    collection: Collection | None = None,
) -> StoryPageMixin:
    """Make the draft of a story below ``parent``, with its pictures in ``collection``.

    Without a collection they lie in the first to which ``user`` may add. All of it is made
    or nothing. Raises ``ImportRefused`` if there are pictures and no place for them.
    """
    collection = collection or collections_for(user).first()
    if manuscript.photos and collection is None:
        raise ImportRefused(_no_place(), code="no-collection")
    title = manuscript.title or _("Story from the file %(file)s") % {
        "file": manuscript.file
    }
    store = PictureStore(title, collection=collection, user=user)
    with all_or_none(store), transaction.atomic():
        story = parent.get_entry_model()(
            title=title[:255],
            lead=manuscript.lead,
            campaign=campaign,
            school_year=school_year_on(timezone.localdate()),
            owner=user,
            live=False,
            **(
                {"audience": campaign.audience}
                if campaign and campaign.audience
                else {}
            ),
        )
        _fill(story, manuscript, store)
        story.slug = free_slug(parent, story.title, otherwise="guong-sang")
        parent.add_child(instance=story)
        story.save_revision(user=user, log_action=True, clean=False)
        StoryReading.objects.create(
            page_id=story.pk,
            file_name=manuscript.file[:255],
            file_digest=digest,
            notes=notes_on(manuscript),
            pictures=store.keys,
        )
    return story


def _fill(story: StoryPageMixin, manuscript: Manuscript, store: PictureStore) -> None:
    """A photo that stands above the text is the picture of the story."""
    blocks = manuscript.blocks
    if blocks and isinstance(blocks[0], Photo):
        first = blocks[0]
        story.picture = store.add(first)
        story.picture_alt = story.picture.contextual_alt_text
        story.picture_caption = first.caption[:LONGEST_CAPTION]
        blocks = blocks[1:]
    story.body = list(body_of(blocks, manuscript.byline, store.add))


def _no_place() -> str:
    return _(
        "This file has pictures, and you may not add pictures to this portal. Ask the "
        "person in charge of it for the right to do so."
    )
