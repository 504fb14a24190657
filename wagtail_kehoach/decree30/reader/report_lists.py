"""Lists of reports below "Chế độ báo cáo:", as the writer prints them."""

from __future__ import annotations

import re

from ..parts import Block, Paragraph
from ..report_items import details_in, listed_in
from .actors import subject_of

#: A report that is only named. How reports are to be is none: "Báo cáo phải trung thực".
_NAMED = re.compile(
    r"(?:báo cáo|(?:tổng hợp|thống kê|gửi|nộp|lập)(?:\s+(?:các|kết quả|bảng))?\s+(?:số liệu"
    r"|kết quả|danh sách|biểu mẫu|phiếu|minh chứng)|(?:sơ|tổng) kết)\b"
    r"(?!.*:|.*\b(?:phải|cần|gồm|đảm bảo|bảo đảm|theo mẫu|bằng văn bản)\b)",
    re.IGNORECASE,
)


def reports_listed(blocks: list[Block]) -> set[int]:
    """Which blocks are each a report of such a list, whether or not they say when.

    Any other sentence in it is read as it is elsewhere.
    """
    return {place for place in listed_in(blocks) if _is_report(blocks[place])}


def _is_report(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    named = _NAMED.match(block.text) and subject_of(block.text) is None
    return details_in(block.text) is not None or bool(named)
