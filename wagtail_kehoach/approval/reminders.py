"""Reminds principals of what they have left lying. For the clock: run it every morning."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..conf import kehoach_settings
from ..organisation.calendar import working_days_between
from . import mailing, queries
from .emergency_notifications import principals
from .link_models import Reminder
from .standing import ending_authorities, standing_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import TaskState

    from .authorities import SigningAuthority
    from .models import Approval
    from .standing import Standing

#: On how many days before its end an authority is a reason of its own to write.
ENDING_MARKS = (30, 14, 7, 3, 1, 0)

logger = logging.getLogger(__name__)


@dataclass
class Pending:
    """What one principal is reminded of, if anything."""

    waiting: list[TaskState] = field(default_factory=list)
    emergencies: list[Approval] = field(default_factory=list)
    ending: list[SigningAuthority] = field(default_factory=list)

    def is_due_on(self, day: dt.date) -> bool:
        """Whether this is worth a message on ``day``."""
        marks = ((authority.ends_on - day).days for authority in self.ending)
        return bool(self.waiting or self.emergencies) or any(
            left in ENDING_MARKS for left in marks
        )

    def as_json(self) -> dict[str, Any]:
        """What it is, as plain data."""
        return {
            "waiting": [
                {"title": s.revision.object_str, "working_days": s.working_days}
                for s in self.waiting
            ],
            "emergencies": [{"title": e.title} for e in self.emergencies],
            "ending": [
                {"user": a.user.get_username(), "last_day": a.ends_on.isoformat()}
                for a in self.ending
            ],
        }


@dataclass
class Reminding:
    """What one run did: whom it wrote to about what, whom not, and why not."""

    reminded: list[tuple[AbstractUser, Pending]] = field(default_factory=list)
    already: list[AbstractUser] = field(default_factory=list)
    unreachable: list[AbstractUser] = field(default_factory=list)
    failed: list[AbstractUser] = field(default_factory=list)


def remind(*, dry_run: bool = False) -> Reminding:
    """Write to each principal once a day at most, about all that he is to look at.

    Safe to run twice at once. A message that cannot be sent stops no other, and the
    next run tries it again.
    """
    today, done = timezone.localdate(), Reminding()
    waiting, emergencies = _overdue(today), queries.open_emergencies()
    ending = ending_authorities(today)
    if not dry_run:
        Reminder.objects.filter(sent_on__lt=today).delete()
    for user in principals():
        pending = _pending(user, waiting, emergencies, ending)
        if not pending.is_due_on(today):
            continue
        if not user.email:
            done.unreachable.append(user)
        elif dry_run:
            sent = Reminder.objects.filter(user=user, sent_on=today).exists()
            done.already.append(user) if sent else done.reminded.append((user, pending))
        else:
            _write(user, pending, today, done)
    return done


def _overdue(today: dt.date) -> list[TaskState]:
    """What waits for as many working days as the setting says, each with ``working_days``."""
    found = queries.waiting_list()
    for submission in found:
        since = timezone.localdate(submission.started_at)
        submission.working_days = working_days_between(since, today)
    limit = kehoach_settings.REMIND_AFTER_DAYS
    return [submission for submission in found if submission.working_days >= limit]


def _pending(
    user: AbstractUser,
    waiting: list[TaskState],
    emergencies: list[Approval],
    ending: list[SigningAuthority],
) -> Pending:
    """Of all this, what ``user`` can do something about and wants to hear of."""
    standing = standing_of(user)
    pending = Pending(
        emergencies=[
            e
            for e in emergencies
            if e.approver_id != user.pk
            and not (e.shown is not None and standing.why_not_sign(e.shown))
        ]
    )
    if mailing.wants(user, "submitted") or not user.email:
        pending.ending = ending
        pending.waiting = [
            submission
            for submission in waiting
            if _signs(standing, submission.revision.content_type.model_class())
        ]
    return pending


def _signs(standing: Standing, model: type | None) -> bool:
    """Whether texts of ``model`` are his to sign; those without a field are everybody's."""
    return not hasattr(model, "approval_field") or not standing.why_not_sign(model)


def _write(
    user: AbstractUser, pending: Pending, today: dt.date, done: Reminding
) -> None:
    try:
        with transaction.atomic():
            claim = Reminder.objects.create(user=user, sent_on=today)
    except IntegrityError:
        done.already.append(user)
        return
    try:
        mailing.send(user, "reminder", lambda: {"pending": pending})
    except Exception:
        # Whatever the mail server says: the next reader is written to all the same.
        logger.exception("“%s” could not be reminded.", user.get_username())
        claim.delete()
        done.failed.append(user)
    else:
        done.reminded.append((user, pending))
