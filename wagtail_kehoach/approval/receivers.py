"""Guards for writes that do not pass through the models of a portal."""

from __future__ import annotations

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Revision, Task

from ..exceptions import ApprovalRefused
from . import digest, guard, invariant, media, queries, rules
from .steps import PrincipalApprovalTask


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    pre_save.connect(
        keep_frozen_revisions, sender=Revision, dispatch_uid="kehoach.frozen_revision"
    )
    pre_delete.connect(
        keep_live_revisions, sender=Revision, dispatch_uid="kehoach.live_revision"
    )
    pre_save.connect(
        guard_base_page,
        sender=swapper.load_model("wagtailcore", "Page"),
        dispatch_uid="kehoach.base_page",
    )
    for task in (Task, PrincipalApprovalTask):
        pre_save.connect(
            return_what_waits, sender=task, dispatch_uid=f"kehoach.{task.__name__}"
        )
    media.connect()


def keep_frozen_revisions(sender, instance, raw=False, update_fields=None, **kwargs):
    """A submitted or approved revision keeps its text; a schedule needs an approval."""
    if raw or not is_guarded(instance.content_type_id):
        return
    if instance.approved_go_live_at and not queries.approval_of(
        instance.content_object, instance
    ):
        raise ApprovalRefused(rules.not_approved())
    if instance.pk is None or (
        update_fields is not None and "content" not in update_fields
    ):
        return
    stored = Revision.objects.filter(pk=instance.pk).first()
    same = stored is None or (
        digest.stored_digest(stored) == digest.stored_digest(instance)
    )
    if not same and invariant.is_frozen(stored):
        raise ApprovalRefused(
            _("A text that was submitted or approved cannot be rewritten.")
        )


def keep_live_revisions(sender, instance, origin=None, **kwargs):
    """The revision that is public outlives housekeeping; it goes when its object goes."""
    if not is_guarded(instance.content_type_id):
        return
    if getattr(origin, "model", type(origin)) is not Revision:
        return
    obj = instance.content_object
    if obj is not None and obj.live and obj.live_revision_id == instance.pk:
        raise ProtectedError(_("This text is public."), {instance})


def guard_base_page(sender, instance, raw=False, update_fields=None, **kwargs):
    """A guarded page that was loaded as a plain page is written as what it is."""
    if raw or instance.pk is None or not is_guarded(instance.content_type_id):
        return
    if update_fields is not None and set(update_fields) <= invariant.BOOKKEEPING:
        return
    stored = sender._base_manager.filter(pk=instance.pk).first()
    if not instance.live or stored is None:
        return
    kept = (
        stored.live
        and stored.live_revision_id == instance.live_revision_id
        and stored.alias_of_id == instance.alias_of_id
        and digest.visible_text(instance) == digest.visible_text(stored)
    )
    if not kept:
        raise ApprovalRefused(rules.not_approved())


def return_what_waits(sender, instance, raw=False, **kwargs):
    """What waits for a task that is switched off becomes a draft again.

    Wagtail cancels the task only, finds nothing left to do in the workflow, and publishes.
    """
    if raw or instance.active or instance.pk is None:
        return
    waiting = queries.waiting_submissions().filter(task_id=instance.pk)
    for submission in waiting:
        submission.workflow_state.cancel()


def is_guarded(content_type_id: int) -> bool:
    """Whether objects of this content type are under the guard. Cached, no statement."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    return model is not None and issubclass(model, guard.ApprovalGuardMixin)
