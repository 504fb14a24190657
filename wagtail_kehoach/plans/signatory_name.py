"""Whether the signature block of a plan names the person who heads the school, or approves.

Both may be right: the paper may be older than the new head. So this is said and nothing
is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..approval.authorities import in_words
from ..approval.queries import live_approval
from ..folding import fold
from ..organisation.bodies import is_same_body
from .signing import HEAD, block_of, capacity_in, capacity_of
from .starting import school_of

if TYPE_CHECKING:
    from ..approval.authorities import SigningAuthority
    from .models import PlanPageMixin


def why_another_head(plan: PlanPageMixin) -> str | None:
    """Return that the head of the school has another name than the block, or ``None``."""
    return _said(plan, [_head(plan)])


def why_another_approver(
    plan: PlanPageMixin, authority: SigningAuthority | None
) -> str | None:
    """As ``why_another_head``; also whom ``authority`` was given to, in that capacity."""
    fits = authority is not None and authority.capacity == capacity_of(plan)
    name = authority.user.get_full_name() if authority and fits else ""
    return _said(plan, [_head(plan), _approver(name)])


def why_another_than_approved(plan: PlanPageMixin) -> str | None:
    """As ``why_another_head``; also as what, and by whom, the public text was approved."""
    approval = live_approval(plan)
    if approval is None:
        return why_another_head(plan)
    block, capacity = block_of(plan), capacity_in(approval.capacity)
    if block and capacity != capacity_of(plan):
        return _(
            "The signature block says “%(block)s”, and %(name)s approved the plan as: "
            "%(capacity)s. Check the paper before it gets a number."
        ) % {
            "block": block,
            "name": approval.approver_name,
            "capacity": approval.capacity or in_words(HEAD),
        }
    return _said(plan, [_head(plan), _approver(approval.approver_name)])


#: A name, and the sentence that says whose it is.
Known = tuple[str, str]


def _head(plan: PlanPageMixin) -> Known:
    asked = plan.signatory_name and capacity_of(plan) == HEAD
    school = school_of(plan) if asked else None
    if school is None:
        return "", ""
    bodies = school.issuing_body, plan.issuing_body
    if all(bodies) and not is_same_body(*bodies):
        return "", ""
    name = school.head_name
    said = {"name": name, "head": school.head_called}
    return name, _("%(head)s of the school: “%(name)s”.") % said


def _approver(name: str) -> Known:
    # An account without a full name is called by what it signs in with.
    name = name if " " in name else ""
    return name, _("The approver is “%(name)s”.") % {"name": name}


def _said(plan: PlanPageMixin, known: list[Known]) -> str | None:
    written = plan.signatory_name
    others = {
        said: None
        for name, said in known
        if name and written and not _is_same(name, written)
    }
    if not others:
        return None
    signed = _("The signature block names “%(name)s”.") % {"name": written}
    return " ".join([signed, *others, _("Check the name of the signatory.")])


def _is_same(one: str, other: str) -> bool:
    """Degrees may stand before a name."""
    one, other = fold(one), fold(other)
    return one.endswith(other) or other.endswith(one)
