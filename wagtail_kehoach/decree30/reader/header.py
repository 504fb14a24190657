"""The top of a document: who issues it, its number, place and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .bodies import YOUTH, begins_body, is_within
from .date_lines import DateLine, date_line
from .pieces import Piece
from .wording import fold, is_caps, pattern, tidy, unemphasised, words

#: Emphasis goes with what it is put on: left alone it would look like letters.
_STRESS = r"(?:\*{1,3}|_{2,3})?"
_NATION = pattern(
    rf"{_STRESS}C[ỘO]NG\s+H[OÒÓ][AÀ]\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆEẸÊ]T\s+NAM{_STRESS}",
    re.IGNORECASE,
)
_MOTTO = pattern(
    rf"{_STRESS}Đ[ộo]c\s+l[ậa]p\s*[-–—.]\s*T[ựu]\s+do\s*[-–—.]\s*H[ạa]nh\s+ph[úu]c{_STRESS}",
    re.IGNORECASE,
)
_PARTY_NAME = pattern(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_NUMBER = pattern(
    r"(?:^|(?<=\s{2})|(?<=\t))\W*(?:Số\s*:?|S[ôóo]\s*:)\s*(?P<n>[^/\n:]*?)\s*/\s*(?P<s>[^\s/].*?)(?=\s{2,}|\t|$)",
    re.IGNORECASE,
)
# The text of a PDF file keeps one space between the columns of the header.
_NUMBER_BESIDE_PLACE = pattern(
    r"(S[ốôóo]\s*:[^/\n]{0,12}/\s*[A-ZĐ][\w&.-]*)\s(?=[A-ZĐÀ-Ỹ][^,:/\d\t]{1,60},\s*ngày\b)"
)
_NUMBER_LINE = pattern(
    r"(?:^|(?<=\s{2})|(?<=\t))\W*S[ốôóo]\s*:\s*(?P<rest>.*?)(?=\s{3,}|\t|$)",
    re.IGNORECASE,
)
_PLAUSIBLE = pattern(r"^\d{1,6}[A-Za-z]?(?:/\d{4})?(?:-[A-ZĐ][A-Za-zĐđ]{0,4})?$")
_OF_PARTY = pattern(
    r"^(?P<n>[\s\d.…_*]*[A-Za-z]?)\s*[-–]\s*(?P<kind>[A-ZĐ][A-Za-zĐđ]{1,3})$"
)
_YEAR_IN_NUMBER = pattern(r"^(\d{4})\s*/\s*(.+)$")
_SYMBOL = pattern(r"^[A-ZĐÀ-Ỹ][\w&.,+]*(?:\s*[-–]\s*[\w&.,+]+|/[A-ZĐ][\w&.+-]*)*")
_PLACE_DATE = pattern(
    r"(?:^|(?<=\s{2})|(?<=\t))\W{0,4}(?P<p>[A-ZĐÀ-Ỹ](?:(?!\s{3})[^,:/\d\t]){1,60}?)\s*,\s*(?P<d>ngày.*)$",
    re.IGNORECASE,
)
# Without its comma a place is only what begins with capitals.
_PLACE_BARE = pattern(
    r"(?:^|(?<=\s{2})|(?<=\t))\W{0,4}(?P<p>(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s+){1,4}?)(?P<d>ngày\b.*\bnăm\b.*)$"
)
_DATE_ALONE = pattern(r"^\W*ngày\b.*\bnăm\b.*$", re.IGNORECASE)
_BROKEN = pattern(r"(?:\bnăm|\btháng|, ngày|\bCHỦ|\bNGHĨA|NGHĨA VIỆT)\s*$")
_URGENCY = pattern(r"^\W*(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\W*$")
_LETTER_SUBJECT = pattern(r"^V/v\b", re.IGNORECASE)
#: The last line of a subject: "… Tết Nguyên đán Bính Ngọ" / "2026".
_YEARS = pattern(r"^(?:19|20)\d\d(?:\s*[-–]\s*20\d\d)?\W*$")


@dataclass
class Header:
    """What the top of a document says; ``unplaced`` are lines that found no field."""

    issuer_parent: str | None = None
    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    number_raw: str | None = None
    handwritten_number: bool = False
    place: str | None = None
    date: DateLine | None = None
    subject: str | None = None
    unplaced: list[str] = field(default_factory=list)


def read_header(pieces: list[Piece]) -> Header:
    """Read the lines above the type of the document."""
    header = Header()
    bodies: list[str] = []
    subject: list[str] = []
    for line in _whole_lines(pieces):
        rest = _take_fields(header, line)
        for part in _columns(rest):
            _place_part(header, part, bodies, subject)
    header.subject = tidy(" ".join(subject)) or None
    _name_issuer(header, bodies)
    return header


def _whole_lines(pieces: list[Piece]) -> list[str]:
    """Return the lines, with a national name or date that ran over two as one."""
    lines: list[str] = []
    for line in (raw for piece in pieces for raw in piece.raws):
        if lines and _BROKEN.search(lines[-1]) and _MOTTO.search(line) is None:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    return lines


def _take_fields(header: Header, raw: str) -> str:
    """Take the fields with a fixed form out of a line; return what is left."""
    raw = _MOTTO.sub("   ", _NATION.sub("   ", _PARTY_NAME.sub("   ", raw)))
    raw = _NUMBER_BESIDE_PLACE.sub(r"\1   ", raw)
    if header.date is None and (start := take_place_and_date(header, raw)) is not None:
        raw = raw[: start - 1]
    elif header.date is None and _DATE_ALONE.match(raw):
        header.date = date_line(raw)
        raw = "" if header.date else raw
    if header.symbol is None and header.number_raw is None:
        raw = _take_number(header, raw)
    return raw


def take_place_and_date(header: Header, raw: str) -> int | None:
    """Read the place and date at the end of a line; return where they begin, from 1."""
    match = _PLACE_DATE.search(raw) or _PLACE_BARE.search(raw)
    found = date_line(match["d"]) if match else None
    if match is None or found is None:
        return None
    header.place, header.date = tidy(unemphasised(match["p"])).strip("*_ "), found
    return match.start() + 1


def _take_number(header: Header, raw: str) -> str:
    match = _NUMBER.search(raw)
    if not match:
        return _take_odd_number(header, raw)
    number, symbol = match["n"].strip(), tidy(unemphasised(match["s"]))
    if of_party := _OF_PARTY.match(number):
        # The Party and its unions: "03-KH/ĐTN".
        number, symbol = of_party["n"], f"{of_party['kind']}/{symbol}"
    if year := _YEAR_IN_NUMBER.match(symbol):
        number, symbol = f"{number}/{year[1]}", year[2]
    printed = _SYMBOL.match(symbol)
    header.number_raw = tidy(match[0])
    header.symbol = (
        re.sub(r"\s+", "", printed[0]).replace("–", "-").rstrip(".,-")
        if printed
        else None
    )
    header.handwritten_number = "*" in number or "_" in number.strip("_")
    plain = re.sub(r"[\s.…_]", "", unemphasised(number))
    readable = (
        plain.isdecimal() if header.handwritten_number else _PLAUSIBLE.match(plain)
    )
    header.number = plain if readable else None
    if plain in ("", "*"):
        header.number_raw = None if header.symbol else header.number_raw
    return raw[: match.start()] + "    " + raw[match.end() :]


def _take_odd_number(header: Header, raw: str) -> str:
    """Keep a number line that has no slash as it is printed: it is not guessed at."""
    match = _NUMBER_LINE.search(raw)
    if not match:
        return raw
    rest = re.sub(r"[\s.…_*/]", "", match["rest"])
    header.number_raw = tidy(match[0]) if rest else ""
    return raw[: match.start()] + "    " + raw[match.end() :]


def _columns(raw: str) -> list[str]:
    return Piece(raw=raw).columns


def _place_part(
    header: Header, part: str, bodies: list[str], subject: list[str]
) -> None:
    if not words(part):
        if subject and _YEARS.match(part):
            subject.append(part)
        return
    if _LETTER_SUBJECT.match(part) or (subject and not is_caps(part)):
        subject.append(re.sub(r"^V/v\s*:?\s*", "", part, flags=re.IGNORECASE))
    elif (is_caps(part) and not _URGENCY.match(part)) or (
        not bodies and begins_body(part) and len(words(part)) <= 14
    ):
        bodies.append(part)
    else:
        header.unplaced.append(part)


def _name_issuer(header: Header, lines: list[str]) -> None:
    """Join names that run over two lines; the last is the issuer, the one above its superior."""
    names: list[str] = []
    if sum(map(begins_body, lines)) > 1:
        # A union of young people prints its own name where the State's stands.
        lines = [line for line in lines if fold(line) not in YOUTH]
    for line in lines:
        if names and (not begins_body(line) or is_within(names[-1], line)):
            names[-1] = f"{names[-1]} {line}"
        elif begins_body(line) or not names:
            names.append(line)
    if names and not begins_body(names[0]):
        header.unplaced.append(names.pop(0))
    if names:
        header.issuer = names.pop()
    if names:
        header.issuer_parent = names.pop()
    header.unplaced += names
