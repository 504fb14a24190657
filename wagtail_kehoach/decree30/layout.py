"""What Decree 30/2020/NĐ-CP prescribes for the look and wording of a document.

Measures are millimetres and points. ``source`` names the place in Appendix I, such as
``II.2`` for its part II, item 2. Prescribed text is Vietnamese whatever the language of
the user.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

FONT = "Times New Roman"  # I.4
LANGUAGE = "vi-VN"
NUMBER_BLANKS = " " * 8  # room to write the number by hand
DATE_BLANKS = " " * 6  # less, so that the line with the date does not break


@dataclass(frozen=True)
class Margins:
    """Page margins in millimetres, within the bounds of Appendix I, I.3."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20

    def __post_init__(self) -> None:
        for side, (least, most) in MARGIN_BOUNDS.items():
            if not least <= getattr(self, side) <= most:
                raise ValueError(f"{side} margin must be {least} to {most} mm")


MARGIN_BOUNDS = {
    "top": (20, 25),
    "bottom": (20, 25),
    "left": (30, 35),
    "right": (15, 20),
}
MARGINS = Margins()

PAPER_WIDTH, PAPER_HEIGHT = 210, 297  # A4, portrait (I.1, I.2)
WIDE_TABLE = 6  # an annex with a table of more columns is printed in landscape (I.2)
PAGE_NUMBER_DISTANCE = 10  # from the upper edge of the paper, inside the top margin

# The Decree places the components in a diagram (part IV). These widths let the national
# name in 13 points and the longest date stay on one line; the table ends 15 mm from the
# edge of the paper, the least right margin allowed.
LETTERHEAD_LEFT, LETTERHEAD_RIGHT = 75, 97.5
LETTERHEAD_OVERHANG = 7.5  # to the left of the text

FIRST_LINE_INDENT = 12.7  # II.6: 1 cm or 1.27 cm
PARAGRAPH_SPACING = 6  # II.6: at least 6 points
SIGNATURE_LINES = 4  # empty lines for signature and seal
RULE_SHARE = 0.42  # II.2, II.5: a third to a half of the line above


@dataclass(frozen=True)
class Lettering:
    """Letters of one component; ``least`` to ``most`` are the sizes the Decree allows."""

    size: float
    least: float
    most: float
    source: str
    bold: bool = False
    italic: bool = False


PAGE_NUMBER = Lettering(14, 13, 14, "I.7")
NATIONAL_NAME = Lettering(13, 12, 13, "II.1", bold=True)
NATIONAL_MOTTO = Lettering(14, 13, 14, "II.1", bold=True)
ISSUER_PARENT = Lettering(13, 12, 13, "II.2")
ISSUER = Lettering(13, 12, 13, "II.2", bold=True)
NUMBER = Lettering(13, 13, 13, "II.3")
PLACE_AND_DATE = Lettering(14, 13, 14, "II.4", italic=True)
KIND = Lettering(14, 13, 14, "II.5", bold=True)
TITLE = Lettering(14, 13, 14, "II.5", bold=True)
LETTER_TITLE = Lettering(13, 12, 13, "II.5")
BASIS = Lettering(14, 13, 14, "II.6", italic=True)
BODY = Lettering(14, 13, 14, "II.6")
HEADING = Lettering(14, 13, 14, "II.6", bold=True)
CELL = Lettering(13, 13, 14, "II.6")
CELL_HEAD = Lettering(13, 13, 14, "II.6", bold=True)
SIGNER_POSITION = Lettering(14, 13, 14, "II.7", bold=True)
SIGNER_NAME = Lettering(14, 13, 14, "II.7", bold=True)
RECIPIENTS_HEAD = Lettering(12, 12, 12, "II.9", bold=True, italic=True)
RECIPIENT = Lettering(11, 11, 11, "II.9")
ANNEX_LABEL = Lettering(14, 14, 14, "III.1", bold=True)
ANNEX_TITLE = Lettering(14, 13, 14, "III.1", bold=True)
ANNEX_REFERENCE = Lettering(14, 13, 14, "III.1", italic=True)

NATIONAL_NAME_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"
NATIONAL_MOTTO_WIDTH = (
    60.5  # of the text above in 14 points; its rule is as long (II.1)
)
NUMBER_LABEL = "Số: "
LETTER_TITLE_LABEL = "V/v "
RECIPIENTS_LABEL = "Nơi nhận:"
ELECTRONIC_LABEL = "Bản điện tử:"
ANNEX_WORD = "Phụ lục"
END_OF_TEXT = "./."
DRAFT_MARK = "BẢN DỰ THẢO"
#: The name of a table of tasks in the file, and what opens the list of all the others:
#: alternative text, which only programs and screen readers see.
TASK_TABLE = "Bảng nhiệm vụ"
OTHER_TASKS = "Nhiệm vụ khác trong phần chữ:"

LETTER = "công văn"

