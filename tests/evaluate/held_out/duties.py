"""Sections that say who does what until when, in the wordings that plans use."""

from __future__ import annotations

import random
from typing import Any

from .bodies import Body, person
from .page import Block, heading, item, text

Json = dict[str, Any]
Section = tuple[list[Block], list[Json], list[Json]]

WORKS = [
    "Xây dựng kế hoạch truyền thông của bộ phận",
    "Cập nhật tin, bài về hoạt động của học sinh lên trang thông tin điện tử",
    "Kiểm tra nội dung tin, bài trước khi trình duyệt",
    "Tuyên truyền gương người tốt, việc tốt trong giờ chào cờ",
    "Chụp ảnh và ghi hình các hoạt động của nhà trường",
    "Tổng hợp ý kiến góp ý của cha mẹ học sinh",
    "Giới thiệu sách mới đến học sinh và giáo viên",
    "Phối hợp với công an địa phương tuyên truyền an toàn giao thông",
]
DUES = [
    ("trước ngày 15/9/2025", "2025-09-15"),
    ("trước ngày 25 tháng 12 năm 2025", "2025-12-25"),
    ("chậm nhất ngày 10/01/2026", "2026-01-10"),
    ("hạn cuối 20/3/2026", "2026-03-20"),
    ("trước ngày 05/10", "2025-10-05"),
]
TIMES = [
    ("Tháng 9/2025", None),
    ("Ngày 20/11/2025", "2025-11-20"),
    ("Cuối học kỳ I", None),
    ("Từ 05/9 đến 15/9/2025", "2025-09-15"),
    ("Hằng tháng", None),
    ("Trước 25/5/2026", "2026-05-25"),
]


_UNITS = "Các bộ phận gửi báo cáo cả năm về Văn phòng trước ngày 09/6/2026"


def _task(words: str, who: str | None, due: str | None = None) -> Json:
    return {"text": words, "responsible": who, "deadline": due}


def by_heading(
    rng: random.Random, body: Body, number: str, labels: list[str]
) -> Section:
    """One heading for each party, its work below."""
    blocks, tasks = [], []
    for label, who in zip(labels, rng.sample(body.actors, len(labels)), strict=True):
        blocks.append(heading(label, who, number.count(".") + 2))
        for work in rng.sample(WORKS, 2):
            wording, due = rng.choice([*DUES, ("", None), ("", None)])
            words = f"{work} {wording}".strip()
            blocks.append(item(f"{words}."))
            tasks.append(_task(words, who.removeprefix("Đối với "), due))
    return blocks, tasks, []


def by_sentence(
    rng: random.Random, body: Body, number: str, labels: list[str]
) -> Section:
    """Sentences that assign, in four wordings."""
    name = person(rng)
    rows = [
        (f"Giao Tổ Văn phòng chủ trì {_low(WORKS[0])} {DUES[0][0]}.", "Tổ Văn phòng", DUES[0][1]),
        (f"Phân công đồng chí {name} phụ trách trang thông tin điện tử.",
         f"đồng chí {name}", None),
        ("Ban biên tập chịu trách nhiệm chính về nội dung tin, bài đăng tải.",
         "Ban biên tập", None),
        ("Công đoàn làm đầu mối vận động đoàn viên tham gia viết bài.", "Công đoàn", None),
        (f"{WORKS[5]} (Giáo viên chủ nhiệm thực hiện).", "Giáo viên chủ nhiệm", None),
        (f"{WORKS[6]} (giao cho nhân viên thư viện).", "nhân viên thư viện", None),
    ]  # fmt: skip
    rng.shuffle(rows)
    blocks = [item(words) for words, _, _ in rows]
    tasks = [
        _task(words.partition(" (")[0].rstrip("."), who, due)
        for words, who, due in rows
    ]
    return blocks, tasks, []


def by_table(rng: random.Random, body: Body, number: str, labels: list[str]) -> Section:
    """A table with its columns in any order."""
    titles = {
        "number": rng.choice(["STT", "TT"]),
        "text": rng.choice(["Nội dung công việc", "Nhiệm vụ", "Hoạt động", "Nội dung"]),
        "responsible": rng.choice(
            ["Người phụ trách", "Đơn vị chủ trì", "Bộ phận thực hiện"]
        ),
        "time": rng.choice(["Thời gian", "Thời hạn hoàn thành", "Thời gian thực hiện"]),
        "supporting": "Đơn vị phối hợp",
        "result": rng.choice(["Kết quả dự kiến", "Sản phẩm"]),
    }
    order = [
        "text",
        "responsible",
        "time",
        *rng.sample(["supporting", "result"], rng.randint(0, 2)),
    ]
    rng.shuffle(order)
    order = ["number", *order]
    rows, tasks = [[titles[key] for key in order]], []
    for place, work in enumerate(rng.sample(WORKS, 5), 1):
        who = rng.choice(body.actors).removeprefix("Đối với ")
        when, due = rng.choice(TIMES)
        cells = {"number": str(place), "text": work, "responsible": who, "time": when,
                 "supporting": "Các tổ", "result": "Tin, bài"}  # fmt: skip
        rows.append([cells[key] for key in order])
        tasks.append(_task(work, who, due))
    return [Block(rows=rows)], tasks, []


def reports(rng: random.Random, body: Body) -> Section:
    """The reports that are owed; one sentence also says what the units owe the school."""
    choices = [
        ("Báo cáo sơ kết học kỳ I gửi về {to} trước ngày 10/01/2026.", "2026-01-10"),
        ("Báo cáo tổng kết gửi về {to} trước ngày 25/5/2026.", "2026-05-25"),
        ("Báo cáo đột xuất khi có yêu cầu.", "khi có yêu cầu"),
        (f"{_UNITS} để tổng hợp, báo cáo {{to}} trước ngày 15/6/2026.", "2026-06-15"),
    ]
    blocks, tasks, duties = [], [], []
    for wording, due in rng.sample(choices, rng.randint(1, 3)):
        words = wording.format(to=body.superior)
        blocks.append(item(words))
        duties.append({"text": words.rstrip("."), "due": due, "to": None})
        if words.startswith(_UNITS):
            tasks.append(_task(_UNITS, "Các bộ phận", "2026-06-09"))
    return blocks, tasks, duties


def _low(words: str) -> str:
    return words[:1].lower() + words[1:]


def aims(rng: random.Random) -> list[Block]:
    """Aims and requirements: dates and citations in them are nobody's task."""
    return rng.sample(
        [
            item(
                "Nâng cao nhận thức của cán bộ, giáo viên về vai trò của truyền thông."
            ),
            item(
                "Chào mừng ngày Nhà giáo Việt Nam 20/11 và các ngày lễ lớn trong năm."
            ),
            item(
                "Quán triệt Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Trung ương về đổi mới giáo dục."
            ),
            item(
                "Thông tin phải chính xác, kịp thời, đúng định hướng, phù hợp với lứa tuổi học sinh."
            ),
            item("Các bộ phận phải coi đây là nhiệm vụ thường xuyên."),
        ],
        3,
    )


__all__ = ["aims", "by_heading", "by_sentence", "by_table", "reports", "text"]
