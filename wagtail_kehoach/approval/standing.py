"""Reads of who may sign what: principals and their signing authorities."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Exists
from django.utils import timezone

from ..conf import kehoach_settings
from ..names import of_user
from . import rules
from .authorities import SigningAuthority

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db import models


@dataclass(frozen=True)
class Standing:
    """What a user may sign, as it was when it was asked.

    ``authorities`` are those on record, past and future ones included; ``named`` are
    those that name him for emergencies.
    """

    is_principal: bool
    authorities: list[SigningAuthority]
    named: list[SigningAuthority]

    def authority_on(self, day: dt.date, *, field: str) -> SigningAuthority | None:
        """The authority under which he signs a text of ``field`` on ``day``, if any."""
        held = [a for a in self.authorities if a.covers(field) and a.holds_on(day)]
        held.sort(key=lambda a: a.capacity != SigningAuthority.Capacity.HEAD)
        return held[0] if held else None

    def authority_today(self, obj: models.Model) -> SigningAuthority | None:
        """The authority under which he signs texts such as ``obj`` now, if any."""
        return self.authority_on(timezone.localdate(), field=obj.approval_field)

    def named_on(self, day: dt.date, *, field: str) -> SigningAuthority | None:
        """The decision that names him for emergencies in ``field`` on ``day``, if any."""
        held = [a for a in self.named if a.covers(field) and a.holds_on(day)]
        return held[0] if held else self.authority_on(day, field=field)

    def is_head_on(self, day: dt.date, *, field: str) -> bool:
        """Whether he signs as the head: so recorded, or a principal without a record."""
        if not self.is_principal or not self.authorities:
            return self.is_principal
        authority = self.authority_on(day, field=field)
        return bool(authority) and authority.capacity == authority.Capacity.HEAD

    def fields_on(self, day: dt.date) -> list[str]:
        """What he signs for on ``day``, by the names of the fields."""
        held = [a for a in self.authorities if a.holds_on(day)]
        if not self.authorities or any(a.field == a.Field.ALL for a in held):
            return [str(SigningAuthority.Field.ALL.label)]
        return sorted({str(a.get_field_display()) for a in held})

    def why_not_sign(self, obj: models.Model) -> str | None:
        """Return why he does not sign for texts such as ``obj`` today, or ``None``."""
        return rules.why_no_capacity(
            self.authorities, field=obj.approval_field, day=timezone.localdate()
        )

    def why_not_named(self, obj: models.Model) -> str | None:
        """Return why he may not publish such texts in an emergency, or ``None``.

        The head always may; others where a decision names them.
        """
        field, today = obj.approval_field, timezone.localdate()
        if self.is_head_on(today, field=field):
            return None
        return rules.why_not_named(self.named, field=field, day=today)


def standing_of(user: AbstractUser) -> Standing:
    """What ``user`` may sign now: asked anew each time, in one statement."""
    names = [field.attname for field in SigningAuthority._meta.concrete_fields]
    people = get_user_model()._base_manager.filter(pk=user.pk, is_active=True)
    group = kehoach_settings.PRINCIPALS_GROUP
    member = people.filter(groups__name=group)
    rows = people.annotate(kehoach_member=Exists(member)).values_list(
        "kehoach_member", *(f"kehoach_signing_authorities__{n}" for n in names)
    )
    is_principal, recorded = False, []
    for is_principal, *row in rows:  # noqa: B007 -- the same in each row
        recorded.append(SigningAuthority.from_db(rows.db, names, row))
    rules.remember_principal(user, is_principal=is_principal)
    recorded = [authority for authority in recorded if authority.pk is not None]
    found = Standing(
        is_principal,
        [authority for authority in recorded if not authority.is_for_emergencies],
        [authority for authority in recorded if authority.is_for_emergencies],
    )
    user.__dict__["_kehoach_standing"] = found
    return found


def standing_in_request(user: AbstractUser) -> Standing:
    """As ``standing_of``, asked once per user object, which lives for one request."""
    if "_kehoach_standing" not in user.__dict__:
        user.__dict__["_kehoach_standing"] = standing_of(user)
    return user.__dict__["_kehoach_standing"]


def signers_on(day: dt.date, *, field: str) -> list[tuple[str, str]]:
    """The principals who sign texts of ``field`` on ``day``: name and capacity of each.

    Two statements.
    """
    people = get_user_model()._base_manager.filter(
        is_active=True, groups__name=kehoach_settings.PRINCIPALS_GROUP
    )
    found = []
    for user in people.prefetch_related("kehoach_signing_authorities").order_by("pk"):
        recorded = user.kehoach_signing_authorities.all()
        held = [a for a in recorded if not a.is_for_emergencies]
        standing = Standing(is_principal=True, authorities=held, named=[])
        if standing.is_head_on(day, field=field):
            found.append((of_user(user), SigningAuthority.Capacity.HEAD))
        elif authority := standing.authority_on(day, field=field):
            found.append((of_user(user), authority.capacity))
    return found


def why_not_take_down(obj: models.Model, user: AbstractUser) -> str | None:
    """Return why ``user`` may not take down texts such as ``obj``, or ``None``.

    A principal takes down what he signs for. For others Wagtail's rights decide.
    """
    if user.is_superuser or not rules.is_principal(user):
        return None
    return standing_in_request(user).why_not_sign(obj)


def ending_authorities(day: dt.date, *, days: int = 30) -> list[SigningAuthority]:
    """Signing authorities that end within ``days`` from ``day``, the next to end first.

    Left out are those that go on under another one of the same person. One statement.
    """
    last = day + dt.timedelta(days=days)
    people = SigningAuthority.objects.filter(user__is_active=True)
    recorded = list(people.select_related("user"))
    ending = [
        authority
        for authority in recorded
        if authority.ends_on is not None
        and day <= authority.ends_on <= last
        and not any(authority.goes_on_as(other) for other in recorded)
    ]
    return sorted(ending, key=lambda authority: (authority.ends_on, authority.pk))
