"""Makes the draft of a translation out of its passages, and sends it to the principal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from ..approval import checklist
from ..exceptions import ApprovalRefused
from .segments import unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Page


def make_draft(translation: Translation, *, user: AbstractUser) -> Page:
    """The draft with the passages as they are now. What is public stays."""
    translation.save_target(user=user, publish=False)
    return translation.get_target_instance()


def submit(
    page: Page, *, user: AbstractUser, ticked: Iterable[str], seen: Iterable[str]
) -> None:
    """Send the draft of ``page`` to the principal; refuses with a reason.

    A refused draft stays saved.
    """
    if not page.permissions_for_user(user).can_submit_for_moderation():
        raise ApprovalRefused(_("This translation cannot be submitted now."))
    draft, ticked, seen = page.get_latest_revision_as_object(), [*ticked], [*seen]
    if set(draft.approval_checks()) - set(ticked):
        raise ApprovalRefused(checklist.why_not_ticked())
    if missing := [w for w in draft.privacy_warnings() if w not in seen]:
        raise ApprovalRefused(checklist.why_not_seen(missing))
    with transaction.atomic():
        checklist.keep(page.get_latest_revision(), ticked, seen)
        state = page.current_workflow_state
        if state and state.status == state.STATUS_NEEDS_CHANGES:
            state.resume(user=user)
        else:
            page.get_workflow().start(page, user)


def translate_by_passages(
    page: Page, source: Page, *, user: AbstractUser
) -> Translation:
    """Let wagtail-localize keep ``page`` in step with ``source``, passage by passage.

    What was translated in the form may be of an older version, which it goes on following.
    """
    kept, _made = TranslationSource.update_or_create_from_instance(source)
    translation, _made = Translation.objects.update_or_create(
        source=kept, target_locale_id=page.locale_id, defaults={"enabled": True}
    )
    _take_along(translation, page.get_latest_revision_as_object(), user=user)
    return translation


def as_passages(translation: Translation) -> Page:
    """The draft that ``make_draft`` would make, without making it."""
    return translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )


def _take_along(translation: Translation, draft: Page, *, user: AbstractUser) -> None:
    """Keep what the form says as passages, where a field or block has as many as its source."""
    written = defaultdict(list)
    for segment in extract_segments(draft):
        if isinstance(segment, StringSegmentValue):
            written[segment.path].append(segment.string.data)
    own = StringSegment.objects.filter(source=translation.source).order_by("order")
    asked = defaultdict(list)
    for segment in own.select_related("string", "context"):
        asked[segment.context.path].append(segment)
    for path, segments in asked.items():
        if len(segments) == len(written[path]):
            for segment, words in zip(segments, written[path], strict=True):
                _keep(translation, segment, words, user)


def _keep(translation, segment: StringSegment, words: str, user: AbstractUser) -> None:
    """What a machine said stays its own until the form says something else."""
    if words == segment.string.data:
        return
    row, _made = StringTranslation.objects.get_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        defaults={
            "data": words,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "last_translated_by": user,
        },
    )
    if row.data != words:
        row.data, row.has_error, row.field_error = words, False, ""
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        row.tool_name, row.last_translated_by = "", user
        row.save()


def confirm(page: Page, keys: Iterable[str], *, user: AbstractUser) -> int:
    """Keep that ``user`` read these passages of a machine and found them right."""
    own = unread(page).filter(pk__in=[key for key in keys if key.isdecimal()])
    keys = list(own.values_list("pk", flat=True))
    return StringTranslation.objects.filter(pk__in=keys).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=user,
    )
