"""Plans put together from bodies, bases, outlines and duties, and papers that are none."""

from __future__ import annotations

import random

from . import duties
from .bodies import BODIES, Body, person
from .citations import some_bases
from .page import Page, heading, item, text

_TITLES = [
    (["Truyền thông của nhà trường năm học 2025-2026"], "năm học 2025-2026", "nam_hoc"),
    (["Công tác truyền thông và quan hệ công chúng", "năm học 2025 - 2026"],
     "năm học 2025 - 2026", "nam_hoc"),
    (["Triển khai công tác tuyên truyền năm học 2025-2026"], "năm học 2025-2026", "nam_hoc"),
]  # fmt: skip
_DUTIES = [duties.by_heading, duties.by_sentence, duties.by_table]
_SYSTEMS = [
    (["I", "II", "III", "IV"], lambda top, n: str(n)),
    (["1", "2", "3", "4"], lambda top, n: f"{top}.{n}"),
    (["A", "B", "C", "D"], lambda top, n: ["I", "II", "III", "IV"][n - 1]),
    (["Phần I", "Phần II", "Phần III", "Phần IV"], lambda top, n: str(n)),
]


def plan(rng: random.Random) -> Page:
    """Return a plan."""
    body = rng.choice(BODIES)
    page = _opened(rng, body, "KẾ HOẠCH")
    title, words, period = rng.choice(_TITLES)
    page.title = title
    bases, cited = some_bases(rng, body.spoken)
    lead = rng.choice(["xây dựng kế hoạch", "ban hành Kế hoạch"])
    page.preamble = [*bases, f"{body.spoken} {lead} truyền thông {words} như sau:"]
    page.expected |= {
        "title": " ".join(title),
        "period": {"type": period, "start": 2025, "end": 2026, "text": words},
        "bases": cited,
    }
    _fill_body(rng, body, page)
    _close(rng, body, page)
    return page


def _opened(rng: random.Random, body: Body, type_line: str) -> Page:
    number = rng.choice(["05", "12", "147", "260", None])
    place = body.place
    dates = [("ngày 05 tháng 9 năm 2025", "2025-09-05", None),
             ("ngày 22 tháng 10 năm 2025", "2025-10-22", None),
             ("ngày      tháng 9 năm 2025", None, "2025-09")]  # fmt: skip
    printed, date, partial = rng.choice(dates)
    return Page(
        left=[*body.parent, *body.name],
        number_line=f"Số: {number or '      '}/{body.symbol}",
        date_line=f"{place}, {printed}",
        type_line=type_line,
        expected={
            "is_plan": True, "kind": "kế hoạch", "issuer": body.issuer,
            "issuer_parent": body.issuer_parent, "number": number, "symbol": body.symbol,
            "place": place, "date": date, "date_partial": partial,
        },
    )  # fmt: skip


def _fill_body(rng: random.Random, body: Body, page: Page) -> None:
    tops, sub = rng.choice(_SYSTEMS)
    caps = rng.random() < 0.6
    titles = [
        "Mục đích, yêu cầu",
        "Nội dung thực hiện",
        "Tổ chức thực hiện",
        "Chế độ báo cáo",
    ]
    titles = [one.upper() if caps else one for one in titles]
    blocks = [
        heading(tops[0], titles[0], 1),
        *duties.aims(rng),
        heading(tops[1], titles[1], 1),
    ]
    for number, name in enumerate(
        ["Về hoạt động dạy và học", "Về điển hình tiên tiến"], 1
    ):
        blocks += [
            heading(sub(tops[1], number), name, 2),
            item("Những kết quả nổi bật của thầy và trò trong các cuộc thi."),
        ]
    blocks.append(heading(tops[2], titles[2], 1))
    write = rng.choice(_DUTIES)
    found, tasks, _ = write(rng, body, "", [sub(tops[2], n) for n in (1, 2, 3)])
    blocks += found
    blocks.append(heading(tops[3], titles[3], 1))
    found, owed, reporting = duties.reports(rng, body)
    page.blocks = blocks + found
    page.expected |= {
        "tasks": [*tasks, *owed],
        "reporting": reporting,
        "sections": [
            {"label": b.label, "title": b.text, "level": b.depth}
            for b in page.blocks
            if b.heading
        ],
    }
    page.closing = f"Trên đây là kế hoạch truyền thông của {body.spoken}./."


