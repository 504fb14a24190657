"""Which pictures and documents something public shows. Reads only.

Wagtail's APIs list every picture and every document in a collection without restriction,
with its address: those of drafts that nobody has approved too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import swapper
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BigIntegerField, CharField, Q
from django.db.models.functions import Cast
from wagtail.images import get_image_model
from wagtail.models import Page as BasePage, ReferenceIndex

from ..consent.picture_models import PictureBasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser, AnonymousUser
    from django.db.models import Model, QuerySet


def readable_by(files: QuerySet, user: AbstractUser | AnonymousUser | None) -> QuerySet:
    """Those of ``files`` that ``user`` may see: all in the admin, others what is public."""
    if user is not None and user.has_perm("wagtailadmin.access_admin"):
        return files
    return shown_publicly(files)


def shown_publicly(files: QuerySet) -> QuerySet:
    """Those of ``files``, pictures or documents, that something public shows.

    A page does that everybody reads, and what is no page but for its drafts. Pictures that
    were taken down are left out: their titles may name who is not to be shown.
    """
    model = files.model
    uses = ReferenceIndex.objects.filter(
        _by_public(model), to_content_type=ContentType.objects.get_for_model(model)
    )
    keys = uses.annotate(_key=Cast("to_object_id", BigIntegerField())).values("_key")
    found = files.filter(pk__in=keys)
    if model is get_image_model():
        grey = PictureBasis.objects.exclude(withheld="").values("image")
        found = found.exclude(pk__in=grey)
    return found


class Hits(list):
    """What a search found, counted and cut into pages as a queryset is."""

    def count(self) -> int:  # type: ignore[override]
        return len(self)


def hits_among(files: QuerySet, hits: Iterable[Model], *, by_relevance: bool) -> Hits:
    """Those ``hits`` of a search that are among ``files``.

    Searches take no condition such as ``shown_publicly`` makes, so it is asked afterwards.
    """
    keys = [hit.pk for hit in hits]
    rows = files.filter(pk__in=keys)
    if not by_relevance:
        return Hits(rows)
    found = {row.pk: row for row in rows}
    return Hits(found[key] for key in keys if key in found)


def _by_public(model: type[Model]) -> Q:
    page_type = ContentType.objects.get_for_model(BasePage)
    pages = swapper.load_model("wagtailcore", "Page").objects.live().public()
    by_page = Q(base_content_type=page_type, object_id__in=_keys(pages))
    by_other = ~Q(base_content_type=page_type)
    for kind in _kinds_that_show(model):
        other = kind.model_class()
        if other is None or other is PictureBasis:
            by_other &= ~Q(base_content_type=kind)
        elif _has_drafts(other):
            drafts = _keys(other._base_manager.filter(live=False))
            by_other &= ~Q(base_content_type=kind, object_id__in=drafts)
    return by_page | by_other


def _kinds_that_show(model: type[Model]) -> list[ContentType]:
    """What else than pages has a picture or a document of ``model``; few."""
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model)
    ).exclude(base_content_type=ContentType.objects.get_for_model(BasePage))
    kinds = uses.order_by().values_list("base_content_type", flat=True).distinct()
    return list(ContentType.objects.filter(pk__in=list(kinds)))


def _has_drafts(model: type[Model]) -> bool:
    try:
        model._meta.get_field("live")
    except FieldDoesNotExist:
        return False
    return True


def _keys(rows: QuerySet) -> QuerySet:
    """Their keys as the index of references has them."""
    return rows.order_by().annotate(_key=Cast("pk", CharField())).values("_key")
