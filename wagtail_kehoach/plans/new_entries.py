"""A name of a draft as a new entry of the register, for whoever may add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..exceptions import ComparisonRefused
from ..organisation.models import Body, Unit
from .names import level_of
from .nearness import key_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MODELS: dict[str, type[Body | Unit]] = {"unit": Unit, "body": Body}


def may_add(user: AbstractUser, kind: str) -> bool:
    """Whether ``user`` may add units or bodies to the register."""
    meta = MODELS[kind]._meta
    codename = get_permission_codename("add", meta)
    return user.has_perm(f"{meta.app_label}.{codename}")


@transaction.atomic
def add_entry(
    user: AbstractUser, kind: str, *, name: str, printed: str, level: str = ""
) -> Body | Unit:
    """Add a unit or a body under ``name``; a unit keeps how the draft has it as well."""
    if kind not in MODELS or not may_add(user, kind):
        raise ComparisonRefused(_("You may not add to this register."))
    name = " ".join(name.split())
    if not name:
        raise ComparisonRefused(_("Type the name first."))
    known = {
        key_of(said) for entry in MODELS[kind].objects.all() for said in entry.names
    }
    if key_of(name) in known:
        raise ComparisonRefused(
            _("“%(name)s” is in the register already.") % {"name": name}
        )
    if kind == "unit":
        other = "" if key_of(name) == key_of(printed) else printed
        entry: Body | Unit = Unit(name=name, other_names=other)
    else:
        entry = Body(name=name, level=level or level_of(name))
    try:
        entry.full_clean()
    except ValidationError as error:
        raise ComparisonRefused(" ".join(error.messages)) from error
    entry.save()
    log(entry, "wagtail.create", user=user)
    return entry
