"""Writes the record of approvals: one row after the other, each chained to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from .. import names
from . import checklist, digest
from .models import Approval, ApprovalChain

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models
    from wagtail.models import Revision

    from .authorities import SigningAuthority


def write(
    obj: models.Model,
    revision: Revision,
    *,
    kind: str,
    user: AbstractUser | None = None,
    capacity: SigningAuthority | None = None,
    comment: str = "",
    text: models.Model | None = None,
    checks: dict[str, Any] | None = None,
) -> Approval:
    """Record that ``user`` approved ``revision`` of ``obj``, as it is stored now.

    Whoever has read ``text``, what the revision says, or ``checks``, what was ticked
    for it, hands them over: they are not read again.
    """
    text = text or digest.as_stored(revision)
    said = checklist.said_of(revision) if checks is None else checks
    kept = getattr(text, "kept_with_approval", dict)()
    return _append(
        _about(obj, revision, text),
        kind=kind,
        comment=comment,
        **_signed(user, capacity),
        checks={**checklist.for_record(said), **kept},
    )


def write_settlement(
    emergency: Approval,
    *,
    kind: str,
    user: AbstractUser,
    capacity: SigningAuthority | None,
    comment: str,
) -> Approval:
    """Record what ``user`` said of ``emergency``, which may be of a text that is gone."""
    same = (
        "base_content_type", "object_id", "title", "address", "revision_id",
        "stored_digest", "text_digest", "files", "checks",
    )  # fmt: skip
    about = Approval(**{name: getattr(emergency, name) for name in same})
    about.approved_at = timezone.now().replace(microsecond=0)
    return _append(
        about, settles=emergency, kind=kind, comment=comment, **_signed(user, capacity)
    )


def write_inherited(
    obj: models.Model, revision: Revision, source: Approval
) -> Approval:
    """Record that ``revision`` says what was approved for the page that ``obj`` copied."""
    return _append(
        _about(obj, revision, digest.as_stored(revision)),
        kind=Approval.Kind.INHERITED if source.approver_name else source.kind,
        approver=source.approver,
        approver_name=source.approver_name,
        capacity=source.capacity,
        comment=f"#{source.pk}",
        checks=source.checks,
    )


def _about(obj: models.Model, revision: Revision, approved: models.Model) -> Approval:
    return Approval(
        base_content_type=obj.get_base_content_type(),
        object_id=str(obj.pk),
        title=str(approved)[:255],
        address=_address(obj, approved)[:500],
        revision_id=revision.pk,
        stored_digest=digest.stored_digest(revision),
        text_digest=digest.text_digest(approved),
        files=digest.files_shown(approved),
        approved_at=timezone.now().replace(microsecond=0),
    )


def _signed(
    user: AbstractUser | None, capacity: SigningAuthority | None
) -> dict[str, Any]:
    return {
        "approver": user,
        "approver_name": names.of_user(user) if user else "",
        "capacity": capacity.capacity_said if capacity else "",
    }


def _address(obj: models.Model, approved: models.Model) -> str:
    """Where ``approved`` will be read: in the place of ``obj``, under its own slug."""
    if hasattr(approved, "url_path"):
        place = obj.url_path.rstrip("/").rpartition("/")[0]
        approved.url_path = f"{place}/{approved.slug}/"
    return getattr(approved, "url", None) or ""


def _append(approval: Approval, **facts) -> Approval:
    for name, value in facts.items():
        setattr(approval, name, value)
    with transaction.atomic():
        end = _locked_end()
        approval.chain = approval.link_after(end.last)
        approval.save()
        end.records += 1
        end.last = approval.chain
        end.save(update_fields=["records", "last"])
    return approval


def _locked_end() -> ApprovalChain:
    """The end of the chain, ours until the transaction ends. Made by the first record."""
    ends = ApprovalChain.objects.select_for_update()
    return ends.filter(pk=1).first() or ends.get_or_create(pk=1)[0]
