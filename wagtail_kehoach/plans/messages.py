"""What the editor is told about a file of a plan: what to look at, what a template lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from ..decree30.readings import ReadingWarning
    from ..decree30.refusals import TemplateRefused

WARNINGS: dict[str, Promise] = {
    "number-missing": _(
        "The document has no number yet. Please leave it empty until the document is "
        "registered."
    ),
    "number-unreadable": _(
        "The number of the document could not be read. Please type it as it is printed."
    ),
    "number-uncertain": _(
        "The number of the document seems to be handwritten. Please compare it with "
        "the original."
    ),
    "date-missing": _("The document has no date. Please enter it if it is known."),
    "date-incomplete": _(
        "The date of the document is not complete. Please enter the day when the "
        "document is issued."
    ),
    "date-impossible": _(
        "The date of the document does not exist in the calendar. Please compare it "
        "with the original."
    ),
    "date-uncertain": _(
        "The date of the document seems to be handwritten. Please compare it with the "
        "original."
    ),
    "issuer-missing": _(
        "The issuing body was not found. Please enter who issues this document."
    ),
    "issuer-inferred": _(
        "The issuing body was taken from the text because the header is missing. "
        "Please check it."
    ),
    "title-missing": _("The title was not found. Please enter the title."),
    "recipients-missing": _(
        "The list of recipients was not found. Please add who receives this document."
    ),
    "signatory-missing": _(
        "The name of the person who signs was not found. Please enter it."
    ),
    "several-signatories": _(
        "Several people sign this document. The one on the right was taken; please "
        "check who signs."
    ),
    "position-missing": _(
        "The position of the person who signs was not found. Please enter it."
    ),
    "year-implausible": _(
        "A year in the text seems to be misprinted. The text was left as it is; please "
        "check it."
    ),
    "number-implausible": _(
        "The number of a cited document seems to be misprinted. The text was left as "
        "it is; please check it."
    ),
    "period-is-term": _(
        "The plan is for one term. Its first and last day were taken from the school "
        "year; please check them."
    ),
    "period-conflict": _(
        "The introduction names another period than the title. The period of the title "
        "was used; please check it."
    ),
    "year-outside-period": _(
        "A date in the text lies outside the period of the document. Please check it."
    ),
    "heading-out-of-order": _(
        "The number of a heading does not follow the one before it. The printed number "
        "was kept; please check it."
    ),
    "two-dates": _(
        "The document gives two different dates for what seems to be the same report. "
        "Both were kept; please check which one holds."
    ),
    "weekday-contradiction": _(
        "A date falls on another day of the week than the text says. The text was left "
        "as it is; please check which of the two holds."
    ),
    "line-cut": _(
        "A line ends without a mark and may go on in the one below. Please compare both "
        "with the file and join them where they are one sentence."
    ),
    "legacy-font": _(
        "Text in fonts from before Unicode was converted. Please compare it with the "
        "file, above all capitals and names."
    ),
    "pictures-left-out": _(
        "The file shows pictures, which are not taken into a plan. Please type what is "
        "written in them, and check that none bears a secrecy mark."
    ),
    "objects-left-out": _(
        "The file holds objects of other programs, such as sheets of Excel, which were "
        "not read. Please type what they show, and check that none bears a secrecy mark."
    ),
    "struck-left-out": _(
        "Text that is struck out in the file was left out. Please check that none of it "
        "still holds."
    ),
    "hidden-left-out": _(
        "Text that Word does not show was left out. Please type it if it belongs to the "
        "document."
    ),
    "changes-tracked": _(
        "The file holds tracked changes that nobody has accepted yet. What was inserted "
        "was taken, what was deleted was left out; please check it."
    ),
    "merged-cells": _(
        "A table has merged cells, which the draft does not keep. Their text is repeated "
        "in each row, and cells beside them are empty; please look at the table."
    ),
    "annex-other-years": _(
        "An annex names other years than the title. Please check whether it belongs to "
        "this document."
    ),
    "annex-completed": _(
        "An annex has no word “Phụ lục” above its title, or no line “(Kèm theo …)” below "
        "it, as Decree 30 wants both. What is missing is added: the word in the draft, the "
        "line where it is printed."
    ),
    "text-after-signature": _(
        "Text below the signature is neither part of the plan nor an annex, and was "
        "left out. Please check where it belongs."
    ),
    "assigned-to-nobody": _(
        "This sentence gives work to somebody, but it is not clear to whom. Please enter "
        "who is responsible."
    ),
    "table-without-tasks": _(
        "No task was found in this table. If it says who does what, please enter its tasks."
    ),
    "marks-lost": _(
        "Bold and italic words within headings, legal bases, the introduction or cells of "
        "tables are printed like the words around them. In the text of sections they stay."
    ),
    "labels-standardised": _(
        "The numbers of some headings have another mark in the file. They are printed as "
        "Decree 30 sets them: I. 1. a)"
    ),
    "bases-parted": _(
        "One sentence of the file names several legal bases. Decree 30 wants each on a line "
        "of its own, so it was parted, and each line begins with the word that opens the "
        "sentence. Please compare them."
    ),
    "several-days": _(
        "This work names several days. All are kept in words; as the day on which it is "
        "due the last one was taken, or none where the year of one is not sure. Please "
        "check it."
    ),
    "law-with-number": _(
        "A law is cited by its name and day, without a number. Please look at this basis."
    ),
    "contact-details": _(
        "The text contains an e-mail address. Please decide whether it may be "
        "published."
    ),
}


TEMPLATES: dict[str, Promise] = {
    "library-missing": _(
        "Templates need the library docxtpl, which is not installed on this server. "
        'Run: pip install "wagtail-kehoach[template]"'
    ),
    "wrong-type": _("The template is no Word file. Please save it in Word as .docx."),
    "dotx": _(
        "The template was saved as a Word template (.dotx). Please open it in Word and "
        "save it as a Word document (.docx)."
    ),
    "no-placeholder": _(
        "The template has no placeholder, so every plan would be printed as the same "
        "text. Please write {{p noi_dung }} where the text of the plan belongs, or begin "
        "with the default template."
    ),
    "too-large": _(
        "The template is too large. Please take pictures and sample text out of it."
    ),
    "corrupt": _(
        "The template is damaged or protected and cannot be opened. Please open it in "
        "Word and save it again as .docx without a password."
    ),
    "active": _(
        "The template holds macros, embedded files or links to other files "
        "(%(detail)s). Please take them out of it."
    ),
    "syntax": _(
        "The template has a placeholder that is not complete: “%(near)s”. Every {{ "
        "needs its }}, every {%% its %%}, every “for” and “if” its end."
    ),
    "unknown": _("The template asks for “%(detail)s”, which does not exist."),
    "unknown-near": _(
        "The template asks for “%(detail)s”, which does not exist. Did you mean "
        "“%(near)s”?"
    ),
    "not-allowed": _(
        "The template uses “%(detail)s”, which is not allowed there. Templates may only "
        "show placeholders, repeat a list and ask whether something is there."
    ),
    "list": _(
        "The template shows the list “%(detail)s” as one text. Please repeat it with "
        "“for”, or write {{ %(detail)s|join('; ') }}."
    ),
    "block": _(
        "The template has “%(detail)s” inside a line. Please give it a paragraph of its "
        "own and write {{p %(detail)s }}."
    ),
    "beside": _(
        "Something stands beside “%(detail)s” that would be lost: words, a picture, a tab or "
        "a line break. Please give “%(detail)s” a paragraph of its own, and one that repeats "
        "rows a row of its own."
    ),
    "plain": _(
        "The template has “%(detail)s” in the place of a paragraph, a row or a cell, where "
        "its words would be lost. Please leave out the letter behind the brackets."
    ),
}


PARTS: dict[str, Promise] = {
    "header": _("page header"),
    "footer": _("page footer"),
    "footnotes": _("footnote"),
    "properties": _("properties of the file"),
}


def template_message(refusal: TemplateRefused) -> str:
    """Return why a template was refused, in words for whoever wrote it."""
    code = refusal.code
    if code == "unknown" and refusal.near:
        code = "unknown-near"
    near = refusal.near or refusal.where
    said = str(TEMPLATES[code]) % {"detail": refusal.detail, "near": near}
    return " ".join(filter(None, [said, _place_of(refusal)]))


def _place_of(refusal: TemplateRefused) -> str:
    """Where in the template the mistake stands: its paragraph and those beside it."""
    part = str(PARTS[refusal.part]) if refusal.part else ""
    said = _("Place: %(part)s.") % {"part": part} if part else ""
    if refusal.where:
        where = _("Place: %(part)s “%(words)s”.")
        said = " ".join((where % {"part": part, "words": refusal.where}).split())
    for words, sentence in (
        (refusal.before, _("The paragraph before: “%(words)s”.")),
        (refusal.after, _("The paragraph after: “%(words)s”.")),
    ):
        said += f" {sentence % {'words': words}}" if words else ""
    return str(said)


def warning_message(warning: ReadingWarning) -> str:
    """Return what the editor should look at; an unknown code stands for itself."""
    return str(WARNINGS.get(warning.code, warning.code))
