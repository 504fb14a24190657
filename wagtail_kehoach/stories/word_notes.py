"""What is said of a Word file beside the draft of its story: kept as codes, shown as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy, ngettext_lazy

if TYPE_CHECKING:
    from ..manuscripts.parts import Manuscript

#: Of a longer list the rest is only counted: nobody reads it in a form.
MOST_KEPT = 100
MOST_ROWS, MOST_CELLS = 60, 12
#: What of the file is counted; see ``Manuscript``.
COUNTED = ("struck", "hidden", "changes")
NOT_TAKEN: dict[str, str | Promise] = {
    "linked": gettext_lazy(
        "A picture that is not in the file: Word only says where it lies. Add it under “Images”."
    ),
    "missing": gettext_lazy("A picture that is missing in the file."),
    "drawing": gettext_lazy(
        "A drawing of Word (chart, shape, EMF or WMF). Save it as a PNG picture if it belongs "
        "to the story."
    ),
    "format": gettext_lazy(
        "A picture in a format that browsers do not show. Save it as JPG or PNG."
    ),
    "too-large": gettext_lazy("A picture that is too large. Make it smaller first."),
    "broken": gettext_lazy("A picture that is damaged, or none at all."),
    "small": gettext_lazy("A small picture that looks like an ornament."),
    "repeated": gettext_lazy("A picture that stands in the file more than once."),
    "embedded": gettext_lazy(
        "A file that is embedded in Word, such as a sheet of Excel."
    ),
    "table": gettext_lazy(
        "A table: a story has none. Write what matters as a sentence or a list."
    ),
}


def notes_on(manuscript: Manuscript) -> dict[str, Any]:
    """What the editor should know of the file, as plain data; an empty one says nothing."""
    return {
        "checks": _checks(manuscript),
        "kind": manuscript.kind,
        "counts": {code: getattr(manuscript, code) for code in COUNTED},
        "left_out": manuscript.left_out[:MOST_KEPT],
        "not_taken": [
            {
                "code": lost.code,
                "after": lost.after,
                "rows": [list(row[:MOST_CELLS]) for row in lost.rows[:MOST_ROWS]],
            }
            for lost in manuscript.not_taken[:MOST_KEPT]
        ],
        "more": sum(
            max(len(one) - MOST_KEPT, 0)
            for one in (manuscript.left_out, manuscript.not_taken)
        ),
    }


def _checks(manuscript: Manuscript) -> list[str]:
    checks = {
        "no-title": not manuscript.title,
        "caps-title": manuscript.title.isupper(),
        "no-lead": not manuscript.lead and not manuscript.long_lead,
        "long-lead": manuscript.long_lead,
        "byline": bool(manuscript.byline),
        "official": bool(manuscript.kind),
        **{code: getattr(manuscript, code) > 0 for code in COUNTED},
    }
    return [code for code, holds in checks.items() if holds]


def check_words(code: str, notes: dict[str, Any]) -> str:
    """What the editor should look at."""
    if code in COUNTED:
        return _counted(code, notes["counts"][code])
    return {
        "no-title": _("The title was not found. Write one."),
        "caps-title": _("The title is in capitals. Write it in small letters."),
        "no-lead": _("The sentence that stands first was not found. Write it."),
        "long-lead": _(
            "The opening is longer than one sentence, so it stayed in the text. Write a "
            "short one."
        ),
        "byline": _(
            "Who wrote the story stands in the last line of the text. Leave it if it may "
            "be public."
        ),
        "official": _(
            "The file looks like an official document (%(kind)s). Check whether it is a story."
        )
        % {"kind": notes.get("kind", "")},
    }.get(code, code)


def _counted(code: str, count: int) -> str:
    said = {
        "struck": ngettext_lazy(
            "%(count)s passage is struck out in the file, so it is not in the draft.",
            "%(count)s passages are struck out in the file, so they are not in the draft.",
            "count",
        ),
        "hidden": ngettext_lazy(
            "%(count)s passage is hidden in the file, so it is not in the draft.",
            "%(count)s passages are hidden in the file, so they are not in the draft.",
            "count",
        ),
        "changes": ngettext_lazy(
            "The file has %(count)s tracked change. It was read as if it were accepted: "
            "what was deleted is not in the draft.",
            "The file has %(count)s tracked changes. It was read as if they were accepted: "
            "what was deleted is not in the draft.",
            "count",
        ),
    }[code]
    return said % {"count": count}


def not_taken_words(lost: dict[str, Any]) -> str:
    """Why something of the file is not in the draft, and where it stands there."""
    said = str(NOT_TAKEN.get(lost["code"], lost["code"]))
    if not lost["after"]:
        return said
    return _("%(what)s It stands after “%(words)s”.") % {
        "what": said,
        "words": lost["after"],
    }
