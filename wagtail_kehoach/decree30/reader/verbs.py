"""What people do in plans: the verbs that end the name of who acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: In small letters: "Tổ chức", "Quản lý" with a capital belong to the names of offices.
_ACTS_TEXT = """
là|cân đối
có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|tiến hành|phối hợp|phối kết hợp|tham mưu
gửi|gởi|nộp|tổ chức|triển khai|xây dựng|thực hiện|căn cứ|chủ động|cử|đăng ký|hoàn thành
hoàn thiện|báo cáo|lập|sẽ|phải|cần|làm đầu mối|làm|chuẩn bị|bố trí|phát động|hướng dẫn|theo dõi
cung cấp|tham gia|tuyên truyền|đề xuất|rà soát|tổng hợp|thông báo|phân công|giao|phổ biến
tiếp nhận|nhận|trực tiếp|trực|dự trù|chi|gọi điện|gọi|báo|treo|cập nhật|đăng|đưa tin|đưa
phát thanh|phát sóng|phát|viết|quay|chụp|dựng|mời|mở|tặng|trao|kiểm tra|giám sát|thẩm định
hỗ trợ|bảo đảm|đảm bảo|vận động|giới thiệu|lựa chọn|tuyển chọn|chọn|bình chọn|bình xét|xét
thay|xây|quản trị|sao lưu|quản lý|biên tập|biên soạn|soạn|duyệt|phê duyệt|ký|nhắc nhở|nhắc
tuần tra|ghi|sơn|in|cắm|đặt|rào|sơ kết|tổng kết|đánh giá|khen thưởng|thu|vẽ|thiết kế
trang trí|liên hệ|tập huấn|bồi dưỡng|dạy|đón|thường xuyên|trình|nắm|tìm|sưu tầm|chia sẻ
lồng ghép|giữ|tiếp tục|đôn đốc|chỉ đạo|ban hành|thành lập|kiện toàn|bám sát|nghiên cứu
quán triệt|sử dụng|xử lý|niêm yết|công khai|công bố|chấm|livestream|mua|thuê|dọn|vệ sinh
trồng|chăm sóc|thăm|hỏi|trả lời|phản hồi|giải đáp|tư vấn|khảo sát|thống kê|rút kinh nghiệm
đảm nhiệm|đảm nhận|kêu gọi|khuyến khích|huy động|tích cực|nghiêm túc
luyện tập|tập|biểu diễn|trình bày|thuyết minh|dẫn|điều hành|điều phối|kết nối|mang|chuyển
tải|nhập|gắn|dán|phân phát|phân tích|sắp xếp|lắp|sửa|kê|cho|tạo|góp|ủng hộ|đóng góp
đọc|chiếu|khám|phục vụ|vận hành|bảo trì|khắc phục|nghiệm thu|tuyên dương|động viên|quyết định
nhân rộng|xuất bản|ra quyết định|thay đổi|đổi|sản xuất|phát hiện|họp|ngăn chặn|xác minh|lưu
lưu trữ|bàn giao|tiếp|đối thoại|hợp đồng|đón tiếp|phân luồng|rèn luyện|rèn|đi
"""
_ACTS = [act for act in _ACTS_TEXT.replace("\n", "|").split("|") if act]
#: The same letters within other words: "cơ quan báo chí", "đơn vị trực thuộc".
_OTHER = re.compile(
    r"(?:trực (?:thuộc|tuyến)|phát (?:ngôn|triển)|báo (?:chí|đài)|chi (?:đoàn|đội|hội|bộ|nhánh)"
    r"|tập (?:thể|san|đoàn)|tổ chức (?:chính trị|đoàn|xã hội|đảng|công đoàn|hội|thành viên)"
    r"|thu (?:hút|nhập)|chi [uủ][ỷy]|cho (?:thuê|vay)|tiếp (?:thị|dân)|in ấn|mang tên"
    r"|lưu (?:động|trú|niệm)|đi (?:lại|đôi|đầu))(?!\w)"
)
#: Words before which they are no verbs: "thường trực", "việc làm", "biên tập".
_NO_ACT_AFTER = {
    "trực": ("thường",), "làm": ("việc",), "tập": ("biên",), "thông báo": ("truyền",),
    "tổng hợp": ("hoạch", "vụ"), "đổi": ("trao", "chuyển", "biến"),
    "tạo": ("đào", "sáng", "cải", "cấu"),
    "đọc": ("bạn", "người", "phòng"), "khám": ("phòng",), "quyết định": ("theo", "các", "ra"),
    "họp": ("phòng", "cuộc", "buổi", "điểm"),
    "thường xuyên": ("dục",), "phụ trách": ("tổng",),
    "trình": ("chương", "quy", "công", "lộ", "hành", "giáo", "tiến", "quá"),
}  # fmt: skip
_WORD = re.compile(r"\w+")
#: What may be assigned, but belongs to an office where nobody is named.
IN_CHARGE = ("phụ trách", "thường trực")


class Act(NamedTuple):
    """A verb and where it stands."""

    start: int
    end: int
    text: str


def acts_in(text: str, *, assigned: bool = False) -> Iterator[Act]:
    """Find the verbs of ``text``; ``assigned``: also those that assign, ``IN_CHARGE``."""
    known = _ASSIGNED if assigned else _KNOWN
    before, end = "", 0
    for word in _WORD.finditer(text):
        if word.start() >= end and (act := _act_at(text, word, known, before)):
            end = act.end
            yield act
        before = word[0].lower()


def _act_at(
    text: str, word: re.Match[str], known: dict[str, list[str]], before: str
) -> Act | None:
    start = word.start()
    if start and text[start - 1] == "-":
        return None
    for act in known.get(word[0], ()):
        end = start + len(act)
        if not text.startswith(act, start) or (end < len(text) and text[end].isalnum()):
            continue
        if (
            before == "được"
            or before in _NO_ACT_AFTER.get(act, ())
            or _OTHER.match(text, start)
        ):
            continue
        return Act(start, end, act)
    return None


def _by_first_word(acts: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for act in sorted(acts, key=len, reverse=True):
        found.setdefault(act.split()[0], []).append(act)
    return found


_KNOWN = _by_first_word(_ACTS)
_ASSIGNED = _by_first_word([*_ACTS, *IN_CHARGE])
