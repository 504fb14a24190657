"""How texts call the pupils of a school: by their full names, by the class they are in.

Pure Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import minority_names
from .minority_names import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

PUPIL = r"(?:[Ee]m|[Bb]ạn|[Cc]háu|[Hh]ọc sinh|HS|[Nn]am sinh|[Nn]ữ sinh|[Đđ]ội viên)"
SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|"
    "Mai|Đoàn|Lưu|Cao|Hà|Tô|Tạ|Châu|Lâm|Quách|Thạch|Danh|Trương|Đào|Phùng|Tăng|Thái|"
    "Vương|Nông|Hứa|Giàng|Lò|Vàng|Thào|Sùng|Lương|Đàm|Quan|La|Chu|Kiều|Văn"
)
_KINH_NAME = rf"(?:{SURNAME})(?: [{CAPITAL}][^\W\d_{CAPITAL}]*){{2,4}}"
_WHOLE_NAME = rf"(?:{_KINH_NAME}|{minority_names.WHOLE_NAME})"
_FULL_NAME = re.compile(rf"\b{PUPIL} ({_WHOLE_NAME})\b")
CHILD = rf"(?:{PUPIL}|[Bb]é)"
NAMES = rf"[{CAPITAL}][^\W\d_]*(?: [{CAPITAL}][^\W\d_]*){{0,4}}"
#: *em Y Blim*, and no *các em A Lưới*, who are of a place.
_Y_OR_A = re.compile(
    rf"(?<!ác )(?<!ững )\b(?:[Ee]m|[Bb]ạn|[Cc]háu) ({minority_names.AFTER_PUPIL})\b"
)
_NEVER_PUPIL = (
    r"[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|[Gg]iáo viên|GV|[Tt]rường|THCS|THPT|[Tt]iểu học|"
    r"[Mm]ầm non|[Đđ]ường"
)
_NO_PUPIL = rf"{_NEVER_PUPIL}|[Aa]nh|[Cc]hị"
CLASS_AFTER = (
    r"[ ,(–-]+(?:(?:(?:là )?học sinh )?(?:lớp|khối) \d|\d{1,2}[A-ZĐ]\d{0,2}\b)"
)
#: *Nguyễn Văn An, lớp 8A*: whoever is in a class is a pupil.
_NAME_AND_CLASS = re.compile(
    rf"(?:\b(?P<other>{_NO_PUPIL}) )?"
    rf"\b(?P<name>{_WHOLE_NAME}){CLASS_AFTER}"
)

_CLASS = r"(?P<class>[Ll]ớp \d{1,2} ?(?:[A-ZĐa-zđ]\d{0,2}|[/.]\d{1,2})\b)"
_SHORT_CLASS = r"(?P<class>\b\d{1,2}[A-ZĐ]\d{0,2}\b)"
#: What many do together has a class too: *Chi đội Kim Đồng (8A1)*, *Giải Nhất (8A1)*.
_OF_MANY = (
    r"[Đđ]ội|[Ll]ớp|[Nn]hóm|[Tt]ập thể|CLB|[Gg]iải|[Hh]ạng|[Gg]ian hàng|[Tt]iết mục"
)
_BETWEEN = r"[ ,(–-]+(?:(?:là )?(?:học sinh|HS) )?"
#: *em Ngọc, lớp 8A2*; *Nguyễn Văn An (lớp 8A2)*; *Lớp 8A2: Nguyễn Văn An*; *An (8A2)*.
_CLASS_OF_PUPIL = [
    re.compile(rf"\b{CHILD} {NAMES}{_BETWEEN}{_CLASS}"),
    re.compile(rf"(?:\b(?P<other>{_NO_PUPIL}) )?\b{_WHOLE_NAME}{_BETWEEN}{_CLASS}"),
    re.compile(
        rf"(?<!nhiệm )(?<!dạy )\b{_CLASS}[ :,(–-]+(?:{CHILD} {NAMES}|{_WHOLE_NAME})"
    ),
    re.compile(rf"\b{CHILD} {NAMES}[ ,(–-]+{_SHORT_CLASS}"),
    re.compile(
        rf"(?:\b(?P<other>{_NO_PUPIL}|{_OF_MANY}) )?\b{NAMES} ?\({_SHORT_CLASS}\)"
    ),
]

#: Who is called so is no pupil of the school, though a pupil may have the same name.
OTHER = (
    rf"{_NEVER_PUPIL}|[Cc]hú|[Bb]ác|[Dd]ì|[Nn]hà (?:giáo|văn|thơ|báo)|"
    r"[Hh]iệu trưởng|[Tt]iến sĩ|[Tt]hạc sĩ|[Gg]iáo sư|[Bb]ác sĩ|[Nn]hạc sĩ|"
    r"[Hh]ọa sĩ|[Ll]iệt sĩ|[Aa]nh hùng|[Pp]hường|[Xx]ã|"
    r"[Pp]hố|[Tt]hôn|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Cc]ầu|[Cc]hợ|[Mm]rs?|[Mm]s|[Tt]eacher"
)
#: Adults are called so, and pupils too: *Tổ trưởng: …*, *anh … của lớp 9A*, *bạn cùng lớp …*.
PUPIL_TOO = (
    r"[Aa]nh|[Cc]hị|[Cc]ậu|[Đđ]/c|[Đđ]ồng chí|[Tt]ổ trưởng|[Bb]í thư|[Cc]hủ tịch|[Ll]ớp"
)

_CALLED = re.compile(rf"(?:(?:{OTHER}|{PUPIL_TOO}|{PUPIL}) )?{_WHOLE_NAME}")


def is_full_name(text: str) -> bool:
    """Whether ``text`` is the full name of a person and nothing else."""
    return bool(re.fullmatch(_WHOLE_NAME, text))


def calls_a_person(text: str) -> bool:
    """Whether ``text`` is a full name, perhaps with a word as *cô* or *em* before it."""
    return bool(_CALLED.fullmatch(text))


def full_names_in(text: str) -> Iterator[Span]:
    """Where a pupil is called by the full name."""
    for pattern in (_FULL_NAME, _Y_OR_A):
        for match in pattern.finditer(text):
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
