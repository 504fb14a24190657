"""What the portal holds about a person, as a document for whoever asked to see it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone, translation
from django.utils.text import capfirst
from wagtail.models import Site

from ..decree30.parts import Document, Heading, Paragraph, Signatory
from ..organisation.models import SchoolSettings
from . import findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..decree30.parts import Block
    from .person_models import Person

NUMERALS = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
]  # fmt: skip


def as_word(person: Person, chosen: Collection[str] = ()) -> bytes:
    """The extract as Word, in the language of the portal. It names nobody else.

    What has the name alone is left out, but for what a keeper has ``chosen`` by its key.
    """
    from ..decree30.writer import write  # noqa: PLC0415 -- slow import

    with translation.override(settings.LANGUAGE_CODE):
        return write(to_document(person, chosen))


def to_document(person: Person, chosen: Collection[str] = ()) -> Document:
    site = Site.objects.filter(is_default_site=True).first()
    school = SchoolSettings.for_site(site) if site else SchoolSettings()
    return Document(
        kind="BẢN TRÍCH DỮ LIỆU CÁ NHÂN",
        issuer_parent=school.superior_body or None,
        issuer=school.issuing_body or None,
        place=school.place or None,
        date=timezone.localdate(),
        title=f"Về {person.full_name}",
        body=list(_body(person, chosen)),
        signatory=Signatory(
            position=school.head_title or None, name=school.head_name or None
        ),
    )


def _body(person: Person, chosen: Collection[str]) -> Iterator[Block]:
    about = findings.about(person)
    handed_out = [row for row in about if not row.perhaps or row.key in chosen]
    found = sorted(handed_out, key=lambda finding: finding.kind)
    for place, (kind, rows) in enumerate(groupby(found, key=lambda row: row.kind)):
        label = NUMERALS[min(place, len(NUMERALS) - 1)]
        yield Heading(label, capfirst(str(kind)), 1)
        for row in rows:
            yield Paragraph(f"{row.text}.".replace("..", "."), "-", 1)
