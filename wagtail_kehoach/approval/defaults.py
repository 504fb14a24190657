"""The groups and the workflow that a school starts with. Safe to repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from ..conf import kehoach_settings
from .steps import PrincipalApprovalTask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db import models

WORKFLOW_NAME = "Hiệu trưởng duyệt"
EDITOR_PAGE_RIGHTS = ("add", "change")
PRINCIPAL_PAGE_RIGHTS = ("add", "change", "publish", "lock", "unlock")


def ensure_workflow() -> tuple[Workflow, bool]:
    """The workflow with the principal's task in it, and whether it was made now."""
    task = PrincipalApprovalTask.objects.filter(active=True).first()
    if task is None:
        task = PrincipalApprovalTask.objects.create(name=WORKFLOW_NAME)
    workflow = Workflow.objects.filter(active=True, workflow_tasks__task=task).first()
    if workflow:
        return workflow, False
    workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow, True


def put_under_workflow(
    workflow: Workflow, pages: Iterable[models.Model], snippets: Iterable[type]
) -> list[Workflow]:
    """Send texts below ``pages``, and ``snippets`` of these models, to the principal.

    A workflow that the portal chose for one of them is kept; returns those that have no
    step for the principal, so that nothing sent there can become public.
    """
    kept = []
    for page in pages:
        kept.append(
            WorkflowPage.objects.get_or_create(
                page_id=page.pk, defaults={"workflow": workflow}
            )[0].workflow
        )
    for model in snippets:
        kept.append(
            WorkflowContentType.objects.get_or_create(
                content_type=ContentType.objects.get_for_model(model),
                defaults={"workflow": workflow},
            )[0].workflow
        )
    steps = PrincipalApprovalTask.objects.filter(active=True)
    asks = Workflow.objects.filter(active=True, workflow_tasks__task__in=steps)
    return [workflow for workflow in dict.fromkeys(kept) if workflow not in asks]


def ensure_groups() -> tuple[Group, Group, set[str]]:
    """The groups of editors and principals, able to enter the admin and add files.

    Also returns the names of the groups that were made now.
    """
    names = (kehoach_settings.EDITORS_GROUP, kehoach_settings.PRINCIPALS_GROUP)
    rows = [Group.objects.get_or_create(name=name) for name in names]
    (editors, _), (principals, _) = rows
    root = Collection.get_first_root_node()
    for group in (editors, principals):
        _grant(group, "wagtailadmin", "access_admin")
        for model in (get_image_model(), get_document_model()):
            for right in ("add", "choose"):
                _grant_on_collection(group, root, model, right)
    return editors, principals, {group.name for group, made in rows if made}


def grant_on_pages(
    editors: Group, principals: Group, pages: Iterable[models.Model]
) -> None:
    """Editors write below ``pages`` and principals publish; nothing else is touched."""
    base = swapper.load_model("wagtailcore", "Page")._meta
    for page in pages:
        for group, rights in (
            (editors, EDITOR_PAGE_RIGHTS),
            (principals, PRINCIPAL_PAGE_RIGHTS),
        ):
            for right in rights:
                permission = Permission.objects.get(
                    content_type__app_label=base.app_label,
                    codename=get_permission_codename(right, base),
                )
                GroupPagePermission.objects.get_or_create(
                    group=group, page_id=page.pk, permission=permission
                )


def grant_on_models(
    group: Group, models_: Iterable[type[models.Model]], rights: Iterable[str]
) -> None:
    """Give ``group`` these ``rights`` on each of the models."""
    for model in models_:
        meta = model._meta
        for right in rights:
            _grant(group, meta.app_label, f"{right}_{meta.model_name}")


def grant_admin(group: Group) -> None:
    """Let ``group`` enter the admin."""
    _grant(group, "wagtailadmin", "access_admin")


def grant_to_translate(group: Group) -> None:
    """Let ``group`` begin translations with wagtail-localize; each waits for its approval."""
    _grant(group, "wagtail_localize", "submit_translation")


def _grant(group: Group, app_label: str, codename: str) -> None:
    group.permissions.add(
        Permission.objects.get(content_type__app_label=app_label, codename=codename)
    )


def _grant_on_collection(
    group: Group, root: Collection, model: type, right: str
) -> None:
    permission = Permission.objects.filter(
        content_type__app_label=model._meta.app_label,
        codename=get_permission_codename(right, model._meta),
    ).first()
    if permission:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
