"""Whether the signature block of a plan says what its approver may sign as.

Decree 30/2020/NĐ-CP, article 13: a deputy signs KT., others TL. or, with a written mandate,
TUQ.; each above the position of his own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..approval.authorities import SigningAuthority

if TYPE_CHECKING:
    from .models import PlanPageMixin

HEAD = SigningAuthority.Capacity.HEAD
FOR_THE_HEAD = ("KT.", "TL.", "TUQ.")


def why_another_signs(
    plan: PlanPageMixin, authority: SigningAuthority | None
) -> str | None:
    """Return what the block says otherwise than ``authority``, or ``None``.

    Approving for the portal and signing the paper may be two people's work, so this is
    said and nothing is refused.
    """
    block = [plan.authority, plan.signatory_position, plan.signatory_name]
    capacity = SigningAuthority.Capacity(authority.capacity) if authority else HEAD
    if not any(block) or _prefix(plan) == ("" if capacity == HEAD else capacity):
        return None
    return _(
        "The signature block says “%(block)s”, and you decide as: %(capacity)s. Return "
        "the plan if the block has to change."
    ) % {"block": ", ".join(filter(None, block)), "capacity": capacity.label}


def _prefix(plan: PlanPageMixin) -> str:
    """What stands before the head's position in the block; empty where he signs."""
    written = plan.authority.strip().upper()
    return next((p for p in FOR_THE_HEAD if written.startswith(p)), "")
