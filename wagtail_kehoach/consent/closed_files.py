"""Closes the documents of a post that was taken down: not everybody opens them any more.

A document has no basis as a picture has: nobody says who stands in it. So it goes with the
post that showed it, unless something else that is public shows it too. It is moved to a
collection that only keepers and principals read, and its file gets a name that nobody knows,
because web servers hand out what lies below ``MEDIA_URL``. Who may change it moves it back.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.core.files.base import File
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    ModelLogEntry,
    Page,
)

from ..approval import media
from ..conf import kehoach_settings
from . import file_sentences
from .gone import Gone
from .storage import secret_name
from .withholding import forget, whole_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.documents.models import AbstractDocument

CLOSED = "kehoach.document_closed"

logger = logging.getLogger(__name__)


def close_documents(page: Page, documents: Iterable[AbstractDocument]) -> Gone:
    """Close those of ``documents`` of ``page`` that nothing public shows; what is told."""
    closed, left = [], []
    for document in documents:
        if document.collection.get_view_restrictions().exists():
            continue
        if shown := _shown_by(document, page):
            address = whole_address(document.url)
            left.append(f"{document.title} ({address}; “{shown}”)")
        else:
            _close(document)
            closed.append(document.title)
    name = closed_collection().name if closed else ""
    return Gone(
        [file_sentences.files_closed(closed, name)] if closed else [],
        [file_sentences.files_stay_open(left)] if left else [],
    )


def was_closed(document: AbstractDocument) -> bool:
    """Whether it was closed before: where it is open now, somebody has looked at it."""
    entries = ModelLogEntry.objects.for_instance(document)
    return entries.filter(action=CLOSED).exists()


def closed_collection() -> Collection:
    """Where closed documents lie; made when it is needed first, or needed again."""
    root = Collection.get_first_root_node()
    name = file_sentences.collection_of_closed()
    collection = root.get_children().filter(name=name).first()
    collection = collection or root.add_child(name=name)
    if not collection.get_view_restrictions().exists():
        groups = [kehoach_settings.CONSENT_GROUP, kehoach_settings.PRINCIPALS_GROUP]
        restriction = CollectionViewRestriction.objects.create(
            collection=collection,
            restriction_type=CollectionViewRestriction.GROUPS,
        )
        restriction.groups.set(Group.objects.filter(name__in=groups))
    return collection


def _shown_by(document: AbstractDocument, page: Page) -> str | None:
    """The title of something else that is public, or will be, and shows ``document``."""
    if title := media.approved_title(document):
        return title
    for used, _references in document.get_usage():
        own = isinstance(used, Page) and used.pk == page.pk
        if not own and getattr(used, "live", True):
            return str(used)
    return None


def _close(document: AbstractDocument) -> None:
    forget([whole_address(document.url)], [])
    log(document, CLOSED)
    document.collection = closed_collection()
    document.save(update_fields=["collection"])
    storage, old = document.file.storage, document.file.name
    try:
        with storage.open(old) as stored:
            document.file.save(secret_name(old), File(stored), save=False)
    except OSError:
        # The post has to go down all the same; without its file nothing is handed out.
        logger.exception("The file of document %s was not moved.", document.pk)
        return
    document.save(update_fields=["file"])
    transaction.on_commit(partial(storage.delete, old))
