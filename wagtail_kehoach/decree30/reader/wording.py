"""Letters, spaces and emphasis: what every other module of the reader relies on."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache

DASHES = "-–—−"
ORGANISATION = (
    r"(?:Trung tâm|Nhà trường|Trường|Phòng|Sở|UBND|U[ỷỶ] ban|[ỦủỦ]y ban|Ban|BGH|BCH"
    r"|Hội|Công đoàn|Đoàn|Liên đội|Tổ|Bộ|Hiệu trưởng|Chi bộ|Đảng|Đơn vị|Viện|Học viện"
    r"|Chi đoàn|Liên đoàn|Văn phòng|Cục|Vụ)"
)

_CAPITALS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_MARKDOWN = re.compile("[#*_]")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.{1,600}?)(?<=\S)\1")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_MARKS_AND_SPACE = ".;,:/" + string.whitespace
_WORD = re.compile(r"[^\W\d_]+")
#: After a number only where it ends a day: "3. Tổ Văn" is no end.
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_)”])|(?<=\d/\d)|(?<=\d/\d\d)|(?<=\d/\d{4})|(?<=năm \d{4}))[.;]\s+"
    r"(?=[^\W\d_])"
)


class _Plain(dict[int, str]):
    """What stands for each character; found out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if char in "\n\t\f":
        return char
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    return "" if category in ("Cc", "Cf") else char


_PLAIN = _Plain()


def clean(text: str) -> str:
    """Return NFC text without invisible and control characters; spaces are kept."""
    # All that is printable stands for itself, and nearly every text is.
    shown = text if text.isprintable() else text.translate(_PLAIN)
    return unicodedata.normalize("NFC", shown)


def tidy(text: str) -> str:
    """Return text with runs of white space as one space."""
    return " ".join(text.split())


def unemphasised(text: str) -> str:
    """Return text without Markdown emphasis and heading signs."""
    if not _MARKDOWN.search(text):
        return text
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    previous = None
    while previous != text:
        previous, text = text, _EMPHASIS.sub(r"\2", text)
    return text.replace("**", "")


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile ``text``; ``À-Ỹ`` and ``à-ỹ`` mean the capital and the small letters.

    As ranges they would hold both: Unicode has them in turns.
    """
    text = text.replace("À-Ỹ", _CAPITALS).replace("à-ỹ", _CAPITALS.lower())
    return re.compile(text, flags)


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Return lower-case text without accents, for comparing what may be misspelt."""
    return tidy(without_accents(text).lower())


def without_accents(text: str) -> str:
    """Return text in the letters of English."""
    marks = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return _MARKS.sub("", marks)


def is_caps(text: str) -> bool:
    """Tell whether text is printed in capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.95 * len(letters)


def words(text: str) -> list[str]:
    """Return the words of text, without numbers and punctuation."""
    return _WORD.findall(text)


def starts_upper(text: str) -> bool:
    """Tell whether the first letter of text is a capital."""
    for char in text:
        if char.isalpha():
            return char.isupper()
        if char.isdigit():
            return False
    return False


def starts_lower(text: str) -> bool:
    """Tell whether text begins with a small letter."""
    return bool(text) and text[0].islower()


def opens_quote(text: str) -> bool:
    """Tell whether text ends inside a quotation."""
    return text.count("“") > text.count("”")


def inside_quote(before: str, after: str) -> bool:
    """Tell whether a quotation begins before a place and ends after it."""
    typed = before.count('"') % 2 == 1 and '"' in after
    return typed or (opens_quote(before) and "”" in after)


def _inside_bracket(before: str, after: str) -> bool:
    """Tell whether a bracket begins before a place and ends after it."""
    return before.count("(") > before.count(")") and ")" in after


def unpunctuated(text: str) -> str:
    """Return text without the punctuation that ends it."""
    return text.rstrip(_MARKS_AND_SPACE).strip()


def sentences(text: str) -> list[str]:
    """Return the sentences of text; what is quoted belongs to the one that quotes it."""
    found, rest = [], text
    while rest and (sentence := first_sentence(rest)):
        found.append(sentence)
        at = rest.find(sentence) + len(sentence)
        rest = rest[at:].lstrip(" .;")
    return found


@lru_cache(maxsize=256)
def first_sentence(text: str) -> str:
    """Return the first sentence of text, or its first clause of a list of clauses.

    What is quoted, or in a bracket, belongs to the sentence around it, stops and all.
    """
    for end in _SENTENCE_END.finditer(text):
        before, after = text[: end.start()], text[end.end() :]
        inside = inside_quote(before, after) or _inside_bracket(before, after)
        if starts_upper(after) and not inside:
            return unpunctuated(before)
    return unpunctuated(text)
