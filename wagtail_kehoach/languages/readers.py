"""What of a text its readers read: by that a translation is in step with its source, or not.

A name on the list of who is shown, a task, an address may change without a word of the
text; whoever reads a translation would look for a difference in vain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from modelcluster.models import get_all_child_m2m_relations
from wagtail.models import Revision

from ..approval import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What no reader of the page reads: where and when it is public, and what machines read.
_UNREAD = frozenset(
    {
        "slug", "show_in_menus", "seo_title", "search_description", "go_live_at",
        "expire_at", "campaign",
    }
)  # fmt: skip
#: A version never changes; so long is remembered how two of them compare.
_SECONDS = 7 * 24 * 60 * 60


def read_otherwise(one: int, other: int) -> bool:
    """Whether readers of the version ``one`` of a text read something else in ``other``.

    Also where one of the two is not kept any more: nobody can say.
    """
    return (one, other) in all_that_read_otherwise([(one, other)])


def all_that_read_otherwise(pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of ``pairs`` of versions; one statement for all that nobody asked of before."""
    keys = {pair: "kehoach:read-otherwise:{}:{}".format(*pair) for pair in pairs}
    known = cache.get_many(keys.values())
    new = {pair: key for pair, key in keys.items() if key not in known}
    found = _compared(new)
    cache.set_many({key: found[pair] for pair, key in new.items()}, _SECONDS)
    return {pair for pair, key in keys.items() if known.get(key) or found.get(pair)}


def _compared(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bool]:
    """Each of ``pairs``, with whether its versions read otherwise."""
    kept = Revision.objects.in_bulk({pk for pair in pairs for pk in pair})
    texts = {pk: _as_read(revision) for pk, revision in kept.items()}
    return {
        (one, other): one not in texts
        or other not in texts
        or texts[one] != texts[other]
        for one, other in pairs
    }


def _as_read(revision: Revision) -> str:
    """What readers read of ``revision``, to be compared. No statement."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    lists: dict[str, list] = {f.name: [] for f in get_all_child_m2m_relations(model)}
    read = {k: v for k, v in revision.content.items() if k not in _UNREAD}
    text = model.from_serializable_data({**read, **lists}, check_fks=False)
    return digest.words_digest(text)
