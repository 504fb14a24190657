"""Whether a text may and can be read: secrecy marks, lost accents, fonts of before Unicode."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..refusals import ReadingRefused
from .kinds import names_kind
from .pieces import Source
from .wording import tidy, unemphasised

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = 40
_MARK = re.compile(
    r"^\W*(?:(?:(?:CẤP |MỨC )?ĐỘ(?: BẢO)?|MỨC|DẤU CHỈ MỨC ĐỘ) MẬT\s*:?\s*)?"
    r"(?:TUYỆT[ -]MẬT|TỐI[ -]MẬT|MẬT)\W*$",
    re.IGNORECASE,
)
#: A stamp that says what it stands on. In prose the mark itself is in small letters.
_NAMED = re.compile(
    r"^\W*(?i:(?:ĐÃ )?(?:ĐÓNG )?DẤU|TÀI LIỆU|VĂN BẢN|HỒ SƠ):?"
    r" (?:(?:(?i:TUYỆT|TỐI)[ -])?M(?:ẬT|ật)|T(?:uyệt|ối)[ -]mật)\W*$"
)
#: "TL MẬT", "T.MẬT": the words before the mark cut short.
_SHORTENED = re.compile(r"^\W*(?:T\.?L|V\.?B|H\.?S|T)[.:]?\s?MẬT\W*$")
#: What opens a document, or every page of it, is a stamp however it is written.
_FIRST = re.compile(
    r"^\W*(?:tài liệu|văn bản|hồ sơ):? (?:(?:tuyệt|tối)[ -])?mật\W*$", re.IGNORECASE
)
#: Before other words, unless it is one of the marks that a text lists or explains.
_BEGINS = re.compile(
    r"^\W*(?:TUYỆT|TỐI) MẬT\b(?!\s*(?:[,;/]\s*(?i:TUYỆT |TỐI )?MẬT\b"
    r"|(?i:VÀ|HOẶC|HAY|LÀ|GỒM)\b))"
)
#: What is printed under or beside a stamp: the number of the copy, how urgent it is.
_BESIDE = re.compile(
    r"(?<=MẬT)[\W_]*(?:(?:BẢN SỐ|SỐ BẢN|ĐỘ KHẨN)\b.*|(?:THƯỢNG )?KHẨN|HỎA TỐC|HOẢ TỐC)\W*$",
    re.IGNORECASE,
)
#: What is printed before a stamp on its line.
_BEFORE = re.compile(
    r"^\W*(?:(?:THƯỢNG )?KHẨN|HỎA TỐC|HOẢ TỐC)\W+(?=(?:TUYỆT |TỐI )?MẬT\b)",
    re.IGNORECASE,
)
#: What the description of a picture says before the words of the stamp.
_STAMP = re.compile(r"^(?:con )?dấu\s+", re.IGNORECASE)
_SET_APART = re.compile(r"[()\[\]|–—/]|\s-\s")
#: Above the title a mark may stand in a line with other words: "Số: 12/KH-TH Độ mật: Mật".
_IN_HEADER = re.compile(
    r"(?i:\bđộ mật\s*:\s*(?:(?:tuyệt|tối) )?mật\b)"
    r"|(?<!\w)(?<!\W\w )(?:(?:T U Y Ệ T|T Ố I) )?M Ậ T(?!\w)(?! \w(?!\w))"
)
_MOST_OF_HEADER = 12
#: The letter of every mark: lines without it are not looked at twice.
_LETTER = "Ậ"
_SPACED_LETTERS = re.compile(r"^\W*(?:\w\W+)+\w\W*$")
#: Letters of other alphabets that nobody can tell from those of a mark.
_LOOK_ALIKES = str.maketrans("АМТУІОВСΑΜΤΥΙΟΒаоуі", "AMTYIOBCAMTYIOBaoyi")
# About a thousand pages.
_MOST_CHARACTERS = 2_000_000
_ENOUGH_LETTERS = 120
_FEWEST_LETTERS = 12
# Vietnamese prose has about one letter in six that no other language uses.
_LEAST_VIETNAMESE = 0.06
_MOST_UNKNOWN = 0.02
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
#: What stands for a lost character, and what only one font can show.
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")


def refuse_unreadable(source: Source) -> None:
    """Refuse a text that must not be stored or that would only be guessed at."""
    _refuse_secret(source)
    lines = [raw for piece in source.pieces for raw in piece.raws]
    if sum(map(len, lines)) > _MOST_CHARACTERS:
        raise ReadingRefused("too-much-text")
    text = "\n".join(lines)
    letters = "".join(filter(str.isalpha, text))
    if len(letters) < _FEWEST_LETTERS:
        raise ReadingRefused("empty")
    if source.legacy_font and vietnamese_share(letters) < _LEAST_VIETNAMESE:
        raise ReadingRefused("unusable-text", "font of before Unicode")
    unknown = len(_UNKNOWN.findall(text))
    if unknown > _MOST_UNKNOWN * len(letters):
        raise ReadingRefused("unusable-text", "characters without meaning")
    if (
        len(letters) >= _ENOUGH_LETTERS
        and vietnamese_share(letters) < _LEAST_VIETNAMESE
    ):
        raise ReadingRefused("unusable-text", "hardly any Vietnamese letters")


def vietnamese_share(letters: str) -> float:
    """Return which part of the letters only Vietnamese writes."""
    special = len(_VIETNAMESE.findall(letters))
    return special / len(letters) if letters else 0.0


def _refuse_secret(source: Source) -> None:
    top = [
        part
        for piece in source.pieces[:_TOP]
        for raw in piece.raws
        for part in _parts(raw)
    ]
    beside = (*source.margins, *source.stamps)
    first = [part for piece in source.pieces[:1] for part in map(_said, piece.raws)]
    hidden = (_STAMP.sub("", text) for text in source.hidden)
    below = (part for text in _below(source) for part in capitals_in(text))
    stamped = any(map(is_secrecy_mark, {*top, *beside, *hidden, *below}))
    opened = any(map(_FIRST.match, map(_plain, (*first, *beside))))
    if stamped or opened or any(map(_is_stamped, _header(source))):
        raise ReadingRefused("secrecy-mark")


def _header(source: Source) -> Iterator[str]:
    """Yield the lines above the type of the document; the first lines where it has none."""
    top = source.pieces[:_TOP]
    ends = (place for place, piece in enumerate(top) if names_kind(piece.text))
    for piece in top[: next(ends, _MOST_OF_HEADER)]:
        yield from map(_plain, map(_said, piece.raws))


def _said(raw: str) -> str:
    return tidy(unemphasised(raw))


def _plain(text: str) -> str:
    """Return a text with the letters that it shows, whatever characters it has for them."""
    return unicodedata.normalize("NFKC", text.translate(_LOOK_ALIKES))


def _is_stamped(line: str) -> bool:
    """Tell whether a line of the header bears a mark among other words."""
    parts = (part.strip() for part in _SET_APART.split(line))
    return bool(_IN_HEADER.search(line)) or any(map(is_secrecy_mark, parts))


def _below(source: Source) -> Iterator[str]:
    """Yield lines that may be a stamp and stand further down: an annex has its own."""
    for piece in source.pieces:
        rows = [[piece.raw]] if piece.rows is None else piece.rows
        cells = (_plain(cell) for row in rows for cell in row if not cell.isascii())
        for text in (cell for cell in cells if _LETTER in cell):
            yield from map(tidy, unemphasised(text).split("\n"))


def capitals_in(line: str) -> list[str]:
    """Return a line and its parts that are set apart, where written as a stamp is."""
    parts = (part.strip() for part in (line, *_SET_APART.split(line)))
    return [
        part for part in parts if _BESIDE.sub("", part).isupper() or _BEGINS.match(part)
    ]


def _parts(raw: str) -> list[str]:
    """Return a line and what stands side by side on it."""
    said = unemphasised(raw)
    return [tidy(said), *map(tidy, re.split(r"\s{2,}|\t|\|", said))]


def is_secrecy_mark(text: str) -> bool:
    """Tell whether a line is a secrecy stamp, with what is printed beside one."""
    text = _plain(text)
    if _SPACED_LETTERS.match(text):
        text = re.sub(r"\W", "", text).upper()
        text = text.replace("TUYỆTMẬT", "TUYỆT MẬT").replace("TỐIMẬT", "TỐI MẬT")
    text = _BEFORE.sub("", _BESIDE.sub("", text))
    return any(mark.match(text) for mark in (_MARK, _NAMED, _SHORTENED, _BEGINS))
