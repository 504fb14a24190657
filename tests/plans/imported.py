"""Drafts from files, as the screens of their comparison need them."""

from __future__ import annotations

from django.urls import reverse

from tests.decree30.build import plan_with
from wagtail_kehoach.approval.newer_version import token_of
from wagtail_kehoach.models import PlanReading
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.imports import make_draft, read_file
from wagtail_kehoach.uploads.files import file_digest


def imported(user, old="", new="", *, name="ke-hoach.txt", data=None) -> PlanPage:
    """The draft that ``user`` made of the sample plan, with one passage replaced."""
    data = data or plan_with(old, new)
    return make_draft(
        read_file(name, data),
        parent=PlanIndexPage.objects.order_by("pk").first(),
        user=user,
        digest=file_digest(data),
    )


def address(plan, name="wagtail_kehoach_compare") -> str:
    return reverse(name, args=[plan.pk])


def press(client, plan, do: str, **said):
    """Press a button of the comparison, as somebody who has just opened it."""
    plan.refresh_from_db()
    form = {"known": token_of(plan.latest_revision), "do": do, **said}
    return client.post(address(plan), form)


def draft_of(plan) -> PlanPage:
    """The text of ``plan`` as its latest version has it."""
    return PlanPage.objects.get(pk=plan.pk).get_latest_revision_as_object()


def unplaced(plan, *lines: str) -> None:
    """Let the reader have found no place for ``lines``."""
    reading = PlanReading.objects.get(page_id=plan.pk)
    reading.reading["not_understood"] = list(lines)
    reading.save()
