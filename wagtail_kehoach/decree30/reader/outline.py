"""Headings and numbered sentences told apart, and how deep each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..parts import Block, Heading, Paragraph, Table
from .actors import is_actor, is_name, leading_actor
from .cells import rows_in_one_line
from .columns import header_rows_of
from .items import Item, items_of
from .labels import RANKS, Labelled, labelled
from .marked_text import with_marks
from .own_styles import is_own_text, own_heading, own_level
from .pieces import Piece
from .timed_work import is_time
from .wording import (
    is_caps,
    pattern,
    starts_lower,
    starts_upper,
    tidy,
    unpunctuated,
    words,
)

_WIDE = RANKS.index("roman")
_NARROWEST_HEADING = RANKS.index("letter")
_MODAL = pattern(r"\b(?:sẽ|phải|cần|được giao|có trách nhiệm|chịu trách nhiệm)\b")
# A heading and its paragraph on one line, with no more between them than a capital verb.
_RUN_ON = pattern(
    r"(?<=[a-zà-ỹđ])\s+(?=(?:Triển khai|Tổ chức|Xây dựng|Thực hiện|Tăng cường|Tiếp "
    r"tục|Đẩy mạnh|Tuyên truyền"
    r"|Thường xuyên|Phối hợp|Chủ động|Nâng cao|Rà soát|Tham mưu|Phát huy|Phát động)\s+[a-zà-ỹđ])"
)
_HEADS = pattern(r"^(Đối với|Về|Công tác)\b")
# "Bước 1: Phát hiện" is one title.
_STEP = pattern(r"(?:Bước|Đợt|Giai đoạn|Phần|Nhóm|Tuần)\s+\w+")
_LABEL = pattern(r"(?:Thời gian|Địa điểm|Đối tượng|Thành phần|Hình thức|Số lượng)")
#: No part of "..." or "./.".
_MARK = re.compile(r":|\.(?![./])")
_MOST_WORDS, _MOST_WORDS_IN_SENTENCE, _MOST_WORDS_BEFORE_COLON = 40, 20, 16


@dataclass
class Outline:
    """The body as blocks."""

    blocks: list[Block] = field(default_factory=list)
    open_ranks: list[int] = field(default_factory=list)
    item_ranks: list[int] = field(default_factory=list)

    def add_heading(self, split: Labelled, title: str, rest: str = "") -> None:
        """Add a heading at the depth its label has among the labels above.

        ``rest`` is the text that goes on in its line.
        """
        mark = _mark_behind(title, split.rest)
        joint, end = (mark or " ", "") if rest else ("", mark)
        self.add_title(split.rank, Heading(split.label, title, 1, joint, end))

    def add_title(self, rank: int, heading: Heading) -> None:
        """Add a heading as wide as ``rank`` says; it may have no label."""
        while self.open_ranks and self.open_ranks[-1] >= rank:
            self.open_ranks.pop()
        self.open_ranks.append(rank)
        self.item_ranks.clear()
        self.blocks.append(replace(heading, level=len(self.open_ranks)))

    def add_own(self, rank: int, heading: Heading) -> None:
        """Add a heading at the depth that the file says it has."""
        above = self.open_ranks[: heading.level - 1]
        missing = heading.level - 1 - len(above)
        self.open_ranks = [*above, *[rank] * missing, rank]
        self.item_ranks.clear()
        self.blocks.append(heading)

    def add_paragraph(self, text: str, split: Labelled | None = None) -> None:
        """Add a paragraph, with its marker if it has one."""
        if split is None:
            self.item_ranks.clear()
            if text:
                self.blocks.append(Paragraph(text))
            return
        while self.item_ranks and self.item_ranks[-1] >= split.rank:
            self.item_ranks.pop()
        self.item_ranks.append(split.rank)
        self.blocks.append(Paragraph(split.rest, split.printed, len(self.item_ranks)))


def blocks_of(pieces: list[Piece], *, headings: bool = True) -> list[Block]:
    """Return the body as headings, paragraphs and tables; no text is left out."""
    outline = Outline()
    items = items_of(pieces)
    place = 0
    while place < len(items):
        item, before = items[place], len(outline.blocks)
        if item.piece.rows is not None:
            outline.blocks.append(_table(item.piece))
            outline.item_ranks.clear()
        elif headings and own_level(item.piece):
            rank = _WIDE if item.split is None else item.split.rank
            outline.add_own(rank, own_heading(item.piece))
        elif headings and item.title_rank is not None:
            title = unpunctuated(item.text)
            end = _mark_behind(title, item.text)
            outline.add_title(item.title_rank, Heading("", title, 1, end=end))
        elif item.split is None or not headings:
            outline.add_paragraph(item.text, item.split)
        elif _takes_title_from_below(item):
            item.split.rest = items[place + 1].text
            outline.add_heading(item.split, unpunctuated(item.split.rest))
            place += 1
        else:
            _add_labelled(outline, item)
        if item.piece.marked:
            outline.blocks[before:] = with_marks(outline.blocks[before:], item.piece)
        place += 1
    return outline.blocks


def _table(piece: Piece) -> Table:
    rows = rows_in_one_line(piece.rows or [], whole=piece.whole)
    header_rows = max(piece.header_rows, header_rows_of(rows))
    return Table(rows, header_rows, piece.other_tasks)


def _takes_title_from_below(item: Item) -> bool:
    """Tell whether the label stands alone above its title."""
    if item.split is None or item.split.rest or item.below is None:
        return False
    below = item.below
    centred = is_caps(below.text) or item.split.rank <= _WIDE
    return (
        below.split is None
        and below.piece.rows is None
        and centred
        and bool(below.text)
    )


def _add_labelled(outline: Outline, item: Item) -> None:
    split = item.split
    assert split is not None  # noqa: S101 -- for the type checker
    if split.system == "article":
        titled = _is_title(item) and not split.rest.endswith((".", ":"))
        title, rest = (split.rest, "") if titled else ("", split.rest)
        outline.add_heading(split, title, rest)
        outline.add_paragraph(rest)
        return
    parts = (
        _heading_and_rest(item)
        if split.rank <= _NARROWEST_HEADING and split.rest
        else None
    )
    if parts is None or (is_own_text(item.piece) and not _runs_in(item, parts[1])):
        outline.add_paragraph(item.text, split)
        return
    title, rest = parts
    outline.add_heading(split, title, rest)
    outline.add_paragraph(rest)


def _runs_in(item: Item, rest: str) -> bool:
    """Tell whether a heading of ours goes on in its line: it alone is bold there."""
    return bool(rest and item.piece.lead)


def _mark_behind(title: str, line: str) -> str:
    """Return the colon or full stop that stands on ``line`` behind the title."""
    behind = line.removeprefix(title).lstrip()
    return behind[0] if title and _MARK.match(behind) else ""


def _heading_and_rest(item: Item) -> tuple[str, str] | None:
    """Return a heading and the text on its line, or ``None`` for a numbered sentence."""
    split = item.split
    assert split is not None  # noqa: S101 -- for the type checker
    text = split.rest
    for reader in (_before_colon, _in_bold, _run_on):
        if parts := reader(item, text):
            return parts
    if is_name(unpunctuated(text)) and (item.has_items or item.has_text):
        return unpunctuated(text), ""
    if split.system == "letter" and not (item.has_items and len(words(text)) <= 12):
        return None
    if actor := _actor_before_list(item, text):
        return actor
    return (unpunctuated(text), "") if _is_title(item) else None


def _is_title(item: Item) -> bool:
    """Tell whether a labelled line is a title and not a sentence."""
    split = item.split
    assert split is not None  # noqa: S101 -- for the type checker
    text, count = split.rest, len(words(split.rest))
    if not text or text.endswith((";", "./.", ",")) or count > _MOST_WORDS:
        return False
    if is_caps(text) or (split.rank <= _WIDE and count <= _MOST_WORDS_IN_SENTENCE):
        return True
    if text.endswith("."):
        return _is_title_with_stop(item, text, count)
    if item.has_items:
        return not text.endswith(":") or count <= _MOST_WORDS_BEFORE_COLON
    follows = item.above_table or not item.ends_list
    return item.has_text and follows and count <= _MOST_WORDS_IN_SENTENCE + 5


def _is_title_with_stop(item: Item, text: str, count: int) -> bool:
    if _MODAL.search(text) or ". " in text:
        return False
    if item.has_items:
        return count <= _MOST_WORDS_IN_SENTENCE or bool(_HEADS.match(text))
    return item.has_text and not item.ends_list and count <= 8


def _before_colon(item: Item, text: str) -> tuple[str, str] | None:
    """Split ``title: text``."""
    title, colon, rest = text.partition(":")
    title, rest = title.strip(), rest.strip()
    if not colon or not rest or item.split is None or item.split.system == "letter":
        return None
    if re.search(r"[.;“(]", title) or len(words(title)) > _MOST_WORDS_BEFORE_COLON:
        return None
    if _STEP.fullmatch(title) or is_time(title):
        return None
    if starts_lower(rest) and not (is_actor(title) or _LABEL.fullmatch(title)):
        return None
    if _MODAL.search(title) or re.search(r"\b(?:như|gồm|sau|là)$", title):
        return None
    return title, rest


def _in_bold(item: Item, text: str) -> tuple[str, str] | None:
    """Split ``title. text`` where the title alone is bold."""
    lead = tidy(item.piece.lead)
    split = labelled(lead)
    lead = split.rest if split else lead
    if not lead.endswith(".") or not text.startswith(lead):
        return None
    title, rest = unpunctuated(lead), text[len(lead) :].strip()
    short = len(words(title)) <= _MOST_WORDS_BEFORE_COLON and ". " not in title
    titled = short and not _MODAL.search(title) and starts_upper(rest)
    if not titled or item.split is None or item.split.system == "letter":
        return None
    return title, rest


def _run_on(item: Item, text: str) -> tuple[str, str] | None:
    match = _RUN_ON.search(text)
    if (
        not match
        or not 2 <= len(words(text[: match.start()])) <= _MOST_WORDS_IN_SENTENCE
    ):
        return None
    if (
        item.split is None
        or item.split.system == "letter"
        or "," in text[: match.start()]
    ):
        return None
    return text[: match.start()], text[match.end() :]


def _actor_before_list(item: Item, text: str) -> tuple[str, str] | None:
    """Take the body that acts as the title where it opens a list of what it does."""
    actor = leading_actor(text)
    if actor and text.endswith(":") and (item.has_items or item.has_text):
        return actor, text[len(actor) :].strip()
    return None
