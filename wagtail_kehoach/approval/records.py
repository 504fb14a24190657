"""Reads of the record of approvals as people look through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    F,
    OuterRef,
    Q,
    Subquery,
    When,
)
from django.db.models.functions import Cast
from wagtail.models import get_default_page_content_type
from wagtail.permission_policies.pages import PagePermissionPolicy

from .models import Approval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from django.db.models import Model, QuerySet


def records_for(user: AbstractUser) -> QuerySet[Approval]:
    """The record as ``user`` may see it, each row with ``shown_page`` and ``type_id``.

    Left out are pages in sections that are closed to him in the admin; rows of pages
    that are gone stay. ``type_id`` is ``None`` for these: only a page that exists
    knows what it is.
    """
    pages = _pages()
    is_page = Q(base_content_type=get_default_page_content_type())
    rows = Approval.objects.annotate(
        shown_page=Case(
            # Only here is the key a number: a snippet may have any.
            When(is_page, then=Cast("object_id", BigIntegerField()))
        )
    ).annotate(
        type_id=Case(
            When(
                is_page,
                then=Subquery(
                    pages.filter(pk=OuterRef("shown_page")).values("content_type")[:1]
                ),
            ),
            default=F("base_content_type_id"),
            output_field=BigIntegerField(),
        )
    )
    if user.is_superuser:
        return rows
    open_pages = PagePermissionPolicy(pages.model).explorable_instances(user)
    return rows.filter(
        Q(shown_page__isnull=True)
        | Q(type_id__isnull=True)
        | Q(shown_page__in=open_pages.order_by().values("pk"))
    )


def emergencies_of(rows: QuerySet[Approval]) -> dict[str, int]:
    """How many of ``rows`` are emergencies, and what principals said of them."""
    kinds = Approval.Kind
    return rows.aggregate(
        published=Count("pk", filter=Q(kind=kinds.EMERGENCY)),
        confirmed=Count("pk", filter=Q(kind=kinds.CONFIRMED)),
        withdrawn=Count("pk", filter=Q(kind=kinds.WITHDRAWN)),
        open=Count("pk", filter=Q(kind=kinds.EMERGENCY, settlement=None)),
    )


def approver_names() -> list[str]:
    """Everybody who is on record as an approver, accounts that are gone included."""
    names = Approval.objects.exclude(approver_name="").order_by("approver_name")
    return list(names.values_list("approver_name", flat=True).distinct())


def pages_to_edit(user: AbstractUser, keys: Iterable[int]) -> set[int]:
    """Which of the pages with these keys still exist and are the user's to edit."""
    editable = PagePermissionPolicy(_pages().model).instances_user_has_permission_for(
        user, "change"
    )
    return set(editable.filter(pk__in=keys).values_list("pk", flat=True))


def snippets_on_record(rows: Iterable[Approval]) -> dict[tuple[int, str], Model]:
    """The snippets that ``rows`` speak of and that still exist, by type and key."""
    keys: dict[int, set[str]] = {}
    for row in rows:
        if row.base_content_type_id != get_default_page_content_type().pk:
            keys.setdefault(row.base_content_type_id, set()).add(row.object_id)
    found: dict[tuple[int, str], Model] = {}
    for type_id, wanted in keys.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is not None:
            existing = model._base_manager.filter(pk__in=wanted)
            found |= {(type_id, str(obj.pk)): obj for obj in existing}
    return found


def _pages() -> QuerySet:
    return swapper.load_model("wagtailcore", "Page")._base_manager.all()
