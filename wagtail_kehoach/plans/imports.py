"""From a file to a draft: read it, refuse what cannot be used, keep what was unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.signals import page_published

from ..addresses import free_slug
from ..decree30.interchange import passage_to_json, to_json
from ..decree30.readings import Reading
from ..exceptions import ImportRefused
from ..uploads.files import read_with
from .filling import fill_page, texts_cut
from .messages import warning_message
from .models import PlanIndexPageMixin, PlanPageMixin
from .reading_models import PlanReading
from .starting import fill_gaps_in_header

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

#: Of a longer file only the beginning is kept for the comparison.
MOST_LETTERS_KEPT, MOST_LINES_KEPT = 400_000, 8_000
LISTS = {"tasks": "tasks", "bases": "legal_bases", "reporting": "reporting"}


def connect() -> None:
    """Follow the publication of plans; called once, when the app is ready."""
    page_published.connect(_forget_file, dispatch_uid="kehoach.forget_file")


def _forget_file(sender, instance, **kwargs) -> None:
    """A plan that is approved has been compared: nothing of the file is kept any more.

    Its digest stays, by which a second upload is noticed.
    """
    if not isinstance(instance, PlanPageMixin):
        return
    PlanReading.objects.filter(page_id=instance.pk).update(
        reading={}, passages={}, blocks={}, answers={}
    )


def read_file(name: str, data: bytes) -> Reading:
    """Read a file. Raises ``ImportRefused`` with words for the user; stores nothing."""
    return read_with("wagtail_kehoach.decree30.reader", name, data)


def reading_json(reading: Reading) -> dict:
    """The reading as the JSON that others rely on, with its warnings in words."""
    return to_json(reading, message_for=lambda w: str(warning_message(w)))


def why_not_plan(reading: Reading) -> str | None:
    """Return why no plan can be made of ``reading``, or ``None``."""
    from ..decree30.reader.kinds import NEWS  # noqa: PLC0415 -- slow import
    from ..decree30.reader.own_plans import OWN_PLANS  # noqa: PLC0415 -- slow import

    if reading.is_plan:
        return None
    kind = reading.document.kind or _("a document of another kind")
    refusal = _("This file is no plan but “%(kind)s”, so no plan was made of it.")
    if kind == NEWS:
        advice = _(
            "Write news under “Outstanding examples” or “Foreign-information items”; "
            "“Story from a Word file” takes in a story with its photos."
        )
    elif kind in OWN_PLANS:
        advice = _(
            "The plan of a lesson or of one person is none of the school’s communication "
            "plans. Choose the file of such a plan."
        )
    else:
        advice = _("Choose the file of the plan.")
    return f"{refusal % {'kind': kind}} {advice}"


@transaction.atomic
def make_draft(
    reading: Reading,
    *,
    parent: PlanIndexPageMixin,
    user: AbstractUser | None,
    digest: str = "",
) -> PlanPageMixin:
    """Make the draft of a plan below ``parent`` and keep what was unsure beside it.

    Raises ``ImportRefused`` if the file is no plan. Never publishes. ``digest`` is that of
    the file, by which a second upload of it is noticed.
    """
    if reason := why_not_plan(reading):
        raise ImportRefused(reason, code="no-plan")
    page = parent.get_entry_model()(owner=user, live=False)
    fill_page(page, reading.document)
    reading.not_understood.extend(texts_cut(page, reading.document))
    fill_gaps_in_header(page, parent)
    from_file = _("Plan from the file %(file)s") % {"file": reading.file}
    page.title = page.title or from_file[:255]
    page.slug = free_slug(parent, page.title, otherwise="ke-hoach")
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True, clean=False)
    PlanReading.objects.create(
        page_id=page.pk,
        file_name=reading.file[:255],
        file_digest=digest,
        reading=reading_json(reading),
        passages=passages_kept(reading),
        blocks={
            name: [child.id for child in getattr(page, field)]
            for name, field in LISTS.items()
        },
    )
    return page


def passages_kept(reading: Reading) -> dict:
    """The passages of the file as plain data; ``cut`` where the file goes on."""
    kept: list[dict] = []
    letters = lines = 0
    for passage in reading.passages:
        texts = [passage.place.text, *(c for row in passage.rows or () for c in row)]
        letters, lines = letters + sum(map(len, texts)), lines + len(texts)
        if letters > MOST_LETTERS_KEPT or lines > MOST_LINES_KEPT:
            break
        kept.append(passage_to_json(passage))
    return {"pieces": kept, "cut": len(kept) < len(reading.passages)}
