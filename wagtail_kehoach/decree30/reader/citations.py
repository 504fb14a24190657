"""Legal bases (căn cứ): which documents the preamble cites, each on its own."""

from __future__ import annotations

import re

from ..parts import Basis
from .dates import DATE, first_date
from .wording import DASHES, ORGANISATION, fold, pattern, tidy, unpunctuated

_KINDS = (
    r"(?:Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Thông cáo|Thông báo|Hướng dẫn|Chương trình"
    r"|Kế hoạch|Phương án|Đề án|Dự án|Báo cáo|Tờ trình|Công văn|Công điện|Văn bản|Thông tư"
    r"|Nghị định|Luật|Bộ luật|Pháp lệnh|Kết luận|Hiến pháp|Điều lệ|Lệnh|Văn bản hợp nhất)"
)
_VERB = (
    r"(?:Căn cứ|Thực hiện|Tiếp tục thực hiện|Triển khai thực hiện|Triển khai|Theo|Xét|Thi hành"
    r"|Trên cơ sở|Quán triệt|Hưởng ứng|Được sự|Tiếp theo)"
)
_OPENS = pattern(rf"{_VERB}(?!\w)", re.IGNORECASE)
_SEVERAL = r"(?:các|hai|ba|những)"
_BEGINS = pattern(
    rf"^[{DASHES}+*•\s]*(?:{_VERB}\b|{_KINDS}(?:\s+liên tịch)?\s+(?:số\b|\d))",
    re.IGNORECASE,
)
_NEXT_BASIS = pattern(
    rf"(?:;|\.(?=\s+(?:Căn cứ|Thực hiện|Xét)))\s*(?={_VERB}\b|{_KINDS}\b)"
    rf"|(?:,|\s(?:và|cùng))\s+(?=(?:{_SEVERAL}\s+)?{_KINDS}"
    r"(?:\s+(?:liên tịch|hành động))?\s+(?:số\s|\d+\s?[/-]))"
    rf"|,\s+(?=(?:Căn cứ|căn cứ|xét đề nghị|Xét đề nghị)\s)",
    re.IGNORECASE,
)
_STATE = (
    r"\d{1,6}[A-Za-z]?(?:\s?/\s?\d{4})?\s?/\s?(?=[A-ZĐa-z]*[A-ZĐ])"
    r"[A-ZĐÀ-Ỹ][\wĐđ&.]*(?:\s?[-–]\s?[A-ZĐÀ-Ỹ][\w&.]*)*\d*"
)
_PARTY = r"\d{1,5}\s?-\s?(?:NQ|CT|KL|QĐ|QyĐ|QC|HD|TB|CTr|KH|TT|CV|BC|ĐA|QĐi)\s?/\s?[A-ZĐ][\w-]*"
_BARE = r"(?<=số )\d{1,5}(?![\d/.\-]|\s*/)"
_NUMBER = pattern(rf"(?<![\w/])(?:{_PARTY}|{_STATE}|{_BARE})")
#: "Luật Giáo dục, Luật Viên chức": laws that are cited by their names alone.
_LAWS = pattern(
    rf"^(?:{_VERB}\s+)?(?:{_SEVERAL}\s+)?(?:Bộ l|L)uật\s+(?!sửa đổi)", re.IGNORECASE
)
_NEXT_LAW = pattern(r"(?:,|\svà)\s+(?=(?:Bộ l|L)uật\s+[A-ZĐÀ-Ỹ])")
_NEXT_NUMBER = pattern(rf"(?:,|;|\svà)\s+(?=(?:số\s*)?(?:{_PARTY}|{_STATE}))")
#: "số 01, 02, 03/2021/TT-BGDĐT": the last number says what follows all of them.
_RUN = pattern(
    r"số\s+(?P<first>(?:\d{1,4}\s*(?:,|và)\s*)+)(?P<last>\d{1,4})(?P<rest>(?:/\d{4})?/[A-ZĐ])"
)
_KIND = pattern(rf"({_KINDS})(?:\s[^,;:\d]{{0,60}})?$")
_PLURAL = pattern(rf"\b{_SEVERAL}\s+(?={_KINDS}\b)")
_DAY = pattern(rf"ngày\s*(?:{DATE})", re.IGNORECASE)
_ABOUT = pattern(r"\s(?:về(?:\s+việc)?|V/v|v/v)\s")
_ISSUER_ENDS = (
    r"(?=\s+(?:về|v/v|V/v|quy định|qui định|hướng dẫn|ban hành|phê duyệt|sửa đổi"
    r"|triển khai|thực hiện"
    r"|công bố|tổ chức|điều chỉnh|ngày|giao|phát động|tại|kèm theo|kế hoạch|quyết "
    r"định)\b|\s*[,;:.(“]|$)"
)
# "Sở Văn hóa, Thể thao và Du lịch" is one name.
_LISTED = r"(?:,\s[A-ZĐÀ-Ỹ][^,;:.(]{2,30}\svà\s[A-ZĐÀ-Ỹ][^,;:.(]{2,60}?)?"
_ISSUER = pattern(
    rf"\b(?:[Cc]ủa|do|giữa)\s+([A-ZĐÀ-Ỹ].{{1,110}}?{_LISTED}){_ISSUER_ENDS}"
)
_PROPOSES = pattern(
    r"\bđề nghị của\s+([A-ZĐÀ-Ỹ].{2,110}?)\s+tại\s+Tờ trình\b", re.IGNORECASE
)
_ISSUER_AT_ONCE = pattern(rf"^\s*({ORGANISATION}\b.{{1,110}}?){_ISSUER_ENDS}")
_ISSUES = pattern(
    r"\b(?:xây dựng|ban hành|phát động|tổ chức|triển khai|lập|đề ra|hướng dẫn|thông báo|quyết định"
    r"|yêu cầu|đề nghị|báo cáo|cử|gửi|đăng ký|kính mời|trân trọng)\b"
)
# "Trung tâm GDNN - GDTX số 2" is a name and cites nothing.
_NUMBER_WITH_SYMBOL = re.compile(r"số\s*:?\s*\d+\s*[/–-]", re.IGNORECASE)
#: In the middle of a sentence a school is written small: "…, nhà trường xây dựng kế hoạch".
_SMALL = (
    r"nhà trường|trung tâm"
    r"|trường(?=\s+(?:THPT|THCS|TH|PT|[Tt]iểu|[Mm]ầm|[Tt]rung|[Pp]hổ)\w*\b)"
)
#: What only the reader of the document knows: which school, which office.
_NO_NAMES = {
    "truong", "nha truong", "so", "phong", "trung tam", "don vi", "ban", "hoi", "doan", "to",
    "co quan", "cap tren", "cap co tham quyen",
}  # fmt: skip
_SPEAKER = pattern(rf"(?:[,;.]\s+|^)(?=(?:{ORGANISATION}|{_SMALL})\b)")


