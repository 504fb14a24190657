"""The registry of consents of the demo school; all of it is made up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from wagtail.images import get_image_model

from wagtail_kehoach.models import Person, PictureBasis

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def load(editor: AbstractUser) -> None:
    """Two pupils whose parents can be asked; the pictures are ``editor``'s drawings of nobody."""
    images = get_image_model().objects.all()
    # Who uploaded a picture finds it in Wagtail's list; others may only choose it.
    images.update(uploaded_by_user=editor)
    for image in images:
        PictureBasis.objects.create(image=image, basis=PictureBasis.Basis.NOBODY)
    Person.objects.create(
        full_name="Nguyễn Hoàng Minh",
        class_level="khối 8",
        born_on=dt.date(2013, 3, 12),
        representative="Lê Thị Hoa",
        representative_contact="hoa.le@phuhuynh.example",
    )
    Person.objects.create(
        full_name="Trần Bảo An",
        class_level="khối 6",
        representative="Trần Văn Bình",
        representative_contact="0000 000 000",
    )
