"""Finds what may touch somebody's privacy in a text, for its writer to look at again.

Children have a right to it (Children Law 102/2016, art. 21; Law 91/2025/QH15, art. 24),
and a post needs neither telephone numbers nor addresses nor codes of people. A finding
is no proof, so it is a warning: many a word points at somebody's life in one text and
at the subject of a lesson in another.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from ..conf import kehoach_settings
from ..folding import clean, fold, word
from . import circumstances, passages, pupils

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db import models

    Span = tuple[int, int]

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s–-]*")
_AROUND = 30

#: A word has several syllables: in these, the syllables of a private word mean another.
_OTHER_WORDS = [
    "ủng hộ", "bảo hộ", "cứu hộ", "phù hộ", "giám hộ", "kỷ luật", "kỷ niệm", "kỷ cương",
    "hoạt động", "lao động", "vận động", "hành động", "chủ động", "động lực",
    "động viên", "động cơ", "động tác", "kinh tế", "kinh doanh", "kinh phí",
    "kinh nghiệm", "cảm xúc", "cảm ơn", "cảm hứng", "cảm nhận",
    "xã đặc biệt khó khăn", "xã hội đặc biệt khó khăn", "vùng đặc biệt khó khăn",
    "thôn đặc biệt khó khăn", "bản đặc biệt khó khăn", "buôn đặc biệt khó khăn",
    "ấp đặc biệt khó khăn", "khu vực đặc biệt khó khăn", "địa bàn đặc biệt khó khăn",
    "nguy cơ mắc bệnh", "tránh mắc bệnh", "không mắc bệnh", "dễ mắc bệnh", "khi mắc bệnh",
    "ca mắc bệnh", "người mắc bệnh", "tỉ lệ mắc bệnh", "không bị bệnh", "tránh bị bệnh",
    "khi bị bệnh", "người bị bệnh", "dễ bị bệnh", "cây bị bệnh", "lúa bị bệnh",
    "vật nuôi bị bệnh", "gia súc bị bệnh", "gia cầm bị bệnh",
]  # fmt: skip
_ADDRESS = [
    "nhà riêng", "địa chỉ nhà", "hộ khẩu thường trú", "thường trú tại", "tạm trú tại",
    "ngụ tại",
]  # fmt: skip
_MOBILE = re.compile(
    r"(?<![\w./+-])(?:\(?\+?84\)?[ .-]?|0)[35789](?:[ .-]?\d){8}(?![\w/-]|\.\d)"
    r"|(?<!\w)\(0[35789]\d\d\)(?:[ .-]?\d){6}(?![\w/-]|\.\d)"
    r"|(?<!\w)\(0[35789]\d\)(?:[ .-]?\d){7}(?![\w/-]|\.\d)"
)
_PROFILE = re.compile(
    r"\b(?:(?:facebook|fb|instagram)\.com|tiktok\.com|fb\.me|m\.me|zalo\.me)/[\w.@/?=-]*\w"
)
_PRIVATE_MAIL = re.compile(
    r"[\w.+-]+@(?:gmail|yahoo|hotmail|outlook|icloud)(?:\.[a-z]{2,})+"
)
_CODE = re.compile(
    r"\b(?:ma (?:so )?(?:hoc sinh|hs|dinh danh)|so dinh danh|cccd|cmnd|can cuoc"
    r"|chung minh nhan dan|bhyt|bao hiem y te)[^\d\n]{0,20}\b[a-z]{0,3} ?\d[\d ]{5,}"
    r"|\bhs[ -]?\d{6,12}\b"
)
_CITIZEN = re.compile(r"(?<![\w./+-])0\d{2}[0-3]\d{8}(?![\w/-]|\.\d)")


def warnings_in(
    obj: models.Model, *, words: Iterable[str] = (), names: Iterable[str] = ()
) -> list[str]:
    """What in ``obj`` may touch somebody's privacy, in words for its writer.

    ``words`` point at somebody's private life; ``names`` are full names of pupils.
    Numbers, addresses and pupils called by their full names are found in any case, also
    in the titles and file names of documents.
    """
    private, why_private = [*words], _("points at somebody's private life")
    phrases = {
        why_private: private,
        _("looks like a private address"): _ADDRESS,
        _full_name(): [*names],
    }
    found = {}
    for place, value in (*passages.fields_in(obj), *passages.files_in(obj)):
        for line in passages.lines_of(value):
            text = clean(line)
            for why, span in (*_phrases_in(text, phrases), *_numbers_in(text)):
                found[_said(place, text, span, why)] = True
            for span in _circumstances_in(text) if private else ():
                found[_said(place, text, span, why_private)] = True
    return [*found]


def _circumstances_in(text: str) -> Iterator[Span]:
    yield from circumstances.deaths_in(text)
    yield from circumstances.hardships_in(text)


def marked(obj: models.Model, checks: dict) -> list[tuple[str, bool]]:
    """The warnings of ``obj``, each with whether the writer of ``checks`` saw it."""
    if not hasattr(obj, "privacy_warnings"):
        return []
    seen = checks.get("seen", [])
    return [(warning, warning in seen) for warning in obj.privacy_warnings()]


class _Line(NamedTuple):
    """A line, where its words stand, and each as it is compared."""

    text: str
    spans: list[Span]
    words: list[str]
    form: str


def _phrases_in(text: str, phrases: dict[str, list[str]]) -> Iterator[tuple[str, Span]]:
    """Whole words only, with their accents, unless the line has none at all."""
    found = [(match.span(), word(match[0])) for match in _WORD.finditer(text)]
    form = "exact" if any(token.accented for _span, token in found) else "folded"
    words = [getattr(token, form) for _span, token in found]
    line = _Line(text, [span for span, _token in found], words, form)
    for why, wanted in phrases.items():
        spans = {
            span
            for phrase in wanted
            for span in _spans(line, phrase)
            if not _is_other_word(line, span)
        }
        for span in _apart(sorted(spans)):
            yield why, span


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Of spans that overlap the last: in *bị bệnh tim* it says what it is."""
    for span, after in pairwise([*spans, None]):
        if after is None or span[1] <= after[0]:
            yield span