# Article 7, abbreviations from Appendix III; letters (công văn, thư công) have none.
DOCUMENT_TYPES: dict[str, str | None] = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "hợp đồng": "HĐ",
    LETTER: None,
    "công điện": "CĐ",
    "bản ghi nhớ": "BGN",
    "bản thỏa thuận": "BTT",
    "giấy ủy quyền": "GUQ",
    "giấy mời": "GM",
    "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP",
    "phiếu gửi": "PG",
    "phiếu chuyển": "PC",
    "phiếu báo": "PB",
    "thư công": None,
}

# The order of points (điểm): the alphabet without the letters with a breve, hat or horn.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


def place_and_date(
    place: str | None, date: dt.date | None, partial: str | None = None
) -> str:
    """Return "Địa danh, ngày 05 tháng 02 năm 2026", with blanks for what is missing.

    A zero stands before days below 10 and before the months 1 and 2 only (II.4).
    ``partial`` is a year and month (``2026-09``) or a year, for a date without a day.
    """
    return f"{place or DATE_BLANKS}, {date_in_words(date, partial)}"


def date_in_words(date: dt.date | None, partial: str | None = None) -> str:
    """Return "ngày 05 tháng 02 năm 2026", with blanks for what is missing."""
    year, month, day = _date_parts(date, partial)
    return f"ngày {day} tháng {month} năm {year}"


def _date_parts(date: dt.date | None, partial: str | None) -> tuple[str, str, str]:
    if date:
        return str(date.year), _month(date.month), f"{date.day:02d}"
    year, _, month = (partial or "").partition("-")
    known_month = month.isdigit() and 1 <= int(month) <= 12
    return (
        year or DATE_BLANKS,
        _month(int(month)) if known_month else DATE_BLANKS,
        DATE_BLANKS,
    )


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


#: A symbol whose kind a slash parts from the Party's body, or one of its unions.
_OF_PARTY = re.compile(
    r"[A-ZĐ][A-Za-zĐđ]{1,3}/(?:[TXHQP]?ĐTN|TW|[ĐTHQ]U|CB|ĐB|LĐ|HĐĐ|CĐ|BTG|BTC|UBKT)"
)


def printed_figure(number: str | None) -> str:
    """Return a number as it is printed: with a zero below 10 (II.3)."""
    figure = (number or "").strip()
    return figure.zfill(2) if figure.isdecimal() else figure


def number_and_symbol(number: str | None, symbol: str | None) -> str:
    """Return "05/KH-THCSBM": a zero below 10, no spaces around "/" and "-" (II.3).

    The Party and its unions write "05-KH/ĐTN"; their symbol is "KH/ĐTN".
    A missing number leaves room to write one by hand; article 15(2) lets it be given
    only after the document is signed.
    """
    figure = printed_figure(number)
    sign = re.sub(r"\s*([/-])\s*", r"\1", (symbol or "").replace("–", "-"))
    joint = "-" if _OF_PARTY.match(sign.strip()) else "/"
    return f"{figure or NUMBER_BLANKS}{joint}{sign.strip().lstrip('/')}"


def roman(number: int) -> str:
    """Return ``number`` in Roman numerals, as parts and annexes are numbered."""
    steps = (
        *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
        *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    )
    text = ""
    for value, numeral in steps:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def point_letter(number: int) -> str:
    """Return the letter of a point: a, b, c, d, đ, e, g … y, then aa, bb …"""
    rounds, index = divmod(number - 1, len(POINT_LETTERS))
    return POINT_LETTERS[index] * (rounds + 1)


def outline_label(level: int, number: int) -> str:
    """Return the label of the outline I → 1 → a → -, without its dot or bracket (II.6)."""
    if level == 1:
        return roman(number)
    if level == 2:
        return str(number)
    return point_letter(number) if level == 3 else "-"


def printed_label(label: str) -> str:
    """Return a label as printed: "I.", "1.1.", "Điều 2.", but "a)" and "-"."""
    label = label.strip()
    if not label or label[-1] in ".):-+":
        return label
    return f"{label})" if is_point_label(label) else f"{label}."


def is_point_label(label: str) -> bool:
    """Tell whether a label is that of a point (điểm), whose text is not bold (II.6)."""
    letters = label.strip().rstrip(".)")
    return 0 < len(letters) <= 2 and set(letters) <= set(POINT_LETTERS)


def without_final_mark(text: str) -> str:
    """Return ``text`` without the dots, semicolons and end-of-text mark at its end."""
    return re.sub(r"[\s.;,/]+$", "", text)


def with_end_of_text(text: str) -> str:
    """Return ``text`` with one end-of-text mark after its last word."""
    return f"{without_final_mark(text)}{END_OF_TEXT}"


def has_end_of_text(text: str) -> bool:
    """Tell whether ``text`` ends with "./.", also when typed with spaces."""
    return re.search(r"\.\s*/\s*\.?\s*$", text) is not None
