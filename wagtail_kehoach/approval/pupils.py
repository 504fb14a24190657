"""How texts call the pupils of a school: by their full names, by the class they are in.

Pure Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

PUPIL = r"(?:[Ee]m|[Bb]ạn|[Cc]háu|[Hh]ọc sinh|HS|[Nn]am sinh|[Nn]ữ sinh|[Đđ]ội viên)"
SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|"
    "Mai|Đoàn|Lưu|Cao|Hà|Tô|Tạ|Châu|Lâm|Quách|Thạch|Danh|Trương|Đào|Phùng|Tăng|Thái|"
    "Vương|Nông|Hứa|Giàng|Lò|Vàng|Thào|Sùng|Lương|Đàm|Quan|La|Chu|Kiều|Văn"
)
CAPITAL = "".join(filter(str.isupper, map(chr, range(ord("A"), ord("ỹ")))))
_WHOLE_NAME = rf"(?:{SURNAME})(?: [{CAPITAL}][^\W\d_{CAPITAL}]*){{2,4}}"
_FULL_NAME = re.compile(rf"\b{PUPIL} ({_WHOLE_NAME})\b")
_NO_PUPIL = (
    r"[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Gg]iáo viên|GV|[Tt]rường|THCS|THPT|"
    r"[Tt]iểu học|[Mm]ầm non|[Đđ]ường"
)
CLASS_AFTER = r"[ ,(–-]+(?:(?:là )?học sinh )?(?:lớp|khối) \d"
#: *Nguyễn Văn An, lớp 8A*: whoever is in a class is a pupil.
_NAME_AND_CLASS = re.compile(
    rf"(?:\b(?P<other>{_NO_PUPIL}) )?"
    rf"\b(?P<name>{_WHOLE_NAME}){CLASS_AFTER}"
)

_CLASS = r"(?P<class>[Ll]ớp \d{1,2} ?(?:[A-ZĐa-zđ]\d{0,2}|[/.]\d{1,2})\b)"
_CHILD = rf"(?:{PUPIL}|[Bb]é)"
_NAMES = rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{0,4}}"
_BETWEEN = r"[ ,(–-]+(?:(?:là )?(?:học sinh|HS) )?"
#: *em Ngọc, lớp 8A2*; *Nguyễn Văn An (lớp 8A2)*; *Lớp 8A2: Nguyễn Văn An*.
_CLASS_OF_PUPIL = [
    re.compile(rf"\b{_CHILD} {_NAMES}{_BETWEEN}{_CLASS}"),
    re.compile(rf"(?:\b(?P<other>{_NO_PUPIL}) )?\b{_WHOLE_NAME}{_BETWEEN}{_CLASS}"),
    re.compile(
        rf"(?<!nhiệm )(?<!dạy )\b{_CLASS}[ :,(–-]+(?:{_CHILD} {_NAMES}|{_WHOLE_NAME})"
    ),
]

#: Who is called so is no pupil of the school, though a pupil may have the same name.
OTHER = (
    rf"{_NO_PUPIL}|[Cc]hú|[Bb]ác|[Dd]ì|[Cc]ậu|[Đđ]/c|[Đđ]ồng chí|[Nn]hà (?:giáo|văn|thơ|báo)|"
    r"[Hh]iệu trưởng|[Tt]ổ trưởng|[Tt]iến sĩ|[Tt]hạc sĩ|[Gg]iáo sư|[Bb]ác sĩ|[Nn]hạc sĩ|"
    r"[Hh]ọa sĩ|[Ll]iệt sĩ|[Aa]nh hùng|[Bb]í thư|[Cc]hủ tịch|[Ll]ớp|[Pp]hường|[Xx]ã|"
    r"[Pp]hố|[Tt]hôn|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Cc]ầu|[Cc]hợ|[Mm]rs?|[Mm]s|[Tt]eacher"
)


def is_full_name(text: str) -> bool:
    """Whether ``text`` is the full name of a person and nothing else."""
    return bool(re.fullmatch(_WHOLE_NAME, text))


def full_names_in(text: str) -> Iterator[Span]:
    """Where a pupil is called by the full name."""
    for match in _FULL_NAME.finditer(text):
        yield match.span(1)
    for match in _NAME_AND_CLASS.finditer(text):
        if not match["other"]:
            yield match.span("name")


def classes_in(text: str) -> Iterator[Span]:
    """Where the class of one pupil stands; that of nobody in particular is public life."""
    for pattern in _CLASS_OF_PUPIL:
        for match in pattern.finditer(text):
            if not match.groupdict().get("other"):
                yield match.span("class")
