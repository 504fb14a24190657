"""Names that the end of a line parted at their dash: "Phòng Văn hóa" above "- Xã hội"."""

from __future__ import annotations

import re

#: What stands before the dash in the names of offices and schools, and what behind it.
_HALVES = {
    "văn h(?:oá|óa)": "xã hội|thông tin|thể thao",
    "lao động": "thương binh",
    "kinh tế": "kỹ thuật|xã hội|hạ tầng",
    "tổ chức": "hành chính|cán bộ|kiểm tra",
    "hành chính": "tổ chức|quản trị|tổng hợp|kế toán",
    "tài chính": "kế hoạch|kế toán",
    "kế hoạch": "tài chính|đầu tư",
    "khoa học": "kỹ thuật|công nghệ",
    "giáo dục nghề nghiệp": "giáo dục thường xuyên",
    "gdnn": "gdtx",
}
_PARTED = re.compile(
    r"\b(?:Phòng|Sở|Bộ|Ban|Khoa|Tổ|Trung tâm|Trường(?: \w+){0,3}) (?:"
    + "|".join(rf"{first}\n[-–] ?(?:{second})\b" for first, second in _HALVES.items())
    + ")",
    re.IGNORECASE,
)
#: A symbol, too, is parted at its dash: "212/KH-" above "UBND".
_SYMBOL = re.compile(r"/[A-ZĐ]{1,6}-$")


def is_cut_at_dash(above: str, text: str) -> bool:
    """Tell whether ``text`` is the rest of a name that the line above it begins."""
    if text[:1] in "-–":
        return bool(_PARTED.search(f"{above[-60:].rstrip()}\n{text}"))
    return bool(_SYMBOL.search(above)) and text[:1].isupper()


def joint_of(above: str) -> str:
    """Return what stands between two lines of one paragraph: nothing within a symbol."""
    return "" if _SYMBOL.search(above) else " "
