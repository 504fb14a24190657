"""What a guarded row may hold: what a principal approved, or what it showed before.

Asked by ``save()`` and ``publish()`` of every guarded object, under a lock on its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ..exceptions import ApprovalRefused
from . import digest, queries, rules
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
    if row is None:
        return True
    if obj.live and not row["live"]:
        _alias_of_a_draft(obj)
    if not obj.live:
        return _may_write_draft(obj, row)
    if update_fields is None:
        _keep_newer_draft(obj, row)
    if reason := _why_not_live(obj, row):
        raise ApprovalRefused(reason)
    return True


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
    shown = digest.as_stored(obj, stored)
    if reason := reason or shown.why_not_show():
        return reason
    if not approval.files:
        return None
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


def source_approval(obj: models.Model, source_id: Any) -> Approval | None:
    """The approval of the live page that the alias ``obj`` shows, or ``None``.

    May be an emergency, which passes to no other page.
    """
    source = type(obj)._base_manager.filter(pk=source_id, live=True).first()
    while source is not None and source.alias_of_id:
        source = (
            type(obj)._base_manager.filter(pk=source.alias_of_id, live=True).first()
        )
    return queries.live_approval(source) if source is not None else None


def _born_as_draft(obj: models.Model) -> None:
    """New rows are drafts, but for an alias that adds no text and no reader."""
    if not obj.live:
        return
    if getattr(obj, "alias_of_id", None) and _is_faithful_newborn(obj):
        return
    obj.live = False
    obj.has_unpublished_changes = True
    obj.live_revision = None
    obj.first_published_at = obj.last_published_at = None


def _is_faithful_newborn(alias: models.Model) -> bool:
    if _why_not_alias(alias) or _is_of_emergency(alias, alias.alias_of_id):
        return False
    source = type(alias)._base_manager.get(pk=alias.alias_of_id)
    around = set(alias.get_parent().get_view_restrictions())
    return set(source.get_view_restrictions()) <= around


def _alias_of_a_draft(obj: models.Model) -> None:
    """Wagtail puts aliases live even when their source is only scheduled.

    Or when their source is public before a principal accepted it.
    """
    source_id = getattr(obj, "alias_of_id", None)
    if source_id is None:
        return
    source = type(obj)._base_manager.filter(pk=source_id, live=True)
    if not source.exists() or _is_of_emergency(obj, source_id):
        obj.live = False
        obj.has_unpublished_changes = True


def _may_write_draft(obj: models.Model, row: dict[str, Any]) -> bool:
    if row["live"]:
        meant = getattr(obj, "_kehoach_loaded_live", False)
        if meant or obj.last_published_at == row["last_published_at"]:
            return True
        for name, value in row.items():
            setattr(obj, name, value)
        return False
    obj.live_revision = None
    for name in ("first_published_at", "last_published_at"):
        setattr(obj, name, row[name])
    return True


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
        return _why_not_alias(obj)
    if row["live"] and row["live_revision_id"] == obj.live_revision_id:
        if _shows_what_it_showed(obj):
            return _why_not_on_its_own(obj, row)
    elif not row["live"] and obj.last_published_at == row["last_published_at"]:
        return _("Only publishing an approved text puts it before the public.")
    return None if _shows_approved_revision(obj) else rules.not_approved()


def _shows_what_it_showed(obj: models.Model) -> bool:
    stored = type(obj)._base_manager.get(pk=obj.pk)
    return digest.visible_text(stored) == digest.visible_text(obj)


def _why_not_on_its_own(obj: models.Model, row: dict[str, Any]) -> str | None:
    """Whether a page that was an alias may stand by itself: with its source's approval."""
    source_id = row.get("alias_of_id")
    if source_id is None:
        return None
    approval = source_approval(obj, source_id)
    if approval is None:
        return rules.not_approved()
    if approval.is_emergency:
        return rules.not_confirmed()
    obj._kehoach_inherits = approval
    return None


def _is_of_emergency(alias: models.Model, source_id: Any) -> bool:
    """Whether what ``alias`` shows was accepted by no principal yet."""
    approval = source_approval(alias, source_id)
    return approval is not None and approval.is_emergency


def _shows_approved_revision(obj: models.Model) -> bool:
    approvals = queries.approvals_of_live(obj)
    if not approvals:
        return False
    shown = digest.text_digest(obj)
    if any(shown == approval.text_digest for approval in approvals):
        return True
    # A migration that added a field changes the digest but not what was approved.
    return shown == digest.text_digest(obj.with_content_json(approvals[0].content))


def _why_not_alias(alias: models.Model) -> str | None:
    source = type(alias)._base_manager.filter(pk=alias.alias_of_id, live=True).first()
    if source is None or not shows_same(alias, source):
        return rules.not_approved()
    return None


def shows_same(alias: models.Model, source: models.Model) -> bool:
    """Whether ``alias`` says what ``source`` says. It may have an address of its own.

    Wagtail copies many-to-many values to an alias only after it is written.
    """
    own = {"slug"}
    if alias._state.adding:
        own |= {f.name for f in digest.get_all_child_m2m_relations(alias)}
    shown, approved = digest.visible_text(alias), digest.visible_text(source)
    return all(shown.get(name) == approved[name] for name in approved.keys() - own)
