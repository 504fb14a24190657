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


def free_slug(
    parent: Page, title: str, *, otherwise: str, of: Page | None = None
) -> str:
    """An address below ``parent`` that no page but ``of`` has, made of ``title``.

    In plain letters: "đ" becomes "d". A title without any letter gives ``otherwise``.
    """
    base = plain(title) or plain(otherwise)
    Page = swapper.load_model("wagtailcore", "Page")
    below = Page.objects.child_of(parent).filter(slug__startswith=base)
    if of is not None and of.pk:
        below = below.exclude(pk=of.pk)
    taken = set(below.values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for n in count(2) if (slug := f"{base}-{n}") not in taken)


def plain(text: str) -> str:
    """``text`` as an address says it; empty if it has no letter or figure."""
    return slugify(string_to_ascii(text))[:LONGEST].strip("-")
