"""Deletes the private files of rows that went, on whatever road."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete

from .models import Consent, PictureBasis
from .storage import private_storage


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for sender, receiver in ((Consent, _delete_scan), (PictureBasis, _delete_original)):
        uid = f"kehoach.private_file.{sender.__name__}"
        post_delete.connect(receiver, sender=sender, dispatch_uid=uid)


def _delete_scan(sender, instance, **kwargs) -> None:
    _delete(instance.evidence.storage, instance.evidence.name)


def _delete_original(sender, instance, **kwargs) -> None:
    _delete(private_storage(), instance.withheld)


def _delete(storage, name: str) -> None:
    if name:
        transaction.on_commit(partial(storage.delete, name))
