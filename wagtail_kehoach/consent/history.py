"""Who changed what in the registry, and when: kept in the log of the person.

On whatever road a row is saved. The log outlives the entry, so what was changed in it is
deleted with the person, and contacts are not kept at all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.fields.files import FieldFile
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from .. import names
from .models import Consent
from .person_models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTERED = "kehoach.consent_entered"
CHANGED = "kehoach.consent_changed"
PERSON_CHANGED = "kehoach.person_changed"

#: What is kept with the words before and after.
_KEPT: dict[type, tuple[str, ...]] = {
    Consent: (
        "basis", "for_portal", "for_social", "for_press", "for_foreign",
        "for_full_name",
        "representative_agreed", "child_agreed", "starts_on", "ends_on",
        "withdrawn_on", "evidence",
    ),
    Person: ("full_name", "class_level", "child", "born_on", "representative"),
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One step in the history of an entry, in words."""

    at: dt.datetime
    by: str
    what: list[str]


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for model in _KEPT:
        uid = f"kehoach.history.{model.__name__}"
        pre_save.connect(_look, sender=model, dispatch_uid=f"{uid}.before")
        post_save.connect(_keep, sender=model, dispatch_uid=f"{uid}.after")
    post_delete.connect(_forget, sender=Person, dispatch_uid="kehoach.history.forget")


def of(person: Person) -> list[Change]:
    """What was entered and changed in the entry of ``person``, the latest first."""
    entries = ModelLogEntry.objects.for_instance(person).filter(
        action__in=(ENTERED, CHANGED, PERSON_CHANGED)
    )
    return [
        Change(
            at=entry.timestamp,
            by=names.of_user(entry.user) if entry.user else "",
            what=list(_in_words(entry)),
        )
        for entry in entries.select_related("user").order_by("-timestamp", "-pk")
    ]


def _look(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """Note what this save changes; nobody else sees what was stored before."""
    instance._kehoach_changes = {}
    if raw:
        return
    stored = sender.objects.filter(pk=instance.pk).first() if instance.pk else None
    for name in _KEPT[sender]:
        if update_fields is not None and name not in update_fields:
            continue
        before = getattr(stored, name) if stored else None
        after = getattr(instance, name)
        if (before or None) != (after or None):
            instance._kehoach_changes[name] = [_plain(before), _plain(after)]


def _keep(sender, instance, created=False, **kwargs) -> None:
    changes = instance.__dict__.pop("_kehoach_changes", {})
    if not changes or (sender is Person and created):
        return
    if sender is Person:
        log(instance, PERSON_CHANGED, data={"changes": changes})
        return
    said = {"consent": instance.pk, "changes": changes}
    log(instance.person, ENTERED if created else CHANGED, data=said)


def _forget(sender, instance, **kwargs) -> None:
    entries = ModelLogEntry.objects.for_instance(instance)
    entries.update(label=f"{capfirst(instance._meta.verbose_name)} {instance.pk}")
    entries.filter(action__in=(ENTERED, CHANGED, PERSON_CHANGED)).update(data={})


def _plain(value: Any) -> Any:
    """As it is logged. A file may still have the name that it was uploaded with."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return bool(value) if isinstance(value, FieldFile) else value


def _in_words(entry: ModelLogEntry) -> Iterable[str]:
    model = Person if entry.action == PERSON_CHANGED else Consent
    if model is Consent:
        said = {"number": entry.data.get("consent", "")}
        yield (
            _("Consent no. %(number)s entered") % said
            if entry.action == ENTERED
            else _("Consent no. %(number)s changed") % said
        )
    changes = entry.data.get("changes", {})
    for name in filter(changes.__contains__, _KEPT[model]):
        field, (before, after) = model._meta.get_field(name), changes[name]
        facts = {
            "field": capfirst(str(field.verbose_name)),
            "before": _shown(field, before),
            "after": _shown(field, after),
        }
        yield (
            _("%(field)s: %(after)s") % facts
            if entry.action == ENTERED
            else _("%(field)s: %(before)s → %(after)s") % facts
        )


def _shown(field: models.Field, value: Any) -> str:
    if isinstance(field, models.FileField):
        return _("scan") if value else _("left empty")
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if not value:
        return _("left empty")
    if isinstance(field, models.DateField):
        return date_format(dt.date.fromisoformat(value), "d/m/Y")
    return str(dict(field.flatchoices).get(value, value))
