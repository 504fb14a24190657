"""Why a file is refused, in words for the editor."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..conf import kehoach_settings
from ..decree30.reader.pdf import MAX_PAGES
from ..manuscripts.parts import MOST_PICTURES
from .formats import in_words

REFUSALS: dict[str, Promise] = {
    "empty": _("This file is empty. Please choose the file that holds the document."),
    "too-large": _(
        "This file is too large to be read. Please choose a file of at most %(megabytes)s MB, "
        "without pictures if possible."
    ),
    "too-long": _(
        "This document is longer than %(pages)s pages, more than is read here. Please "
        "choose the document alone, without what is attached to it."
    ),
    "too-much-text": _(
        "This file holds more text than is read here. Please choose a file with the "
        "document alone, without what is attached to it."
    ),
    "too-slow": _(
        "Reading this file takes too long on this server. Please save the document again "
        "as .docx, or choose one that is shorter or has smaller pictures."
    ),
    "too-heavy": _(
        "Reading this file takes too much memory on this server. Please save the "
        "document as .docx in Word, without pictures if possible, and choose the new file."
    ),
    "wrong-type": _(
        "This file is not a document that can be read. Please choose one of these: "
        "%(formats)s."
    ),
    "web-page": _(
        "This file is a saved web page, whatever its name says. Please open it in the "
        "browser, copy the text of the document into Word, save it as .docx and choose "
        "the new file."
    ),
    "encrypted": _(
        "This file is protected with a password. Please remove the password and "
        "choose the file again."
    ),
    "locked": _(
        "This PDF is locked with a method that this server cannot open. If it opens "
        "without a password, print it into a new PDF and choose that, or choose the Word "
        "file."
    ),
    "corrupt": _(
        "This file is damaged and cannot be opened. Please open it in Word, save it "
        "again as .docx and choose the new file."
    ),
    "bomb": _(
        "This file unpacks to far more data than a document holds, so it was not "
        "opened. Please save the document again as .docx in Word."
    ),
    "scanned": _(
        "This file is a scanned picture without text. Please choose the original Word "
        "file, or a PDF saved from Word."
    ),
    "unusable-text": _(
        "The text of this file cannot be read as Vietnamese: it may have been "
        "recognised in the wrong language or typed in an old font. Please choose the "
        "original Word file in Unicode."
    ),
    "secrecy-mark": _(
        "This document bears a secrecy mark. It must not be stored on this system, so "
        "nothing of it was kept. Please handle it as the rules on state secrets "
        "require."
    ),
    "interrupted": _(
        "This server stopped while it was reading the file. Please choose the file again; "
        "if it happens once more, tell whoever runs the portal."
    ),
    "busy": _(
        "The portal has too much to do right now, so nothing was made of this file. Please "
        "choose it again in a minute."
    ),
    "converter-missing": _(
        "This kind of file cannot be read on this server because a converter is not "
        "installed. Please save the document as .docx and choose the new file."
    ),
    "not-word": _(
        "A story is made of a Word file (.docx). Please open this file in Word, choose "
        "Save As and “Word Document (.docx)”, and choose the new file."
    ),
    "macros": _(
        "This file holds macros, small programs that are not taken in here. Please save "
        "it in Word as “Word Document (.docx)” and choose the new file."
    ),
    "document-within": _(
        "This file shows another document within it, whose text cannot be read here. "
        "Please open it in Word, copy all of it into a new document, save that as .docx "
        "and choose the new file."
    ),
    "no-text": _(
        "This file has hardly any text, so no story was made of it. Pictures alone are "
        "added under “Images”."
    ),
    "too-many-pictures": _(
        "This file has more than %(pictures)s pictures. Please leave those in it that "
        "the story needs, and choose the file again."
    ),
    "is-plan": _("This file is a plan and no story. Use “Plan from a file” for it."),
}


def refusal_message(code: str) -> str:
    """Return why a file was refused, in words for the editor."""
    text = str(REFUSALS.get(code, REFUSALS["corrupt"]))
    bounds = {
        "megabytes": kehoach_settings.IMPORT_MAX_MB,
        "pictures": MOST_PICTURES,
        "pages": MAX_PAGES,
        "formats": in_words(),
    }
    return text % bounds
