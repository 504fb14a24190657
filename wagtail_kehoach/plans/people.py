"""Whether a plan gives work to people or to an office they hold: no register has those."""

from __future__ import annotations

import re
import unicodedata

from ..approval.pupils import is_full_name

#: "cô Lan", "đ/c Minh": how people are called.
_CALLED = r"(?:cô|thầy|ông|bà|đồng chí|đ/c|đc|đ\.c)\.?\s"
#: What one person is, and what all who are it are called.
_OFFICES = (
    r"(?:(?:phó|p\.?)\s*)?hiệu\s*(?:trưởng|phó)|"
    r"(?:phó\s+)?(?:giám đốc|bí thư|chủ tịch|chủ nhiệm|tổng phụ trách)|"
    r"(?:tổ|nhóm|khối|đội)\s*(?:trưởng|phó)|"
    r"(?:trưởng|phó(?:\s+trưởng)?)\s+(?:ban|bộ phận|bộ môn|đoàn|khoa|khối|nhóm|phòng|tổ)|"
    r"giáo viên|gvcn|gvbm|gv|nhân viên|cán bộ|viên chức|cb|cbgv\w*|"
    r"kế toán|văn thư|thủ thư|thủ quỹ|bảo vệ|"
    r"học sinh|hs|phụ huynh|cha mẹ học sinh|cmhs"
)
_ALL = r"(?:các|mỗi|mọi|những|toàn thể|tất cả|từng)\s+"
_PEOPLE = re.compile(rf"(?:{_ALL})*(?:{_CALLED}|(?:{_OFFICES})(?!\w))", re.IGNORECASE)
#: Family names that names of units begin with: "Đoàn Thanh Niên", "Văn Phòng".
_AMBIGUOUS = ("Đoàn ", "Văn ")


def is_people(name: str) -> bool:
    """Whether ``name`` is that of a person, of an office or of everybody who has it."""
    name = unicodedata.normalize("NFC", name.strip(" .;:,"))
    if _PEOPLE.match(name):
        return True
    return is_full_name(name) and not name.startswith(_AMBIGUOUS)
