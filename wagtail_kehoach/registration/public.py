"""What the public page of a document says of its place in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.html import format_html

from .models import RegisterEntry, RegisterNotice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from .mixins import RegisteredMixin


@dataclass(frozen=True)
class Linked:
    """Another document by its number; ``url`` is empty where not everybody may read it."""

    number: str
    date: dt.date
    url: str

    @property
    def html(self) -> str:
        """The number, as a link where it leads somewhere."""
        if not self.url:
            return self.number
        return format_html('<a href="{}">{}</a>', self.url, self.number)


@dataclass(frozen=True)
class Standing:
    """Whether a document is in force, and which others say so."""

    entry: RegisterEntry
    replaced_by: Linked | None
    replaces: Linked | None
    corrections: list[RegisterNotice]
    recall: RegisterNotice | None


def standing_in_register(
    page: RegisteredMixin, request: HttpRequest | None
) -> Standing | None:
    """What is said above the document; ``None`` while it is not registered."""
    entry = page.register_entry if page.pk else None
    if entry is None:
        return None
    linked = {
        other.replaces_id == entry.pk: _link(other, page, request)
        for other in _others(entry)
    }
    said = list(entry.notices.filter(confirmed_at__isnull=False))
    return Standing(
        entry,
        replaced_by=linked.get(True),
        replaces=linked.get(False),
        corrections=[notice for notice in said if not notice.is_recall],
        recall=next((notice for notice in said if notice.is_recall), None),
    )


def _others(entry: RegisterEntry) -> Iterable[RegisterEntry]:
    """What ``entry`` replaces, and what replaces it: no statement where it is neither."""
    if entry.state == RegisterEntry.State.IN_FORCE and not entry.replaces_id:
        return ()
    others = RegisterEntry.objects.filter(Q(pk=entry.replaces_id) | Q(replaces=entry))
    return others.select_related("page")


def _link(
    other: RegisterEntry, page: RegisteredMixin, request: HttpRequest | None
) -> Linked:
    shown = other.page
    closed = tuple(page.closed_paths())
    is_open = shown is not None and shown.live and not shown.path.startswith(closed)
    url = (shown.get_url(request) or "") if is_open else ""
    return Linked(other.number_and_symbol, other.date, url)
