"""The names of bodies in the header: how each begins, and which lines are one name."""

from __future__ import annotations

import re

from .wording import fold

_BODY = (
    "ubnd", "uy ban", "so", "phong", "truong", "trung tam", "bo", "hoi", "cong doan", "doan",
    "ban", "dang", "chi bo", "lien doan", "ldld", "cong an", "tram", "van phong", "cuc", "vu",
    "vien", "hoc vien", "dai hoc", "tong", "chi cuc", "thanh uy", "huyen uy", "tinh uy",
    "lien doi", "to", "quan uy", "bch", "cd", "khoi", "cum", "tinh doan", "huyen doan",
    "thanh doan", "hdnd", "chi doan", "lien chi doan", "khoa", "bo mon", "cong ty", "cdcs",
    "thu vien", "tap doan", "benh vien", "bao hiem", "buu dien", "bao tang", "nha thieu nhi",
    "nha van hoa", "hop tac xa", "xa doan", "phuong doan", "dang bo", "mat tran",
    "uy ban mttq", "chi hoi", "lien hiep hoi", "hoi dong doi", "thi doan",
)  # fmt: skip
YOUTH = (
    "doan tncs ho chi minh",
    "doan thanh nien cong san ho chi minh",
    "doi tntp ho chi minh",
)
_OF_SCHOOL = ("ban", "hoi dong", "to", "bch", "tieu ban")


def begins_body(part: str) -> bool:
    """Tell whether a line begins with what a body is called."""
    folded = fold(part)
    if re.match(r"so \d|khoa hoc\b", folded):
        # "SỐ 2 …" and "KHOA HỌC …" go on with a name; "SỞ …" and "KHOA …" begin one.
        return False
    return any(folded == name or folded.startswith(name + " ") for name in _BODY)


def is_within(above: str, line: str) -> bool:
    """Tell whether the body above is one of the school named below, or a name cut in two."""
    folded = fold(above)
    inside = any(
        folded.startswith(name + " ") for name in _OF_SCHOOL
    ) and not folded.startswith("ban chap hanh")
    return (inside and fold(line).startswith("truong ")) or folded.endswith(
        (" va", " cua", "-", ",")
    )
