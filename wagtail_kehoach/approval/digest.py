"""What exactly was approved: digests of a text and of the files it shows. Reads only."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import (
    get_all_child_m2m_relations,
    get_all_child_relations,
    get_field_value,
)
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wagtail.models import Revision

#: As they stand in JSON, where quotation marks are escaped.
_PARAGRAPH_KEYS = re.compile(r' data-block-key=\\"[^"\\]*\\"')

#: Fields that say where an object stands or how its drafts go, not what it shows.
TRACKING = frozenset(
    {
        "pk", "id", "path", "depth", "numchild", "url_path", "content_type", "page_ptr",
        "translation_key", "locale", "alias_of", "owner", "draft_title",
        "live", "has_unpublished_changes", "expired",
        "first_published_at", "last_published_at", "live_revision",
        "latest_revision", "latest_revision_created_at",
        "locked", "locked_at", "locked_by", "wagtail_admin_comments",
    }
)  # fmt: skip


def text_digest(obj: models.Model) -> str:
    """SHA-256 of everything that ``obj`` shows, in a form that does not depend on storage."""
    return _sha256(visible_text(obj))


def words_digest(obj: models.Model) -> str:
    """As ``text_digest``, whatever keys a form gave to the paragraphs of rich text."""
    return _sha256_of(_PARAGRAPH_KEYS.sub("", _as_json(visible_text(obj))))


def visible_text(obj: models.Model) -> dict[str, Any]:
    """The fields of ``obj`` that the public may see, with their children, as plain data."""
    data = _said(obj)
    for field in obj._meta.concrete_fields:
        if isinstance(field, StreamField) and data.get(field.name):
            data[field.name] = _without_ids(json.loads(data[field.name]))
    for relation in get_all_child_relations(obj):
        name = relation.get_accessor_name()
        if name not in TRACKING:
            children = [visible_text(child) for child in getattr(obj, name).all()]
            data[name] = sorted(children, key=_as_json)
    for field in get_all_child_m2m_relations(obj):
        data[field.name] = sorted(str(o.pk) for o in field.value_from_object(obj))
    return data


def stored_digest(revision: Revision) -> str:
    """SHA-256 of the stored content of ``revision``, as it is in the database."""
    return content_digest(revision.content)


def content_digest(content: Any) -> str:
    """As ``stored_digest``, for what a revision holds."""
    return _sha256(content)


def as_stored(revision: Revision) -> models.Model:
    """What ``revision`` says, as an object that is only read.

    Built without asking the database whether what it points at still exists; what it was
    built from is its ``kehoach_stored``.
    """
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    text = model.from_serializable_data(revision.content, check_fks=False)
    text.kehoach_stored = revision.content
    return text


def seen_digest(revision: Revision) -> str:
    """What a reader of ``revision`` sees now: SHA-256 of its text, ``-``, of its files.

    Apart, so that a refusal can tell a swapped file from another text. Without files
    the second part is left out.
    """
    text = stored_digest(revision)
    files = file_hashes(as_stored(revision))
    return f"{text}-{_sha256(files)}" if files else text


def files_shown(obj: models.Model) -> dict[str, dict[str, str]]:
    """Images and documents that ``obj`` shows, each with two digests of its file.

    ``{"image:12": {"sha1": "…", "sha256": "…"}}``: the first is Wagtail's own, which is
    in the database and quick to compare, the second is read from the file now.
    """
    return {
        key: {"sha1": item.get_file_hash(), "sha256": file_sha256(item)}
        for key, item in _files_of(obj)
    }


def file_hashes(obj: models.Model) -> dict[str, str]:
    """Images and documents that ``obj`` shows, each with Wagtail's SHA-1 of its file."""
    return {key: item.get_file_hash() for key, item in _files_of(obj)}


def picture_ids(obj: models.Model) -> set[int]:
    """The keys of the images that ``obj`` shows. No statement for the images themselves."""
    image = get_image_model()
    return {int(pk) for model, pk in _references(obj) if model is image}


def pictures_shown(obj: models.Model) -> list[models.Model]:
    """The images that ``obj`` shows, oldest first; no statement without any."""
    keys = picture_ids(obj)
    rows = get_image_model()._base_manager.filter(pk__in=keys)
    return list(rows.order_by("pk")) if keys else []


