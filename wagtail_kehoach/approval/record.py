"""Writes the record of approvals: one row after the other, each chained to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from . import checklist, digest
from .models import Approval, ApprovalChain

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models
    from wagtail.models import Revision

    from .models import SigningAuthority


def write(
    obj: models.Model,
    revision: Revision,
    *,
    kind: str,
    user: AbstractUser | None = None,
    capacity: SigningAuthority | None = None,
    comment: str = "",
) -> Approval:
    """Record that ``user`` approved ``revision`` of ``obj``, as it is stored now."""
    return _append(
        _about(obj, revision),
        kind=kind,
        approver=user,
        approver_name=(user.get_full_name() or user.get_username()) if user else "",
        capacity=capacity.get_capacity_display() if capacity else "",
        comment=comment,
        checks=checklist.for_record(revision),
    )


def write_inherited(
    obj: models.Model, revision: Revision, source: Approval
) -> Approval:
    """Record that ``revision`` says what was approved for the page that ``obj`` copied."""
    return _append(
        _about(obj, revision),
        kind=Approval.Kind.INHERITED if source.approver_name else source.kind,
        approver=source.approver,
        approver_name=source.approver_name,
        capacity=source.capacity,
        comment=f"#{source.pk}",
        checks=source.checks,
    )


def _about(obj: models.Model, revision: Revision) -> Approval:
    approved = revision.as_object()
    return Approval(
        base_content_type=obj.get_base_content_type(),
        object_id=str(obj.pk),
        title=str(approved)[:255],
        address=(getattr(approved, "url", None) or "")[:500],
        revision_id=revision.pk,
        stored_digest=digest.stored_digest(revision),
        text_digest=digest.text_digest(approved),
        files=digest.files_shown(approved),
        approved_at=timezone.now().replace(microsecond=0),
    )


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
