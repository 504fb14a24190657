"""A plan that tells its own issuer to make it: that work is done once it is issued."""

from __future__ import annotations

import re

from ..parts import Document, Task
from .wording import fold

_MAKES = re.compile(
    r"(?:xay dung|ban hanh|lap)\b[^,;.]{0,60}?\bke hoach (?P<which>[^,;.]+)"
)
_SHORT = re.compile(r"\bgd\s?(?:&|va|-)?\s?dt\b")
_NO_NAME = ("nha truong", "don vi", "trung tam")
_WORD = re.compile(r"\w+")
#: Which part of the title such a sentence says again; "năm học" and the years alone are less.
_ENOUGH = 0.75


def without_its_own_making(document: Document) -> list[Task]:
    """Return the tasks of a plan but for that of making this very plan."""
    return [task for task in document.tasks if not _makes(task, document)]


def _makes(task: Task, document: Document) -> bool:
    match = _MAKES.match(fold(task.text))
    if match is None or not _is_issuer(task.responsible, document.issuer):
        return False
    title = set(_WORD.findall(fold(document.title or "")))
    again = title & set(_WORD.findall(match["which"]))
    return bool(title) and len(again) >= _ENOUGH * len(title)


def _is_issuer(name: str | None, issuer: str | None) -> bool:
    who = _SHORT.sub("giao duc va dao tao", fold(name or ""))
    body = _SHORT.sub("giao duc va dao tao", fold(issuer or ""))
    return bool(who) and (
        who in _NO_NAME or who.startswith(body) or body.startswith(who)
    )
