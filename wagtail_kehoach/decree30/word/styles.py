"""The styles of our Word files, one for each component of the Decree.

A school that wants another size changes it in one place, in Word too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.layout import Lettering
from wagtail_kehoach.decree30.word.markup import make

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

TABLE = "Table Grid"
# Styles of python-docx's template that we keep; Word knows them by these names.
KEPT = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    TABLE,
    *(f"Heading {level}" for level in range(1, 5)),
}
BLACK = RGBColor(0, 0, 0)
GREY = RGBColor(0x7F, 0x7F, 0x7F)


@dataclass(frozen=True)
class Style:
    """A paragraph style; indents in millimetres, spacing in points."""

    name: str
    lettering: Lettering
    align: str = "CENTER"
    first_line: float = 0
    before: float = 0
    after: float = 0
    keep_with_next: bool = False


def _text(name: str, lettering: Lettering, *, keep_with_next: bool = False) -> Style:
    """Return a style for a paragraph that runs over the width of the page."""
    return Style(
        name,
        lettering,
        "JUSTIFY",
        first_line=layout.FIRST_LINE_INDENT,
        after=layout.PARAGRAPH_SPACING,
        keep_with_next=keep_with_next,
    )


NORMAL = Style("Normal", layout.BODY, "LEFT")
NATIONAL_NAME = Style("VB Quoc hieu", layout.NATIONAL_NAME)
NATIONAL_MOTTO = Style("VB Tieu ngu", layout.NATIONAL_MOTTO)
ISSUER_PARENT = Style("VB Co quan chu quan", layout.ISSUER_PARENT)
ISSUER = Style("VB Co quan ban hanh", layout.ISSUER)
NUMBER = Style("VB So ky hieu", layout.NUMBER, before=6)
PLACE_AND_DATE = Style("VB Dia danh thoi gian", layout.PLACE_AND_DATE, before=6)
LETTER_TITLE = Style("VB Trich yeu cong van", layout.LETTER_TITLE)
KIND = Style("VB Ten loai", layout.KIND, before=14, keep_with_next=True)
TITLE = Style("VB Trich yeu", layout.TITLE, keep_with_next=True)
BASIS = _text("VB Can cu", layout.BASIS)
BODY = _text("VB Noi dung", layout.BODY)
HEADINGS = [
    _text(f"Heading {level}", layout.HEADING, keep_with_next=True)
    for level in range(1, 5)
]
PART = Style("VB Phan Chuong", layout.HEADING, before=6, keep_with_next=True)
PART_TITLE = Style("VB Ten phan chuong", layout.HEADING, after=6, keep_with_next=True)
CELL = Style("VB O bang", layout.CELL, "LEFT", before=2, after=2)
CELL_HEAD = Style("VB Dau bang", layout.CELL_HEAD, before=2, after=2)
SIGNER_POSITION = Style("VB Chuc vu ky", layout.SIGNER_POSITION, keep_with_next=True)
SIGNER_NAME = Style("VB Ho ten ky", layout.SIGNER_NAME)
RECIPIENTS_HEAD = Style("VB Noi nhan", layout.RECIPIENTS_HEAD, "LEFT")
RECIPIENT = Style("VB Danh sach noi nhan", layout.RECIPIENT, "LEFT")
ANNEX_LABEL = Style("VB Phu luc", layout.ANNEX_LABEL, keep_with_next=True)
ANNEX_TITLE = Style("VB Ten phu luc", layout.ANNEX_TITLE, keep_with_next=True)
ANNEX_REFERENCE = Style(
    "VB Kem theo", layout.ANNEX_REFERENCE, after=12, keep_with_next=True
)
PAGE_NUMBER = Style("VB So trang", layout.PAGE_NUMBER)
DRAFT_MARK = Style("VB Du thao", Lettering(11, 11, 11, "", bold=True), "RIGHT")
# A line, or the empty paragraph that Word wants after a table: as low as possible.
RULE = Style("VB Duong ke", Lettering(1, 1, 1, ""))

STYLES = (
    *(NORMAL, NATIONAL_NAME, NATIONAL_MOTTO, ISSUER_PARENT, ISSUER, NUMBER),
    *(PLACE_AND_DATE, LETTER_TITLE, KIND, TITLE, BASIS, BODY, *HEADINGS, PART),
    *(PART_TITLE, CELL, CELL_HEAD, SIGNER_POSITION, SIGNER_NAME, RECIPIENTS_HEAD),
    *(RECIPIENT, ANNEX_LABEL, ANNEX_TITLE, ANNEX_REFERENCE, PAGE_NUMBER),
    *(DRAFT_MARK, RULE),
)


def apply_styles(word: WordDocument) -> None:
    """Replace the styles of python-docx's template by ours."""
    for style in list(word.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    _set_defaults(word)
    for style in STYLES:
        _define(word, style)


def add_missing_styles(word: WordDocument) -> None:
    """Give a file of somebody else the styles of ours that it does not define."""
    there = {style.name for style in word.styles}
    for style in STYLES:
        if style.name in there:
            continue
        if style.name in KEPT:
            word.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        _define(word, style)
    if TABLE not in there:
        word.styles.element.append(_grid())


def _grid() -> BaseOxmlElement:
    """The table style with a line around every cell, as Word has it."""
    style, properties, borders = (make(tag) for tag in ("style", "tblPr", "tblBorders"))
    style.set(qn("w:type"), "table")
    style.set(qn("w:styleId"), TABLE.replace(" ", ""))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(make(side, val="single", sz=4, space=0, color="auto"))
    properties.append(borders)
    style.extend([make("name", val=TABLE), properties])
    return style


def _set_defaults(word: WordDocument) -> None:
    """Set font and language of the whole file, also where a style says nothing."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    letters.clear()
    letters.append(_fonts())
    language = layout.LANGUAGE
    letters.append(make("lang", val=language, eastAsia=language, bidi=language))
    spacing = defaults.find(qn("w:pPrDefault"))
    spacing.clear()


def _fonts() -> BaseOxmlElement:
    """Name the font for every kind of script: Vietnamese letters fall in several."""
    font = layout.FONT
    return make("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _define(word: WordDocument, style: Style) -> None:
    """Make or empty the style of this name, then set all that we promise about it."""
    target = _blank_style(word, style.name)
    font, lettering = target.font, style.lettering
    font.bold, font.italic = lettering.bold, lettering.italic
    font.size, font.color.rgb = Pt(lettering.size), BLACK
    letters = target.element.get_or_add_rPr()
    letters.insert(0, _fonts())
    complex_size = make("szCs", val=round(lettering.size * 2))
    letters.find(qn("w:sz")).addnext(complex_size)
    form = target.paragraph_format
    form.alignment = WD_PARAGRAPH_ALIGNMENT[style.align]
    form.first_line_indent = Mm(style.first_line)
    form.space_before, form.space_after = Pt(style.before), Pt(style.after)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    form.keep_with_next = style.keep_with_next
    form.widow_control = True
    if style is RULE:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(3)
    elif style is DRAFT_MARK:
        font.color.rgb = GREY


def _blank_style(word: WordDocument, name: str) -> ParagraphStyle:
    if name not in KEPT:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.quick_style = True
        return style
    style = word.styles[name]
    for tag in ("w:link", "w:pPr", "w:rPr"):
        for node in style.element.findall(qn(tag)):
            style.element.remove(node)
    if name.startswith("Heading "):
        level = make("outlineLvl", val=int(name[-1]) - 1)
        style.element.get_or_add_pPr().append(level)
    return style
