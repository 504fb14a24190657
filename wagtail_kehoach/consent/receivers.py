"""Deletes the private files of rows that went; keeps what was refused at its hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models.signals import m2m_changed, post_delete
from django.utils import timezone

from ..approval import digest
from ..signals import schedule_refused
from . import records, removals
from .mixins import ShowsPeopleMixin
from .models import Consent
from .picture_models import PictureBasis
from .queries import why_not_each
from .storage import delete_later, private_storage

if TYPE_CHECKING:
    from collections.abc import Collection


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for sender, receiver in ((Consent, _delete_scan), (PictureBasis, _delete_original)):
        uid = f"kehoach.private_file.{sender.__name__}"
        post_delete.connect(receiver, sender=sender, dispatch_uid=uid)
    m2m_changed.connect(
        _keep_removal,
        sender=PictureBasis.people.through,
        dispatch_uid="kehoach.picture_people",
    )
    schedule_refused.connect(_keep_refusal, dispatch_uid="kehoach.schedule_refused")


def _delete_scan(sender, instance, **kwargs) -> None:
    delete_later(instance.evidence.storage, instance.evidence.name)


def _delete_original(sender, instance, **kwargs) -> None:
    delete_later(private_storage(), instance.withheld)


def _keep_removal(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    """Who is taken off a picture, from whichever side."""
    if action not in ("pre_remove", "pre_clear"):
        return
    rows = sender.objects.filter(
        **{"person" if reverse else "picturebasis": instance.pk}
    )
    if pk_set is not None:
        rows = rows.filter(**{"picturebasis__in" if reverse else "person__in": pk_set})
    if not reverse:
        people = [*rows.values_list("person", flat=True)]
        removals.keep_of_picture(instance, people, _refused(people))
        return
    settled = _refused([instance.pk])
    for row in rows.select_related("picturebasis"):
        removals.keep_of_picture(row.picturebasis, [instance.pk], settled)


def _refused(people: list[int]) -> Collection[int]:
    """Those of ``people`` who may not be shown on the portal today."""
    return why_not_each(people, purposes=("portal",), day=timezone.localdate())


def _keep_refusal(sender, instance, revision, **kwargs) -> None:
    """Only where somebody has not agreed: other reasons are no matter of the registry."""
    if not isinstance(instance, ShowsPeopleMixin):
        return
    if reason := digest.as_stored(revision).why_not_agreed():
        records.cancelled(revision.object_str, revision.approved_go_live_at, reason)
