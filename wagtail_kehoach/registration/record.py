"""What is done to a registered document: kept in the history of its page, found by search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log
from wagtail.search import index

from ..exceptions import RegistrationRefused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .models import RegisterEntry


def note(entry: RegisterEntry, action: str, *, user: AbstractUser, **data) -> None:
    """Write ``action`` into the history of the page, if there is still one.

    Public pages are kept in the cache until something is logged; the index is told too.
    """
    if entry.page is None:
        return
    said = {"number": entry.number_and_symbol, **data}
    page = entry.page.specific
    log(page, f"kehoach.{action}", user=user, data=said)

    def index_anew():
        index.insert_or_update_object(page)

    # The number was given, whatever becomes of the index.
    transaction.on_commit(index_anew, robust=True)


def name_of(user: AbstractUser) -> str:
    """The name of ``user`` as it is kept in an entry."""
    return user.get_full_name() or user.get_username()


def refuse_if(reason: str | None, field: str | None = None) -> None:
    """Refuse with ``reason``, if there is one; ``field`` is what it is about."""
    if reason:
        raise RegistrationRefused(reason, field)
