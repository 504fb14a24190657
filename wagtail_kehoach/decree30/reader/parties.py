"""Who leads a piece of work and who helps: the names of a cell, and those of a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from .actors import CALLED, is_actor, is_name, named_in_title, names_before_acts
from .wording import inside_quote, tidy, unpunctuated

_DASH = re.compile(r"^[-–+•*]\s*")
#: "Tổng phụ trách" is what somebody is called.
_CHARGE = rf"{''.join(f'(?<!{word} )' for word in CALLED)}phụ trách(?: chính)?"
_LEAD_WORD = rf"(?:chủ trì|{_CHARGE}|chịu trách nhiệm(?: chính)?|đầu mối|làm chính)"
_HELP_WORD = r"(?:phối hợp|hỗ trợ|cùng (?:thực hiện|làm))"
_OFFICE = r"(?:(?:đơn vị|bộ phận|cơ quan|người)\s+)?"
_LEADS = re.compile(
    rf"^{_OFFICE}{_LEAD_WORD}\s*:\s*|\s*\(\s*{_LEAD_WORD}\s*\)$|\s+{_LEAD_WORD}$",
    re.IGNORECASE,
)
_HELPS = re.compile(
    rf"^{_OFFICE}{_HELP_WORD}(?:\s+(?:với|cùng|thực hiện))?\s*:?\s+"
    rf"|\s*\(\s*{_HELP_WORD}\s*\)$|\s+{_HELP_WORD}$",
    re.IGNORECASE,
)
#: "Nhà trường và gia đình phối hợp": nobody is said to lead.
_TOGETHER = re.compile(r"^[^:(]+\sphối hợp$", re.IGNORECASE)
#: In a cell the word may stand alone: "Tổ Văn chủ trì, phối hợp Đoàn trường".
_HELPED_IN_CELL = re.compile(
    rf"^(?P<lead>[^;:]+?)(?:\s+{_LEAD_WORD})?\s*,?\s+(?:phối hợp|cùng)(?:\s+(?:với|cùng))?"
    r"\s*:?\s+(?P<more>[^;:]+)$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?<!công tác )(?<!sự )(?<!chế )(?<!chương trình )(?<!kế hoạch )(?<!việc )(?<!được )"
    r"[Pp]hối (?:kết )?hợp(?:\s+(?:chặt chẽ|tốt|thường xuyên|thực hiện))?\s+"
    r"(?:cùng với|cùng|với)\s+(?=\S)"
)
_BEHIND = re.compile(
    r"(?:[,;]|\bvà)\s+(?P<names>[^.;:()“]{2,120}?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?"
    r"\s*(?=[.;)]|$)"
)
#: "Khối 6, 7", "lớp 6A, 6B": what follows the comma is no name of its own.
OF_NAME_BEFORE = (
    r"(?:\d{1,2}(?:[A-ZĐ]\d{0,2})?|[A-ZĐ]\d{0,2}|[IVX]{1,4})(?=\s*(?:[,;.()]|và\s|$))"
)
_LISTED = re.compile(rf"\s*[,;](?!\s*(?:và\s+)?{OF_NAME_BEFORE})\s*(?:và\s+)?")
_AND = re.compile(r"\s+và\s+")
_END = re.compile(r"[.;:()“]|,\s*(?=(?:trước|xong|trong|từ|vào|để|nhằm)\s)")
_FEW_SMALL = re.compile(r"(?!các )[a-zđ][^A-ZĐ\s]*(?:\s+[a-zđ]\S*)?")
_MOST_WORDS, _LONGEST = 8, 1500
_PURPOSE = re.compile(r"\s+(?:để|nhằm|trong|về|khi|trước|vào|từ ngày)\s.*$")


class Parties(NamedTuple):
    """Whose work it is, as printed, and who helps."""

    lead: str | None
    helpers: list[str]


def parties_in_cell(text: str, *, first_leads: bool = False) -> Parties:
    """Part the names of a cell by the words that say what each does.

    Without such words all of them have the work, unless the head of the column says that
    the first leads: "Chủ trì, phối hợp".
    """
    parts = [said for part in text.split(";") if (said := unpunctuated(_bare(part)))]
    if len(parts) == 1 and (shared := _shared_in_words(parts[0])):
        return shared
    if first_leads and len(parts) == 1:
        parts = _names(parts[0]) or parts
    if len(parts) == 1 and _TOGETHER.search(parts[0]):
        return Parties(_without_role(parts[0]), [])
    leads = [part for part in parts if _LEADS.search(part)]
    helps = [part for part in parts if _HELPS.search(part) and part not in leads]
    others = [part for part in parts if part not in leads and part not in helps]
    if not leads:
        leads, others = (others[:1], others[1:]) if first_leads else (others, [])
    helpers = [_without_role(part) for part in (*helps, *others)]
    lead = "; ".join(_without_role(part) for part in leads)
    return Parties(
        lead or None, [n for part in helpers for n in _names(part) or [part]]
    )


def helpers_in(text: str, lead: str | None) -> list[str]:
    """Return with whom a sentence says that ``lead`` works together, and nobody unsure."""
    found: list[str] = []
    # No sentence is longer; looking on from each name would take long.
    text = text[:_LONGEST]
    for match in _WITH.finditer(text):
        if not inside_quote(text[: match.start()], text[match.end() :]):
            found += _named_up_to_verb(text[match.end() :])
    for match in _BEHIND.finditer(text):
        found += _names(match["names"])
    return [name for name in dict.fromkeys(found) if name != lead]


def _bare(part: str) -> str:
    return _DASH.sub("", tidy(part))


def _without_role(part: str) -> str:
    return unpunctuated(_HELPS.sub("", _LEADS.sub("", part)))


def _shared_in_words(part: str) -> Parties | None:
    match = _HELPED_IN_CELL.match(part)
    helpers = _names(match["more"]) if match else []
    lead = _without_role(match["lead"]) if match else ""
    return Parties(lead, helpers) if helpers and is_name(lead) else None


def _named_up_to_verb(text: str) -> list[str]:
    """Return the names from here to what they do, or to the end of the clause."""
    who = next(names_before_acts(text, assigned=True), None)
    clause = _END.split(text, maxsplit=1)[0]
    if who is None or len(clause) < len(who):
        who = clause
    return _names(_PURPOSE.sub("", who))


def _names(text: str) -> list[str]:
    """Return the names that a text lists; those from the first doubtful one on are left out."""
    found: list[str] = []
    sure = 0
    for part in _LISTED.split(tidy(text)):
        names = _apart(part)
        if not all(map(_is_short_name, names)):
            # "Đài Phát thanh, Truyền hình tỉnh": the name before goes on here.
            return found[:sure] if part[:1].isupper() else found
        sure = len(found)
        found += map(named_in_title, names)
    return found


def _is_short_name(text: str) -> bool:
    return is_name(text) and len(text.split()) <= _MOST_WORDS


def _apart(names: str) -> list[str]:
    """Part "A và B", but not "lãnh đạo các phòng và đơn vị"."""
    first, *more = _AND.split(names)
    of_all = "các " in first and any(_FEW_SMALL.fullmatch(name) for name in more)
    apart = not of_all and all(map(is_actor, (first, *more)))
    return [first, *more] if apart else [names]
