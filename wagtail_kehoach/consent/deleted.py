"""Posts that were deleted: what they showed by consent goes behind the gate, too.

Nothing of a post is left to be asked about once it is gone, but for the approvals and the
log. So whom it showed is kept there, by keys and not by names, on whatever road it goes; and
a consent that ends later finds the files that something else kept public until then.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, get_page_models

from ..approval.models import Approval
from . import former, removals, superseded
from .mixins import ShowsPeopleMixin
from .queries import why_not_each

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

ACTION = "kehoach.post_deleted"


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for model in get_page_models():
        if issubclass(model, ShowsPeopleMixin):
            uid = f"kehoach.consent_deleted.{model._meta.label}"
            pre_delete.connect(_deleted, sender=model, dispatch_uid=uid)


def to_ask(day: dt.date, people: Iterable[int]) -> Iterator[former.Left]:
    """Deleted posts that showed one of ``people`` who may not be shown on ``day``.

    The statements are the same however many posts there are.
    """
    people = {*people}
    found = [(e, theirs) for e in _entries() if (theirs := _said(e, "people") & people)]
    if not found:
        return
    groups = {frozenset(_said(entry, "purposes")) for entry, _theirs in found}
    refused = {
        purposes: why_not_each(people, purposes=purposes, day=day)
        for purposes in groups
    }
    files = _files_of({entry.page_id for entry, _theirs in found})
    for entry, theirs in found:
        reasons = refused[frozenset(_said(entry, "purposes"))]
        said = "\n".join(reasons[key] for key in sorted(theirs & reasons.keys()))
        model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
        if said and model:
            shown = files.get(entry.page_id, set())
            yield former.Left(
                model, entry.page_id, entry.label, "", former.files_named(shown), said
            )


def _deleted(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Keep whom ``instance`` showed, and hide what nothing shows once it is gone."""
    removals.keep_of_source(sender, instance)
    if not instance.first_published_at:
        return
    people = former.people_ever(instance)
    purposes = [*instance.purposes_of_consent()]
    log(instance, ACTION, data={"people": sorted(people), "purposes": purposes})
    kept = former.Left(
        sender,
        instance.pk,
        instance.title,
        instance.full_url or "",
        former.shown_by_consent(instance),
        "",
    )
    # Not before: posts that are deleted with this one show its files until then.
    hide = partial(superseded.put_what_was_deleted_behind_the_gate, kept)
    transaction.on_commit(hide, robust=True)


def _entries() -> Iterable[PageLogEntry]:
    return PageLogEntry.objects.filter(action=ACTION).order_by("pk")


def _said(entry: PageLogEntry, name: str) -> set:
    return {*entry.data.get(name, [])}


def _files_of(pages: set[int]) -> dict[int, set[str]]:
    rows = Approval.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(key) for key in pages],
    ).order_by()
    found: dict[int, set[str]] = {}
    for page, files in rows.values_list("object_id", "files"):
        found.setdefault(int(page), set()).update(files)
    return found
