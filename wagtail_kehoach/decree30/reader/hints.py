"""What the editor should look at: contradictions and gaps, never corrected silently."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations

from ..parts import Document, Heading, Paragraph, Period, Table
from ..readings import ReadingWarning
from .citations import implausible_numbers
from .kinds import PLAN
from .labels import roman, value_of
from .periods import misprinted_spans, period_in, term_in
from .task_hints import hints_on_tasks
from .weekdays import wrong_weekdays
from .wording import fold

_MONTH_OF_YEAR = re.compile(r"\b[Tt]háng\s+\d{1,2}\s*(?:/|năm)\s*(\d{4})")
_CITED = re.compile(r"\bngày\s+\d{1,2}\s*$")
_FIGURE = re.compile(r"\d")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_LAW = re.compile(
    r"\b(?:Luật|Pháp lệnh)\b.*?(?P<number>số\s+\d+/\d{4}/(?:QH|UBTVQH)\d+)"
)
_FINAL_REPORT = re.compile(r"tong ket|ca nam|cuoi nam")


def texts_of(document: Document) -> list[str]:
    """Return every text of the body."""
    texts = list(document.lead_in)
    for block in document.body:
        if isinstance(block, Heading):
            texts.append(block.title)
        elif isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Table):
            texts += [cell for row in block.rows for cell in row if cell]
    return texts


def hints_on(document: Document) -> list[ReadingWarning]:
    """Return what is missing from a document or contradicts itself."""
    texts = texts_of(document)
    # Numbers and dates are looked for where there are figures: most texts have none.
    figures = [text for text in texts if _FIGURE.search(text)]
    return [
        *_missing(document),
        *_misprints(document, figures),
        *_periods(document, figures),
        *_numbering(document.headings),
        *_two_dates(document),
        *_weekdays(document, figures),
        *_contacts(texts),
        *hints_on_tasks(document),
        *_numbered_laws(document),
    ]


def _missing(document: Document) -> list[ReadingWarning]:
    """Report the fields that a plan is without; of what is no plan nothing is asked."""
    if document.kind != PLAN:
        return []
    signatory = document.signatory
    gaps = (
        ("number-missing", not document.number),
        ("date-missing", not document.date and not document.date_partial),
        ("date-incomplete", not document.date and bool(document.date_partial)),
        ("issuer-missing", not document.issuer),
        ("title-missing", not document.title),
        ("recipients-missing", not document.recipients),
        ("signatory-missing", signatory is None or not signatory.name),
        (
            "position-missing",
            signatory is None or not (signatory.position or signatory.authority),
        ),
    )
    return [
        ReadingWarning(code, document.date_text if code == "date-incomplete" else None)
        for code, missing in gaps
        if missing
    ]


def _misprints(document: Document, texts: list[str]) -> list[ReadingWarning]:
    periods = [document.period] if document.period else []
    numbers = [n for text in texts for n in implausible_numbers(text)]
    spans = [span for text in texts for span in misprinted_spans(text, periods)]
    return [
        *(
            ReadingWarning("year-implausible", original, meant)
            for original, meant in spans
        ),
        *(
            ReadingWarning("number-implausible", number)
            for number in dict.fromkeys(numbers)
        ),
    ]


def _periods(document: Document, texts: list[str]) -> list[ReadingWarning]:
    period = document.period
    if period is None:
        return []
    warnings = []
    if document.kind == PLAN and term_in(period.text):
        warnings.append(ReadingWarning("period-is-term", period.text))
    spoken = period_in(" ".join(document.lead_in))
    if spoken and _contradicts(spoken, period):
        warnings.append(ReadingWarning("period-conflict", spoken.text, period.text))
    for text in texts:
        for match in _MONTH_OF_YEAR.finditer(text):
            cited = _CITED.search(text[: match.start()])
            if not cited and not period.start - 1 <= int(match[1]) <= period.end + 1:
                warnings.append(ReadingWarning("year-outside-period", match[0]))
    return warnings


def _contradicts(spoken: Period, period: Period) -> bool:
    if (spoken.start, spoken.end) != (period.start, period.end):
        return True
    terms = [term_in(said.text) for said in (spoken, period)]
    return all(terms) and len({_which(term) for term in terms if term}) > 1


def _which(term: str) -> bool:
    """Tell the second term from the first, whatever figures name it."""
    return term.upper().endswith(("II", "2"))


def _numbering(headings: list[Heading]) -> list[ReadingWarning]:
    """Report top headings whose number does not follow the one above."""
    warnings = []
    expected = 1
    for heading in (heading for heading in headings if heading.level == 1):
        value = value_of(heading.label)
        if value is None:
            continue
        if value != expected:
            meant = roman(expected) if heading.label.isalpha() else str(expected)
            warnings.append(
                ReadingWarning(
                    "heading-out-of-order",
                    f"{heading.label}. {heading.title}",
                    f"{meant}. {heading.title}",
                )
            )
        expected += 1
    return warnings


def _two_dates(document: Document) -> list[ReadingWarning]:
    """Report two dates for what seems to be one report, a month apart at most."""
    dated = [
        (duty.due, duty) for duty in document.reporting if isinstance(duty.due, dt.date)
    ]
    warnings = []
    for (due, first), (other, second) in combinations(dated, 2):
        final = any(_FINAL_REPORT.search(fold(duty.text)) for duty in (first, second))
        if final and 0 < abs((other - due).days) <= 31:
            warnings.append(
                ReadingWarning("two-dates", f"{first.text} / {second.text}")
            )
    return warnings


def _weekdays(document: Document, texts: list[str]) -> list[ReadingWarning]:
    return [
        ReadingWarning("weekday-contradiction", wrong.printed, wrong.meant)
        for text in texts
        for wrong in wrong_weekdays(text, document.period)
    ]


def _contacts(texts: list[str]) -> list[ReadingWarning]:
    mails = dict.fromkeys(
        mail for text in texts if "@" in text for mail in _MAIL.findall(text)
    )
    return [ReadingWarning("contact-details", mail) for mail in mails]


def _numbered_laws(document: Document) -> list[ReadingWarning]:
    """Report laws cited with a number: their name and day are enough.

    Decree 30/2020/NĐ-CP, Appendix I, on how documents are cited.
    """
    cited = (match for basis in document.bases if (match := _LAW.search(basis.text)))
    return [ReadingWarning("law-with-number", match["number"]) for match in cited]
