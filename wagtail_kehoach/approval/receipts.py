"""Tells an approver what was decided with his link, so that a stolen one is noticed.

He cannot turn it off. Where the decision came from is in the message only: no machine's
address is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from . import mailing
from .link_models import ApprovalLink

if TYPE_CHECKING:
    from django.http import HttpRequest

try:
    from django.tasks import task
except ImportError:  # Django before 6.0.
    from django_tasks import task

DEVICE_LENGTH = 200


def after_decision(link: ApprovalLink, request: HttpRequest) -> None:
    """Send the receipt of what ``request`` decided with ``link``, once it is saved."""
    mailing.after_commit(
        tell_approver.enqueue,
        link.pk,
        address=request.META.get("REMOTE_ADDR", ""),
        device=request.headers.get("User-Agent", "")[:DEVICE_LENGTH],
    )


@task()
def tell_approver(link_id: int, *, address: str, device: str) -> None:
    """Send one receipt."""
    links = ApprovalLink.objects.select_related("approver", "submission__revision")
    link = links.filter(pk=link_id).first()
    if link is None or not link.used_at or not link.approver.email:
        return
    mailing.send(
        link.approver,
        "receipt",
        lambda: {
            "title": link.submission.revision.object_str,
            "approved": link.decision == "approve",
            "when": timezone.localtime(link.used_at),
            "address": address,
            "device": device,
        },
    )
