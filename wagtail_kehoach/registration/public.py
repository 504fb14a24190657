"""What the public page of a document says of its place in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.translation import gettext as _, override

from ..languages.rules import is_translated, words_around
from .models import RegisterEntry, RegisterNotice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest
    from wagtail.models import Page

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
    """Whether a document is in force, and which others say so.

    ``told_on`` is the document itself where its page is a translation: the words of
    notices are Vietnamese.
    """

    entry: RegisterEntry
    replaced_by: Linked | None
    replaces: Linked | None
    corrections: list[RegisterNotice]
    recall: RegisterNotice | None
    told_on: Linked | None = None

    @property
    def public_file(self) -> bool:
        """Whether the page hands out the signed file; a translation is none of it."""
        return self.told_on is None and self.entry.has_public_file


def standing_in_register(
    page: RegisteredMixin, request: HttpRequest | None
) -> Standing | None:
    """What is said above the document; ``None`` while it is not registered.

    Above a translation what is said of its source.
    """
    entry = page.entry_in_force
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
        told_on=_link(entry, page, request, as_is=True)
        if is_translated(page)
        else None,
    )


def notices_said(page: RegisteredMixin) -> list[str]:
    """The confirmed notices as the page of the document prints them: for the search.

    None on a translation, which only leads to them.
    """
    entry = None if is_translated(page) else page.entry_in_force
    if entry is None:
        return []
    with override(words_around(page)):
        return [_notice_said(one) for one in entry.notices.all() if one.confirmed_at]


def _notice_said(notice: RegisterNotice) -> str:
    day = f"{notice.issued_on:%d/%m/%Y}"
    said = _("by document No. %(number)s of %(day)s")
    by = said % {"number": notice.document, "day": day}
    state = _("Recalled") if notice.is_recall else _("Corrected")
    return f"{state} {by}. {notice.text}"


def _others(entry: RegisterEntry) -> tuple[RegisterEntry | None, RegisterEntry | None]:
    """What replaces ``entry``, and what it replaces: no statement where it is neither.

    A recalled document replaces nothing.
    """
    in_force = entry.state == RegisterEntry.State.IN_FORCE
    newer = None if in_force else entry.replaced_by
    older = None if entry.is_recalled else entry.replaces
    return newer, older


def _link(
    other: RegisterEntry,
    page: RegisteredMixin,
    request: HttpRequest | None,
    *,
    as_is: bool = False,
) -> Linked:
    """``other`` in the language of ``page`` where it is public in it, unless ``as_is``."""
    found = [] if as_is or not is_translated(page) else _translations(other, page)
    closed = tuple(page.closed_paths())
    urls = (
        shown.get_url(request) or ""
        for shown in [*found, other.page]
        if shown is not None and shown.live and not shown.path.startswith(closed)
    )
    return Linked(other.number_and_symbol, other.date, next(urls, ""))


def _translations(other: RegisterEntry, page: RegisteredMixin) -> Iterable[Page]:
    if other.page is None:
        return []
    return other.page.get_translations().filter(locale=page.locale_id, alias_of=None)
