"""Legal bases in the wordings that schools use, each with what it cites."""

from __future__ import annotations

import random
from typing import Any

Cited = tuple[str, list[dict[str, Any]]]


def _one(text: str, number: str | None, date: str | None, issuer: str | None) -> Cited:
    return text, [{"number": number, "date": date, "issuer": issuer, "text": text}]


def _two(text: str, *bases: tuple[str | None, str | None, str | None, str]) -> Cited:
    return text, [
        {"number": number, "date": date, "issuer": issuer, "text": part}
        for number, date, issuer, part in bases
    ]


BASES = [
    _one("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019", None, "2019-06-14", None),
    _one("Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019", "43/2019/QH14", "2019-06-14", None),
    _one("Căn cứ Luật Trẻ em", None, None, None),
    _one("Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại", "72/2015/NĐ-CP", "2015-09-07", "Chính phủ"),
    _one("Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04/9/2020 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Điều lệ Trường tiểu học", "28/2020/TT-BGDĐT", "2020-09-04", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
    _one("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "05-CT/TW", "2016-05-15", "Bộ Chính trị"),
    _one("Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới", "57-KL/TW", "2023-06-15", "Bộ Chính trị"),
    _one("Thực hiện Công văn số 245/PVHXH ngày 18/8/2025 của Phòng Văn hóa - Xã hội về việc hướng dẫn công tác truyền thông năm học 2025-2026", "245/PVHXH", "2025-08-18", "Phòng Văn hóa - Xã hội"),
    _one("Căn cứ Công văn số 3089/BGDĐT-VP ngày 14-8-2023 của Bộ Giáo dục và Đào tạo v/v tăng cường công tác truyền thông", "3089/BGDĐT-VP", "2023-08-14", "Bộ Giáo dục và Đào tạo"),
    _one("Căn cứ Quyết định số 2269/QĐ-BGDĐT ngày 12/8/2025 của Bộ Giáo dục và Đào tạo ban hành Khung kế hoạch thời gian năm học 2025-2026", "2269/QĐ-BGDĐT", "2025-08-12", "Bộ Giáo dục và Đào tạo"),
    _one("Căn cứ Nghị quyết số 12/NQ-HĐT ngày 05/9/2025 của Hội đồng trường về phương hướng hoạt động", "12/NQ-HĐT", "2025-09-05", "Hội đồng trường"),
    _one("Căn cứ Kế hoạch số 07/KH-UBND ngày 9/1/2026 của UBND xã Đồi Thông về chuyển đổi số năm 2026", "07/KH-UBND", "2026-01-09", "UBND xã Đồi Thông"),
    _one("Căn cứ Hướng dẫn số 15-HD/BTGTU, ngày 20 tháng 02 năm 2025 của Ban Tuyên giáo Tỉnh ủy về tuyên truyền các ngày lễ lớn", "15-HD/BTGTU", "2025-02-20", "Ban Tuyên giáo Tỉnh ủy"),
    _one("Căn cứ Công văn số       /SGDĐT-VP ngày    /9/2025 của Sở Giáo dục và Đào tạo về công tác truyền thông", None, None, None),
    _one("Căn cứ điều kiện thực tế của nhà trường", None, None, None),
    _one("Căn cứ chức năng, nhiệm vụ được giao và tình hình thực tế của đơn vị", None, None, None),
    _one("Xét đề nghị của bộ phận truyền thông", None, None, None),
    _one("Trên cơ sở kết quả đạt được trong năm học vừa qua", None, None, None),
    _two(
        "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng và Chương trình hành động số 63-CTr/TU ngày 08/8/2014 của Tỉnh ủy Vân Sơn",
        ("29-NQ/TW", "2013-11-04", "Ban Chấp hành Trung ương Đảng", "Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng"),
        ("63-CTr/TU", "2014-08-08", "Tỉnh ủy Vân Sơn", "Chương trình hành động số 63-CTr/TU ngày 08/8/2014 của Tỉnh ủy Vân Sơn"),
    ),
    _two(
        "Căn cứ Thông tư số 37/2020/TT-BGDĐT ngày 05/10/2020 của Bộ Giáo dục và Đào tạo; Kế hoạch số 1250/KH-SGDĐT ngày 22/8/2025 của Sở Giáo dục và Đào tạo tỉnh Vân Sơn về truyền thông giáo dục",
        ("37/2020/TT-BGDĐT", "2020-10-05", "Bộ Giáo dục và Đào tạo", "Căn cứ Thông tư số 37/2020/TT-BGDĐT ngày 05/10/2020 của Bộ Giáo dục và Đào tạo"),
        ("1250/KH-SGDĐT", "2025-08-22", "Sở Giáo dục và Đào tạo tỉnh Vân Sơn", "Kế hoạch số 1250/KH-SGDĐT ngày 22/8/2025 của Sở Giáo dục và Đào tạo tỉnh Vân Sơn về truyền thông giáo dục"),
    ),
    _two(
        "Căn cứ Quyết định số 1705/QĐ-TTg ngày 31/12/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển giáo dục đến năm 2030, tầm nhìn đến năm 2045, Công văn số 88/UBND-VX ngày 6/3/2025 của UBND tỉnh Vân Sơn",
        ("1705/QĐ-TTg", "2024-12-31", "Thủ tướng Chính phủ", "Căn cứ Quyết định số 1705/QĐ-TTg ngày 31/12/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển giáo dục đến năm 2030, tầm nhìn đến năm 2045"),
        ("88/UBND-VX", "2025-03-06", "UBND tỉnh Vân Sơn", "Công văn số 88/UBND-VX ngày 6/3/2025 của UBND tỉnh Vân Sơn"),
    ),
]  # fmt: skip


def some_bases(
    rng: random.Random, spoken: str
) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the paragraphs of a preamble and what they cite."""
    chosen = rng.sample(BASES, rng.choice([0, 1, 2, 3, 3, 4, 5]))
    dash = rng.choice(["", "", "", "- "])
    ends = rng.choice([(";", ";"), (";", ","), (";", "."), (",", ".")])
    lines, bases = [], []
    for place, (wording, cited) in enumerate(chosen):
        lines.append(dash + wording + ends[place == len(chosen) - 1])
        bases += cited
    return lines, bases
