"""Reads of what wagtail-localize keeps of a translation, passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from ..approval import passages
from ..folding import clean
from ..languages.untranslated import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet
    from wagtail.models import Page

SHORT = 15


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


def why_not_read(page: Page) -> str | None:
    """Return which lines of ``page`` are a machine's suggestions still, or ``None``.

    A suggestion becomes text when a person saves it, confirms it or says it otherwise.
    """
    found = unread_in(page)
    if not found:
        return None
    said = ngettext(
        "%(count)s passage was translated by a machine, and nobody has confirmed it:",
        "%(count)s passages were translated by a machine, and nobody has confirmed them:",
        len(found),
    ) % {"count": len(found)}
    return f"{said} {named(found)}"


def unread_in(page: Page) -> list[tuple[str, str]]:
    """The lines of ``page`` that a machine wrote, each with the name of its field."""
    made = list(unread(page))
    if not made:
        return []
    lines = {clean(line) for line in _lines(page)}
    words = [
        (_field(page, row), clean(StringValue(row.data).render_text())) for row in made
    ]
    return [found for found in words if _stands_in(found[1], lines)]


def _lines(page: Page) -> Iterator[str]:
    for _place, value in passages.fields_in(page):
        yield from passages.lines_of(value)


def _stands_in(words: str, lines: set[str]) -> bool:
    """A passage may be a part of a line; a short one would stand in others by chance."""
    return words in lines or (
        len(words) > SHORT and any(words in line for line in lines)
    )


def _field(page: Page, row: StringTranslation) -> str:
    name = row.context.path.partition(".")[0]
    return capfirst(str(page._meta.get_field(name).verbose_name))


def say_unread(page: Page) -> list[str]:
    """That a machine translated, in words for whoever works in wagtail-localize's editor."""
    count = unread(page).count()
    said = ngettext(
        "%(count)s passage was translated by a machine, and nobody has confirmed it.",
        "%(count)s passages were translated by a machine, and nobody has confirmed them.",
        count,
    )
    return [said % {"count": count}] if count else []
