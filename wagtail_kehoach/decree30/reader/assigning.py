"""Sentences that assign work: "Giao … làm …", "…, do … thực hiện", "Đề nghị … nộp …"."""

from __future__ import annotations

import re

from .actors import (
    is_actor,
    is_name,
    is_own,
    named_in_title,
    names_before_acts,
    subject_of,
)
from .verbs import acts_in
from .wording import inside_quote, tidy, unpunctuated

#: What one only does whose work it is.
DUTY = re.compile(
    r"\b(?:tiến hành|có trách nhiệm|chịu trách nhiệm|chủ trì|phụ trách|làm đầu mối)\b"
)
ANYBODY = re.compile(
    r"(?:các\s+)?"
    r"(?:giáo viên|cán bộ|nhân viên|người|học sinh|đoàn viên|thành viên|công chức|viên chức"
    r"|học viên|sinh viên)",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"^(?:Phân công|Giao|Cử)\s+(?:\d|(?:một|hai|ba|bốn|ít nhất|tối thiểu)\s)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:Đề nghị|Yêu cầu)\s+", re.IGNORECASE)
_ASSIGNS = re.compile(
    r"^(?P<by>(?:Hiệu trưởng|Nhà trường|BGH|Ban [Gg]iám hiệu|Giám đốc"
    r"|Chủ tịch \S+)\s+(?=giao|phân))?"
    r"(?:Phân công|Giao nhiệm vụ cho|Giao(?:\s+cho)?)\s*:?\s+"
    r"(?!(?:nhiệm vụ|công việc|trách nhiệm)\b)",
    re.IGNORECASE,
)
_LEAD_WITHIN = (
    r"(?:[,;:–-]\s+(?:do\s+|giao\s+(?:cho\s+)?)?|(?<!\w)(?:do|giao(?: cho)?)\s+)"
)
_ASSIGNED_WITHIN = re.compile(
    rf"{_LEAD_WITHIN}(?P<who>(?:(?!\s(?:do|giao)\s)[^.;:,“]){{2,80}}?(?:\s*\([^)]*\))?)\s+"
    r"(?:(?:thực hiện|đảm nhiệm|đảm nhận)(?=\s*(?:[.,;)]|$))"
    r"|(?:chủ trì|phụ trách|chịu trách nhiệm|làm đầu mối)(?!\w))"
)
_ASSIGNING = (
    "thực hiện",
    "đảm nhiệm",
    "đảm nhận",
    "chủ trì",
    "phụ trách",
    "trách nhiệm",
    "đầu mối",
)
#: "Giao cho …", "do …": whoever follows has the work, whatever it is called.
_GIVEN_WITHIN = re.compile(
    r"(?<!\w)(?<![Bb]àn )(?<![Cc]huyển )(?<!được )(?P<by>giao(?:\s+nhiệm vụ)?(?:\s+cho)?"
    r"|phân công(?:\s+cho)?|do)\s+(?!(?:thông|lưu|ban|tiếp|dịch|hữu|nhận|khoán)\b)(?=\S)"
)
#: "Do Tổ Văn phối hợp với Đoàn thực hiện", but not "cuộc thi do Sở phối hợp với Báo tổ chức".
_OWN_WORK = (
    "thực hiện",
    "đảm nhiệm",
    "đảm nhận",
    "chịu trách nhiệm",
    "phụ trách",
    "chủ trì",
)


_LONGEST_CLAUSE = 600


def assigned_in(text: str) -> str | None:
    """Return who a sentence assigns work to: "Phân công … làm …", "Giao …: …"."""
    match = _ASSIGNS.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if who := _named_to_colon(rest):
        return who
    who = next(names_before_acts(rest, assigned=True), None)
    if who and (ANYBODY.fullmatch(who) or (match["by"] and not is_actor(who))):
        return None
    named = re.sub(r"^\d{1,2}\s+", "", named_in_title(tidy(who))) if who else ""
    return named if len(named) > 2 else None


def gives_work(sentence: str) -> bool:
    """Tell whether a sentence gives somebody work, whatever the one before it says."""
    if assigned_in(sentence):
        return True
    actor = subject_of(sentence)
    return bool(actor and is_own(actor) and DUTY.search(sentence))


def _named_to_colon(text: str) -> str | None:
    """Who stands alone before a colon: "Giao Thư viện: giới thiệu sách"."""
    head, colon, rest = text.partition(":")
    return named_in_title(head) if colon and rest.strip() and is_name(head) else None


def asked_of(text: str) -> str | None:
    """Return who a sentence asks for something: "Đề nghị các tổ nộp …"."""
    match = _ASKS.match(text)
    return subject_of(text[match.end() :]) if match else None


def is_of_their_number(text: str) -> bool:
    """Tell whether a sentence has the one addressed choose: "Phân công 01 giáo viên …"."""
    return bool(_CHOOSES.match(text))


def assigned_within(text: str) -> str | None:
    """Return whom a sentence names after the work: "…, do Văn phòng thực hiện"."""
    return _given_within(text) or _charged_within(text)


def _charged_within(text: str) -> str | None:
    if not any(word in text for word in _ASSIGNING):
        return None
    for match in _ASSIGNED_WITHIN.finditer(text):
        who = tidy(match["who"])
        if inside_quote(text[: match.start()], text[match.end() :]):
            continue
        if is_name(who):
            return named_in_title(who)
    return None


def _given_within(text: str) -> str | None:
    """Who follows "giao cho", or "do" where the work is what follows the name."""
    if not any(word in text for word in ("giao", "phân công", "do ")):
        return None
    for match in _GIVEN_WITHIN.finditer(text):
        rest = text[match.end() :]
        if inside_quote(text[: match.start()], rest):
            continue
        who = next(names_before_acts(rest, assigned=True), None)
        who = who or _named_to_end(rest)
        if who is None or not is_actor(who) or ANYBODY.fullmatch(who):
            continue
        behind_mark = text[: match.start()].rstrip()[-1:] in (":", ",")
        own = behind_mark and is_own(who)
        if match["by"] != "do" or own or _is_assigned(rest[len(who) :]):
            return named_in_title(tidy(who))
    return None


def _named_to_end(text: str) -> str | None:
    """Who stands alone to the next mark: "…, giao cho Tổ Văn, xong trước 20/11"."""
    who = unpunctuated(re.split(r"[,;.](?:\s|$)", text, maxsplit=1)[0])
    return who if is_name(who) else None


def _is_assigned(text: str) -> bool:
    """Tell whether what follows a name is work that he does together with others."""
    clause = re.split(r"[.;:]", text[:_LONGEST_CLAUSE], maxsplit=1)[0]
    acts = [act.text for act in acts_in(clause, assigned=True)]
    return acts[:1] == ["phối hợp"] and acts[-1] in _OWN_WORK
