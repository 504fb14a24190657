"""One text before one person: what a decision rests on, read once and handed down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from . import digest, privacy, queries, record, rules, secrecy
from .standing import Standing, standing_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models
    from wagtail.models import Revision

    from .authorities import SigningAuthority
    from .models import Approval


@dataclass(frozen=True)
class Case:
    """``revision`` of ``obj`` as it is stored, and what ``user`` may sign.

    ``text`` is what the revision says, to be read only.
    """

    obj: models.Model
    revision: Revision
    text: models.Model
    user: AbstractUser
    standing: Standing


def open_case(
    obj: models.Model,
    revision: Revision,
    user: AbstractUser,
    standing: Standing | None = None,
) -> Case:
    """The case of ``revision`` before ``user``, whose standing is asked now if not given."""
    text = digest.as_stored(revision)
    return Case(obj, revision, text, user, standing or standing_of(user))


def why_not_approve(case: Case) -> str | None:
    """Return why the user may not approve the text, or ``None``."""
    return (
        rules.why_not_principal(case.user)
        or why_not_public(case)
        or case.standing.why_not_sign(case.obj)
        or _why_not_four_eyes(case)
    )


def why_not_public(case: Case) -> str | None:
    """Return why nobody may put the text before the public, or ``None``."""
    return secrecy.why_not_public(case.text) or case.text.why_not_show()


@dataclass(frozen=True)
class Advice:
    """What somebody should look at before he decides on a text; it refuses nothing.

    ``capacity`` is the authority he would act under, ``None`` for a head who needs none;
    ``in_order`` is what has been looked at already, and
    ``warnings`` are the passages on private life, each with whether its writer saw it.
    """

    capacity: SigningAuthority | None
    points: list[str]
    warnings: list[tuple[str, bool]]
    in_order: list[str]


def advice_on(text: models.Model, standing: Standing, checks: dict[str, Any]) -> Advice:
    """What one of this ``standing`` should look at in ``text``, sent with ``checks``."""
    capacity = standing.authority_today(text)
    points = [*text.points_to_check(), *text.points_to_sign(capacity)]
    warnings = privacy.marked(text, checks)
    return Advice(capacity, points, warnings, text.points_in_order())


def put_on_record(
    case: Case, *, kind: str, comment: str = "", checks: dict[str, Any] | None = None
) -> Approval:
    """Record that the user answers for the text, in his capacity of today."""
    return record.write(
        case.obj,
        case.revision,
        kind=kind,
        user=case.user,
        capacity=case.standing.authority_today(case.obj),
        comment=comment,
        text=case.text,
        checks=checks,
    )


def _why_not_four_eyes(case: Case) -> str | None:
    """Who wrote is asked only where it matters: the head may approve his own words."""
    field, today = case.obj.approval_field, timezone.localdate()
    if case.standing.is_head_on(today, field=field):
        return None
    writers = queries.writers_since_approval(case.obj, case.revision)
    return rules.why_not_four_eyes(case.user, writers)
