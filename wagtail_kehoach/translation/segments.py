"""Reads of what wagtail-localize keeps of a translation, passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, StringTranslation, Translation

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Page


def translation_of(page: Page) -> Translation | None:
    """wagtail-localize's row of ``page``, whether it is translated by passages now or not."""
    rows = Translation.objects.select_related("source", "target_locale")
    return rows.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    ).first()


def progress_of(translation: Translation) -> tuple[int, int]:
    """How many passages there are, and how many a person has translated or confirmed."""
    segments = StringSegment.objects.filter(source=translation.source)
    said = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=translation.target_locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        has_error=False,
    )
    return segments.count(), segments.filter(Exists(said)).count()


def unread(page: Page) -> QuerySet[StringTranslation]:
    """What a machine translated in ``page`` and no person has saved since."""
    segments = StringSegment.objects.filter(
        source__object_id=page.translation_key,
        string_id=OuterRef("translation_of_id"),
        context_id=OuterRef("context_id"),
    )
    made = StringTranslation.objects.filter(
        Exists(segments),
        locale_id=page.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    return made.select_related("translation_of", "context").order_by("pk")


def say_unread(page: Page) -> list[str]:
    """That a machine translated, in words for whoever sends the text on or decides."""
    count = unread(page).count()
    said = ngettext(
        "%(count)s passage was translated by a machine, and nobody has confirmed it.",
        "%(count)s passages were translated by a machine, and nobody has confirmed them.",
        count,
    )
    return [said % {"count": count}] if count else []
