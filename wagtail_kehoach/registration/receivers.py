"""Keeps the revision that was registered: later texts are held against it."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ..approval.receivers import is_guarded
from .models import RegisterEntry


def connect() -> None:
    """Connect the receiver; called once, when the app is ready."""
    pre_delete.connect(
        keep_registered_revision,
        sender=Revision,
        dispatch_uid="kehoach.registered_revision",
    )


def keep_registered_revision(sender, instance, origin=None, **kwargs):
    """Housekeeping leaves it; it goes when its page goes."""
    if getattr(origin, "model", type(origin)) is not Revision:
        return
    if not is_guarded(instance.content_type_id):
        return
    if RegisterEntry.objects.filter(revision_id=instance.pk).exists():
        raise ProtectedError(_("This text is registered."), {instance})
