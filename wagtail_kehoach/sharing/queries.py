"""Who sees which posts outside of the portal. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from wagtail.permissions import page_permission_policy

from ..approval.rules import is_principal
from ..consent.rules import keeps_registry
from .models import SharedPost, SharedPostQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def visible_to(user: AbstractUser) -> SharedPostQuerySet:
    """Everything for principals, keepers and superusers; for others what they may write.

    Whoever recorded a place always sees it, so that it can be ticked off.
    """
    rows = SharedPost.objects.select_related("recorded_by", "removed_by")
    if user.is_superuser or is_principal(user) or keeps_registry(user):
        return rows
    pages = page_permission_policy.instances_user_has_any_permission_for(
        user, ["change", "publish"]
    )
    return rows.filter(Q(recorded_by=user) | Q(page__in=pages.values("pk").order_by()))