def _spans(line: _Line, phrase: str) -> Iterator[Span]:
    """Where ``phrase`` stands in ``line``, with nothing but space between its words."""
    wanted = [getattr(word(part), line.form) for part in phrase.split()]
    if not {*wanted} <= {*line.words}:
        return
    for i in range(len(line.words) - len(wanted) + 1):
        if line.words[i : i + len(wanted)] != wanted:
            continue
        spans = line.spans[i : i + len(wanted)]
        gaps = [line.text[a[1] : b[0]] for a, b in pairwise(spans)]
        if all(map(_GAP.fullmatch, gaps)):
            yield spans[0][0], spans[-1][1]


def _is_other_word(line: _Line, span: Span) -> bool:
    """Whether a part of ``span`` belongs to a word that goes on outside of it."""
    return any(
        _cuts(other, span) for name in _OTHER_WORDS for other in _spans(line, name)
    )


def _cuts(other: Span, span: Span) -> bool:
    """Whether ``other`` shares a part with ``span`` and goes on outside of it."""
    overlap = other[0] < span[1] and span[0] < other[1]
    return overlap and (other[0] < span[0] or other[1] > span[1])


def _numbers_in(text: str) -> Iterator[tuple[str, Span]]:
    folded = fold(text)
    own = {_bare(contact) for contact in kehoach_settings.PUBLIC_CONTACTS}
    for pattern, why in [
        (_MOBILE, _("is a telephone number")),
        (_PRIVATE_MAIL, _("is a private e-mail address")),
        (_CODE, _("is the code or identity number of a person")),
        (_CITIZEN, _("looks like the identity number of a person")),
        (_PROFILE, _("is an address in a social network")),
    ]:
        for match in pattern.finditer(folded):
            if _bare(match[0]) not in own and not _is_mixed(pattern, match[0]):
                yield why, match.span()
    for span in circumstances.homes_in(text, own=kehoach_settings.PUBLIC_CONTACTS):
        yield _("looks like a private address"), span
    for span in circumstances.births_in(text):
        yield _("is somebody's date of birth"), span
    for span in pupils.full_names_in(text):
        yield _full_name(), span
    for span in pupils.classes_in(text):
        yield _("is the class of a pupil; the class level is enough"), span


def _is_mixed(pattern: re.Pattern, found: str) -> bool:
    """Whether it is a date and an hour, say: one number is written with one sign."""
    return pattern is _MOBILE and len({*re.findall(r"(?<=\d)[ .-](?=\d)", found)}) > 1


def _bare(contact: str) -> str:
    """A telephone number or an address as it is compared."""
    small = contact.strip().lower()
    if re.search(r"[a-z]/", small):
        return re.sub(r"^(?:https?://)?(?:www\.|m\.)?", "", small).rstrip("/")
    if "@" in small:
        return small
    return re.sub(r"^84", "0", re.sub(r"\D", "", small))


def _full_name() -> str:
    return _(
        "is the full name of a pupil; the first name and the class level are enough"
    )


def _said(place: str, text: str, span: Span, why: str) -> str:
    start, end = span
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return _("%(place)s: “%(words)s” %(why)s. It says: “%(passage)s”") % {
        "place": place,
        "words": text[start:end],
        "why": why,
        "passage": f"{before}{text[start:end]}{after}",
    }
