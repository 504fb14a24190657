"""Puts a document together from the pieces of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..layout import DRAFT_MARK
from ..parts import Annex, Document, Paragraph, Period, Reading, ReadingWarning
from .cuts import maybe_cut
from .dates import date_line, first_date
from .footer import Footer, footer_start, read_footer
from .header import Header, read_header, take_place_and_date
from .hints import hints_on
from .kinds import (
    LETTER,
    NEWS,
    PLAN,
    TypeLine,
    is_official,
    is_page_about_file,
    is_plain_prose,
    kind_without_type_line,
    type_line,
)
from .lines import short_lines, without_layout_tables
from .outline import blocks_of
from .periods import period_in
from .pieces import Piece, Source
from .preamble import bases_under_heading, issuer_in, read_preamble, title_after
from .quality import refuse_unreadable
from .reporting import reports_in
from .sheets import landscape_of
from .sources import Index, note_sources, passages_of
from .tasks import tasks_in, tasks_in_annex
from .wording import fold, tidy
from .wrapping import paragraphs, usual_width

_WITHOUT_TASKS = ("quyết định", NEWS, "nghị quyết", "biên bản", None)
_ANNEX = re.compile(r"phu luc (?:so )?(?:\d{1,2}|[ivx]{1,5})\W*$")
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{0,3}(?:\s*/\s*\d+)?\W*$", re.IGNORECASE)


@dataclass
class _Parts:
    """The pieces of each part of a document."""

    header: list[Piece]
    type_line: TypeLine | None
    after_type: list[Piece]
    footer: list[Piece]


def understand(name: str, source: Source) -> Reading:
    """Return what a file says; refuse one that must not or cannot be read."""
    source.pieces = [part for piece in source.pieces for part in short_lines(piece)]
    refuse_unreadable(source)
    index = Index(source.pieces)
    pieces = without_layout_tables(source.pieces)
    official = is_official(pieces)
    found = type_line(pieces, official=official)
    if found and found.rest and not official and is_plain_prose(pieces):
        # A news item about a plan begins with its name.
        found = None
    if found and not official and is_page_about_file(pieces):
        found = None
    document = Document(kind=found.kind if found else None)
    reading = Reading(
        file=name,
        document=document,
        is_plan=document.kind == PLAN,
        furniture=source.furniture,
        passages=passages_of(source.pieces),
    )
    if found is None:
        document.kind = kind_without_type_line(pieces, official=official)
    width = usual_width(pieces) if source.wrapped else 0
    if document.kind == NEWS:
        _read_news(reading, pieces, width)
    else:
        parts = _parts(pieces, found, document.kind)
        header = _read_official(reading, parts, width)
        note_sources(reading, header, index)
        if source.wrapped:
            _warn_of_cut_lines(reading, paragraphs(parts.after_type, width=width))
    _keep_margins(reading, source)
    if source.converted_fonts:
        fonts = ", ".join(source.converted_fonts)
        reading.warnings.append(ReadingWarning("legacy-font", fonts))
    _warn_of_what_is_left_out(reading, source)
    return reading


def _warn_of_what_is_left_out(reading: Reading, source: Source) -> None:
    if source.pictures:
        said = f"{source.pictures} hình ảnh"
        reading.warnings.append(ReadingWarning("pictures-left-out", said))
    if source.objects:
        said = f"{source.objects} đối tượng nhúng"
        reading.warnings.append(ReadingWarning("objects-left-out", said))


def _warn_of_cut_lines(reading: Reading, text: list[Piece]) -> None:
    reading.warnings += [ReadingWarning("line-cut", end) for end in maybe_cut(text)]


def _parts(pieces: list[Piece], found: TypeLine | None, kind: str | None) -> _Parts:
    if found:
        start, after = found.place, found.place + 1
    elif kind == LETTER:
        start = after = next(
            (i for i, p in enumerate(pieces) if fold(p.text).startswith("kinh gui")), 0
        )
    else:
        start = after = _header_end(pieces)
    end = after + footer_start(pieces[after:])
    return _Parts(pieces[:start], found, pieces[after:end], pieces[end:])


def _header_end(pieces: list[Piece]) -> int:
    """Return where the header ends in a document whose type is nowhere printed."""
    dated = [
        i
        for i, piece in enumerate(pieces[:15])
        if date_line(piece.raw) and len(piece.text) < 90
    ]
    return dated[0] + 1 if dated else 0


def _read_official(reading: Reading, parts: _Parts, width: int) -> Header:
    document = reading.document
    header = read_header(parts.header)
    place = 0
    if parts.type_line:
        document.title, place = title_after(parts.after_type, 0, parts.type_line.rest)
    document.title = document.title or header.subject
    after = parts.after_type[place:]
    if header.date is None:
        after = _take_last_date(header, after)
    text = paragraphs(after, width=width)
    preamble = read_preamble(text)
    document.bases, document.lead_in = preamble.bases, preamble.lead_in
    document.body = blocks_of(text[preamble.length :])
    document.bases += bases_under_heading(document.body)
    _fill_header(reading, header)
    _fill_period(reading)
    if document.kind not in _WITHOUT_TASKS:
        document.tasks = tasks_in(document.body, document.period)
        document.reporting = reports_in(document.body, document.period)
    _fill_footer(reading, read_footer(parts.footer), width=width)
    unreadable = any(hint.code == "number-unreadable" for hint in reading.warnings)
    reading.warnings += [
        hint
        for hint in hints_on(document)
        if not (unreadable and hint.code == "number-missing")
    ]
    _rate(reading, header)
    return header


def _take_last_date(header: Header, pieces: list[Piece]) -> list[Piece]:
    """Take the date line from above the signature, where some schools print it."""
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 4), -1):
        piece = pieces[place]
        if (
            piece.rows is None
            and len(piece.text) < 90
            and take_place_and_date(header, piece.raw)
        ):
            return pieces[:place] + pieces[place + 1 :]
    return pieces


def _fill_header(reading: Reading, header: Header) -> None:
    document = reading.document
    document.issuer_parent, document.issuer = header.issuer_parent, header.issuer
    document.number, document.symbol, document.place = (
        header.number,
        header.symbol,
        header.place,
    )
    reading.not_understood += header.unplaced
    if header.date:
        document.date, document.date_partial = header.date.date, header.date.partial
        document.date_text = header.date.text
    if (
        header.number_raw
        and not header.number
        and (header.handwritten_number or not header.symbol)
    ):
        reading.warnings.append(ReadingWarning("number-unreadable", header.number_raw))
        reading.not_understood.append(header.number_raw)
    if header.date and header.date.impossible:
        reading.warnings.append(ReadingWarning("date-impossible", header.date.text))
    if header.number and header.handwritten_number:
        reading.warnings.append(ReadingWarning("number-uncertain", header.number_raw))
    if header.date and header.date.date and header.date.handwritten:
        reading.warnings.append(ReadingWarning("date-uncertain", header.date.text))
    if document.issuer is None and (name := issuer_in(document.lead_in)):
        document.issuer = name
        reading.inferred.append("issuer")
        reading.warnings.append(ReadingWarning("issuer-inferred", None, name))


def _fill_period(reading: Reading) -> None:
    document = reading.document
    document.period = period_in(document.title or "")
    if document.period is None and document.lead_in:
        document.period = period_in(" ".join(document.lead_in))
        if document.period:
            reading.inferred.append("period")


def _fill_footer(reading: Reading, footer: Footer, *, width: int) -> None:
    document = reading.document
    document.recipients, document.signatory = footer.recipients, footer.signatory
    reading.not_understood += footer.unplaced
    reading.furniture += footer.furniture
    for pieces in _each_annex(footer.annex or []):
        annex = _annex(pieces, width=width)
        annex.landscape = landscape_of(annex, pieces, footer.last)
        if _is_reference(annex, document.kind):
            del annex.body[0]
            reading.furniture += 1
        document.annexes.append(annex)
        if _is_of_other_years(annex, document.period):
            reading.warnings.append(ReadingWarning("annex-other-years", annex.title))
        elif document.kind not in _WITHOUT_TASKS:
            document.tasks += tasks_in_annex(annex.body, document.period)


def _each_annex(pieces: list[Piece]) -> list[list[Piece]]:
    """Part what follows the signature where a line is nothing but the name of an annex."""
    starts = [
        place
        for place, piece in enumerate(pieces)
        if place and piece.rows is None and _ANNEX.match(fold(piece.text))
    ]
    bounds = [0, *starts, len(pieces)]
    return [pieces[i:j] for i, j in pairwise(bounds) if i < j]


def _annex(pieces: list[Piece], *, width: int) -> Annex:
    text = paragraphs(pieces, width=width)
    titles: list[str] = []
    while (
        text
        and text[0].rows is None
        and len(titles) < 4
        and _is_annex_title(text[0], titles)
    ):
        titles.append(text.pop(0).text)
    return Annex(tidy(" ".join(titles)), blocks_of(text))


def _is_reference(annex: Annex, kind: str | None) -> bool:
    """Tell whether an annex begins with the line that ties it to its document.

    The line says again what the header says, and is printed anew with the annex.
    """
    first = annex.body[0] if annex.body else None
    text = fold(first.text).lstrip("( ") if isinstance(first, Paragraph) else ""
    return text.startswith(f"kem theo {fold(kind or '')} so")


def _is_annex_title(piece: Piece, titles: list[str]) -> bool:
    return not titles or (
        piece.text.isupper() and fold(piece.text) not in ("stt", "tt")
    )


def _is_of_other_years(annex: Annex, period: Period | None) -> bool:
    other = period_in(annex.title)
    if other is None or period is None:
        return False
    return (other.start, other.end) != (period.start, period.end)


def _read_news(reading: Reading, pieces: list[Piece], width: int) -> None:
    """Read a news item: its title, its date, its text; nothing in it is an obligation."""
    document = reading.document
    text = paragraphs(pieces, width=width)
    if not text:
        return
    document.title = text[0].text
    body = []
    for piece in text[1:]:
        if piece.rows is None and fold(piece.text) == fold(document.title):
            reading.furniture += 1
        elif (
            document.date is None
            and len(piece.text) < 60
            and (day := first_date(piece.text))
        ):
            document.date, document.date_text = day, piece.text
        else:
            body.append(piece)
    document.body = blocks_of(body, headings=False)
    reading.confidence = {"kind": 0.8, "title": 0.7}


def _keep_margins(reading: Reading, source: Source) -> None:
    """Keep notes and running titles that no field took; page numbers are counted."""
    for text in (*source.margins, *source.stamps):
        if _PAGE_NUMBER.match(text) or text == DRAFT_MARK:
            reading.furniture += 1
        else:
            reading.not_understood.append(text)


def _rate(reading: Reading, header: Header) -> None:
    """Say how sure each field is that was filled."""
    document = reading.document
    sure = {
        "kind": 0.95,
        "number": 0.6 if header.handwritten_number else 0.98,
        "symbol": 0.95,
        "place": 0.95,
        "date": 0.6 if header.date and header.date.handwritten else 0.97,
        "issuer": 0.6 if "issuer" in reading.inferred else 0.95,
        "issuer_parent": 0.9,
        "title": 0.95,
        "period": 0.6 if "period" in reading.inferred else 0.95,
        "bases": 0.9,
        "tasks": _average([task.confidence or 0 for task in document.tasks]),
        "reporting": 0.7,
        "recipients": 0.95,
        "signatory": 0.9,
    }
    reading.confidence = {
        name: rate for name, rate in sure.items() if getattr(document, name)
    }


def _average(rates: list[float]) -> float:
    return round(sum(rates) / len(rates), 2) if rates else 0.0
