"""Documents that were copied from a page of a portal: its menu, counters, links and lists.

A line goes only where its whole form says that a page printed it. What stands above the
last of them goes with them while the header of the document is still to come.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .bodies import begins_body
from .kinds import names_kind, names_state
from .labels import labelled
from .portals import LISTS, is_trail
from .wording import fold, is_caps

if TYPE_CHECKING:
    from .pieces import Piece

_TOP = 80
#: Further down a plan may speak in arrows, too.
_LAST_TRAIL = 40
_LONGEST = 140
_FEWEST_IN_MENU = 3
_MENU = LISTS | {
    "gioi thieu", "lien he", "van ban", "thu vien", "thu vien anh", "thu vien video",
    "thu vien so", "video", "hinh anh", "dang nhap", "dang xuat", "tim kiem", "so do trang",
    "so do website", "hoi dap", "hoi - dap", "gop y", "menu", "lich cong tac", "thoi khoa bieu",
    "cong khai", "ba cong khai", "tuyen sinh", "tai nguyen", "tai lieu", "co cau to chuc",
    "ke hoach", "chuyen muc", "thu dien tu", "chuyen doi so", "goc phu huynh",
    "thu tuc hanh chinh", "van ban - cong van", "dieu hanh tac nghiep", "to chuyen mon",
    "doan the", "bai viet",
}  # fmt: skip
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
_NUMBER = re.compile(r"\W*Số\s*:[^/]{0,14}/", re.IGNORECASE)


def without_page(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """Return pieces without what a page printed around and between them, and how many went."""
    gone = _by_form(pieces)
    gone |= _above_header(pieces, gone)
    gone |= _beside(pieces, gone)
    kept = [piece for place, piece in enumerate(pieces) if place not in gone]
    return kept, len(gone)


def _by_form(pieces: list[Piece]) -> set[int]:
    """Return the places of lines whose form says that a page printed them."""
    gone = set()
    listing = False
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.rows is not None or not text or len(text) > _LONGEST:
            listing = False
            continue
        of_page = _is_of_page(piece) or (place < _LAST_TRAIL and is_trail(text))
        if of_page or (listing and _LISTED.fullmatch(text)):
            gone.add(place)
        listing = bool(_LIST.fullmatch(text)) or (listing and place in gone)
    return gone


def _is_of_page(piece: Piece) -> bool:
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


def _above_header(pieces: list[Piece], gone: set[int]) -> set[int]:
    """Return the places of all lines above the last one that a page printed over the header."""
    end = _header_begins(pieces)
    menu = [place for place in range(end) if _is_menu(pieces[place])]
    above = {place for place in gone if place < end}
    if len(menu) >= _FEWEST_IN_MENU or (menu and above):
        above |= set(menu)
    last = max(above, default=-1)
    bodies = _bodies_right_above(pieces, last, gone)
    if bodies and not any(map(_names_body, _until_type(pieces, last + 1))):
        # The page stands between the names of the bodies and what is below them.
        last = max((place for place in above if place < bodies[-1]), default=-1)
    return set(range(last + 1))


def _bodies_right_above(pieces: list[Piece], last: int, gone: set[int]) -> list[int]:
    """Return the places of names of bodies above a line, from below, and nothing between."""
    bodies = []
    while last >= 0 and (last in gone or _names_body(pieces[last])):
        if last not in gone:
            bodies.append(last)
        last -= 1
    return bodies


def _header_begins(pieces: list[Piece]) -> int:
    """Return the place of the line that surely belongs to the header; 0 where there is none."""
    top = list(enumerate(pieces[:_TOP]))
    for begins in (_is_head, _is_type):
        if (
            place := next((at for at, piece in top if begins(piece)), None)
        ) is not None:
            return place
    return 0


def _is_head(piece: Piece) -> bool:
    return names_state(piece) or any(map(_NUMBER.match, piece.columns))


def _is_type(piece: Piece) -> bool:
    return is_caps(piece.text) and names_kind(piece.text)


def _until_type(pieces: list[Piece], start: int) -> list[Piece]:
    end = next((at for at in range(start, len(pieces)) if _is_type(pieces[at])), start)
    return pieces[start:end]


def _names_body(piece: Piece) -> bool:
    return any(is_caps(part) and begins_body(part) for part in piece.columns)


def _is_menu(piece: Piece) -> bool:
    """Tell whether a line is an entry of a menu, or several of them."""
    if is_caps(piece.text) and names_kind(piece.text):
        return False
    parts = [part for part in _BETWEEN.split(piece.raw.strip()) if part]
    named = sum(fold(part) in _MENU for part in parts)
    return bool(named) and 2 * named >= len(parts)


def _beside(pieces: list[Piece], gone: set[int]) -> set[int]:
    """Return the places of lines that are a page's because they stand beside such ones."""
    more: set[int] = set()
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        last = None
        for place in order:
            near = last in gone or last in more
            if near and place not in gone and _may_be_of_page(pieces[place].text):
                more.add(place)
            last = place
    return more


def _may_be_of_page(text: str) -> bool:
    return bool(_BESIDE.fullmatch(text)) or _bare(text) in _NOT_ALONE


def _bare(text: str) -> str:
    return fold(text.strip(" :[]()"))
