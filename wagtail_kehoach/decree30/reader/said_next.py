"""Work whose doer a sentence of his own names behind it: "Tổ chức … . Tổ Văn chủ trì."."""

from __future__ import annotations

import re

from .actors import is_name, leading_actor, named_in_title
from .wording import sentences, tidy, unpunctuated

_ASSIGNS = re.compile(r"^(?:Giao|Phân công)(?:\s+cho)?\s+", re.IGNORECASE)
#: Nothing but whose it is: "chịu trách nhiệm quyết toán" would be work of its own.
_HIS = (
    r"(?:chủ động\s+)?(?:chịu trách nhiệm|chủ trì|làm đầu mối|thực hiện|đảm nhiệm)"
    r"(?:\s+(?:chính|tổ chức|thực hiện))*"
)
_IS_HIS = re.compile(
    rf"{_HIS}\s*(?=$|[.,;(]|(?:từ|trong|trước|vào|hằng|phối hợp|cùng)\b)"
)
#: "Phụ trách" belongs to the names of offices, but for the end of a sentence.
_IN_CHARGE = re.compile(r"(?P<who>[^.,;:()“]{2,80}?)\s+phụ trách(?:\s+chung)?\W*$")
_NO_MORE = re.compile(rf"(?:{_HIS}|phụ trách)(?:\s+chung)?")
_MOST_SENTENCES = 3


def said_next(text: str) -> tuple[str, str] | None:
    """Split work from the sentence behind it that says whose it is, and nothing else."""
    *before, last = sentences(text) or [""]
    if not 0 < len(before) < _MOST_SENTENCES:
        return None
    who = _whose(last)
    if who is None or any(leading_actor(sentence) for sentence in before):
        return None
    return " ".join(before), named_in_title(tidy(who))


def says_only_whose(text: str) -> bool:
    """Tell whether text gives somebody work without a word of what it is."""
    said = _ASSIGNS.sub("", text)
    who = leading_actor(said) if said != text else None
    return bool(who and _NO_MORE.fullmatch(unpunctuated(said[len(who) :]).lstrip(" ,")))


def _whose(sentence: str) -> str | None:
    said = _ASSIGNS.sub("", sentence)
    if in_charge := _IN_CHARGE.match(said):
        return in_charge["who"] if is_name(in_charge["who"]) else None
    who = leading_actor(said)
    return who if who and _IS_HIS.match(said[len(who) :].lstrip(" ,")) else None
