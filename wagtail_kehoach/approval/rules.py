"""Who may decide, and why not. Answers questions only; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..conf import kehoach_settings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser
    from wagtail.models import Revision, TaskState

    from .authorities import SigningAuthority
    from .models import Approval


def all_of(*reasons: str | None) -> str | None:
    """Everything that stands in the way, a line each and once; ``None`` if nothing does."""
    lines = [line for reason in reasons if reason for line in reason.splitlines()]
    return "\n".join(dict.fromkeys(lines)) or None


def not_approved() -> str:
    """The reason that is given wherever an approval is missing."""
    return _("A principal has to approve this text before it can be published.")


def is_principal(user: AbstractUser) -> bool:
    """Whether ``user`` is an active member of the principals' group.

    Asked once per user object; being a superuser does not make a principal.
    """
    if not user.is_active:
        return False
    group = kehoach_settings.PRINCIPALS_GROUP
    cache = user.__dict__.setdefault("_kehoach_is_principal", {})
    if group not in cache:
        cache[group] = user.groups.filter(name=group).exists()
    return cache[group]


def remember_principal(user: AbstractUser, *, is_principal: bool) -> None:
    """Keep a newer answer to ``is_principal`` on this user object."""
    group = kehoach_settings.PRINCIPALS_GROUP
    user.__dict__["_kehoach_is_principal"] = {group: is_principal}


def why_not_principal(user: AbstractUser) -> str | None:
    """Return why ``user`` may not approve anything, or ``None``."""
    if is_principal(user):
        return None
    return _("Only members of the group “%(group)s” can approve.") % {
        "group": kehoach_settings.PRINCIPALS_GROUP
    }


def may_read_record(user: AbstractUser) -> bool:
    """Whether ``user`` may look through the record of approvals: he answers for it."""
    return user.is_active and (user.is_superuser or is_principal(user))


def why_no_capacity(
    authorities: Iterable[SigningAuthority], *, field: str, day: dt.date
) -> str | None:
    """Return why none of the user's ``authorities`` covers ``field`` on ``day``.

    A principal without any recorded authority is the head, who signs everything; whoever
    has one signs within it (Decree 30/2020/NĐ-CP, art. 13).
    """
    authorities = list(authorities)
    if not authorities:
        return None
    inside = [authority for authority in authorities if authority.covers(field)]
    if not inside:
        return _("Your signing authority does not cover this kind of text.")
    if not any(authority.holds_on(day) for authority in inside):
        return _("Your signing authority for this kind of text is not valid today.")
    return None


def why_not_named(
    named: Iterable[SigningAuthority], *, field: str, day: dt.date
) -> str | None:
    """Return why these decisions do not let a user publish in an emergency, or ``None``."""
    inside = [authority for authority in named if authority.covers(field)]
    if not inside:
        return _(
            "Only the head, and those whom a decision names for it, can publish this "
            "kind of text in an emergency."
        )
    if not any(authority.holds_on(day) for authority in inside):
        return _("The decision that names you for emergencies is not valid today.")
    return None


def why_not_settle(user: AbstractUser, emergency: Approval) -> str | None:
    """Return why ``user`` may not confirm or withdraw ``emergency``, or ``None``."""
    if reason := why_not_principal(user):
        return reason
    if settled := getattr(emergency, "settlement", None):
        return _("%(name)s has already decided on this emergency publication.") % {
            "name": settled.approver_name
        }
    if emergency.approver == user:
        return _("You published this yourself, so another principal must decide on it.")
    return None


def not_confirmed() -> str:
    """The reason that is given where an emergency does not count as an approval."""
    return _(
        "This text was published in an emergency. A principal has to confirm it first."
    )


def why_not_waiting(submission: TaskState | None) -> str | None:
    """Return why ``submission`` cannot be decided on any more, or ``None``."""
    if submission is None or submission.status != submission.STATUS_IN_PROGRESS:
        return _("This text is not waiting for approval any more.")
    state = submission.workflow_state
    if state.status != state.STATUS_IN_PROGRESS:
        return _("This text is not waiting for approval any more.")
    return None


def why_not_moved_on(user: AbstractUser, later_writers: set[int | None]) -> str | None:
    """Return why a text that others changed after its submission cannot be approved.

    What the approver himself changed counts as his; ``later_writers`` wrote after it.
    """
    if later_writers <= {user.pk}:
        return None
    return _(
        "Somebody changed the text after it was submitted. Return it, so that it can "
        "be submitted as it is now."
    )


def why_not_same_files(approved: dict, current: dict[str, str]) -> str | None:
    """Return why a text may not be shown with ``current`` files, or ``None``."""
    if current == {key: said["sha1"] for key, said in approved.items()}:
        return None
    return _("A picture or document in this text changed after it was approved.")


def why_not_same_text(expected: str | None, current: str) -> str | None:
    """Return why a decision on the text ``expected`` does not hold for ``current``."""
    if expected is not None and expected != current:
        return _("The text has changed since you opened it. Please read it again.")
    return None


def why_not_four_eyes(user: AbstractUser, writers: set[int | None]) -> str | None:
    """Return why someone who wrote in the text may not approve it alone, or ``None``.

    Not asked of the head, who answers for every text of the school.
    """
    if not kehoach_settings.FOUR_EYES or user.pk not in writers:
        return None
    return _("You wrote part of this text, so another principal must approve it.")


def revision_token(revision: Revision, digest: str) -> str:
    """What a decision form carries, so that it speaks of one text and no other."""
    return f"{revision.pk}:{digest}"


def keep_refusal(user: AbstractUser, reason: str) -> None:
    """Remember, until the request ends, why ``user`` was refused."""
    user.__dict__["_kehoach_refusal"] = reason


def take_refusal(user: AbstractUser) -> str | None:
    """Return why ``user`` was refused in this request, once."""
    return user.__dict__.pop("_kehoach_refusal", None)
