"""What a guarded row may hold: what a principal approved, or what it showed before.

Asked by ``save()`` and ``publish()`` of every guarded object, under a lock on its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Revision

from ..exceptions import ApprovalRefused
from . import aliases, digest, drafting, publishing, queries, rules
from .models import Approval

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Fields that may be written without a question: they put nothing before the public.
BOOKKEEPING = digest.TRACKING - {
    "live", "live_revision", "alias_of", "first_published_at", "last_published_at",
}  # fmt: skip

LOCKED = (
    "live", "live_revision_id", "first_published_at", "last_published_at",
    "latest_revision_id",
)  # fmt: skip
LOCKED_OF_PAGES = ("alias_of_id", "draft_title", "latest_revision_created_at")


def may_write(obj: models.Model, update_fields: Iterable[str] | None = None) -> bool:
    """Whether ``obj`` may be written as it stands; refuses with a reason, or says no.

    No means: the caller holds an old copy, and writing it would take down or change
    what is public. The copy is brought up to date instead, so that the caller's next
    step (saving a revision) keeps the words that were typed.
    """
    if obj._state.adding or obj.pk is None:
        _born_as_draft(obj)
        return True
    if update_fields is not None and set(update_fields) <= BOOKKEEPING:
        return True
    row = lock_row(obj)
    return row is None or _may_overwrite(obj, row, whole=update_fields is None)


def lock_row(obj: models.Model) -> dict[str, Any] | None:
    """What the database says about ``obj`` now; nobody changes it until we commit.

    Locks the row of the class that says what is live: everybody takes the same one.
    """
    names = LOCKED + (LOCKED_OF_PAGES if hasattr(obj, "alias_of_id") else ())
    model = obj._meta.get_field("live").model
    rows = model._base_manager.select_for_update().filter(pk=obj.pk)
    return rows.order_by().values(*names).first()


def why_not_publish(obj: models.Model, revision: Revision) -> str | None:
    """Return why ``revision`` of ``obj`` may not be published, or ``None``."""
    stored = Revision.objects.select_for_update().get(pk=revision.pk)
    approval = queries.approval_of(obj, stored)
    if approval is None:
        return rules.not_approved()
    reason = rules.why_not_same_text(
        digest.stored_digest(stored), digest.stored_digest(revision)
    )
    shown = digest.as_stored(stored)
    if reason := reason or shown.why_not_show():
        return reason
    if not approval.files:
        return None
    digest.lock_files(shown)
    return rules.why_not_same_files(approval.files, digest.file_hashes(shown))


def is_frozen(revision: Revision) -> bool:
    """Whether ``revision`` was submitted or approved, so that its text must stay."""
    return (
        revision.task_states.exists()
        or Approval.objects.filter(
            base_content_type_id=revision.base_content_type_id,
            object_id=revision.object_id,
            revision_id=revision.pk,
        ).exists()
    )


def _may_overwrite(obj: models.Model, row: dict[str, Any], *, whole: bool) -> bool:
    if drafting.is_on() and row["live"] and _moves_on(obj, row):
        return _keep_public(obj, row)
    if obj.live and not row["live"]:
        aliases.keep_draft(obj)
    if not obj.live:
        return _may_write_draft(obj, row)
    if whole:
        _keep_newer_draft(obj, row)
    if reason := _why_not_live(obj, row):
        raise ApprovalRefused(reason)
    return True


def _born_as_draft(obj: models.Model) -> None:
    """New rows are drafts, but for an alias that adds no text and no reader."""
    if not obj.live:
        return
    if getattr(obj, "alias_of_id", None) and aliases.is_faithful_newborn(obj):
        return
    obj.live = False
    obj.has_unpublished_changes = True
    obj.live_revision = None
    obj.first_published_at = obj.last_published_at = None


def _may_write_draft(obj: models.Model, row: dict[str, Any]) -> bool:
    if row["live"]:
        meant = getattr(obj, "_kehoach_loaded_live", False)
        if meant or obj.last_published_at == row["last_published_at"]:
            return True
        _bring_up_to_date(obj, row)
        return False
    obj.live_revision = None
    for name in ("first_published_at", "last_published_at"):
        setattr(obj, name, row[name])
    return True


def _moves_on(obj: models.Model, row: dict[str, Any]) -> bool:
    """Whether ``obj`` is something else than what is public: a text, a draft, no alias."""
    cut = row.get("alias_of_id") and not obj.alias_of_id
    return bool(cut) or not obj.live or not _shows_what_it_showed(obj)


def _keep_public(obj: models.Model, row: dict[str, Any]) -> bool:
    """Leave the public row as it is; a public alias becomes a page with the same text."""
    if row.get("alias_of_id") and not obj.alias_of_id:
        public = type(obj)._base_manager.get(pk=obj.pk)
        with drafting.drafts_only(False):
            ConvertAliasPageAction(public, log_action=None).execute(
                skip_permission_checks=True
            )
        row = lock_row(obj) or row
    _bring_up_to_date(obj, row)
    return False


def _bring_up_to_date(obj: models.Model, row: dict[str, Any]) -> None:
    for name, value in row.items():
        setattr(obj, name, value)


def _keep_newer_draft(obj: models.Model, row: dict[str, Any]) -> None:
    """A draft that was saved while ``obj`` was on its way to the public stays latest."""
    if not obj.latest_revision_id or not row["latest_revision_id"]:
        return
    if row["latest_revision_id"] <= obj.latest_revision_id:
        return
    for name in ("latest_revision_id", "draft_title", "latest_revision_created_at"):
        if name in row:
            setattr(obj, name, row[name])
    obj.has_unpublished_changes = True


def _why_not_live(obj: models.Model, row: dict[str, Any]) -> str | None:
    if getattr(obj, "alias_of_id", None):
        return aliases.why_not_alias(obj)
    if row["live"] and row["live_revision_id"] == obj.live_revision_id:
        if _shows_what_it_showed(obj):
            return _why_not_on_its_own(obj, row)
    elif not row["live"] and obj.last_published_at == row["last_published_at"]:
        return _("Only publishing an approved text puts it before the public.")
    if not _shows_approved_revision(obj):
        return rules.not_approved()
    return _why_not_published_now(obj, row)


def _why_not_published_now(obj: models.Model, row: dict[str, Any]) -> str | None:
    """Why what was approved once may not be shown today, if this save publishes it.

    Wagtail's action, which its forms and APIs call, goes past ``publish()``.
    """
    if row["live"] and row["live_revision_id"] == obj.live_revision_id:
        return None
    if publishing.was_asked(obj):
        return None
    if row["live"] and _shows_what_it_showed(obj):
        # An alias that became a page gets its first revision: the public sees nothing new.
        return None
    return why_not_publish(obj, obj.live_revision)


def _shows_what_it_showed(obj: models.Model) -> bool:
    stored = type(obj)._base_manager.get(pk=obj.pk)
    return digest.visible_text(stored) == digest.visible_text(obj)


def _why_not_on_its_own(obj: models.Model, row: dict[str, Any]) -> str | None:
    """Whether a page that was an alias may stand by itself: with its source's approval."""
    source_id = row.get("alias_of_id")
    if source_id is None:
        return None
    approval = aliases.source_approval(obj, source_id)
    if approval is None:
        return rules.not_approved()
    if approval.is_emergency:
        return rules.not_confirmed()
    obj._kehoach_inherits = approval
    return None


def _shows_approved_revision(obj: models.Model) -> bool:
    approvals = queries.approvals_of_live(obj)
    if not approvals:
        return False
    shown = digest.text_digest(obj)
    if any(shown == approval.text_digest for approval in approvals):
        return True
    # A migration that added a field changes the digest but not what was approved.
    return shown == digest.text_digest(obj.with_content_json(approvals[0].content))
