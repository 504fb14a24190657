"""Has new pictures looked through for faces, where a local detector is there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models.signals import post_save
from django.utils.module_loading import import_string
from wagtail.images import get_image_model

from ..conf import kehoach_settings
from . import camera
from .face_models import FaceHint

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

try:
    from django.tasks import task
except ImportError:  # Django before 6.0.
    from django_tasks import task

logger = logging.getLogger(__name__)

#: The longest side of what a detector gets, so that none takes long.
SIDE = 1024


def connect() -> None:
    """Look at pictures once they are saved; called once, when the app is ready."""
    post_save.connect(
        _saved, sender=get_image_model(), dispatch_uid="kehoach.faces_in_pictures"
    )


def _saved(sender, instance, raw=False, **kwargs) -> None:
    if raw or not kehoach_settings.FACE_DETECTOR or instance.is_svg():
        return
    seen = FaceHint.objects.filter(file_hash=instance.file_hash)
    if not instance.file_hash or not seen.exists():
        pk = instance.pk
        transaction.on_commit(lambda: look_at.enqueue(pk), robust=True)


@task()
def look_at(pk: int) -> None:
    """Let the detector look at the picture ``pk``, unless it knows the file.

    Where tasks have a worker of their own, only that worker loads the detector;
    ``docs/consent.md`` says how to keep OpenCV out of the others.
    """
    image = get_image_model().objects.filter(pk=pk).first()
    path = kehoach_settings.FACE_DETECTOR
    if image is None or not path:
        return
    try:
        file_hash = image.file_hash or image.get_file_hash()
        if not FaceHint.objects.filter(file_hash=file_hash).exists():
            faces = import_string(path)(_as_jpeg(image))
            FaceHint.objects.update_or_create(
                file_hash=file_hash, defaults={"faces": min(int(faces), 1000)}
            )
    except Exception:
        # A hint that is missing must not stand in the way of an upload.
        logger.exception("Picture %s was not looked through for faces.", pk)


def _as_jpeg(image: AbstractImage) -> bytes:
    with image.file.storage.open(image.file.name) as stored:
        return camera.small(stored, SIDE)
