"""Who may publish in an emergency or decide on one, and why not. Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import AbstractPage, Revision
from wagtail.permission_policies import ModelPermissionPolicy

from . import checklist, digest, queries, rules
from .cases import Case, open_case, why_not_approve, why_not_public
from .models import Approval
from .standing import Standing, standing_in_request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from django.db import models


def why_not_publish(
    obj: models.Model, revision: Revision, user: AbstractUser
) -> str | None:
    """Return why ``user`` may not publish ``revision`` in an emergency, or ``None``."""
    standing = standing_in_request(user)
    if reason := why_not_user(obj, user, standing):
        return reason
    case = open_case(obj, revision, user, standing)
    known = queries.approval_of(obj, revision)
    return why_not_this(case, known) or why_not_public(case)


def why_not_confirm(
    emergency: Approval, obj: models.Model, revision: Revision, user: AbstractUser
) -> str | None:
    """Return why ``user`` may not confirm ``emergency``, or ``None``."""
    standing = standing_in_request(user)
    return why_not_settle(emergency, obj, user, standing) or why_not_approve(
        open_case(obj, revision, user, standing)
    )


def why_not_settle(
    emergency: Approval,
    obj: models.Model | None,
    user: AbstractUser,
    standing: Standing,
) -> str | None:
    """Return why ``user`` may neither confirm nor withdraw ``emergency``, or ``None``."""
    if reason := rules.why_not_settle(user, emergency):
        return reason
    return standing.why_not_sign(obj) if obj is not None else None


def why_not_user(
    obj: models.Model, user: AbstractUser, standing: Standing
) -> str | None:
    """Return why ``user`` publishes no such text in an emergency, or ``None``."""
    if reason := standing.why_not_named(obj):
        return reason
    if isinstance(obj, AbstractPage):
        may_edit = obj.permissions_for_user(user).can_edit()
    else:
        policy = ModelPermissionPolicy(type(obj))
        may_edit = policy.user_has_permission(user, "change")
    return None if may_edit else _("You may not edit this text.")


def why_not_this(case: Case, known: Approval | None) -> str | None:
    """Return why this text is no emergency, or ``None``; ``known`` is its record so far."""
    if known is not None and known.is_emergency:
        return rules.not_confirmed()
    if known is not None:
        return _("A principal has approved this text. Publish it as usual.")
    if _was_withdrawn(case):
        return _("A principal withdrew this text. Submit it for approval.")
    go_live_at = case.text.go_live_at
    if go_live_at and go_live_at > timezone.now():
        return _(
            "In an emergency a text is published at once. Clear its hour of "
            "publication first."
        )
    return None


def why_not_said(obj: models.Model, reason: str, ticked: Iterable[str]) -> str | None:
    """Return what the publisher of ``obj`` has still to say, or ``None``."""
    if not reason.strip():
        return _("Please say why this cannot wait for an approval.")
    if not set(obj.approval_checks()) <= set(ticked):
        return checklist.why_not_ticked()
    return None


def _was_withdrawn(case: Case) -> bool:
    said = digest.text_digest(case.text)
    withdrawn = Approval.objects.of(case.obj).filter(kind=Approval.Kind.WITHDRAWN)
    return withdrawn.filter(text_digest=said).exists()
