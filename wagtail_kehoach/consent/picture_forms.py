"""Marks a picture of which nobody has said who is in it, where Wagtail shows its form."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..approval import media
from .queries import pictures_without_basis


class ImageForm(media.ImageForm):
    """Refuses as ``approval.media.ImageForm`` does, and marks what has no basis yet.

    Name it in ``WAGTAILIMAGES_IMAGE_FORM_BASE``. Wagtail lets nobody add a mark to the
    tiles of its image chooser; posts are warned of such a picture before submission.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None or not pictures_without_basis([self.instance.pk]):
            return
        self["title"].help_text = _(
            "Nobody has entered who is in this picture. Enter it under “Who is in "
            "pictures” before a post uses it."
        )
