"""Which revision is being published by somebody who was asked about it: once is enough."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db import models
    from wagtail.models import Revision

_asked: ContextVar[int | None] = ContextVar("kehoach_publishing", default=None)
_APPROVED = "_kehoach_just_approved"


@contextmanager
def asked(revision: Revision) -> Iterator[None]:
    """Inside, the row that shows ``revision`` is saved without the same question."""
    token = _asked.set(revision.pk)
    try:
        yield
    finally:
        _asked.reset(token)


def keep_approved(obj: models.Model, revision: Revision) -> None:
    """Remember on ``obj``, which a form holds, that ``revision`` was approved just now."""
    obj.__dict__[_APPROVED] = revision.pk


def carry_on(obj: models.Model, version: models.Model) -> None:
    """``version`` is what Wagtail makes of ``obj`` and a revision, and saves."""
    if _APPROVED in obj.__dict__:
        version.__dict__[_APPROVED] = obj.__dict__[_APPROVED]


def was_asked(obj: models.Model) -> bool:
    """Whether the revision that ``obj`` shows may be public was asked on its way here."""
    known = {_asked.get(), obj.__dict__.get(_APPROVED)} - {None}
    return obj.live_revision_id in known
