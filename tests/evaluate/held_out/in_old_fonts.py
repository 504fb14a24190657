"""Documents set in Word with fonts of before Unicode, as typists set them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import docx

from . import as_word
from .page import Page

_LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"
_TCVN3 = dict(
    zip(
        _LETTERS,
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ",
        strict=True,
    )
)
_VNI = dict(
    zip(
        _LETTERS,
        [
            "aù",
            "aø",
            "aû",
            "aõ",
            "aï",
            "aê",
            "aé",
            "aè",
            "aú",
            "aü",
            "aë",
            "aâ",
            "aá",
            "aà",
            "aå",
            "aã",
            "aä",
            "ñ",
            "eù",
            "eø",
            "eû",
            "eõ",
            "eï",
            "eâ",
            "eá",
            "eà",
            "eå",
            "eã",
            "eä",
            "í",
            "ì",
            "æ",
            "ó",
            "ò",
            "où",
            "oø",
            "oû",
            "oõ",
            "oï",
            "oâ",
            "oá",
            "oà",
            "oå",
            "oã",
            "oä",
            "ô",
            "ôù",
            "ôø",
            "ôû",
            "ôõ",
            "ôï",
            "uù",
            "uø",
            "uû",
            "uõ",
            "uï",
            "ö",
            "öù",
            "öø",
            "öû",
            "öõ",
            "öï",
            "yù",
            "yø",
            "yû",
            "yõ",
            "î",
        ],
        strict=True,
    )
)


def tcvn3(page: Page) -> bytes:
    """Return a file in .VnTime; letters that it lacks as capitals are in .VnTimeH."""
    return _retyped(as_word.with_tables(page), _in_tcvn3)


def vni(page: Page) -> bytes:
    """Return a file in VNI-Times."""
    return _retyped(as_word.with_tabs(page), _in_vni)


def _in_tcvn3(text: str) -> Iterator[tuple[str, str]]:
    def font(char: str) -> str:
        is_capital = char != char.lower() and char.lower() in _TCVN3
        return ".VnTimeH" if is_capital else ".VnTime"

    for name, group in groupby(text, key=font):
        yield "".join(_TCVN3.get(char.lower(), char) for char in group), name


def _in_vni(text: str) -> Iterator[tuple[str, str]]:
    letters = (
        _VNI.get(char) or _VNI.get(char.lower(), char.lower()).upper()
        if char.lower() in _VNI
        else char
        for char in text
    )
    yield "".join(letters), "VNI-Times"


def _retyped(data: bytes, type_in: Callable[[str], Iterator[tuple[str, str]]]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    for paragraph in _paragraphs(document):
        for run in paragraph.runs:
            before = run.text
            run.text = ""
            for text, font in type_in(before):
                added = paragraph.add_run(text)
                added.font.name, added.bold = font, run.bold
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
