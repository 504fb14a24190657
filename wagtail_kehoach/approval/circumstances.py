"""Finds in a line where a pupil lives, when somebody was born, and who of a family died.

Pure. A place in itself is public life: *trẻ em ở thôn Hạ*, the address of the school.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from .pupils import CAPITAL, CHILD, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Span = tuple[int, int]

_HAMLET = "(?:ap|khom|thon|xom|buon|hem|ngo)"
#: Not children of a place (*trẻ em ở thôn*, *các em ở ấp*), but one child.
_ONE = r"(?<!tre )(?<!cac )(?<!anh )(?<!cho )(?<!nhung )\b(?:em|chau)"
_HOUSE = re.compile(
    r"\bso nha:? ?\d"
    r"|\bso \d+[a-z]?(?:/\d+)*,? (?:ap|khom|thon|xom|buon|hem|ngo|ngach|kiet)\b"
    r"|\bnha (?:(?:em|ban|chau|minh) )?(?:o|tai) (?:so|ap|khom|thon|xom|to|hem|ngo) \d+"
    r"|\bnha (?:(?:em|ban|chau|minh) (?:o|tai) \d|(?:o|tai) \d+/\d)[\d/]*"
    rf"|\bnha (?:em|ban|chau|minh) (?:o|tai) {_HAMLET} \w+"
    rf"|(?:^|(?<=[,;:.(–-])|(?<=[,;:.–-] ))nha (?:o|tai) {_HAMLET} \w+"
    rf"|{_ONE} (?:song |ngu )?(?:o|tai) {_HAMLET} \w+"
    rf"|{_ONE} (?:song |ngu )?(?:o|tai) so \d+[a-z]?(?:/\d+)*,? (?:duong|pho)\b"
    r"|\bnha so \d+[a-z]?(?:/\d+)*,? (?:duong|pho)\b"
)
_LIVES = "(?:(?:hiện|đang|sống|ngụ|nhà|ở|tại) )"
_PLACE = rf"(?:[Ấấ]p|[Kk]hóm|[Tt]hôn|[Xx]óm|[Bb]uôn|[Hh]ẻm|[Nn]gõ) [{CAPITAL}\d][^\W_]*"
#: *Em Minh ở ấp Tân Hoà*, *em Minh (thôn Hạ)*, *em Minh, nhà ở số 3*.
_HOME_OF_CHILD = re.compile(
    rf"\b{CHILD} {NAMES}"
    rf"(?:,? {_LIVES}+(?:{_PLACE}|[Ss]ố \d+)|(?:, | ?\(| [–-] ){_PLACE})"
)
_ADDRESS = re.compile(r"\bdia chi[^:\d]{0,30}: ?(?:so )?\d+[\w/]*,? [a-z]\w*(?: \w+)?")
#: Whose address it is stands before it on the line, if it is an office's.
_OFFICE = re.compile(
    r"\b(?:truong|phong|so giao duc|ubnd|uy ban|van phong|cong ty|trung tam|thu vien|"
    r"benh vien|nha (?:sach|van hoa|thieu nhi)|cua hang|buu dien|bao tang)\b"
)
#: Whoever was born before 1950 is history; *học sinh ngày 20/11* is no birth.
_BORN = re.compile(
    r"(?<!hoc )(?<!nam )(?<!nu )(?<!giao )(?<!tan )(?<!phuc )(?<!thi )(?<!ve )(?<!hy )(?<!hi )"
    r"\b(?:sinh ngay|ngay(?:,? thang,? nam)? sinh):? "
    r"\d{1,2}(?:[/.-]| thang )\d{1,2}(?:[/.-]| nam )(?:19[5-9]|20\d)\d\b"
)
_OF_WHOM = rf"(?:nội|ngoại|ruột|em|cháu|bạn|mình|của|[{CAPITAL}][^\W\d_]*)"
#: In letters with accents: *mặt* and *mật* are other words. *Ông mất* may be of history.
_DIED = re.compile(
    rf"\b(?:(?i:bố|ba|cha|tía|mẹ|má)(?: {_OF_WHOM}){{0,3}}"
    rf"|(?i:ông|bà|anh|chị)(?: {_OF_WHOM}){{1,3}})"
    r"(?: (?:đã|vừa|mới|đều|cũng))* mất"
    r"(?=$|[.,;:!?)…]| (?:khi|từ|năm|lúc|do|vì|để|trong|cách|hồi|rồi|và|còn|nên|trên|lâu)\b)"
)

_PARENT = r"(?i:bố|ba|cha|tía|mẹ|má)"
_PARENTS = r"(?i:bố mẹ|ba mẹ|cha mẹ|ba má|bố và mẹ)"
_MINE = rf"(?: (?:em|cháu|bạn|mình|của em|của bạn)(?: [{CAPITAL}][^\W\d_]*)?)?"
_ALREADY = r"(?: (?:đã|vừa|mới|đều|cũng|lần lượt))*"
#: Where such a sentence ends or tells more of it; *mẹ bỏ đi thói quen* goes on otherwise.
_THEN = r"(?=$|[.,;:!?)…]| (?:khi|từ|năm|lúc|do|vì|để|nên|và|còn|biệt|làm|sớm|hồi|trong|cách)\b)"
#: In letters with accents, and of one family: *giúp các gia đình khó khăn* is of many.
_HARDSHIPS = [
    re.compile(said)
    for said in [
        rf"\b{_PARENT}{_MINE}{_ALREADY} qua đời\b",
        rf"\b(?i:ông|bà) (?:nội|ngoại){_MINE}{_ALREADY} qua đời\b",
        rf"\b{_PARENTS}{_MINE}{_ALREADY} chia tay(?: nhau)?{_THEN}",
        rf"\b{_PARENT}{_MINE}{_ALREADY} bỏ (?:nhà )?đi{_THEN}",
        r"\b(?i:là|làm) con nuôi\b(?! đặc sản)",
        r"(?<!các )(?<!những )(?<!nhiều )\b(?i:nhà)(?: (?:em|cháu|bạn|mình))?"
        r"(?: (?:rất|quá|lại))? nghèo\b",
        r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!hộ )\b(?i:gia đình)"
        r"(?: (?:em|cháu|bạn|mình))?(?: (?:còn|có|gặp|rất|quá|đang|nhiều))* khó khăn\b",
        r"\b(?i:bị|mang|mắc) dị tật\b",
    ]
]


def homes_in(text: str, *, own: Iterable[str] = ()) -> Iterator[Span]:
    """Where the home of a pupil stands; ``own`` are addresses of the school."""
    folded = fold(text)
    told = [match.span() for match in _HOME_OF_CHILD.finditer(text)]
    yield from told
    for match in _HOUSE.finditer(folded):
        if not any(a <= match.start() and match.end() <= b for a, b in told):
            yield match.span()
    ours = [fold(address) for address in own]
    for match in _ADDRESS.finditer(folded):
        office = _OFFICE.search(folded[: match.end()])
        if not office and not any(address in folded for address in ours if address):
            yield match.span()


def births_in(text: str) -> Iterator[Span]:
    """Where the day stands on which somebody was born."""
    for match in _BORN.finditer(fold(text)):
        yield match.span()


def deaths_in(text: str) -> Iterator[Span]:
    """Where somebody of a family is said to have died."""
    for match in _DIED.finditer(text):
        yield match.span()


def hardships_in(text: str) -> Iterator[Span]:
    """Where a family is said to be poor, parted or bereaved, or a child to be ill-formed."""
    for pattern in _HARDSHIPS:
        for match in pattern.finditer(text):
            yield match.span()
