"""Wagtail's form of a picture: photos are made ready, and marked while nobody is named."""

from __future__ import annotations

import re
from pathlib import PurePath

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..approval import media
from . import camera, file_sentences
from .picture_models import PictureBasis
from .picture_queries import (
    pictures_with_faces,
    pictures_without_basis,
    uploaded_again,
)
from .queries import why_not_people
from .registry_names import registry_names
from .rules import keeps_registry
from .storage import delete_later, private_storage, secret_name


class ImageForm(media.ImageForm):
    """Refuses as ``approval.media.ImageForm`` does, and marks what has no basis yet.

    A photo is turned upright, made smaller and freed of place, time and device before it
    is stored; one from an iPhone becomes a JPEG.

    Name it in ``WAGTAILIMAGES_IMAGE_FORM_BASE``. Wagtail lets nobody add a mark to the
    tiles of its image chooser; posts are warned of such a picture before submission.
    """

    #: What the uploaded file was called; empty without one.
    _sent_as = ""

    def __init__(self, *args, **kwargs):
        user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        if again := uploaded_again([self.instance.pk], timezone.localdate()):
            names = again[0].people if user and keeps_registry(user) else ()
            self["title"].help_text = file_sentences.uploaded_again(
                again[0].title, names
            )
        elif pictures_without_basis([self.instance.pk]):
            self._mark_without_basis()

    def _mark_without_basis(self):
        if pictures_with_faces([self.instance.pk]):
            said = _(
                "There seems to be a face in this picture, and nobody has entered who is "
                "in it. Enter it under “Bases of pictures” before a post uses it."
            )
        else:
            said = _(
                "Nobody has entered who is in this picture. Enter it under “Bases of "
                "pictures” before a post uses it."
            )
        url = f"{reverse('kehoach_picture_bases:add')}?image={self.instance.pk}"
        link = format_html('<a href="{}">{}</a>', url, _("Enter who is in it"))
        self["title"].help_text = format_html("{} {}", said, link)

    def clean_file(self):
        """The photo as it may be stored. What was stored before is left alone.

        Stored files are public by their address, also before anybody agreed and approved,
        and cameras count: so the name is one that nobody guesses, and says nothing.
        """
        file = self.cleaned_data["file"]
        if not file or "file" not in self.changed_data:
            return file
        self._sent_as = file.name
        photo = camera.made_ready(file)
        if photo is None:
            file.seek(0)
            file.name = secret_name(file.name)
            return file
        name = secret_name(f"photo.{photo.extension}")
        return SimpleUploadedFile(name, photo.data, f"image/{photo.extension}")

    def clean(self):
        """Refuse a file for those who may not be shown; say what is wrong with HEIC."""
        cleaned = self._without_heic(super().clean())
        if _is_suggested(cleaned.get("title"), self._sent_as):
            cleaned["title"] = _("Picture of %(day)s") % {
                "day": date_format(timezone.localdate(), "d/m/Y")
            }
        if "file" in self.changed_data and (reason := self._why_not_show()):
            said = _("Correct “Bases of pictures” first, or upload it as a new one.")
            self.add_error("file", f"{reason} {said}")
        return cleaned

    def _why_not_show(self):
        """Return why those in this picture may not be shown, or ``None``."""
        pictures, today = [self.instance.pk], timezone.localdate()
        if self.instance.pk is None:
            return None
        return why_not_people((), pictures, purposes=("portal",), day=today)

    def save(self, commit=True):
        """A new file is no longer the grey one that stood for what was taken down."""
        image = super().save(commit=commit)
        if "file" in self.changed_data:
            self._forget_original(image)
        return image

    def _forget_original(self, image):
        """The picture in the private store, which a grey one stood for, is needed no more."""
        bases = PictureBasis.objects.filter(image_id=image.pk)
        for name in bases.exclude(withheld="").values_list("withheld", flat=True):
            delete_later(private_storage(), name)
        bases.update(withheld="", file_hash=image.file_hash)

    def _without_heic(self, cleaned):
        """Say to the owner of an iPhone what to do where its format is not read."""
        sent = self.files.get(self.add_prefix("file"))
        if sent and camera.is_heic(sent.name) and "file" in self.errors:
            self.errors["file"] = self.error_class(
                [
                    _(
                        "This portal does not read HEIC photos. On the iPhone choose "
                        "Settings, Camera, Formats, Most Compatible, or send the photo "
                        "as JPG."
                    )
                ]
            )
        return cleaned


def _is_suggested(title, sent):
    """Whether nobody thought of ``title``: it is what a camera called the file, ``sent``.

    Or the name of a file with that of somebody in the registry. Wagtail fills in the name
    of the file; the title is public, and many a file is called as the pupil in it.
    """
    stem = PurePath(sent).stem
    if not title or title not in (sent, stem):
        return False
    said = re.sub(r"[\W_]+", " ", stem)
    found = registry_names().found_in([said, said.replace(" ", "-")])
    return bool(camera.is_counted(sent) or found.sure or found.perhaps)
