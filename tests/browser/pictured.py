"""A public story with a picture of somebody who agreed: written, not clicked."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image
from portal.demo.approve import submit_and_approve
from portal.demo.loader import slugify_vi
from wagtail.images import get_image_model

from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.models import Person, PictureBasis


def publish(title: str, name: str) -> None:
    """The story with that title, with a picture of whoever has this name in the registry."""
    drawn = BytesIO()
    Image.new("RGB", (1600, 1200), "teal").save(drawn, "JPEG")
    picture = get_image_model().objects.create(
        title=title, file=ContentFile(drawn.getvalue(), name="chan-dung.jpg")
    )
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(Person.objects.get(full_name=name))
    story = StoryPageFactory(
        title=title,
        slug=slugify_vi(title),
        subject="Em Minh, học sinh khối 8",
        picture=picture,
        picture_alt="Em Minh trả ví",
        body=[("paragraph", "<p>Em trả lại ví cho người mất.</p>")],
    )
    editor, principal = (
        get_user_model().objects.get(username=account)
        for account in ("bientap", "hieutruong")
    )
    submit_and_approve(story, editor=editor, principal=principal)
