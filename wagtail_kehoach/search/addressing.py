"""Where in the index an object stands: the kind it descends from, then its number."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import models

if TYPE_CHECKING:
    from typing import Any

BITS = 48
#: Keys that are no numbers are hashed into the upper half.
HALF = 1 << (BITS - 1)


def root_of(model: type[models.Model]) -> type[models.Model]:
    """The model whose table gives ``model`` its keys: ``Page`` for every page type."""
    parents = model._meta.concrete_model._meta.get_parent_list()
    return parents[-1] if parents else model._meta.concrete_model


def first_id(model: type[models.Model]) -> int:
    """The lowest id of an entry of ``model``; those of another kind lie elsewhere."""
    kind = ContentType.objects.get_for_model(root_of(model), for_concrete_model=True)
    return kind.pk << BITS


def has_numbers(model: type[models.Model]) -> bool:
    """Whether the keys of ``model`` are numbers, as all of Wagtail's are."""
    return isinstance(root_of(model)._meta.pk, models.IntegerField)


def entry_id(model: type[models.Model], key: Any) -> int:
    """The id of the entry of the object of ``model`` with this primary key."""
    if has_numbers(model):
        return first_id(model) + int(key)
    digest = hashlib.blake2b(str(key).encode(), digest_size=8).digest()
    return first_id(model) + HALF + int.from_bytes(digest) % HALF
