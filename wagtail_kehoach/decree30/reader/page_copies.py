"""Documents that were copied from a page of a portal: its menu, counters, links and lists.

A line goes only where its whole form says that a page printed it. What stands above the
last of them goes with them while the header of the document is still to come.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from .bodies import begins_body
from .kinds import is_past_the_top, names_kind, names_state
from .page_lines import is_listed, is_menu, is_of_page, may_be_of_page, names_list
from .portals import TOP, is_trail
from .wording import is_caps

if TYPE_CHECKING:
    from .pieces import Piece

_FARTHEST = 80
_LONGEST = 140
_FEWEST_IN_MENU = 3
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
    # Further down a plan may speak in arrows, too.
    above = max(TOP, _header_begins(pieces))
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.rows is not None or not text or len(text) > _LONGEST:
            listing = False
            continue
        of_page = is_of_page(piece) or (place < above and is_trail(text))
        if of_page or (listing and is_listed(text)):
            gone.add(place)
        listing = names_list(text) or (listing and place in gone)
    return gone


def _above_header(pieces: list[Piece], gone: set[int]) -> set[int]:
    """Return the places of all lines above the last one that a page printed over the header."""
    end = _header_begins(pieces)
    menu = [place for place in range(end) if is_menu(pieces[place])]
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
    top = list(enumerate(takewhile(_may_be_above, pieces[:_FARTHEST])))
    for begins in (_is_head, _is_type):
        if (
            place := next((at for at, piece in top if begins(piece)), None)
        ) is not None:
            return place
    return 0


def _may_be_above(piece: Piece) -> bool:
    """Tell whether the text of the document has not begun yet."""
    return piece.rows is None and not is_past_the_top(piece.text)


def _is_head(piece: Piece) -> bool:
    return names_state(piece) or any(map(_NUMBER.match, piece.columns))


def _is_type(piece: Piece) -> bool:
    return is_caps(piece.text) and names_kind(piece.text)


def _until_type(pieces: list[Piece], start: int) -> list[Piece]:
    end = next((at for at in range(start, len(pieces)) if _is_type(pieces[at])), start)
    return pieces[start:end]


def _names_body(piece: Piece) -> bool:
    return any(is_caps(part) and begins_body(part) for part in piece.columns)


def _beside(pieces: list[Piece], gone: set[int]) -> set[int]:
    """Return the places of lines that are a page's because they stand beside such ones."""
    more: set[int] = set()
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        last = None
        for place in order:
            near = last in gone or last in more
            if near and place not in gone and may_be_of_page(pieces[place].text):
                more.add(place)
            last = place
    return more
