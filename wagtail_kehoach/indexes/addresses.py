"""Addresses of pages that we make ourselves."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import swapper
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

if TYPE_CHECKING:
    from wagtail.models import Page

LONGEST = 200


def free_slug(parent: Page, title: str, *, otherwise: str) -> str:
    """An address below ``parent`` that nobody has, in plain letters: "đ" becomes "d"."""
    base = slugify(string_to_ascii(title))[:LONGEST].strip("-") or otherwise
    Page = swapper.load_model("wagtailcore", "Page")
    below = Page.objects.child_of(parent).filter(slug__startswith=base)
    taken = set(below.values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for n in count(2) if (slug := f"{base}-{n}") not in taken)
