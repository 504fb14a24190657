"""The photos of a manuscript as pictures of the portal; all of them, or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.images.models import Image
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from ..consent.storage import secret_name
from ..posts.alt_texts import says_something

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet
    from wagtail.images.models import AbstractImage
    from wagtail.models import Collection

    from ..manuscripts.parts import Photo

LONGEST_TITLE = LONGEST_WORDS = 255


def collections_for(user: AbstractUser) -> QuerySet[Collection]:
    """The collections to which ``user`` may add pictures, in tree order."""
    found = picture_policy().collections_user_has_permission_for(user, "add")
    return found.order_by("path")


def picture_policy() -> CollectionOwnershipPermissionPolicy:
    """Who may do what with pictures; Wagtail keeps its own elsewhere in each version."""
    return CollectionOwnershipPermissionPolicy(
        get_image_model(), auth_model=Image, owner_field_name="uploaded_by_user"
    )


class PictureStore:
    """Stores the photos of one story; ``files`` are what a failure has to take back.

    ``keys`` are those of the pictures, in the order of the file.
    """

    def __init__(
        self, title: str, *, collection: Collection | None, user: AbstractUser | None
    ) -> None:
        self.title, self.collection, self.user = title, collection, user
        self.files: list = []
        self.keys: list[int] = []

    def add(self, photo: Photo) -> AbstractImage:
        """The picture of ``photo`` (see ``word_reading``), with what it shows if known."""
        number = len(self.files) + 1
        words = photo.description[:LONGEST_WORDS]
        words = words if says_something(words) else ""
        said = {"collection": self.collection} if self.collection else {}
        image = get_image_model()(
            title=_named(photo, self.title, number),
            description=words,
            uploaded_by_user=self.user,
            # Nobody has agreed yet, and a stored file is public by its address.
            file=ContentFile(photo.data, secret_name(f"photo.{photo.extension}")),
            **said,
        )
        # The file is written before the row that a failure would take back by itself.
        try:
            image.save()
        finally:
            if image.file and image.file._committed:
                self.files.append(image.file)
        self.keys.append(image.pk)
        image.contextual_alt_text, image.decorative = words, False
        return image

    def take_back(self) -> None:
        """Delete the files; the rows went with the transaction."""
        for file in self.files:
            file.storage.delete(file.name)


@contextmanager
def all_or_none(store: PictureStore) -> Iterator[PictureStore]:
    """Inside, what ``store`` has written is taken back when anything fails."""
    try:
        yield store
    except BaseException:
        store.take_back()
        raise


def _named(photo: Photo, title: str, number: int) -> str:
    said = photo.caption or _("%(title)s, picture %(number)s") % {
        "title": title[: LONGEST_TITLE - 30],
        "number": number,
    }
    return said[:LONGEST_TITLE]
