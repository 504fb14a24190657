"""The achievement report of a story, as a document of Decree 30. Vietnamese by nature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from django.utils.timezone import localtime
from wagtail.models import Site

from ..decree30.parts import Document, Heading, Paragraph, Recipient, Signatory
from ..folding import fold
from ..organisation.models import SchoolSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..decree30.parts import Block
    from .models import StoryPageMixin

#: Words before a name that are no part of it; *Anh Thư* is a name.
_CALLED = re.compile(
    "(?:Em|Bạn|Cháu|Bé|Cô|Thầy|Ông|Bà|Chú|Bác|Dì|Các|Hai em|Ba em|Học sinh|Nam sinh|Nữ sinh|"
    "Nhà giáo|Tập thể|Lớp|Khối|Nhóm|Tổ|Đội|Chi đội|Chi đoàn|Liên đội|Gia đình|Phụ huynh|"
    r"(?:Anh|Chị)(?= \w+ \w)) "
)


def as_word(story: StoryPageMixin) -> bytes:
    """The report as Word; marked as a draft while the text is not the approved one."""
    from ..decree30.writer import write  # noqa: PLC0415 -- slow import

    saved_at = story.latest_revision_created_at
    day = localtime(saved_at).date() if saved_at else None
    return write(to_document(story), draft=not story.live, saved_on=day)


def to_document(story: StoryPageMixin) -> Document:
    """What ``story`` says, in the order of a report that goes to the superior body.

    It is no dossier: minutes, lists and proofs are made outside of the portal.
    """
    site = story.get_site() or Site.objects.filter(is_default_site=True).first()
    school = SchoolSettings.for_site(site) if site else SchoolSettings()
    return Document(
        kind="BÁO CÁO",
        issuer_parent=school.superior_body or None,
        issuer=school.issuing_body or None,
        symbol=f"BC-{school.abbreviation}" if school.abbreviation else None,
        place=school.place or None,
        title=f"Thành tích của {_in_sentence(story.subject)}",
        body=list(_body(story)),
        recipients=_recipients(story),
        signatory=Signatory(
            position=school.head_title or None, name=school.head_name or None
        ),
    )


def _in_sentence(subject: str) -> str:
    """*Em Minh* begins a line on the page; within a sentence *em* has no capital."""
    called = _CALLED.match(subject)
    return subject[0].lower() + subject[1:] if called else subject


def _body(story: StoryPageMixin) -> Iterator[Block]:
    yield Heading("I", "THÔNG TIN CHUNG", 1)
    yield Paragraph(f"Cá nhân, tập thể: {_in_sentence(story.subject)}.", "-", 1)
    if story.school_year:
        yield Paragraph(f"Năm học: {story.school_year.name}.", "-", 1)
    yield Paragraph(story.lead)
    yield Heading("II", "THÀNH TÍCH ĐẠT ĐƯỢC", 1)
    yield from map(Paragraph, filter(None, _lines(story.achievement)))
    for block in story.body:
        yield from map(Paragraph, _texts(block))
    if said := list(_recognition(story)):
        title = "KHEN THƯỞNG, ĐỀ NGHỊ" if _asks(story) else "KHEN THƯỞNG"
        yield Heading("III", title, 1)
        yield from (Paragraph(text, "-", 1) for text in said)


def _texts(block) -> list[str]:
    """What a block of the story says; pictures stay on the page."""
    if block.block_type == "heading":
        return [str(block.value)]
    if block.block_type == "paragraph":
        read = BeautifulSoup(block.value.source, "html.parser")
        found = [part.get_text(" ", strip=True) for part in read(["p", "li"])]
        return [text for text in found if text]
    if block.block_type == "quote":
        by = f" ({block.value['by']})" if block.value["by"] else ""
        return [f"“{' '.join(block.value['text'].split())}”{by}"]
    return []


def _recognition(story: StoryPageMixin) -> Iterator[str]:
    accepted = story.nomination_state == story.NominationState.ACCEPTED
    if story.commendation_title:
        yield f"Đã được khen thưởng: {_granted(story)}."
    elif story.nominated_to and accepted:
        yield f"{story.nominated_to} đã chấp thuận đề nghị khen thưởng."
    if _asks(story):
        yield f"Đề nghị {story.nominated_to} xét khen thưởng."


def _asks(story: StoryPageMixin) -> bool:
    """Whether the report still proposes a commendation: the one asked has not granted it.

    A commendation that somebody else decided, or before the nomination, is another one.
    """
    if not story.shows_nomination:
        return False
    if story.nomination_state == story.NominationState.ACCEPTED:
        return False
    if not story.commendation_title:
        return True
    by, asked = fold(story.commendation_body), fold(story.nominated_to)
    decided, sent = story.commendation_date, story.nominated_on
    return bool(by and by != asked) or bool(decided and sent and decided < sent)


def _granted(story: StoryPageMixin) -> str:
    number, day = story.commendation_number, story.commendation_date
    decision = f"Quyết định số {number}" if number else ""
    dated = f"ngày {day:%d/%m/%Y}" if day else ""
    said = (story.commendation_title, story.commendation_body)
    return ", ".join(filter(None, (*said, " ".join(filter(None, (decision, dated))))))


def _recipients(story: StoryPageMixin) -> list[Recipient]:
    named = [story.nominated_to] if story.shows_nomination else []
    return [Recipient(text) for text in (*named, "Lưu: VT")]


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]
