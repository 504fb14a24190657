"""Reads of approvals and of what waits for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, JSONField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import AbstractPage, Revision, TaskState

from . import digest
from .models import Approval
from .steps import PrincipalApprovalTask

if TYPE_CHECKING:
    from django.db import models


def approval_of(obj: models.Model, revision: Revision) -> Approval | None:
    """The approval of ``revision`` of ``obj`` as it is stored now, or ``None``.

    A revision that was rewritten after its approval has none: its digest differs. That
    it was published in an emergency counts, unless a principal withdrew it.
    """
    return (
        Approval.objects.of(obj)
        .valid()
        .filter(revision_id=revision.pk, stored_digest=digest.stored_digest(revision))
        .first()
    )


def lock_revision(obj: models.Model, revision_id: int) -> tuple[Revision, bool]:
    """The revision as it is stored, ours until we commit, and whether it is on record.

    Ask while the row of ``obj`` is locked: nobody adds to its record then.
    """
    known = Approval.objects.of(obj).filter(revision_id=OuterRef("pk"))
    rows = revisions_from(obj, revision_id).annotate(kehoach_known=Exists(known))
    stored = rows.select_for_update().get(pk=revision_id)
    return stored, stored.kehoach_known


def approvals_of_live(obj: models.Model) -> list[Approval]:
    """The approvals of the stored revision that ``obj`` is live with, newest first.

    Each with ``content``, what is stored of that revision now. One statement.
    """
    stored = Revision.objects.filter(pk=OuterRef("revision_id")).values("content")
    records = Approval.objects.of(obj).valid()
    records = records.filter(revision_id=obj.live_revision_id)
    content = Subquery(stored, output_field=JSONField())
    return [
        record
        for record in records.annotate(content=content)
        if digest.content_digest(record.content) == record.stored_digest
    ]


def live_approval(obj: models.Model) -> Approval | None:
    """The approval of the text that is public now, or ``None``. One statement."""
    if not obj.live or obj.live_revision_id is None:
        return None
    records = Approval.objects.of(obj).valid()
    return records.filter(revision_id=obj.live_revision_id).first()


def approved_before(emergency: Approval, obj: models.Model) -> Revision | None:
    """What a principal had approved of ``obj`` last when ``emergency`` was published."""
    earlier = Approval.objects.of(obj).by_principals()
    last = earlier.filter(revision_id__lt=emergency.revision_id).values("revision_id")
    return Revision.objects.filter(pk=Subquery(last[:1])).first()


def emergencies_settled_by(
    approval: Approval, obj: models.Model, revision: Revision
) -> list[Approval]:
    """What somebody else published of this very text of ``obj`` and that is still open.

    Whoever approves a text as usual has confirmed it: nobody has to say it twice. With
    another file it is another text, which the emergency did not show.
    ``revision`` is what was approved, as ``revisions_from`` or ``lock_revision`` read it.
    """
    if not revision.kehoach_emergency:
        return []
    waiting = Approval.objects.of(obj).open_emergencies()
    same = waiting.filter(text_digest=approval.text_digest)
    others = same.exclude(approver_id=approval.approver_id)
    return [emergency for emergency in others if emergency.files == approval.files]


def open_emergencies() -> list[Approval]:
    """What was published in an emergency and no principal has decided on, oldest first.

    Each with ``shown``, the object, or ``None`` if it is gone.
    """
    found = list(Approval.objects.open_emergencies().select_related("approver"))
    for emergency in found:
        emergency.shown = object_of(emergency)
    return found


def object_of(approval: Approval) -> models.Model | None:
    """The page or snippet that ``approval`` speaks of, as what it is; ``None``: gone."""
    content_type = ContentType.objects.get_for_id(approval.base_content_type_id)
    model = content_type.model_class()
    if model is None:
        return None
    obj = model._base_manager.filter(pk=approval.object_id).first()
    return getattr(obj, "specific", obj)


def submission_of(obj: models.Model) -> TaskState | None:
    """The submission of ``obj`` that waits for a principal, or ``None``."""
    return (
        TaskState.objects.for_instance(obj)
        .filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=PrincipalApprovalTask.objects.values("pk"),
        )
        .first()
    )


def returned_before(submission: TaskState, obj: models.Model) -> TaskState | None:
    """The last time that a principal returned ``obj`` before ``submission``, if any.

    What was approved since ends the matter.
    """
    rejected = TaskState.objects.for_instance(obj).filter(
        status=TaskState.STATUS_REJECTED,
        pk__lt=submission.pk,
        task__in=PrincipalApprovalTask.objects.values("pk"),
    )
    rejected = rejected.select_related("revision", "finished_by")
    last = rejected.order_by("-pk").first()
    if last is None or last.revision is None:
        return None
    approved = Approval.objects.of(obj).by_principals()
    since = approved.filter(revision_id__gt=last.revision_id)
    return None if since.exists() else last


def waiting_submissions() -> QuerySet[TaskState]:
    """Everything that waits for a principal, oldest first, with what a list shows."""
    return (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            task__in=PrincipalApprovalTask.objects.values("pk"),
        )
        .select_related(
            "revision__user", "revision__content_type", "workflow_state__requested_by"
        )
        .defer("revision__content")
        .order_by("started_at", "pk")
    )


def writers_since_approval(obj: models.Model, revision: Revision) -> set[int | None]:
    """Who wrote revisions of ``obj`` after the last approved one, up to ``revision``.

    What was published in an emergency is nobody's approval until it is confirmed.
    """
    earlier = Approval.objects.of(obj).by_principals()
    earlier = earlier.filter(revision_id__lt=revision.pk)
    last = Coalesce(Subquery(earlier.values("revision_id")[:1]), Value(0))
    written = Revision.objects.for_instance(obj).filter(
        pk__gt=last, pk__lte=revision.pk
    )
    return set(written.values_list("user_id", flat=True).order_by().distinct())


def writers_after(obj: models.Model, revision_id: int) -> set[int | None]:
    """Who changed the text of ``obj`` after this revision."""
    return who_changed(obj, list(revisions_from(obj, revision_id)), revision_id)


def revisions_from(obj: models.Model, revision_id: int) -> QuerySet[Revision]:
    """This revision of ``obj`` and those after it, in their order.

    Each knows whether an emergency of ``obj`` is open: see ``emergencies_settled_by``.
    """
    revisions = Revision.objects.for_instance(obj).filter(pk__gte=revision_id)
    waiting = Approval.objects.of(obj).open_emergencies()
    return revisions.annotate(kehoach_emergency=Exists(waiting)).order_by("pk")


def who_changed(
    obj: models.Model, revisions: list[Revision], revision_id: int
) -> set[int | None]:
    """Who of these ``revisions`` says otherwise than the one with this key, before them.

    A later revision that says the same changes nothing: the form may save itself once
    more while the text is being submitted.
    """
    later = [revision for revision in revisions if revision.pk != revision_id]
    if not later:
        return set()
    texts = {r.pk: digest.text_digest(digest.as_stored(r)) for r in revisions}
    said = texts.get(revision_id)
    return {r.user_id for r in later if texts[r.pk] != said}


def waiting_list() -> list[TaskState]:
    """What waits, each with ``kind``, what people call this sort of text.

    And with ``language``, where the portal has pages in several.
    """
    submissions = list(waiting_submissions())
    spoken = _languages_of(submissions)
    for submission in submissions:
        model = submission.revision.content_type.model_class()
        submission.kind = model._meta.verbose_name if model else ""
        is_page = bool(model) and issubclass(model, AbstractPage)
        key = submission.revision.object_id
        submission.language = spoken.get(key, "") if is_page else ""
    return submissions


def _languages_of(submissions: list[TaskState]) -> dict[str, str]:
    """The language of each page among ``submissions``, by its key; one statement."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return {}
    Page = swapper.load_model("wagtailcore", "Page")
    keys = [submission.revision.object_id for submission in submissions]
    pages = (
        Page.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
        .select_related("locale")
        .only("locale")
    )
    return {str(page.pk): str(page.locale) for page in pages}
