"""Which files this machine can read, for the form that takes them and for its refusals."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from ..decree30 import office


class Format(NamedTuple):
    """A kind of file: its name in words, and how its name may end."""

    name: str
    endings: tuple[str, ...]


def readable() -> list[Format]:
    """What can be read here: older files need LibreOffice, PDF files the extra ``pdf``."""
    has_office = office.is_installed()
    has_pdf = find_spec("pypdf") is not None
    formats = [
        (True, Format(_("Word"), (".docx",))),
        (has_office, Format(_("older Word"), (".doc", ".rtf"))),
        (has_office, Format(_("OpenDocument"), (".odt",))),
        (has_pdf, Format(_("PDF with text"), (".pdf",))),
        (True, Format(_("plain text"), (".txt", ".md"))),
    ]
    return [each for can_read, each in formats if can_read]


def endings() -> str:
    """The endings, as a browser wants them."""
    return ",".join(ending for each in readable() for ending in each.endings)


def in_words() -> str:
    """The formats as one reads them: "Word (.docx), PDF with text (.pdf) or …"."""
    named = [f"{each.name} ({', '.join(each.endings)})" for each in readable()]
    return get_text_list(named, _("or"))