def begins_basis(text: str) -> bool:
    """Tell whether a paragraph begins as a legal basis does."""
    return bool(_BEGINS.match(text))


def split_speaker(text: str) -> tuple[str, str]:
    """Split a paragraph into its bases and the sentence in which the issuer speaks."""
    for start in reversed([m.end() for m in _SPEAKER.finditer(text)]):
        sentence = text[start:]
        verb = _ISSUES.search(sentence)
        named = sentence[: verb.start()] if verb else ""
        if verb and verb.start() < 200 and not _NUMBER_WITH_SYMBOL.search(named):
            return unpunctuated(text[:start]), sentence
    return text, ""


def bases_in(text: str) -> list[Basis]:
    """Return one basis for each document or other ground that a paragraph names.

    Each begins with the verb of its sentence, as on a line of its own it has to.
    """
    text = re.sub(rf"^[{DASHES}+*•\s]+", "", text)
    parts = (unpunctuated(tidy(part)) for part in _NEXT_BASIS.split(text))
    bases = [basis for part in parts if part for basis in _bases_listed(part)]
    opening = ""
    for basis in bases:
        if own := _OPENS.match(basis.text):
            opening = own[0]
        elif opening:
            basis.text = f"{opening} {basis.text}"
    return bases


def basis_as_printed(text: str) -> Basis:
    """Return the one basis that a paragraph is, whatever it lists."""
    return _basis(unpunctuated(tidy(text)))


