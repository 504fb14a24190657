"""Whether the signature block of a plan says what those who approve it may sign as.

Decree 30/2020/NĐ-CP, article 13: a deputy signs KT., others TL. or, with a written mandate,
TUQ.; each above the position of his own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..approval.authorities import SigningAuthority, in_words
from ..approval.standing import signers_on
from ..folding import fold

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
    capacity = authority.capacity if authority else HEAD
    if not (block := block_of(plan)) or capacity_of(plan) == capacity:
        return None
    return _(
        "The signature block says “%(block)s”, and you decide as: %(capacity)s. Return "
        "the plan if the block has to change."
    ) % {"block": block, "capacity": in_words(capacity)}


def why_nobody_signs(plan: PlanPageMixin) -> str | None:
    """Return what the block says that nobody who approves plans today can sign as, or ``None``.

    For its writer, who does not know yet who will approve. Whoever signs for the head is
    looked for by name too: each does so in his own place.
    """
    if not (block := block_of(plan)):
        return None
    signers = signers_on(timezone.localdate(), field=plan.approval_field)
    if not signers or any(_is_meant(plan, *signer) for signer in signers):
        return None
    listed = (f"{name} ({in_words(capacity)})" for name, capacity in signers)
    return _(
        "The signature block says “%(block)s”, and nobody who approves plans today signs "
        "so. Who approves them: %(signers)s. Check the block before you submit the plan."
    ) % {"block": block, "signers": "; ".join(listed)}


def _is_meant(plan: PlanPageMixin, name: str, capacity: str) -> bool:
    if capacity_of(plan) != capacity:
        return False
    # Degrees may stand before the name.
    return capacity == HEAD or fold(plan.signatory_name).endswith(fold(name))


def block_of(plan: PlanPageMixin) -> str:
    """The signature block on one line, or "" where it is empty."""
    block = [plan.authority, plan.signatory_position, plan.signatory_name]
    return ", ".join(filter(None, block))


def capacity_of(plan: PlanPageMixin) -> str:
    """As what the block says that its signatory signs."""
    return capacity_in(plan.authority)


def capacity_in(written: str) -> str:
    """The capacity that a line such as "KT. HIỆU TRƯỞNG" says; without one the head's."""
    said = written.strip().upper()
    return next((p for p in FOR_THE_HEAD if said.startswith(p)), HEAD)
