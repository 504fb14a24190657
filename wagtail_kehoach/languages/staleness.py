"""Whether a translation still follows its source, and what changed there since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from ..approval.queries import live_approval
from . import rules
from .models import TranslationBasis
from .queries import source_row

if TYPE_CHECKING:
    from wagtail.models import Page

    from ..approval.models import Approval

#: Where the record of an approval keeps what its text follows.
KEPT = "source"


@dataclass(frozen=True)
class Followed:
    """What a translation follows. ``source`` is its page, ``is_stale``: it moved on."""

    source: Page
    revision_id: int
    as_of: dt.datetime
    is_stale: bool


def draft_follows(page: Page) -> Followed | None:
    """What the draft of ``page`` follows; ``None`` for a source, or where nobody knows."""
    if not rules.is_on() or not page.pk:
        return None
    basis = TranslationBasis.objects.filter(page_id=page.pk).first()
    source = basis and source_row(page)
    return source and _followed(
        source, basis.revision_id, basis.text_digest, basis.as_of
    )


def public_follows(page: Page, approval: Approval | None) -> Followed | None:
    """What the public text of ``page`` follows, by the record of its ``approval``."""
    kept = approval and approval.checks.get(KEPT)
    as_of = kept and parse_datetime(kept["as_of"])
    source = as_of and source_row(page)
    return source and _followed(source, kept["revision"], kept["text"], as_of)


def _followed(source: Page, revision: int, text: str, as_of: dt.datetime) -> Followed:
    return Followed(
        source, revision, as_of, is_stale(source, text, live_approval(source))
    )


def is_stale(source: Page, text_digest: str, approval: Approval | None) -> bool:
    """Whether what ``approval`` lets the public read of ``source`` is another text."""
    return source.live and approval is not None and approval.text_digest != text_digest


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
    revisions = Revision.objects.in_bulk(
        [followed.revision_id, followed.source.live_revision_id or 0]
    )
    if not followed.is_stale or len(revisions) < 2:
        return None
    before = revisions[followed.revision_id].as_object()
    return before, revisions[followed.source.live_revision_id].as_object()
