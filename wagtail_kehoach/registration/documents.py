"""The documents of this portal that get a number: what waits for one, what for a principal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import get_page_models

from ..approval.models import Approval
from ..approval.queries import live_approval
from ..approval.rules import why_not_principal
from ..approval.standing import standing_of
from ..organisation.calendar import working_days_between
from .mixins import RegisteredMixin
from .models import RegisterEntry, RegisterNotice
from .sequences import registers_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page

#: How many documents a screen lists as waiting for their number.
WAITING_LIMIT = 50


def registered_models() -> list[type[RegisteredMixin]]:
    """Every page type of this portal whose pages get a number."""
    return [m for m in get_page_models() if issubclass(m, RegisteredMixin)]


def document_of(pk: int) -> RegisteredMixin | None:
    """The page with this key as the document that it is, or ``None``."""
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk=pk)
    page = pages.specific().first()
    return page if isinstance(page, RegisteredMixin) else None


def approval_by_principal(page: RegisteredMixin) -> Approval | None:
    """The approval of what is public of ``page``; an open emergency is none."""
    approval = live_approval(page)
    if approval is None or approval.kind == Approval.Kind.SETUP:
        return None
    if not approval.is_emergency:
        return approval
    records = Approval.objects.of(page).by_principals()
    return records.filter(revision_id=page.live_revision_id).first()


def waiting_documents() -> list[Page]:
    """Public documents without an entry, oldest first, each with ``days`` and ``is_late``.

    The number is due on the working day after the approval (Decree 30, art. 15). What no
    principal has confirmed gets none, nor does the translation of a document that has one.
    """
    types = ContentType.objects.get_for_models(*registered_models()).values()
    Page = swapper.load_model("wagtailcore", "Page")
    rows = Page.objects.live().filter(
        content_type__in=types, alias_of=None, kehoach_register_entry=None
    )
    unconfirmed = Approval.objects.open_emergencies().values("revision_id")
    numbered = Page.objects.exclude(kehoach_register_entry=None)
    rows = rows.exclude(live_revision__in=unconfirmed).exclude(
        translation_key__in=numbered.values("translation_key")
    )
    pages = list(rows.order_by("last_published_at", "pk")[:WAITING_LIMIT])
    today = timezone.localdate()
    for page in pages:
        since = timezone.localdate(page.last_published_at or timezone.now())
        page.days = working_days_between(since, today)
        page.is_late = page.days > 1
    return pages


def without_signed_file() -> QuerySet[RegisterEntry]:
    """Documents of this portal in force whose signed file nobody has added yet."""
    in_force = RegisterEntry.State.IN_FORCE
    return RegisterEntry.objects.filter(page__isnull=False, state=in_force, file="")


def unreleased_files() -> QuerySet[RegisterEntry]:
    """Signed files that no principal has put before the public yet."""
    rows = RegisterEntry.objects.filter(released_at=None, page__isnull=False)
    recalled = RegisterEntry.State.RECALLED
    return rows.exclude(file="").exclude(state=recalled).order_by("file_added_at")


def unconfirmed_notices() -> QuerySet[RegisterNotice]:
    """Notices that no principal has put before the public yet, and still can."""
    rows = RegisterNotice.objects.filter(confirmed_at=None, entry__page__isnull=False)
    rows = rows.exclude(entry__state=RegisterEntry.State.RECALLED)
    return rows.select_related("entry").order_by("written_at")


def replaceable(body: str) -> QuerySet[RegisterEntry]:
    """Documents of this body on this portal that a new one may replace."""
    return RegisterEntry.objects.filter(
        register__in=[register.pk for register in registers_of(body)],
        page__isnull=False,
        state=RegisterEntry.State.IN_FORCE,
    )


def why_not_release(entry: RegisterEntry, user: AbstractUser) -> str | None:
    """Return why ``user`` may not put words or files on ``entry`` before the public.

    It takes a principal who signs for such documents today. Asked anew each time.
    """
    if reason := why_not_principal(user):
        return reason
    page = document_of(entry.page_id) if entry.page_id else None
    if page is None:
        return _("The page of this document is gone.")
    return standing_of(user).why_not_sign(page)
