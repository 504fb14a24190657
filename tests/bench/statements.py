"""How many statements a request takes, counted in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from wagtail_kehoach.approval import decisions
from wagtail_kehoach.approval.guard import GuardedPageMixin
from wagtail_kehoach.plans.projection import project_tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from .portal import Portal


def of_pages(addresses: dict[str, str]) -> dict[str, int]:
    """Statements of each public page once the caches are warm."""
    client = Client()
    counts = {}
    for name, path in addresses.items():
        client.get(path)
        counts[name] = count(lambda path=path: client.get(path))
    return counts


def of_editing(portal: Portal) -> dict[str, int]:
    """Statements of the edit view, and of saving and publishing with and without us.

    A principal who publishes also decides, which is recorded; so the publishing of a
    text that was approved before is counted too. What publishing a plan writes to
    ``PlanTask`` comes on top of what the guard asks.
    """
    client = Client()
    client.force_login(portal.principal)
    plan = reverse("wagtailadmin_pages:edit", args=[portal.long_plan.pk])
    client.get(plan)
    counts = {"edit view, plan with 40 tasks": count(lambda: client.get(plan))}
    for kind, page in (("bare", portal.bare), ("guarded", portal.guarded)):
        for name, said in (("save", {}), ("publish", {"action-publish": "1"})):
            counts[f"{name}, {kind}"] = _count_edit(client, page, said)
        counts[f"publish once approved, {kind}"] = _count_publish(page, portal)
    project_tasks(portal.long_plan)
    counts["projection, 40 tasks unchanged"] = count(
        lambda: project_tasks(portal.long_plan)
    )
    return counts


def _count_publish(page, portal: Portal) -> int:
    revision = page.save_revision(user=portal.principal)
    if isinstance(page, GuardedPageMixin):
        decisions.approve_directly(page, revision, user=portal.principal)
    return count(lambda: revision.publish(user=portal.principal))


def count(call: Callable[[], object]) -> int:
    """The statements of ``call``, savepoints aside; what it writes is undone."""
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        call()
        transaction.set_rollback(True)
    return sum("SAVEPOINT" not in query["sql"] for query in queries)


def _count_edit(client: Client, page, said: dict[str, str]) -> int:
    form = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "body": streamfield([("paragraph", rich_text("<p>Để biết.</p>"))]),
            "comments": inline_formset([]),
            **said,
        }
    )
    if isinstance(page, GuardedPageMixin):
        form["kehoach_checks"] = page.approval_checks()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def send():
        if client.post(url, form).status_code != 302:
            raise SystemExit(f"The form of {page} was not accepted.")

    count(send)
    return count(send)
