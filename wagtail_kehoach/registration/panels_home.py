"""What the admin's home page says of the register: to clerks, and to principals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.admin.ui.components import Component

from ..approval.rules import is_principal
from . import rules
from .documents import (
    unconfirmed_notices,
    unreleased_files,
    waiting_documents,
    without_signed_file,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

#: How many documents without their signed file are named; the register has all of them.
UNSIGNED_LIMIT = 5


def _is_clerk(user: AbstractUser) -> bool:
    """Whether the register is what this user is here for."""
    return not user.is_superuser and rules.may_register(user) and not is_principal(user)


class WaitingForNumberPanel(Component):
    """Approved documents without a number, for whoever gives one.

    A clerk is told when there are none, too: an empty screen tells him nothing.
    """

    name = "kehoach_waiting_for_number"
    template_name = "wagtail_kehoach/admin/registration/waiting_panel.html"
    order = 93

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        waits = not user.is_superuser and rules.may_register(user)
        return {
            "waiting": waiting_documents() if waits else [],
            "is_clerk": _is_clerk(user),
        }


class UnsignedPanel(Component):
    """Registered documents whose signed file is missing, for the clerk, who adds it."""

    name = "kehoach_unsigned"
    template_name = "wagtail_kehoach/admin/registration/unsigned_panel.html"
    order = 94

    def get_context_data(self, parent_context):
        if not _is_clerk(parent_context["request"].user):
            return {"entries": []}
        entries = list(without_signed_file()[: UNSIGNED_LIMIT + 1])
        return {
            "entries": entries[:UNSIGNED_LIMIT],
            "has_more": len(entries) > UNSIGNED_LIMIT,
        }


class WaitingForReleasePanel(Component):
    """Signed files and notices that only a principal puts before the public."""

    name = "kehoach_waiting_for_release"
    template_name = "wagtail_kehoach/admin/registration/release_panel.html"
    order = 94

    def get_context_data(self, parent_context):
        if not is_principal(parent_context["request"].user):
            return {"files": [], "notices": []}
        return {"files": unreleased_files(), "notices": unconfirmed_notices()}
