"""How sure it is that words of a line are one name of the registry, by what stands around.

Pure. ``sure``; ``clear`` and ``perhaps`` as in ``written.Found``; ``pupil`` where a pupil
is called so, ``other`` where an adult or a place is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ..approval.pupils import CLASS_AFTER, OTHER, PUPIL, PUPIL_TOO, SURNAME
from ..folding import Word, fold, fold_letters, word

_OTHER_BEFORE = re.compile(rf"\b(?:{OTHER}):? $", re.IGNORECASE)
_OTHER_IN_ADDRESS = re.compile(rf"\b(?:{fold_letters(OTHER)})-$")
_OTHER_JOINED = re.compile(rf"(?:{fold_letters(OTHER).replace(' ', '')})")
_PUPIL_TOO_BEFORE = re.compile(rf"\b(?:{PUPIL_TOO}):? $", re.IGNORECASE)
_PUPIL_BEFORE = re.compile(rf"\b{PUPIL}:? $", re.IGNORECASE)
_CLASS = re.compile(CLASS_AFTER)
_SURNAMES = {fold(name) for name in SURNAME.split("|")}
_SURNAME_BEFORE = tuple(sorted(_SURNAMES))
#: What follows a name with a capital and does not belong to it.
_NO_NAME = {"lop", "khoi", "truong", "va"}
#: The same in headlines; without the accents some of them are names.
_NO_NAME_EXACT = {
    word(said).exact
    for said in [
        "được", "nhận", "giúp", "nhặt", "đoạt", "giành", "vượt", "cứu", "trả", "là", "của",
        "với", "cùng", "trong", "tại", "bị", "đã", "sẽ", "đang", "vẫn", "từ", "cho", "về",
        "hát", "kể", "giải",
    ]
}  # fmt: skip
#: Names too, but a headline says that somebody won: *Nguyễn Văn An Đạt giải nhất*.
_NAME_OR_NOT = {word("đạt").exact, word("thắng").exact}
#: Hardly a name has more syllables; a headline with capitals throughout has.
LONGEST = 4
#: So many letters before a name hold the longest word that says whose it is.
_NEAR = 30
_GAPS = {" ", "", "_"}
#: What joins the syllables of a name too, where each of them is joined so, without spaces.
_JOINTS = {"-", ".", "/", "·", "•"}
#: *Nguyen, Hoang Minh*, as catalogues and translations put the surname before the rest.
_AFTER_SURNAME = ", "
#: Within names of the Central Highlands: *H'Hen Niê*; some have a hyphen, *Y-Moan Êban*.
_APOSTROPHES = {"'", "’", "‘", "ʼ", "`"}


class Token(NamedTuple):
    """A word of a line, how it is compared, and where it stands."""

    text: str
    word: Word
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are."""
        return self.text[:1].isupper()


def within(before: str, after: str) -> str | None:
    """How sure it is that a name within one word is just that name."""
    if _OTHER_JOINED.fullmatch(before):
        return None
    longer = after[:1].isalpha() or before.endswith(_SURNAME_BEFORE)
    return "perhaps" if longer else "clear"


def kind_of(
    line: str, tokens: list[Token], i: int, words: list[Word], *, hyphened: bool
) -> str | None:
    """How sure it is that the tokens from ``i`` on are the name of these ``words``."""
    end = i + len(words)
    said, rest = tokens[i:end], tokens[end : end + LONGEST]
    between = [line[a.end : b.start] for a, b in pairwise(said)]
    accents, before = _accents(said, words), _before(line, said[0])
    if accents == "none" and len(words) > 2 and {*between} in ({"-"}, {"."}):
        # Of an address: *le-thi-hoa-hat*, *facebook.com/le.thi.hoa*.
        return (
            None if _OTHER_IN_ADDRESS.search(before) else _in_address(line, tokens, i)
        )
    joined = _joined(between, hyphened=hyphened)
    part = _is_part(line, tokens[i - 1] if i else None, said, rest)
    if not joined or accents == "another" or part == "surely":
        return None
    exact = accents == "exact"
    if _OTHER_BEFORE.search(before):
        return "other" if exact or accents == "none" else None
    slip = accents == "wrong" or (accents == "some" and len(words) == 2)
    doubtful = slip or part == "perhaps" or joined == "perhaps"
    otherwise = "perhaps" if doubtful else "clear"
    if not all(token.is_capital for token in said):
        return otherwise if exact and len(words) > 2 else None
    # In a line of capitals nobody sees where a name ends.
    shouted = all(token.text.isupper() for token in said)
    near = rest[:1] and line[said[-1].end : rest[0].start] == " "
    unclear = shouted and near and rest[0].text.isupper()
    if not exact or joined != "plainly" or unclear:
        return otherwise
    return _of_whom(line, said, part)


