"""Keeps the pictures and documents of an approved public text as they were approved.

An approval covers the digest of every file that the text shows. While such a text is
public or scheduled, its files are frozen for everybody: the file cannot be replaced or
deleted, nor moved to a collection with more readers. A principal is no exception,
because the record would then name a file that nobody can see any more; who wants
another picture uploads it as a new one and has the text approved with it. Titles, tags,
focal points and renditions stay free.

Refusing was chosen over keeping a second, approved copy: Wagtail and its renditions know
one file for each image, and a copy would be shown by some templates and not by others.

The forms say it kindly. They matter for documents, whose form deletes the old file
before it saves; a portal names them in ``WAGTAILDOCS_DOCUMENT_FORM_BASE`` and
``WAGTAILIMAGES_IMAGE_FORM_BASE``. The receivers are there for every other way.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images import get_image_model
from wagtail.images.forms import BaseImageForm
from wagtail.models import CollectionViewRestriction, Revision

from ..exceptions import ApprovalRefused
from . import digest
from .models import Approval

if TYPE_CHECKING:
    from django.db import models
    from wagtail.models import Collection


def connect() -> None:
    """Connect the receivers to the portal's own image and document models."""
    for model in (get_image_model(), get_document_model()):
        name = f"kehoach.{model._meta.label}"
        pre_save.connect(keep_file, sender=model, dispatch_uid=f"{name}.save")
        pre_delete.connect(keep_item, sender=model, dispatch_uid=f"{name}.delete")


class _FrozenFileMixin:
    """Refuses, in the form, what the receivers would refuse without words."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None:
            return cleaned
        for name in self._touched():
            if reason := why_not_change(self.instance, name, cleaned.get(name)):
                self.add_error(name, reason)
        return cleaned

    def save(self, commit=True):
        """Ask again under a lock: a text may have been approved with the file just now."""
        if self.instance.pk is None or not self._touched():
            return super().save(commit=commit)
        with transaction.atomic():
            rows = type(self.instance)._base_manager.select_for_update()
            rows.values("pk").get(pk=self.instance.pk)
            for name in self._touched():
                _refuse(why_not_change(self.instance, name, self.cleaned_data[name]))
            return super().save(commit=commit)

    def _touched(self) -> set[str]:
        return {"file", "collection"} & set(self.changed_data)


class DocumentForm(_FrozenFileMixin, BaseDocumentForm):
    """Wagtail's document form; refuses to replace the file of an approved text."""


class ImageForm(_FrozenFileMixin, BaseImageForm):
    """Wagtail's image form; refuses to replace the file of an approved text."""


def keep_file(sender, instance, raw=False, update_fields=None, **kwargs):
    """Refuse a save that swaps the file of an approved text or widens its readers."""
    if raw or instance.pk is None or instance._state.adding:
        return
    if update_fields is not None and not {"file", "collection"} & set(update_fields):
        return
    names = ("file", "collection_id")
    stored = sender._base_manager.filter(pk=instance.pk).values(*names).first()
    if stored is None:
        return
    if stored["file"] != instance.file.name or not instance.file._committed:
        _refuse(why_not_change(instance, "file", instance.file))
    if stored["collection_id"] != instance.collection_id:
        _refuse(why_not_change(instance, "collection", instance.collection))


def keep_item(sender, instance, **kwargs):
    """Refuse to delete a file that an approved text shows."""
    _refuse(why_not_delete(instance))


def why_not_delete(item: models.Model) -> str | None:
    """Return why the image or document ``item`` may not be deleted, or ``None``."""
    title = approved_title(item)
    if title is None:
        return None
    return _(
        "“%(title)s” shows this file and was approved with it. Take that text down "
        "first, or have it approved without the file."
    ) % {"title": title}


def why_not_change(item: models.Model, name: str, value: object) -> str | None:
    """Return why field ``name`` of ``item`` may not become ``value``, or ``None``."""
    if name == "collection" and not _has_more_readers(item, value):
        return None
    title = approved_title(item)
    if title is None:
        return None
    if name == "collection":
        return _(
            "“%(title)s” shows this file and was approved for fewer readers than the "
            "new collection has."
        ) % {"title": title}
    return _(
        "“%(title)s” shows this file and was approved with it. Upload the new file as "
        "another one, and have the text approved with it."
    ) % {"title": title}


def approved_title(item: models.Model) -> str | None:
    """The title of a public or scheduled text that was approved with ``item``, if any."""
    key = digest.file_key(item)
    if key is None:
        return None
    records = Approval.objects.filter(files__has_key=key).order_by()
    rows = records.values_list(
        "base_content_type_id", "object_id", "revision_id", "title"
    )
    by_type: dict[int, list[tuple]] = defaultdict(list)
    for type_id, *fact in rows:
        by_type[type_id].append(fact)
    for type_id, facts in by_type.items():
        shown = _shown_revisions(type_id, facts)
        for _object_id, revision_id, title in facts:
            if revision_id in shown:
                return title
    return None


def _shown_revisions(type_id: int, facts: list[tuple]) -> set[int]:
    """Which of these revisions are public now or will be at their hour."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    if model is None:
        return set()
    ids = {revision_id for _object_id, revision_id, _title in facts}
    live = model._base_manager.filter(live=True, live_revision_id__in=ids)
    scheduled = Revision.objects.filter(pk__in=ids, approved_go_live_at__isnull=False)
    return {
        *live.values_list("live_revision_id", flat=True),
        *scheduled.values_list("pk", flat=True),
    }


def _has_more_readers(item: models.Model, collection: Collection | None) -> bool:
    if collection is None:
        return False
    stored = type(item)._base_manager.select_related("collection").get(pk=item.pk)
    return not _restrictions(stored.collection) <= _restrictions(collection)


def _restrictions(collection: Collection) -> set[int]:
    around = collection.get_ancestors(inclusive=True)
    found = CollectionViewRestriction.objects.filter(collection__in=around)
    return set(found.values_list("pk", flat=True))


def _refuse(reason: str | None) -> None:
    if reason:
        raise ApprovalRefused(reason)
