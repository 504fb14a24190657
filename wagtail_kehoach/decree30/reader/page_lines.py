"""The lines that portals print around a text, told by their form alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kinds import names_kind
from .labels import labelled
from .portals import LISTS
from .wording import fold, is_caps

if TYPE_CHECKING:
    from .pieces import Piece

_MENU = LISTS | {
    "gioi thieu", "lien he", "van ban", "thu vien", "thu vien anh", "thu vien video",
    "thu vien so", "video", "hinh anh", "dang nhap", "dang xuat", "tim kiem", "so do trang",
    "so do website", "hoi dap", "hoi - dap", "gop y", "menu", "lich cong tac", "thoi khoa bieu",
    "cong khai", "ba cong khai", "tuyen sinh", "tai nguyen", "tai lieu", "co cau to chuc",
    "ke hoach", "chuyen muc", "thu dien tu", "chuyen doi so", "goc phu huynh",
    "thu tuc hanh chinh", "van ban - cong van", "dieu hanh tac nghiep", "to chuyen mon",
    "doan the", "bai viet",
}  # fmt: skip
_BULLETS = " -–+*•»›>[]"
#: What tells the parts of one line apart.
_BETWEEN = re.compile(r"\s*[|•·\t]\s*|\s{2,}|\s+[-–]\s+(?=\D)")
_CLOCK = r"(?:\d{1,2}[:hg]\d{0,2}(?::\d{2})?(?: ?[AP]M)?)"
_WHEN = (
    rf"\W*(?:(?:{_CLOCK}|thứ \w+|chủ nhật|ngày)\W*){{0,3}}\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    rf"\W*{_CLOCK}?\W*"
)
_COUNTER = re.compile(
    r"\W*(?:(?:ngày (?:đăng|cập nhật)|đăng (?:ngày|lúc|vào)|cập nhật(?: lần cuối| lúc)?\s*:)"
    rf"{_WHEN}"
    r"|(?:số )?lượt (?:xem|đọc|tải|truy cập)(?: bài| trang| về)?\s*:?\s*[\d.,]+\W*"
    r"|(?:đã )?xem\s*:\s*[\d.,]+(?: lần| lượt)?\W*|[\d.,]+ lượt (?:xem|đọc|tải)\W*"
    r"|(?:cỡ|kích) chữ\b[\s:AaTt+-]*|thống kê truy cập\W*"
    r"|(?:đang (?:online|truy cập)|tổng (?:số )?(?:lượt )?truy cập)\s*:\s*[\d.,]+\W*)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\W*(?:chia sẻ(?: bài viết)?(?: qua| lên)?|facebook|zalo|twitter|youtube|messenger|e-?mail"
    r"|in|in trang(?: này)?|in bài(?: viết)?|gửi (?:e-?mail|bài viết|bạn bè)|copy link|thích|like"
    r"|sao chép (?:liên kết|link)|share|tweet|quay lại|(?:về|lên) đầu trang|tải (?:về|xuống)"
    r"|xem chi tiết|nghe bài viết|đọc bài viết|chuyển (?:tới|đến) nội dung(?: chính)?)\W*",
    re.IGNORECASE,
)
#: Alone on a line these words may well be said by a document.
_NOT_ALONE = {
    "in", "email", "e-mail", "thich", "facebook", "zalo", "youtube", "chia se", "like", "share",
    "twitter", "messenger", "tweet", "tai ve", "tai xuong",
}  # fmt: skip
_NAMES_FILE = r"[\w .()-]{1,90}\.(?:pdf|docx?|xlsx?|zip|rar)"
_SIZE = r"\s*\([\d.,]+\s*[KM]B\)\W*(?:tải (?:về|xuống))?\W*"
_FILE = re.compile(
    rf"\W*(?:(?:(?:tệp|tập tin|file) (?:đính )?kèm(?: theo)?|tải (?:về|file|tệp))\W*"
    rf"{_NAMES_FILE}(?:{_SIZE})?|{_NAMES_FILE}{_SIZE})",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\W*(?:(?:các )?(?:tin|bài|bài viết|tin bài|tin tức) (?:cùng (?:chuyên mục|loại)|liên quan"
    r"|khác|(?:mới|cũ) hơn|mới nhất|(?:đọc|xem) nhiều(?: nhất)?)"
    r"|(?:các )?văn bản cùng (?:chuyên mục|loại)|xem thêm)\W*",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*[»›>].*|.*\(\s*\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*\)\W*")
_OWNER = re.compile(r"\W*(?:©|copyright\b|powered by\b).*", re.IGNORECASE)
#: These say that a page printed them only where they stand beside what surely is a page's.
_BESIDE = re.compile(
    r"\W*(?:(?:tác giả|người (?:đăng|viết)|đăng bởi|nguồn(?: tin)?|biên tập|bài viết|ảnh"
    r"|từ kh[óo][áa]|tags?|chuyên mục|điện thoại|đt|địa chỉ|hotline|fax|e-?mail|website"
    r"|(?:tệp|file) đính kèm)\s*:"
    r"|bản quyền thuộc|thiết kế (?:và phát triển )?bởi).{0,90}",
    re.IGNORECASE,
)


def is_of_page(piece: Piece) -> bool:
    """Tell whether a line is surely a page's: a counter, links, a file, a list, an owner."""
    text = piece.text
    if labelled(text) is not None:
        return False
    if any(form.fullmatch(text) for form in (_FILE, _LIST, _OWNER)):
        return True
    parts = [part for part in _BETWEEN.split(piece.raw.strip()) if part]
    told = [part for part in parts if _COUNTER.fullmatch(part)]
    links = [part for part in parts if _LINK.fullmatch(part)]
    if len(links) == 1 and _bare(text) in _NOT_ALONE:
        return False
    others = len(parts) - len(told) - len(links)
    beside = sum(bool(_BESIDE.fullmatch(part)) for part in parts)
    return bool(told or links) and others <= beside


def may_be_of_page(text: str) -> bool:
    """Tell whether a line is a page's where it stands beside one that surely is."""
    return bool(_BESIDE.fullmatch(text)) or _bare(text) in _NOT_ALONE


def names_list(text: str) -> bool:
    """Tell whether a line stands above a list of other items: "Các tin khác"."""
    return bool(_LIST.fullmatch(text))


def is_listed(text: str) -> bool:
    """Tell whether a line may stand in such a list: behind an arrow, or with its day."""
    return bool(_LISTED.fullmatch(text))


def is_menu(piece: Piece) -> bool:
    """Tell whether a line is an entry of a menu, or several of them."""
    if is_caps(piece.text) and names_kind(piece.text):
        return False
    parts = [part for part in _BETWEEN.split(piece.raw.strip()) if part]
    named = sum(fold(part.strip(_BULLETS)) in _MENU for part in parts)
    return bool(named) and 2 * named >= len(parts)


def _bare(text: str) -> str:
    return fold(text.strip(" :[]()"))
