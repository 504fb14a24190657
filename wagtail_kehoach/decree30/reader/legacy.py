"""Text in fonts of before Unicode: TCVN3 (".VnTime") and VNI ("VNI-Times").

Such a font draws Vietnamese letters in the places of others, so a file says "Tr­êng" where
a page shows "Trường". Only the font tells how the letters are meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# What each font draws for a letter of Windows-1252.
_TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦",
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_ALONE = dict(zip("íìæóòôöñîÍÌÆÓÒÔÖÑÎ", "íìỉĩịơưđỵÍÌỈĨỊƠƯĐỴ", strict=True))
# VNI puts a mark behind its letter; the letters with a breve or hat have marks of their own.
_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_MARKS = {
    **_TONES,
    "â": "\u0302",
    **{mark: "\u0302" + tone for mark, tone in zip("áàåãä", _TONES.values(), strict=True)},
}  # fmt: skip
_BREVES = {
    "ê": "\u0306",
    **{mark: "\u0306" + tone for mark, tone in zip("éèúüë", _TONES.values(), strict=True)},
}  # fmt: skip
_VNI_LETTER = re.compile(
    rf"(?P<a>[Aa])(?P<breve>[{''.join(_BREVES)}{''.join(_BREVES).upper()}])"
    rf"|(?P<letter>[AaEeOo])(?P<mark>[{''.join(_MARKS)}{''.join(_MARKS).upper()}])"
    rf"|(?P<other>[UuYyÔôÖö])(?P<tone>[{''.join(_TONES)}{''.join(_TONES).upper()}])"
    rf"|(?P<alone>[{''.join(_VNI_ALONE)}])"
)
_IN_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u0323]")
_CAPITALS = re.compile(r"^\.Vn\w*H\b", re.IGNORECASE)


def converter_for(font: str | None) -> Callable[[str], str] | None:
    """Return what turns the letters of ``font`` into Unicode; ``None`` for today's fonts."""
    name = (font or "").strip()
    if name[:3].lower() == ".vn":
        return _from_capitals if _CAPITALS.match(name) else from_tcvn3
    return from_vni if re.match(r"VNI[- ]", name, re.IGNORECASE) else None


def from_tcvn3(text: str) -> str:
    """Return TCVN3 text in Unicode; text that is Unicode already stays as it is."""
    text = _out_of_symbols(text)
    if _IN_UNICODE.search(text):
        return text
    return "".join(_TCVN3.get(char, char) for char in text)


def _from_capitals(text: str) -> str:
    """TCVN3 has no capitals with tones: a font of its own draws small letters as capitals."""
    return from_tcvn3(text).upper()


def from_vni(text: str) -> str:
    """Return VNI text in Unicode; text that is Unicode already stays as it is."""
    text = _out_of_symbols(text)
    if _IN_UNICODE.search(text):
        return text
    return unicodedata.normalize("NFC", _VNI_LETTER.sub(_letter, text))


def _out_of_symbols(text: str) -> str:
    """Word keeps the letters of a font that it takes for a symbol font in a place apart."""
    return "".join(
        chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char
        for char in text
    )


def _letter(match: re.Match[str]) -> str:
    if alone := match["alone"]:
        return _VNI_ALONE[alone]
    if breve := match["breve"]:
        return match["a"] + _BREVES[breve.lower()]
    if mark := match["mark"]:
        return match["letter"] + _MARKS[mark.lower()]
    other = match["other"]
    return _VNI_ALONE.get(other, other) + _TONES[match["tone"].lower()]
