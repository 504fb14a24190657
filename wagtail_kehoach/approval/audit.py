"""Finds what Python cannot stop: public texts without approval, a record with a gap.

Each batch of objects costs the same few statements, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connections, models
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import AbstractPage, Revision

from . import append_only, digest
from .aliases import shows_same
from .audit_report import AuditReport, Emergency, Incomplete
from .guard import ApprovalGuardMixin
from .models import Approval, ApprovalChain
from .queries import open_emergencies

BATCH = 200


def find_problems(*, read_files: bool = False) -> AuditReport:
    """Check every live guarded object and the whole chain of approvals.

    Files are compared by the digest that Wagtail keeps in the database;
    ``read_files`` reads every one of them, which finds a file changed on disk and
    takes as long as reading them takes.
    """
    report = AuditReport(
        append_only=append_only.is_in_place(connections[Approval.objects.db])
    )
    for model in guarded_models():
        for batch in _batches(_live_rows(model)):
            _check_batch(model, batch, report, read_files=read_files)
    _check_chain(report)
    report.emergencies = [_emergency(found) for found in open_emergencies()]
    return report


def _emergency(record: Approval) -> Emergency:
    obj = record.shown
    age = timezone.now() - record.approved_at
    return Emergency(
        label=f"{obj._meta.label} {obj.pk}" if obj is not None else "",
        title=record.title,
        published_by=record.approver_name,
        published_at=record.approved_at.isoformat(),
        hours=int(age.total_seconds() // 3600),
        public=obj is not None
        and obj.live
        and obj.live_revision_id == record.revision_id,
    )


def check_chain() -> AuditReport:
    """Follow the whole chain of approvals, and nothing else. Two or three statements."""
    report = AuditReport()
    _check_chain(report)
    return report


def guarded_models() -> list[type[models.Model]]:
    """Concrete classes under the guard."""
    return [m for m in apps.get_models() if issubclass(m, ApprovalGuardMixin)]


def _live_rows(model: type[models.Model]) -> models.QuerySet:
    """Live objects of exactly this class: a subclass shows more, and is read as such."""
    rows = model._base_manager.filter(live=True).order_by("pk")
    if issubclass(model, AbstractPage):
        return rows.filter(content_type=ContentType.objects.get_for_model(model))
    for link in model._meta.related_objects:
        if link.parent_link:
            rows = rows.filter(**{f"{link.get_accessor_name()}__isnull": True})
    return rows


def _check_batch(
    model: type[models.Model],
    batch: list[models.Model],
    report: AuditReport,
    *,
    read_files: bool,
) -> None:
    _load_children(model, batch)
    models.prefetch_related_objects(batch, *getattr(model, "audit_related", ()))
    report.incomplete += [
        Incomplete(f"{obj._meta.label} {obj.pk}", str(obj), name, reason)
        for obj in batch
        for name, reason in obj.audit_points().items()
    ]
    sources = _sources(model, batch)
    approved = _approvals(model, [*batch, *sources.values()])
    report.checked += len(batch)
    shown: dict[models.Model, Approval] = {}
    for obj in batch:
        source = _source_of(obj, sources)
        if source is not None and source is not obj and not shows_same(obj, source):
            source = None
        approval = _approval_of(source, approved) if source is not None else None
        if approval is None:
            report.add("unapproved", obj)
        else:
            shown[obj] = approval
    _check_files(shown, report, read_files=read_files)


def _load_children(model: type[models.Model], batch: list[models.Model]) -> None:
    names = [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() not in digest.TRACKING
    ]
    names += [f.name for f in get_all_child_m2m_relations(model)]
    models.prefetch_related_objects(batch, *names)


def _sources(
    model: type[models.Model], batch: list[models.Model]
) -> dict[Any, models.Model]:
    """The live pages that aliases in ``batch`` lead to, with those on the way."""
    found: dict[Any, models.Model] = {}
    wanted = {getattr(obj, "alias_of_id", None) for obj in batch}
    while wanted := wanted - found.keys() - {None}:
        step = list(model._base_manager.filter(pk__in=wanted, live=True))
        _load_children(model, step)
        found |= {obj.pk: obj for obj in step}
        wanted = {obj.alias_of_id for obj in step}
    return found


def _source_of(
    obj: models.Model, sources: dict[Any, models.Model]
) -> models.Model | None:
    """The page whose text ``obj`` shows: itself, or the end of its chain of aliases."""
    seen = set()
    while getattr(obj, "alias_of_id", None) is not None:
        if obj.pk in seen or obj.alias_of_id not in sources:
            return None
        seen.add(obj.pk)
        obj = sources[obj.alias_of_id]
    return obj


def _approvals(
    model: type[models.Model], objects: list[models.Model]
) -> dict[tuple[str, int], tuple[list[Approval], Revision]]:
    """By object and revision: approvals of live revisions that are as they were approved."""
    wanted = {obj.live_revision_id for obj in objects} - {None}
    stored = Revision.objects.in_bulk(wanted)
    digests = {pk: digest.stored_digest(revision) for pk, revision in stored.items()}
    base = objects[0].get_base_content_type()
    records = Approval.objects.filter(
        base_content_type=base, revision_id__in=wanted
    ).valid()
    found: dict[tuple[str, int], tuple[list[Approval], Revision]] = {}
    for record in records.order_by("pk"):
        if digests.get(record.revision_id) == record.stored_digest:
            key = (record.object_id, record.revision_id)
            found.setdefault(key, ([], stored[record.revision_id]))[0].append(record)
    return found


def _approval_of(obj: models.Model, approved: dict) -> Approval | None:
    """The approval of exactly what ``obj`` shows, or ``None``."""
    known = approved.get((str(obj.pk), obj.live_revision_id))
    if known is None:
        return None
    records, revision = known
    shown = digest.text_digest(obj)
    for record in records:
        if record.text_digest == shown:
            return record
    # A migration that added a field changes digests but not what was approved.
    if digest.text_digest(obj.with_content_json(revision.content)) == shown:
        return records[-1]
    return None


def _check_files(
    shown: dict[models.Model, Approval], report: AuditReport, *, read_files: bool
) -> None:
    keys = {key for approval in shown.values() for key in approval.files}
    files = digest.files_by_key(keys) if keys else {}
    now: dict[str, str] = {}
    for key, item in files.items():
        now[key] = digest.file_sha256(item) if read_files else item.file_hash
    kind = "sha256" if read_files else "sha1"
    for obj, approval in shown.items():
        if any(said[kind] != now.get(key) for key, said in approval.files.items()):
            report.add("swapped-file", obj)


def _check_chain(report: AuditReport) -> None:
    types = {ct.pk: ct for ct in ContentType.objects.all()}
    for approval in Approval.objects.order_by("pk").iterator(chunk_size=BATCH):
        approval.base_content_type = types[approval.base_content_type_id]
        report.records += 1
        if approval.chain != approval.link_after(report.chain):
            report.add("altered-record", approval)
        report.chain = approval.chain
    end = ApprovalChain.objects.first() or ApprovalChain()
    if (end.records, end.last) != (report.records, report.chain):
        report.add("gap", end)


def _batches(queryset: models.QuerySet) -> Iterator[list[models.Model]]:
    batch: list[models.Model] = []
    for obj in queryset.iterator(chunk_size=BATCH):
        batch.append(obj)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