def _close(rng: random.Random, body: Body, page: Page) -> None:
    to = rng.sample(body.recipients, 3)
    to.append(rng.choice(["Lưu: VT", "Lưu: VT, VP (02 bản)"]))
    page.recipients = [f"- {one};" for one in to[:-1]] + [f"- {to[-1]}."]
    name, deputy = person(rng), rng.random() < 0.4
    lines = [f"TM. {body.issuer}"] if body.collective and len(body.name) == 1 else []
    if deputy:
        lines.append(f"KT. {body.position}")
    authority = "; ".join(lines) or None
    position = body.deputy if deputy else body.position
    page.signature = [*lines, position, rng.choice(["", "(Đã ký)"]), name]
    page.expected |= {
        "recipients": to,
        "signatory": {"authority": authority, "position": position, "name": name},
    }
    if len(lines) > 1:
        page.expected["not_judged"] = ["signatory"]


_OTHERS = [
    (
        "QUYẾT ĐỊNH",
        "quyết định",
        "QĐ",
        "Về việc thành lập Ban biên tập trang thông tin điện tử",
    ),
    (
        "BÁO CÁO",
        "báo cáo",
        "BC",
        "Kết quả thực hiện kế hoạch truyền thông năm học 2024-2025",
    ),
    (
        "TỜ TRÌNH",
        "tờ trình",
        "TTr",
        "Về việc phê duyệt kế hoạch truyền thông năm học 2025-2026",
    ),
    ("THÔNG BÁO", "thông báo", "TB", "Về việc triển khai kế hoạch truyền thông"),
    (
        "HƯỚNG DẪN",
        "hướng dẫn",
        "HD",
        "Xây dựng kế hoạch truyền thông năm học 2025-2026",
    ),
    ("CHƯƠNG TRÌNH", "chương trình", "CTr", "Công tác tuyên truyền năm học 2025-2026"),
    ("BIÊN BẢN", "biên bản", "BB", "Họp triển khai kế hoạch truyền thông"),
    ("GIẤY MỜI", "giấy mời", "GM", "Dự họp bàn kế hoạch truyền thông"),
]


def other(rng: random.Random) -> Page:
    """Return a document of another type that speaks of a plan."""
    body = rng.choice(BODIES[:6])
    type_line, kind, short, title = rng.choice(_OTHERS)
    page = _opened(rng, body, type_line)
    page.number_line = page.number_line.replace("KH-", f"{short}-")
    page.title = [title]
    page.preamble = [
        f"Căn cứ Kế hoạch số 07/KH-UBND ngày 09/01/2026 của {body.superior};"
    ]
    page.blocks = [
        text(
            "Các bộ phận căn cứ kế hoạch truyền thông để thực hiện nhiệm vụ được giao."
        )
    ]
    page.expected |= {"is_plan": False, "kind": kind}
    page.expected["symbol"] = page.expected["symbol"].replace("KH-", f"{short}-")
    _close(rng, body, page)
    page.expected["not_judged"] = [
        "title",
        "bases",
        "tasks",
        "reporting",
        "sections",
        "period",
    ]
    return page


def letter(rng: random.Random) -> Page:
    """Return an official letter: no type, a subject, an addressee."""
    body = rng.choice(BODIES[3:6])
    page = _opened(rng, body, "")
    page.subject = "V/v triển khai kế hoạch truyền thông năm học 2025-2026"
    page.preamble = ["Kính gửi: Hiệu trưởng các trường trực thuộc"]
    page.blocks = [
        text("Thực hiện kế hoạch truyền thông của ngành, đề nghị các trường thực hiện như sau:"),
        heading("1", "Nội dung", 1), item("Xây dựng kế hoạch truyền thông của đơn vị."),
    ]  # fmt: skip
    page.expected |= {"is_plan": False, "kind": "công văn"}
    _close(rng, body, page)
    page.expected["not_judged"] = [
        "title",
        "bases",
        "tasks",
        "reporting",
        "sections",
        "period",
    ]
    return page


def news(rng: random.Random) -> Page:
    """Return a news item that announces a plan."""
    page = Page(right=[])
    title = rng.choice(["Ngành giáo dục Vân Sơn ban hành kế hoạch truyền thông",
                        "Kế hoạch truyền thông mới của Trường THCS Sông Trầm"])  # fmt: skip
    page.title = [title]
    long = (
        "Sáng 12/9, nhà trường đã công bố kế hoạch truyền thông của năm học mới, trong đó nêu "
        "rõ những nội dung sẽ được giới thiệu rộng rãi đến phụ huynh, học sinh và nhân dân "
        "trên địa bàn trong thời gian tới."
    )
    page.blocks = [
        text(long),
        text("Theo đại diện ban giám hiệu, " + long[0].lower() + long[1:]),
    ]
    page.closing = "Tin, ảnh: Thanh Trúc"
    page.expected = {
        "is_plan": False, "kind": "tin bài", "title": title, "tasks": [], "sections": [],
        "recipients": [], "bases": [], "reporting": [], "not_judged": ["date"],
    }  # fmt: skip
    return page
