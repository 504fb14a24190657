"""Titles without a label: paragraphs all in capitals, or all in bold."""

from __future__ import annotations

import re

from ..closing_forms import SUMS_UP
from .dates import DATE
from .kinds import names_kind
from .own_styles import is_own_text, own_level
from .pieces import Piece
from .signatures import is_role, mentions_recipients
from .wording import is_caps, starts_upper, words

_FEWEST_WORDS, _MOST_WORDS = 2, 20
#: What is printed to be seen and opens nothing: a slogan, a remark, a day.
_NO_TITLE = re.compile(
    rf"^[“\"'(*]|^(?:lưu ý|ghi chú|chú ý|trân trọng|{SUMS_UP}|nơi nhận|kính gửi)\b|{DATE}"
    r"|[.;,!?…]\s*$|:\s*\S|[”\"]$",
    re.IGNORECASE,
)


def is_title(piece: Piece) -> bool:
    """Tell whether a paragraph without a label is set apart as a title is."""
    text = piece.text
    if own_level(piece):
        return True
    if is_own_text(piece):
        return False
    if piece.rows is not None or _NO_TITLE.search(text) or not starts_upper(text):
        return False
    if not _FEWEST_WORDS <= len(words(text)) <= _MOST_WORDS:
        return False
    if not (piece.stressed or is_caps(text)):
        return False
    signs = is_role(text) or mentions_recipients(piece)
    return not signs and not names_kind(text)
