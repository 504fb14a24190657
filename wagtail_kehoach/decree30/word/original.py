"""The layout of the Decree as a template, for schools that change a line or a font of it.

Filled in unchanged, it gives what ``composition`` writes. Letters (công văn) are not made
from templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.parts import Document
from wagtail_kehoach.decree30.word import package, placeholders, styles
from wagtail_kehoach.decree30.word.closing import (
    closing_table,
    leave_room_to_sign,
    text_width,
)
from wagtail_kehoach.decree30.word.composition import blank
from wagtail_kehoach.decree30.word.opening import fill_nation, letterhead, write

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

    from wagtail_kehoach.decree30.word.styles import Style


def original() -> bytes:
    """Return the template as a .docx file; the same bytes every time."""
    word = blank(layout.MARGINS, mark="{{ du_thao }}")
    package.describe(word, Document())
    _add_opening(word)
    _whole(word, placeholders.BODY, styles.BODY)
    _add_closing(word)
    _whole(word, placeholders.ANNEXES, styles.ANNEX_LABEL)
    return package.to_bytes(word)


def _add_opening(word: WordDocument) -> None:
    table = letterhead(word)
    _add_issuer(table.cell(0, 0))
    fill_nation(table.cell(0, 1))
    number = f"{layout.NUMBER_LABEL}{{{{ so_ky_hieu }}}}"
    write(table.cell(1, 0), number, styles.NUMBER)
    _whole(table.cell(1, 1), placeholders.DATE_LINE, styles.PLACE_AND_DATE)
    write(word, "{{ ten_loai }}", styles.KIND)
    write(word, "{{ trich_yeu }}", styles.TITLE)
    _whole(word, placeholders.TITLE_RULE, styles.TITLE)
    _each(word, "can_cu", styles.BASIS)
    _each(word, "mo_dau", styles.BODY)


def _add_issuer(cell: _Cell) -> None:
    _if_there(cell, "co_quan_chu_quan", styles.ISSUER_PARENT)
    write(cell, "{{ co_quan_ban_hanh }}", styles.ISSUER)
    _whole(cell, placeholders.ISSUER_RULE, styles.ISSUER)


def _add_closing(word: WordDocument) -> None:
    recipients, signatory = closing_table(word, text_width(word.sections[0]))
    _add_recipients(recipients)
    _if_there(signatory, "quyen_han_ky", styles.SIGNER_POSITION)
    _if_there(signatory, "chuc_vu_ky", styles.SIGNER_POSITION)
    leave_room_to_sign(signatory)
    write(signatory, "{{ nguoi_ky }}", styles.SIGNER_NAME)


def _add_recipients(cell: _Cell) -> None:
    head, line = styles.RECIPIENTS_HEAD, styles.RECIPIENT
    write(cell, "{%p if noi_nhan or noi_nhan_dien_tu %}", line)
    write(cell, layout.RECIPIENTS_LABEL, head)
    write(cell, "{%p endif %}", line)
    _each(cell, "noi_nhan", line)
    write(cell, "{%p if noi_nhan_dien_tu %}", line)
    write(cell, layout.ELECTRONIC_LABEL, head)
    write(cell, "{%p endif %}", line)
    _each(cell, "noi_nhan_dien_tu", line)


def _whole(container: _Cell | WordDocument, name: str, style: Style) -> None:
    """What stands in the place of its paragraph."""
    write(container, f"{{{{p {name} }}}}", style)


def _if_there(container: _Cell | WordDocument, name: str, style: Style) -> None:
    """A line that is left out where there is nothing to print."""
    for text in (f"{{%p if {name} %}}", f"{{{{ {name} }}}}", "{%p endif %}"):
        write(container, text, style)


def _each(container: _Cell | WordDocument, name: str, style: Style) -> None:
    """A line for each item of a list."""
    for text in (f"{{%p for dong in {name} %}}", "{{ dong }}", "{%p endfor %}"):
        write(container, text, style)
