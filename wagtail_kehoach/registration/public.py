"""What the public page of a document says of its place in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html

from .models import RegisterEntry, RegisterNotice

if TYPE_CHECKING:
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
    newer, older = _others(entry)
    said = list(entry.notices.filter(confirmed_at__isnull=False))
    return Standing(
        entry,
        replaced_by=newer and _link(newer, page, request),
        replaces=older and _link(older, page, request),
        corrections=[notice for notice in said if not notice.is_recall],
        recall=next((notice for notice in said if notice.is_recall), None),
    )


def _others(entry: RegisterEntry) -> tuple[RegisterEntry | None, RegisterEntry | None]:
    """What replaces ``entry``, and what it replaces: no statement where it is neither.

    A recalled document replaces nothing.
    """
    in_force = entry.state == RegisterEntry.State.IN_FORCE
    newer = None if in_force else entry.replaced_by
    older = None if entry.is_recalled else entry.replaces
    return newer, older


def _link(
    other: RegisterEntry, page: RegisteredMixin, request: HttpRequest | None
) -> Linked:
    shown = other.page
    closed = tuple(page.closed_paths())
    is_open = shown is not None and shown.live and not shown.path.startswith(closed)
    url = (shown.get_url(request) or "") if is_open else ""
    return Linked(other.number_and_symbol, other.date, url)
