"""Whether a translation still follows its source, and what changed there since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from ..approval.queries import live_approval
from . import readers, rules
from .models import TranslationBasis
from .queries import source_row

if TYPE_CHECKING:
    from wagtail.models import Page

    from ..approval.models import Approval

#: Where the record of an approval keeps what its text follows.
KEPT = "source"


@dataclass(frozen=True)
class Followed:
    """What a translation follows. ``source`` is its page, ``None`` if that was deleted.

    ``is_stale``: readers of it read something else now. ``is_gone``: they read it no more.
    """

    source: Page | None
    revision_id: int
    as_of: dt.datetime
    is_stale: bool
    is_gone: bool


def draft_follows(page: Page) -> Followed | None:
    """What the draft of ``page`` follows; ``None`` for a source, or where nobody knows."""
    if not rules.is_on() or not page.pk:
        return None
    basis = TranslationBasis.objects.filter(page_id=page.pk).first()
    return basis and _followed(page, basis.revision_id, basis.text_digest, basis.as_of)


def public_follows(page: Page, approval: Approval | None) -> Followed | None:
    """What the public text of ``page`` follows, by the record of its ``approval``."""
    kept = approval and approval.checks.get(KEPT)
    as_of = kept and parse_datetime(kept["as_of"])
    return as_of and _followed(page, kept["revision"], kept["text"], as_of)


def _followed(page: Page, revision: int, text: str, as_of: dt.datetime) -> Followed:
    source = source_row(page)
    if source is None:
        return Followed(None, revision, as_of, is_stale=False, is_gone=True)
    other = is_another(source, text, live_approval(source))
    stale = other and readers.read_otherwise(revision, source.live_revision_id)
    return Followed(source, revision, as_of, is_stale=stale, is_gone=is_gone(source))


def is_another(source: Page, text_digest: str, approval: Approval | None) -> bool:
    """Whether what ``approval`` lets the public read of ``source`` is another text.

    In whatever respect; whether readers notice is asked of ``readers``.
    """
    return source.live and approval is not None and approval.text_digest != text_digest


def is_gone(source: Page | None) -> bool:
    """Whether the public read ``source`` once, and does so no more."""
    if source is None:
        return True
    return not source.live and source.first_published_at is not None


def for_record(page: Page) -> dict[str, Any]:
    """What the record of an approval of ``page`` keeps of its source."""
    basis = rules.is_on() and TranslationBasis.objects.filter(page_id=page.pk).first()
    if not basis:
        return {}
    as_of = basis.as_of.replace(microsecond=0).isoformat()
    said = {"revision": basis.revision_id, "text": basis.text_digest, "as_of": as_of}
    return {KEPT: said}


def versions_to_compare(followed: Followed) -> tuple[Page, Page] | None:
    """The source as it was followed, and as it is public now; ``None`` if it is lost."""
    if followed.source is None or not followed.is_stale:
        return None
    now = followed.source.live_revision_id
    revisions = Revision.objects.in_bulk([followed.revision_id, now or 0])
    if len(revisions) < 2:
        return None
    return revisions[followed.revision_id].as_object(), revisions[now].as_object()
