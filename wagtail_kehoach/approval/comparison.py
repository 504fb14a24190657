"""What one version of a text says otherwise than another, as Wagtail marks it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wagtail.models import Revision

from . import decisions, digest, queries
from .changes import changes_between

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest
    from wagtail.models import TaskState


@dataclass(frozen=True)
class Since:
    """What happened to a text since a reader opened it.

    ``changes`` between what he saw and the latest version; ``file`` if a picture or
    document was swapped; neither if it was only saved anew, or ``rewritten`` if what
    he saw is not kept.
    """

    changes: list[Any] = field(default_factory=list)
    file: bool = False
    rewritten: bool = False


@dataclass(frozen=True)
class Returned:
    """What a principal said of the text when it was returned, and what was done since."""

    said: TaskState
    changes: list[Any]


def changes_since_returned(
    request: HttpRequest, obj: Model, submission: TaskState, submitted: Model
) -> Returned | None:
    """What ``submitted`` changes in the text that was returned before, if one was."""
    said = queries.returned_before(submission, obj)
    if said is None:
        return None
    return Returned(
        said, changes_between(request, said.revision.as_object(), submitted)
    )


def changes_since_seen(
    request: HttpRequest, obj: Model, revision: Revision, token: str
) -> Since | None:
    """What ``revision`` changes in what the form with ``token`` showed.

    ``None`` if that is the same, or if ``token`` speaks of no revision of ``obj``.
    """
    key, _colon, seen = token.partition(":")
    if not key.isdecimal() or token == decisions.seen_token(revision):
        return None
    shown = Revision.objects.for_instance(obj).filter(pk=key).first()
    if shown is None:
        return None
    text, _dash, files = seen.partition("-")
    if text != digest.stored_digest(shown):
        return Since(rewritten=True)
    current = digest.seen_digest(revision)
    return Since(
        changes=changes_between(request, shown.as_object(), revision.as_object()),
        file=files != current.partition("-")[2],
    )
