"""The few rows that Wagtail's migrations make with English names, and Vietnamese ones.

No catalogue reaches a name in the database. The rows are the portal's, so nothing here
happens by itself: ``setup_kehoach`` names them, and renames them only when it is asked to.
The groups *Editors* and *Moderators* stay: migrations of Wagtail look them up by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import swapper
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Collection, GroupApprovalTask, Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

#: Content of the portal, so Vietnamese whatever the language of whoever runs the command.
WORKFLOW = ("Moderators approval", "Duyệt thông thường")
ROOT_PAGE = ("Root", "Trang gốc")
ROOT_COLLECTION = ("Root", "Bộ sưu tập gốc")


class EnglishRow(NamedTuple):
    """A row that still bears the name its migration gave it."""

    row: Model
    fields: tuple[str, ...]
    english: str
    vietnamese: str


def english_rows() -> Iterator[EnglishRow]:
    """Wagtail's own rows that nobody has renamed yet."""
    for model in (Workflow, GroupApprovalTask):
        for row in model.objects.filter(name=WORKFLOW[0]):
            yield EnglishRow(row, ("name",), *WORKFLOW)
    Page = swapper.load_model("wagtailcore", "Page")
    for page in Page.objects.filter(depth=1, slug="root", title=ROOT_PAGE[0]):
        yield EnglishRow(page, ("title", "draft_title"), *ROOT_PAGE)
    for row in Collection.objects.filter(depth=1, name=ROOT_COLLECTION[0]):
        yield EnglishRow(row, ("name",), *ROOT_COLLECTION)


@transaction.atomic
def rename() -> list[EnglishRow]:
    """Give ``english_rows`` their Vietnamese names; the history of the site says so."""
    renamed = list(english_rows())
    for row, fields, english, vietnamese in renamed:
        for field in fields:
            setattr(row, field, vietnamese)
        row.save(update_fields=fields)
        data = {"title": {"old": english, "new": vietnamese}}
        log(instance=row, action="wagtail.rename", data=data)
    return renamed
