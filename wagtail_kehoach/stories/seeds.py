"""Titles of commendation that a portal starts with; each can be corrected in the admin.

Only what the Law on Emulation and Commendation 06/2022/QH15, in force since 1 January 2024,
is known to have. Medals, orders, badges and the titles of teachers are left to the portal.
"""

from __future__ import annotations

import datetime as dt

from .recognition import RecognitionTitle

SOURCE = "Luật Thi đua, khen thưởng 06/2022/QH15"
SINCE = dt.date(2024, 1, 1)

_LEVEL, _WHOM = RecognitionTitle.Level, RecognitionTitle.ForWhom
TITLES = [
    ("Lao động tiên tiến", _LEVEL.SCHOOL, _WHOM.INDIVIDUAL),
    ("Chiến sĩ thi đua cơ sở", _LEVEL.SCHOOL, _WHOM.INDIVIDUAL),
    ("Chiến sĩ thi đua bộ, ngành, tỉnh", _LEVEL.PROVINCE, _WHOM.INDIVIDUAL),
    ("Chiến sĩ thi đua toàn quốc", _LEVEL.STATE, _WHOM.INDIVIDUAL),
    ("Tập thể lao động tiên tiến", _LEVEL.SCHOOL, _WHOM.COLLECTIVE),
    ("Tập thể lao động xuất sắc", _LEVEL.PROVINCE, _WHOM.COLLECTIVE),
    ("Cờ thi đua của bộ, ngành, tỉnh", _LEVEL.PROVINCE, _WHOM.COLLECTIVE),
    ("Cờ thi đua của Chính phủ", _LEVEL.STATE, _WHOM.COLLECTIVE),
    ("Giấy khen", _LEVEL.SCHOOL, _WHOM.BOTH),
    ("Bằng khen của bộ, ngành, tỉnh", _LEVEL.PROVINCE, _WHOM.BOTH),
    ("Bằng khen của Thủ tướng Chính phủ", _LEVEL.STATE, _WHOM.BOTH),
]


def ensure_recognition_titles() -> list[RecognitionTitle]:
    """Fill an empty table. Returns what was made; a table in use is left alone."""
    if RecognitionTitle.objects.exists():
        return []
    return [
        RecognitionTitle.objects.create(
            name=name,
            level=level,
            for_whom=whom,
            source=SOURCE,
            valid_from=SINCE,
            sort_order=place,
        )
        for place, (name, level, whom) in enumerate(TITLES, start=1)
    ]