def _joined(between: list[str], *, hyphened: bool) -> str | None:
    """How what stands ``between`` the syllables makes them one name, if it does.

    ``plainly``, ``otherwise`` as in hashtags and *Nguyễn.Hoàng.Minh*, or ``perhaps``.
    """
    own = _APOSTROPHES | ({"-"} if hyphened else set())
    gaps = {" " if gap.strip() in own else gap for gap in between}
    if gaps == {" "}:
        return "plainly"
    several = len(between) > 1
    if gaps <= _GAPS or (several and len(gaps) == 1 and gaps <= _JOINTS):
        return "otherwise"
    if several and between[0] == _AFTER_SURNAME and {*between[1:]} == {" "}:
        return "perhaps"
    return None


def _accents(said: list[Token], words: list[Word]) -> str:
    """How far the accents of ``said`` are those of ``words``.

    ``exact``; ``none`` at all; ``some`` left out, as in *Nguyễn Hoang Minh*; those of one
    syllable of several ``wrong``, as by a slip; or those of ``another`` name.
    """
    pairs = [(part.word, w) for part, w in zip(said, words, strict=True)]
    if all(written.exact == w.exact for written, w in pairs):
        return "exact"
    if not any(written.accented for written, _w in pairs):
        return "none"
    wrong = sum(written.accented and written.exact != w.exact for written, w in pairs)
    if not wrong:
        return "some"
    return "wrong" if wrong == 1 and len(words) > 2 else "another"


def is_abroad(line: str, tokens: list[Token], i: int, words: list[Word]) -> bool:
    """Whether a name stands from ``i`` on with its surname last, and by itself."""
    said, rest = tokens[i : i + len(words)], tokens[i + len(words) :]
    longer = i and line[tokens[i - 1].end : said[0].start] in _GAPS
    return (
        _accents(said, words) in ("exact", "none", "some")
        and all(token.is_capital for token in said)
        and {line[a.end : b.start] for a, b in pairwise(said)} == {" "}
        and not (longer and tokens[i - 1].word.folded in _SURNAMES)
        and not _following(line, said[-1], rest[:1])
        and not _OTHER_BEFORE.search(_before(line, said[0]))
    )


def _in_address(line: str, tokens: list[Token], i: int) -> str:
    """How sure it is of the tokens from ``i`` on: *le-le-thi-hoa* is perhaps another."""
    before = tokens[i - 1] if i else None
    joined = before and line[before.end : tokens[i].start] == "-"
    return "perhaps" if joined and before.word.folded in _SURNAMES else "clear"


def _before(line: str, first: Token) -> str:
    """What stands before ``first``, as far as it says who is meant."""
    return line[max(0, first.start - _NEAR) : first.start]


def _of_whom(line: str, said: list[Token], part: str | None) -> str:
    """How sure it is by what stands around a name that is written as it should be."""
    before = _before(line, said[0])
    pupil = _PUPIL_BEFORE.search(before) or _CLASS.match(line, said[-1].end)
    if pupil and part != "perhaps":
        return "pupil"
    if part == "perhaps":
        return "perhaps"
    if part or len(said) == 2 or _PUPIL_TOO_BEFORE.search(before):
        return "clear"
    return "sure"


def _is_part(
    line: str, before: Token | None, said: list[Token], rest: list[Token]
) -> str | None:
    """Whether the name is a part of a longer one: *Nguyễn* Lê An, Lê Thị Hoà *Bình*.

    ``headline``: what follows is too long for a name, as in *Lê Thị Hoà Đạt Giải Nhất*.
    """
    if (
        before
        and line[before.end : said[0].start] in _GAPS
        and before.is_capital
        and before.word.folded in _SURNAMES
    ):
        return "perhaps" if len(said) > 2 else "surely"
    if all(token.text.isupper() for token in said):
        return None
    more = _following(line, said[-1], rest)
    if not more:
        return None
    if len(said) + len(more) > LONGEST:
        return "headline"
    if len(said) > 2 and more[0].word.exact in _NAME_OR_NOT:
        return "perhaps"
    return "surely"


def _following(line: str, last: Token, rest: list[Token]) -> list[Token]:
    """What stands after a name with capitals and may belong to it."""
    found: list[Token] = []
    for token in rest:
        if (
            line[last.end : token.start] not in _GAPS
            or not token.is_capital
            or (token.text.isupper() and len(token.text) > 1)
        ):
            break
        if not found and (
            token.word.folded in _NO_NAME or token.word.exact in _NO_NAME_EXACT
        ):
            break
        found.append(token)
        last = token
    return found
