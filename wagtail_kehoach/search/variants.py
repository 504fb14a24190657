"""Other spellings of what was typed, asked for only where nothing else is found.

Pure Python. The lists are short on purpose: what schools write every day in two ways, and
names that papers spell in two ways. Whatever more a portal needs belongs into its texts.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ..folding import word

Phrase = tuple[str, ...]

#: Each line is one thing; the first spelling is the one in full.
SAME = """
giáo viên = GV
giáo viên chủ nhiệm = GVCN
cán bộ giáo viên = CBGV
cán bộ giáo viên nhân viên = CBGVNV
học sinh = HS
học sinh giỏi = HSG
phụ huynh học sinh = PHHS
cha mẹ học sinh = CMHS
ban giám hiệu = BGH
học kỳ I = học kỳ 1 = HKI = HK1
học kỳ II = học kỳ 2 = HKII = HK2
học kỳ = HK
mầm non = MN
tiểu học = TH
trung học cơ sở = THCS
trung học phổ thông = THPT
giáo dục và đào tạo = GDĐT
giáo dục thường xuyên = GDTX
giáo dục công dân = GDCD
giáo dục quốc phòng = GDQP
khoa học tự nhiên = KHTN
khoa học xã hội = KHXH
khoa học kỹ thuật = KHKT
công nghệ thông tin = CNTT
sáng kiến kinh nghiệm = SKKN
kỹ năng sống = KNS
thể dục thể thao = TDTT
an toàn giao thông = ATGT
phòng cháy chữa cháy = PCCC
bảo hiểm y tế = BHYT
văn hoá văn nghệ = VHVN
thi đua khen thưởng = TĐKT
uỷ ban nhân dân = UBND
hội đồng nhân dân = HĐND
hội khuyến học = HKH
thanh niên cộng sản = TNCS
thiếu niên tiền phong = TNTP
thành phố Hồ Chí Minh = TPHCM = TP HCM
Campuchia = Căm-pu-chia = Cambodia
Hàn Quốc = Korea
Indonesia = In-đô-nê-xi-a
Lào = Laos
Malaysia = Ma-lai-xi-a
Myanmar = Mi-an-ma = Miến Điện
Nhật Bản = Nhật = Japan
Philippines = Philippin = Phi-líp-pin
Singapore = Singapo = Xinh-ga-po
Thái Lan = Thailand
Trung Quốc = China
"""
#: A syllable as the Telex keys spell it: s, f, r, x, j are tones; aa, ee, oo, w, dd shapes.
_ONSET = re.compile(r"dd|ngh?|[cgknpt]h|gi(?=[aeouw])|qu|tr|[bcdghklmnpqrstvx]|")
_RIME = re.compile(r"([aeiouy]{1,3})(ch|n[gh]|[cmnpt]|)")


def _phrase(written: str) -> Phrase:
    parts = written.replace("-", "").split()
    return tuple(word(part).folded for part in parts)


def _table() -> dict[Phrase, list[Phrase]]:
    known: dict[Phrase, list[Phrase]] = defaultdict(list)
    for line in SAME.strip().splitlines():
        spellings = [_phrase(spelling) for spelling in line.split(" = ")]
        for one in spellings:
            known[one] += [other for other in spellings if other != one]
    return dict(known)


OTHERS = _table()
LONGEST = max(map(len, OTHERS))


def spelt_otherwise(words: list[str]) -> list[tuple[int, list[Phrase]]]:
    """``words`` (folded) from left to right: how many, and how else these are written."""
    found, at = [], 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            others = OTHERS.get(tuple(words[at : at + length]))
            if others:
                break
        else:
            length, typed = 1, telex(words[at])
            others = [(typed,)] if typed else []
        found.append((length, others))
        at += length
    return found


def telex(typed: str) -> str:
    """The folded word that these keys spell where nothing turned them into letters, or ``""``."""
    onset = _ONSET.match(typed)[0]
    rest = re.sub(r"[sfrxj]", "", typed[len(onset) :], count=1)
    plain = re.sub(r"([aeo])\1", r"\1", rest.replace("w", "")) or ("u" if rest else "")
    if not _RIME.fullmatch(plain):
        # The second of two vowels may be typed when the syllable is complete: diene.
        late = plain[-1:]
        plain = plain[:-1] if late in {"a", "e", "o"} and late in plain[:-1] else ""
    if not _RIME.fullmatch(plain):
        return ""
    said = word(onset.replace("dd", "d") + plain).folded
    return said if said != typed else ""


def every_spelling(words: list[str]) -> list[str]:
    """How else ``words`` (folded) are written, for marking them in a text."""
    spans = spelt_otherwise(words)
    return [part for _length, others in spans for one in others for part in one]
