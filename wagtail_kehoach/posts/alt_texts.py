"""What pictures show, in words for readers who cannot see them: is it said, and well?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _
from wagtail.images.blocks import ImageBlock

from ..folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .models import PostMixin

#: What programs write where nobody said anything: a name of a file, a number, a guess.
_NAME_OF_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?)\W*$")
_NUMBERED = re.compile(
    r"^(?:img|dsc\w?|pxl|image|picture|photo|screenshot|zalo|z|hinh(?: anh)?|anh)?"
    r"[\W_]*\d[\d\W_]*$"
)
_GUESSED = re.compile(
    r"description automatically generated|ai-generated content may be incorrect"
    r"|mo ta duoc tu dong tao|mo ta duoc tao tu dong|noi dung do ai tao"
)
_NOTHING = re.compile(r"^(?:image|picture|photo|hinh(?: anh)?|anh|buc anh|tam anh)\W*$")


def says_something(text: str) -> bool:
    """Whether ``text`` tells what a picture shows, and is no name of a file or guess."""
    said = fold(text).strip()
    if not any(char.isalpha() for char in said):
        return False
    empty = (_NAME_OF_FILE, _NUMBERED, _GUESSED, _NOTHING)
    return not any(pattern.search(said) for pattern in empty)


class Missing(NamedTuple):
    """A picture of which nobody has said what it shows, and the field to say it in."""

    label: str
    field: str


def missing_in(post: PostMixin) -> list[Missing]:
    """The pictures of ``post`` without words, in their order."""
    return list(_missing_in(post))


def why_not(post: PostMixin) -> str | None:
    """Return which picture of ``post`` still needs words, or ``None``."""
    if not (missing := missing_in(post)):
        return None
    return _("%(pictures)s: say what it shows, for readers who cannot see it.") % {
        "pictures": ", ".join(one.label for one in missing)
    }


def refusal() -> str:
    """What is said at the field of a picture."""
    return _(
        "Say in a few words what the picture shows. The name of a file says nothing."
    )


def _missing_in(post: PostMixin) -> Iterator[Missing]:
    if post.picture_id and not says_something(post.picture_alt):
        yield Missing(_("The picture at the top"), "id_picture_alt")
    number = 0
    for place, block in enumerate(post.body):
        # A portal's own body may show pictures in other ways.
        inner = getattr(block.block, "child_blocks", {}).get("image")
        if block.block_type != "picture" or not isinstance(inner, ImageBlock):
            continue
        number += 1
        image = block.value.get("image")
        if image is None or image.decorative:
            continue
        if not says_something(image.contextual_alt_text or ""):
            label = _("Picture %(number)s in the text") % {"number": number}
            yield Missing(label, f"body-{place}-value-image-alt_text")
