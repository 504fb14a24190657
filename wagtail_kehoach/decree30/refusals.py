"""Why a file, or a template of a school, cannot be used: codes that the screens word."""

from __future__ import annotations


class ReadingRefused(Exception):
    """A file that cannot be used. ``code`` says why; the text is for logs only.

    Codes: ``empty``, ``too-large``, ``too-long``, ``too-much-text``, ``too-slow``,
    ``wrong-type``, ``encrypted``, ``locked``, ``corrupt``,
    ``bomb``, ``macros``, ``scanned``, ``unusable-text``, ``secrecy-mark``,
    ``converter-missing``, ``web-page``, ``document-within``,
    ``too-heavy``, ``interrupted``, ``busy``.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class TemplateRefused(Exception):
    """A template of a school that cannot be filled in. ``code`` says why.

    ``detail`` is what the template asks for, ``near`` the words around it or, for an
    unknown name, the one that was probably meant. ``part`` is ``header``, ``footer``,
    ``footnotes`` or ``properties`` where it is not the text, ``where`` the paragraph that
    it stands in, ``before`` and ``after`` the paragraphs beside that one.
    Codes: ``library-missing``, ``wrong-type``, ``dotx``, ``no-placeholder``, ``too-large``,
    ``corrupt``, ``active``, ``syntax``, ``unknown``, ``not-allowed``, ``list``, ``block``,
    ``beside``, ``plain``.
    """

    part = ""
    where = ""
    before = ""
    after = ""

    def __init__(self, code: str, detail: str = "", near: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.near = near
