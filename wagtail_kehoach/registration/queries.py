"""Reads of the register for many documents at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages.rules import is_translated
from .models import RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .mixins import RegisteredMixin


def know_entries(pages: Iterable[RegisteredMixin]) -> None:
    """Let each translation among ``pages`` know the entry of its source. One statement.

    A translation is never registered itself; its source bears the number for all of them.
    """
    translated = [page for page in pages if is_translated(page)]
    if not translated:
        return
    keys = [page.translation_key for page in translated]
    entries = RegisterEntry.objects.filter(page__translation_key__in=keys)
    found = entries.select_related("page")
    known = {entry.page.translation_key: entry for entry in found}
    for page in translated:
        page._kehoach_entry = known.get(page.translation_key)
