"""Lines that ended where the page did become paragraphs again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..closing_forms import SUMS_UP_FOR_SURE, beginning
from .citations import begins_basis
from .cut_names import is_cut_at_dash, joint_of
from .labels import labelled
from .pieces import Piece
from .widths import width_of
from .wording import ORGANISATION, is_caps, opens_quote, starts_lower

# How much of the usual line must be filled for the next line to be its continuation.
_FULL = 0.91
# A legal basis ends with a mark, so one without it goes on below a shorter line.
_FULL_IN_BASIS = 0.8
# A line of about 45 letters; lists and headers have shorter ones.
NARROWEST = 20_000
_SHARE = 0.2
_SURELY_CUT = 4
_LONG_ENOUGH = 40
# So many lines that surely go on, all of them full, tell where the page ends.
_FEWEST_WITNESSES = 2
_MOST_LINES_AHEAD = 3
_STRAY_STOP = re.compile(r"^\s*\.\s+(?=[-–+])")
_STRAY_BULLET = re.compile(r"^\s*[*•]\s+(?=[-–+]\s)")
#: "Chuyển đổi số", "dân tộc thiểu số": the end of a word, after which no number comes.
_DIGITAL = (
    "đổi", "thiểu", "đa", "viên", "dân", "vụ", "năng", "thuật", "lực", "tảng", "liệu", "tế",
    "hội", "bị", "gian", "nghệ", "viện", "ký", "thông", "dung", "hóa", "hoá", "dục", "môi trường",
)  # fmt: skip
_NUMBER_OF = "".join(f"(?<!{word} )" for word in _DIGITAL) + "số"
_GOES_ON = re.compile(
    rf"(?:[,(]|\s[-–]|\b(?:ngày|tháng|năm|{_NUMBER_OF}|của|và|các|với|về|cho|trong|tại|theo|để|là|từ|đến|những|do|bởi))$"
)
# These join two names or two parts of a date, so what follows begins nothing.
_IN_THE_MIDDLE = re.compile(r"\s(?:và|của|với)$")
_BEFORE_NUMBER = re.compile(
    rf"\b(?:ngày|tháng|năm(?: học)?|{_NUMBER_OF}|giai đoạn|học kỳ|tuần|khoản)$",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"\b(?:trước|đến|hết|từ|vào|chậm nhất|muộn nhất|hạn (?:cuối|chót|nộp))$",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r"\d{1,2}[/.-]\d{1,2}\b")
_STANDS_ALONE = re.compile(beginning(SUMS_UP_FOR_SURE, r"Nơi nhận\s*:"))
_ONLY_DATE = re.compile(r"^ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$", re.IGNORECASE)
_ISSUER = re.compile(rf"{ORGANISATION}\b")
_ENTRY = re.compile(r"^([^\W\d_]+)\b[^:.;]{0,50}:\s")
#: No paragraph is longer: what goes on and on is parted, or each line took longer.
_LONGEST = 8_000
ENDS = (".", ";", ":", "!", "?", "/.")


def paragraphs(pieces: list[Piece], *, width: int) -> list[Piece]:
    """Return whole paragraphs; tables and paragraphs the file ended stay as they are.

    ``width`` is that of a full line; 0 where lines are not wrapped.
    """
    result: list[Piece] = []
    pieces = _without_stray_marks(pieces)
    for place, piece in enumerate(pieces):
        above = result[-1] if result else None
        room = above and len(above.raw) < _LONGEST
        if above and room and _continues(above, piece, width, pieces[place:]):
            begun = above.raw.rstrip()
            above.raw = f"{begun}{joint_of(begun)}{piece.raw.strip()}"
            above.tail = piece.tail
        else:
            result.append(piece)
    return result


def usual_width(pieces: list[Piece]) -> int:
    """Return how wide a full line of this text is; 0 where lines do not end alike."""
    widths = sorted(width_of(piece.text) for piece in pieces if piece.rows is None)
    usual = widths[int(0.95 * (len(widths) - 1))] if widths else 0
    full = sum(width >= 0.88 * usual for width in widths)
    # Lists have few full lines; where lines go on in small letters, half of them will do.
    cut = sum(starts_lower(piece.text) for piece in pieces if piece.rows is None)
    share = _SHARE / 2 if cut >= _SURELY_CUT else _SHARE
    if usual >= NARROWEST and full >= share * len(widths):
        return usual
    return _width_by_witnesses(pieces)


def _width_by_witnesses(pieces: list[Piece]) -> int:
    """Return how wide a full line is where few lines are: a short plan has hardly any.

    Lines that surely go on below are all as wide as the widest, or the page cut none.
    """
    lines = [piece for piece in pieces if piece.rows is None]
    widest = max((width_of(line.text) for line in lines), default=0)
    cut = [
        width_of(f"{line.text} {below.text.split(' ', 1)[0]}")
        for line, below in pairwise(lines)
        if _surely_goes_on(line.text, below.text)
    ]
    told = len(cut) >= _FEWEST_WITNESSES and min(cut) >= _FULL * widest
    return widest if told and widest >= NARROWEST else 0


def _surely_goes_on(text: str, below: str) -> bool:
    """Tell whether a long line is only the beginning of a sentence, by its words alone."""
    if len(text) <= _LONG_ENOUGH or text.endswith(ENDS) or labelled(below):
        return False
    return _is_cut(text, below) or (starts_lower(below) and not begins_basis(below))


def stands_alone(piece: Piece) -> bool:
    """Tell whether a line never continues another: a closing, or the date of a news item."""
    return bool(
        _STANDS_ALONE.match(piece.text) or (piece.gap and _ONLY_DATE.match(piece.text))
    )


def are_entries(above: str, text: str) -> bool:
    """Tell whether two lines are entries of one list: "Báo cáo quý: …"."""
    first, second = _ENTRY.match(above), _ENTRY.match(text)
    return bool(first and second and first[1] == second[1])


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
        copy = replace(piece, raw=raw, place=None, sheet=None)
        copy.tail = copy.text
        result.append(copy)
    return result


def _is_cut(last: str, text: str) -> bool:
    """Tell whether a line ends before or inside a date, or between two joined names."""
    if _IN_THE_MIDDLE.search(last):
        return True
    if _BEFORE_DATE.search(last) and _DATE_FIRST.match(text):
        return True
    if is_caps(last) and labelled(text):
        # "MỤC TIÊU NĂM HỌC" above "1. Mục tiêu chung".
        return False
    return bool(_BEFORE_NUMBER.search(last)) and text[:1].isdigit()


def _goes_on_as_basis(above: Piece, ahead: list[Piece]) -> bool:
    """Tell whether a basis without its mark goes on; the issuer speaks after the last one.

    A line that begins with the name of a body is the issuer's, unless it ends as bases do.
    """
    if not begins_basis(above.text):
        return False
    return not _ISSUER.match(ahead[0].text) or _mark_ahead(ahead) == ";"


def _mark_ahead(ahead: list[Piece]) -> str:
    """Return the mark with which the sentence of these lines ends; empty if it has none."""
    for place, piece in enumerate(ahead[:_MOST_LINES_AHEAD]):
        text = piece.text
        if piece.rows is not None or (place and (labelled(text) or begins_basis(text))):
            return ""
        if text.endswith(ENDS):
            return text[-1]
    return ""


def _continues(above: Piece, piece: Piece, width: int, ahead: list[Piece]) -> bool:
    if above.rows is not None or piece.rows is not None or above.whole:
        return False
    text, last = piece.text, above.tail
    quoted = opens_quote(above.text) and width and width_of(last) > 0.6 * width
    if quoted or _is_cut(last, text) or is_cut_at_dash(last, text):
        return True
    if labelled(text) or (begins_basis(text) and not starts_lower(text)):
        return False
    if are_entries(above.text, text) or stands_alone(piece):
        return False
    if not width:
        open_end = len(last) > _LONG_ENOUGH and not last.endswith(ENDS)
        return open_end and (starts_lower(text) or _goes_on_as_basis(above, ahead))
    needed = _FULL_IN_BASIS if begins_basis(above.text) else _FULL
    full = width_of(f"{last} {text.split(' ', 1)[0]}") >= needed * width
    if starts_lower(text):
        return (
            full or "@" in text.split(" ", 1)[0] or not last.endswith((":", ";", "./."))
        )
    if _GOES_ON.search(last):
        return True
    listed = begins_basis(above.text) and _mark_ahead(ahead) == ";"
    return (full or listed) and not last.endswith(ENDS)
