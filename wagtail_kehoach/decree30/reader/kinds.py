"""The types of administrative document (Decree 30/2020/NĐ-CP, art. 7) and how each is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..closing_forms import SUMS_UP
from .citations import begins_basis
from .labels import labelled
from .pieces import Piece
from .wording import fold, is_caps, words

PLAN = "kế hoạch"
LETTER = "công văn"
NEWS = "tin bài"
KINDS = (
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "quy chế",
    "quy định",
    "thông cáo",
    "thông báo",
    "hướng dẫn",
    "chương trình",
    PLAN,
    "phương án",
    "đề án",
    "dự án",
    "báo cáo",
    "biên bản",
    "tờ trình",
    "hợp đồng",
    LETTER,
    "công điện",
    "bản ghi nhớ",
    "bản thỏa thuận",
    "giấy ủy quyền",
    "giấy mời",
    "giấy giới thiệu",
    "giấy nghỉ phép",
    "phiếu gửi",
    "phiếu chuyển",
    "phiếu báo",
    "thư công",
)
_LEGISLATION = ("thông tư liên tịch", "thông tư", "nghị định", "luật", "pháp lệnh")

_BY_FOLDED = {fold(kind): kind for kind in (*KINDS, *_LEGISLATION)}
_BY_LENGTH = sorted(_BY_FOLDED, key=len, reverse=True)
_BY_LETTERS = {folded.replace(" ", ""): kind for folded, kind in _BY_FOLDED.items()}
_TOP = 60
#: In words: a paragraph of prose, and a news item as short as they come.
_LONG, _AT_LENGTH = 20, 45
#: How the name of the State begins above every document.
_STATE = "cong hoa xa hoi"
_SPACED = re.compile(r"^(?:\w\s+){3,}\w$")
_DIVISION = re.compile(r"^\s*(?:[IVX]{1,4}|\d{1,2})\s*(?:[.)]|/(?!\d))", re.MULTILINE)

_DRAFT = re.compile(r"^(?:BẢN )?DỰ THẢO\s*[:–-]?\s+(?=\S)")
#: What portals print beside a file to be taken down; nothing of it is the document itself.
_OF_PORTALS = (
    "so ky hieu",
    "ngay ban hanh",
    "ngay hieu luc",
    "ngay co hieu luc",
    "loai van ban",
    "co quan ban hanh",
    "trich yeu",
    "nguoi ky",
    "luot xem",
    "luot tai",
)
_NUMBERED = re.compile(r"^\s*(?:[IVX]{1,4}|\d{1,2})\s*[.)]\s+\D", re.MULTILINE)


def names_kind(text: str) -> bool:
    """Tell whether a line is nothing but the type of a document: "QUYẾT ĐỊNH:"."""
    return fold(text.strip(" .:;-–*")) in _BY_FOLDED


def names_state(piece: Piece) -> bool:
    """Tell whether the name of the State stands on a line, beside the issuer or alone."""
    return any(fold(part).startswith(_STATE) for part in piece.columns)


@dataclass
class TypeLine:
    """Where the type of a document is printed; ``rest`` is its title on the same line."""

    place: int
    kind: str
    rest: str = ""


def type_line(pieces: list[Piece], *, official: bool) -> TypeLine | None:
    """Find the line that names the type. ``official`` allows one in small letters."""
    found: TypeLine | None = None
    state = False
    for place, piece in enumerate(pieces[:_TOP]):
        if is_past_the_top(piece.text):
            break
        state = state or names_state(piece)
        if (found is None or state) and (line := _on_line(piece, official=official)):
            if found is None or line[0] == found.kind:
                found = TypeLine(place, *line)
            if state or not _has_state(pieces[place:]):
                return found
    return found


def _has_state(below: list[Piece]) -> bool:
    """Tell whether a document begins below the title that a portal prints above it."""
    return any(map(names_state, below[:_TOP]))


def is_past_the_top(text: str) -> bool:
    """Tell whether the text of a document has begun."""
    split = labelled(text)
    begun = split is not None and split.system not in ("bullet", "plus", "capital")
    return begun or fold(text).startswith(("kinh gui", "noi nhan", fold(SUMS_UP)))


def _on_line(piece: Piece, *, official: bool) -> tuple[str, str] | None:
    if labelled(piece.text) is not None and not piece.text.startswith("*"):
        return None
    text = _DRAFT.sub("", piece.text.strip(" .:;-–*"))
    if _SPACED.match(text):
        kind = _BY_LETTERS.get(fold(text).replace(" ", ""))
        return (kind, "") if kind else None
    folded = fold(text)
    if folded in _BY_FOLDED and (is_caps(text) or official):
        return _BY_FOLDED[folded], ""
    name = next((name for name in _BY_LENGTH if folded.startswith(name + " ")), None)
    if name is None:
        return None
    return _with_title(text, name, official=official)


def _with_title(text: str, name: str, *, official: bool) -> tuple[str, str] | None:
    """Read a type and a title on one line, unless it is a sentence or a citation."""
    parts = text.split()
    count = len(name.split())
    printed, rest = " ".join(parts[:count]), " ".join(parts[count:])
    sentence = text.endswith((".", ";", ":")) or len(text) > 220
    if sentence or re.match(r"(?:số|này|của|trên)\b", rest, re.IGNORECASE):
        return None
    if is_caps(printed) or (official and printed[:1].isupper()):
        # A plan of two bodies; its title stands below.
        rest = "" if fold(rest) == "lien tich" else rest
        return _BY_FOLDED[name], rest.lstrip(":-– ")
    return None


def is_official(pieces: list[Piece]) -> bool:
    """Tell whether a text has the marks of an administrative document."""
    text = "\n".join(text for piece in pieces for text in piece.texts)
    folded = fold(text)
    marks = (
        "cong hoa xa hoi chu nghia" in folded,
        re.search(r"^\W*N[ơo]i\s+nh[ậâạ]n\b", text, re.MULTILINE) is not None,
        re.search(r"^\W*S[ốôóo]\s*:", text, re.MULTILINE) is not None,
        len(_DIVISION.findall(text)) >= 3,
    )
    return sum(marks) >= 2


def is_page_about_file(pieces: list[Piece]) -> bool:
    """Tell the page of a portal that only describes a document from the document."""
    text = "\n".join(text for piece in pieces for text in piece.texts)
    folded = fold(text)
    labels = sum(label in folded for label in _OF_PORTALS)
    return labels >= 3 and len(_NUMBERED.findall(text)) < 2


def is_plain_prose(pieces: list[Piece]) -> bool:
    """Tell whether a text has neither tables, nor numbered parts, nor legal bases."""
    lines = [text for piece in pieces for text in piece.texts]
    return not any(piece.rows is not None for piece in pieces) and not any(
        _DIVISION.match(line) or begins_basis(line) for line in lines
    )


def kind_without_type_line(pieces: list[Piece], *, official: bool) -> str | None:
    """Tell a letter by its addressee, and news by being prose without any marks."""
    lines = [text for piece in pieces for text in piece.texts]
    top = lines[:_TOP]
    addressed = any(fold(line).startswith("kinh gui") for line in top)
    about = any(re.match(r"V/v\b", line, re.IGNORECASE) for line in top)
    if addressed and (about or official):
        return LETTER
    marked = any(
        re.match(r"\W*(?:Số\s*:|Nơi nhận\b|Kính gửi)", line, re.IGNORECASE)
        for line in lines
    )
    prose = sum(len(words(line)) >= 25 for line in lines)
    # A text layer breaks prose into lines of about fifteen words.
    broken = sum(len(words(line)) >= 11 for line in lines)
    prosaic = prose >= 2 or broken >= 4 or _tells_at_length(pieces, lines)
    if not official and not marked and not addressed and prosaic:
        return NEWS
    return None


def _tells_at_length(pieces: list[Piece], lines: list[str]) -> bool:
    """Tell whether a text is one long paragraph below its title, without any parts."""
    parted = any(piece.rows is not None for piece in pieces) or any(
        map(_DIVISION.match, lines)
    )
    long = [len(words(line)) for line in lines if len(words(line)) >= _LONG]
    return not parted and sum(long) >= _AT_LENGTH