def without_verb(text: str) -> str:
    """Return a basis without the verb that opens it."""
    return _OPENS.sub("", text, count=1).strip()


def _bases_listed(text: str) -> list[Basis]:
    """Return what one kind lists: its documents share who issued them, said once behind."""
    if _LAWS.match(text) and not _ABOUT.search(text):
        return [_basis(unpunctuated(law)) for law in _NEXT_LAW.split(text)]
    bases = [_basis(each) for each in _each_number(_RUN.sub(_written_out, text))]
    for basis in bases[:-1]:
        basis.issuer = basis.issuer or bases[-1].issuer
    if _RUN.search(text):
        for basis in bases:
            basis.date = bases[-1].date
    return bases


def _written_out(run: re.Match[str]) -> str:
    """Give each number of a run the symbol that only the last one bears."""
    symbol = _NUMBER.search(run.string, run.start("last"))
    tail = symbol[0].removeprefix(run["last"]) if symbol else ""
    numbers = re.findall(r"\d+", run["first"])
    return (
        "".join(f"số {number}{tail}, " for number in numbers)
        + f"số {run['last']}{run['rest']}"
    )


def _each_number(text: str) -> list[str]:
    """Part a list of numbers, each with the kind that is printed before the first."""
    number = _NUMBER.search(text)
    kind = _KIND.search(text[: number.start()]) if number else None
    if number is None or kind is None:
        return [text]
    parts, begin = [], 0
    for comma in _NEXT_NUMBER.finditer(text, number.end()):
        about = _ABOUT.search(text, begin, comma.start())
        if about and _NUMBER.search(text, about.end(), comma.start()):
            # The subject of a document names others: they are not cited here.
            continue
        parts.append(text[begin : comma.start()])
        begin = comma.end()
    parts.append(text[begin:])
    if len(parts) == 1:
        return parts
    first = _PLURAL.sub("", parts[0])
    rest = (re.sub(r"^số\s*", "", part) for part in parts[1:])
    return [
        unpunctuated(first),
        *(unpunctuated(f"{kind[1]} số {part}") for part in rest),
    ]


def _basis(text: str) -> Basis:
    number = _NUMBER.search(text)
    about = _ABOUT.search(text)
    if number and (not about or number.start() < about.start()):
        following = text[number.end() :]
    else:
        number, following = None, text
    head = _before_next(following)
    day = _DAY.search(head)
    return Basis(
        text=text,
        number=_without_spaces(number[0]) if number else None,
        date=first_date(day[0]) if day else None,
        issuer=(_issuer(head) or _proposer(text)) if number or day else None,
    )


def _before_next(text: str) -> str:
    """Return what is said of this document, before its subject and other documents."""
    ends = [m.start() for m in (_ABOUT.search(text), _NUMBER.search(text)) if m]
    return text[: min(ends)] + " về" if ends else text


def _issuer(text: str) -> str | None:
    match = _ISSUER.search(text) or _ISSUER_AT_ONCE.search(text)
    return tidy(match[1]) if match and fold(match[1]) not in _NO_NAMES else None


def _proposer(text: str) -> str | None:
    match = _PROPOSES.search(text)
    return tidy(match[1]) if match else None


def _without_spaces(number: str) -> str:
    return re.sub(r"\s+", "", number).replace("–", "-").rstrip(".-")


def implausible_numbers(text: str) -> list[str]:
    """Return cited numbers whose year has a digit too many."""
    return re.findall(r"\b\d{1,4}/\d{5,}/[A-ZĐ][\w\-]*", text)
