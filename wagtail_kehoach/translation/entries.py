"""Sorts the passages of a PO file into those that are taken and those that are not."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.dateparse import parse_datetime
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TranslationContext,
)

from .fitting import place_of, why_not_fitting

if TYPE_CHECKING:
    import datetime as dt

    from polib import POEntry, POFile
    from wagtail_localize.models import Translation

#: Who wrote a passage that came in a file; wagtail-localize calls it so too.
TOOL = "PO File"
_LONGEST = 120


@dataclass
class Sorted:
    """``taken``, what was refused by the reason, and what the file says nothing of."""

    taken: list[POEntry] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)
    absent: int = 0


def sort_out(po: POFile, translation: Translation) -> Sorted:
    """Say of each passage of ``po`` whether it belongs into ``translation``, or why not.

    A passage that the file itself calls obsolete is none.
    """
    text = _Text(po, translation)
    found, judged, taken = Sorted(), set(), set()
    for entry in po:
        key = entry.msgctxt or "", entry.msgid
        # The source may say the same words twice in one place.
        again = (*key, entry.msgstr) in judged or (key in taken and not entry.msgstr)
        if entry.obsolete or again:
            continue
        judged.add((*key, entry.msgstr))
        if reason := _twice() if key in taken else text.why_not(entry):
            found.refused.setdefault(reason, []).append(text.name(entry))
        else:
            taken.add(key)
            found.taken.append(entry)
    found.absent = len(text.passages - {key[:2] for key in judged})
    return found


def _twice() -> str:
    return _("The file translates it in two ways. The first was taken.")


class _Text:
    """The text that a file is to be taken into, as it is now."""

    def __init__(self, po: POFile, translation: Translation) -> None:
        self.translation, self.made_at = translation, _made_at(po)
        self.page = translation.source.as_instance()
        segments = StringSegment.objects.filter(source=translation.source)
        self.passages = set(segments.values_list("context__path", "string__data"))
        self.paths = {path for path, _data in self.passages}

    def name(self, entry: POEntry) -> str:
        """The passage in the words of the source, with its field."""
        words = Truncator(strip_tags(entry.msgid)).chars(_LONGEST)
        place = place_of(self.page, entry.msgctxt or "")
        said = {"place": place, "words": words}
        return _("%(place)s: “%(words)s”") % said if place else words

    def why_not(self, entry: POEntry) -> str | None:
        """Return why ``entry`` is not taken, or ``None``."""
        path = entry.msgctxt or ""
        if (path, entry.msgid) not in self.passages:
            return self._why_unknown(path)
        if not entry.msgstr.strip():
            return _("It is empty in the file.")
        if entry.fuzzy:
            return _("The translator marked it as not certain (fuzzy).")
        if self._written_since(path, entry):
            return _("Somebody has translated it otherwise since the file was made.")
        return why_not_fitting(self.page, path, entry.msgid, entry.msgstr)

    def _why_unknown(self, path: str) -> str:
        if path in self.paths:
            return _("The source says something else there since the file was made.")
        if path in self._former_paths:
            return _("The passage is not in the source any more.")
        return _("The source has no such passage.")

    def _written_since(self, path: str, entry: POEntry) -> bool:
        """Whether a person wrote something else in the editor, which nobody would miss."""
        row = self._kept.get((path, entry.msgid))
        if row is None or self.made_at is None or row.data == entry.msgstr:
            return False
        by_hand = row.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
        return by_hand and row.tool_name != TOOL and row.updated_at > self.made_at

    @cached_property
    def _former_paths(self) -> set[str]:
        own = TranslationContext.objects.filter(object_id=self.page.translation_key)
        return set(own.values_list("path", flat=True))

    @cached_property
    def _kept(self) -> dict[tuple[str, str], StringTranslation]:
        rows = StringTranslation.objects.filter(
            context__object_id=self.page.translation_key,
            locale=self.translation.target_locale,
        ).select_related("context", "translation_of")
        return {(row.context.path, row.translation_of.data): row for row in rows}


def _made_at(po: POFile) -> dt.datetime | None:
    """When the file was handed out, as it says itself."""
    try:
        said = parse_datetime(po.metadata.get("POT-Creation-Date", ""))
    except ValueError:
        return None
    return make_aware(said) if said and is_naive(said) else said