def documents_shown(obj: models.Model) -> list[models.Model]:
    """The documents that ``obj`` shows, with their collections, oldest first."""
    document = get_document_model()
    keys = {pk for model, pk in _references(obj) if model is document}
    rows = document._base_manager.filter(pk__in=keys).select_related("collection")
    return list(rows.order_by("pk")) if keys else []


def names_of_files(obj: models.Model) -> set[str]:
    """The names in the record of the images and documents that ``obj`` shows."""
    return {*_keys_of(obj)}


def file_key(item: models.Model) -> str | None:
    """The name of an image or document in the record; ``None`` for anything else."""
    for label, model in _file_models().items():
        if isinstance(item, model):
            return f"{label}:{item.pk}"
    return None


def file_sha256(item: models.Model) -> str:
    """SHA-256 of the file itself, or an empty text if it cannot be read."""
    try:
        with item.file.storage.open(item.file.name) as stored:
            return hashlib.file_digest(stored, "sha256").hexdigest()
    except OSError:
        return ""


def lock_files(obj: models.Model) -> None:
    """Keep the files that ``obj`` shows as they are until the transaction ends."""
    for rows in _rows_by_label(_keys_of(obj)).values():
        list(rows.select_for_update().order_by("pk").values_list("pk"))


def files_by_key(keys: Iterable[str]) -> dict[str, models.Model]:
    """The images and documents of these names in the record that still exist."""
    return {
        f"{label}:{item.pk}": item
        for label, rows in _rows_by_label(keys).items()
        for item in rows
    }


def _rows_by_label(keys: Iterable[str]) -> dict[str, models.QuerySet]:
    wanted: dict[str, set[str]] = {}
    for key in keys:
        label, _colon, pk = key.partition(":")
        wanted.setdefault(label, set()).add(pk)
    return {
        label: model._base_manager.filter(pk__in=wanted[label])
        for label, model in _file_models().items()
        if label in wanted
    }


def _files_of(obj: models.Model) -> list[tuple[str, models.Model]]:
    return sorted(files_by_key(_keys_of(obj)).items())


def _keys_of(obj: models.Model) -> list[str]:
    labels = {model: label for label, model in _file_models().items()}
    return [f"{labels[m]}:{pk}" for m, pk in _references(obj) if m in labels]


def _file_models() -> dict[str, type[models.Model]]:
    return {"image": get_image_model(), "document": get_document_model()}


def _references(obj: models.Model) -> Iterator[tuple[type[models.Model], Any]]:
    """What ``obj`` and its children point at, in foreign keys, blocks and rich text."""
    yield from _own_references(obj)
    for relation in get_all_child_relations(obj):
        name = relation.get_accessor_name()
        if name not in TRACKING:
            for child in getattr(obj, name).all():
                yield from _references(child)


def _own_references(obj: models.Model) -> Iterator[tuple[type[models.Model], Any]]:
    for field in obj._meta.get_fields():
        if isinstance(field, models.ForeignKey):
            if (pk := getattr(obj, field.attname)) is not None:
                yield field.related_model, pk
        elif hasattr(field, "extract_references"):
            value = field.value_from_object(obj)
            for model, pk, *_path in field.extract_references(value) if value else ():
                yield model, pk


def _said(obj: models.Model) -> dict[str, Any]:
    """The fields of one row that say something, without keys and time stamps."""
    return {f.name: get_field_value(f, obj) for f in _speaking_fields(type(obj))}


@cache
def _speaking_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    return tuple(
        field
        for field in model._meta.fields
        if field.serialize
        and field.name not in TRACKING
        and not isinstance(field, ParentalKey)
        and not getattr(field, "auto_now", False)
        and not getattr(field.remote_field, "parent_link", False)
    )


def _without_ids(said: Any) -> Any:
    """Stream data without the ids of its blocks, which Wagtail makes up where missing."""
    if isinstance(said, list):
        return [_without_ids(item) for item in said]
    if not isinstance(said, dict):
        return said
    block = {"type", "value"} <= said.keys() <= {"type", "value", "id"}
    return {k: _without_ids(v) for k, v in said.items() if not (block and k == "id")}


class _Encoder(DjangoJSONEncoder):
    """Says everything as it will be said once it is stored."""

    def default(self, o):
        try:
            return super().default(o)
        except TypeError:
            return str(o)


def _as_json(data: Any) -> str:
    return json.dumps(data, cls=_Encoder, sort_keys=True, ensure_ascii=False)


def _sha256(data: Any) -> str:
    return _sha256_of(_as_json(data))


def _sha256_of(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
