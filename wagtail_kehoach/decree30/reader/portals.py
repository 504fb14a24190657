"""What portals print around a text that was copied from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .wording import fold, words

if TYPE_CHECKING:
    from .pieces import Piece

#: Above the text; a plan has nothing alike further down.
TOP = 12
_STEP = r"\s*(?:>+|»|›|→|/|\|)\s*"
_TRAIL = re.compile(
    rf"\W*(?:trang chủ|trang nhất|home){_STEP}\S|[^»›]{{2,60}}(?:\s[»›]\s[^»›]{{2,60}}){{2,}}$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\W*(?:(?:số )?lượt (?:xem|đọc|tải)|ngày đăng|đăng (?:ngày|bởi|lúc)|cập nhật|tác giả"
    r"|người đăng|nguồn|chia sẻ|cỡ chữ|in (?:trang|bài)|gửi (?:email|bài)|bình luận"
    r"|từ khóa|từ khoá|tags?|tin (?:liên quan|khác)|các tin khác|bài viết liên quan"
    r"|xem thêm)\b.{0,80}$",
    re.IGNORECASE,
)
#: The names of the lists that news items stand in.
LISTS = {
    "trang chu", "tin tuc", "tin tuc - su kien", "tin tuc su kien", "su kien", "tin nha truong",
    "hoat dong", "hoat dong nha truong", "hoat dong - su kien", "tin noi bo", "thong bao",
    "tin hoat dong", "doan - doi", "goc hoc tap", "tin giao duc", "hoat dong doan doi",
}  # fmt: skip
_LONGEST = 120


def without_trails(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """Return pieces without the trail of links above a page, and how many there were."""
    kept = [
        piece
        for place, piece in enumerate(pieces)
        if place >= TOP or not is_trail(piece.text)
    ]
    return kept, len(pieces) - len(kept)


def is_trail(text: str) -> bool:
    """Tell whether a line is a trail of links: "Trang chủ > Tin tức > …"."""
    return len(text) <= _LONGEST and bool(_TRAIL.match(text))


def stands_around(text: str) -> bool:
    """Tell whether a line is what a page says of a news item: by whom, how often read."""
    return fold(text) in LISTS or (len(words(text)) < 20 and bool(_AROUND.match(text)))
