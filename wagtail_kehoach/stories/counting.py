"""How long a story is: words and photos, as the counter in the form counts them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from django.utils.translation import pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .models import StoryPageMixin


def count(story: StoryPageMixin) -> tuple[int, int]:
    """The words and the photos of ``story``: one sentence, text and achievement."""
    texts = [story.lead, story.achievement, *_texts(story)]
    photos = [b for b in story.body if b.block_type == "picture"]
    return sum(map(words_in, texts)), len(photos) + bool(story.picture_id)


def length_words(story: StoryPageMixin) -> str:
    """The same in words, against the limits of its call: ``412/800 words · 3/5 photos``."""
    words, photos = count(story)
    call = story.campaign
    said = (
        _against(words, call and call.max_words),
        pgettext("length of a story", "words"),
        "·",
        _against(photos, call and call.max_photos),
        pgettext("length of a story", "photos"),
    )
    return " ".join(said)


def _against(number: int, limit: int | None) -> str:
    return f"{number}/{limit}" if limit else str(number)


def words_in(text: str) -> int:
    """Words as they are counted in Vietnamese: what stands between spaces."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def _texts(story: StoryPageMixin) -> Iterator[str]:
    for block in story.body:
        if block.block_type == "heading":
            yield str(block.value)
        elif block.block_type == "paragraph":
            yield strip_tags(block.value.source.replace("</", " </"))
        elif block.block_type == "quote":
            yield f"{block.value['text']} {block.value['by']}"
