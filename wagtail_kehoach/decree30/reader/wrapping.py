"""Lines that ended where the page did become paragraphs again."""

from __future__ import annotations

import re

from .citations import begins_basis
from .labels import labelled
from .pieces import Piece
from .wording import ORGANISATION, opens_quote, starts_lower, without_accents

# How much of the usual line must be filled for the next line to be its continuation.
_FULL = 0.91
# A legal basis ends with a mark, so one without it goes on below a shorter line.
_FULL_IN_BASIS = 0.8
# A line of about 45 letters; lists and headers have shorter ones.
_NARROWEST = 20_000
_SHARE = 0.2
_SURELY_CUT = 4
_LONG_ENOUGH = 40
_STRAY_STOP = re.compile(r"^\s*\.\s+(?=[-–+])")
_STRAY_BULLET = re.compile(r"^\s*[*•]\s+(?=[-–+]\s)")
_GOES_ON = re.compile(
    r"(?:[,(]|\s[-–]|\b(?:ngày|tháng|năm|số|của|và|các|với|về|cho|trong|tại|theo|để|là|từ|đến|những|do|bởi))$"
)
# These join two names or two parts of a date, so what follows begins nothing.
_IN_THE_MIDDLE = re.compile(r"\s(?:và|của|với)$")
_BEFORE_NUMBER = re.compile(r"\b(?:ngày|tháng|năm|số)$", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"\b(?:trước|đến|hết|từ|vào|chậm nhất|muộn nhất|hạn (?:cuối|chót|nộp))$",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r"\d{1,2}[/.-]\d{1,2}\b")
# Widths in Times New Roman, which Decree 30 prescribes, in thousandths of its size.
_WIDTHS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:-()/&",
        (
            444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500,
            333, 389, 278, 500, 500, 722, 500, 500, 444, 722, 667, 667, 722, 611, 556, 722, 722,
            333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722,
            611, 250, 250, 250, 278, 278, 333, 333, 333, 278, 778,
        ),
        strict=True,
    )
)  # fmt: skip
_STANDS_ALONE = re.compile(r"^(?:Trên đây là\b|Nơi nhận\s*:)")
_ONLY_DATE = re.compile(r"^ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$", re.IGNORECASE)
_ISSUER = re.compile(rf"{ORGANISATION}\b")
_ENTRY = re.compile(r"^([^\W\d_]+)\b[^:.;]{0,50}:\s")
_ENDS = (".", ";", ":", "!", "?", "/.")


def paragraphs(pieces: list[Piece], *, width: int) -> list[Piece]:
    """Return whole paragraphs; tables and paragraphs the file ended stay as they are.

    ``width`` is that of a full line; 0 where lines are not wrapped.
    """
    result: list[Piece] = []
    for piece in _without_stray_marks(pieces):
        above = result[-1] if result else None
        if above and _continues(above, piece, width):
            above.raw = f"{above.raw.rstrip()} {piece.raw.strip()}"
            above.tail = piece.tail
        else:
            result.append(piece)
    return result


def usual_width(pieces: list[Piece]) -> int:
    """Return how wide a full line of this text is; 0 where lines do not end alike."""
    widths = sorted(_width(piece.text) for piece in pieces if piece.rows is None)
    usual = widths[int(0.95 * (len(widths) - 1))] if widths else 0
    full = sum(width >= 0.88 * usual for width in widths)
    # Lists have few full lines; where lines go on in small letters, half of them will do.
    cut = sum(starts_lower(piece.text) for piece in pieces if piece.rows is None)
    share = _SHARE / 2 if cut >= _SURELY_CUT else _SHARE
    return usual if usual >= _NARROWEST and full >= share * len(widths) else 0


def _stands_alone(piece: Piece) -> bool:
    """Tell whether a line never continues another: a closing, or the date of a news item."""
    return bool(
        _STANDS_ALONE.match(piece.text) or (piece.gap and _ONLY_DATE.match(piece.text))
    )


def _are_entries(above: str, text: str) -> bool:
    """Tell whether two lines are entries of one list: "Báo cáo quý: …"."""
    first, second = _ENTRY.match(above), _ENTRY.match(text)
    return bool(first and second and first[1] == second[1])


def _width(text: str) -> int:
    return sum(_WIDTHS.get(char, 500) for char in without_accents(text))


def _without_stray_marks(pieces: list[Piece]) -> list[Piece]:
    """Give a full stop that slid to the next line back, and drop a doubled bullet."""
    result: list[Piece] = []
    for piece in pieces:
        raw = piece.raw
        if piece.rows is None and _STRAY_STOP.match(raw):
            raw = _STRAY_STOP.sub("", raw)
            if result and result[-1].rows is None:
                result[-1].raw = result[-1].raw.rstrip() + "."
        raw = _STRAY_BULLET.sub("", raw)
        copy = Piece(
            raw,
            piece.gap,
            piece.whole,
            piece.centred,
            piece.bold,
            piece.rows,
            piece.header_rows,
        )
        copy.tail = copy.text
        result.append(copy)
    return result


def _is_cut(last: str, text: str) -> bool:
    """Tell whether a line ends before or inside a date, or between two joined names."""
    if _IN_THE_MIDDLE.search(last):
        return True
    if _BEFORE_DATE.search(last) and _DATE_FIRST.match(text):
        return True
    return bool(_BEFORE_NUMBER.search(last)) and text[:1].isdigit()


def _goes_on_as_basis(above: Piece, text: str) -> bool:
    """Tell whether a basis without its mark goes on; the issuer speaks after the last one."""
    return begins_basis(above.text) and not _ISSUER.match(text)


def _continues(above: Piece, piece: Piece, width: int) -> bool:
    if above.rows is not None or piece.rows is not None or above.whole:
        return False
    text, last = piece.text, above.tail
    quoted = opens_quote(above.text) and width and _width(last) > 0.6 * width
    if quoted or _is_cut(last, text):
        return True
    if labelled(text) or (begins_basis(text) and not starts_lower(text)):
        return False
    if _are_entries(above.text, text) or _stands_alone(piece):
        return False
    if not width:
        open_end = len(last) > _LONG_ENOUGH and not last.endswith(_ENDS)
        return open_end and (starts_lower(text) or _goes_on_as_basis(above, text))
    needed = _FULL_IN_BASIS if begins_basis(above.text) else _FULL
    full = _width(f"{last} {text.split(' ', 1)[0]}") >= needed * width
    if starts_lower(text):
        return (
            full or "@" in text.split(" ", 1)[0] or not last.endswith((":", ";", "./."))
        )
    if _GOES_ON.search(last):
        return True
    return full and not last.endswith(_ENDS)
