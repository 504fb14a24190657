"""What a road to publication is, and what somebody may meet on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Answer(Enum):
    """What happens to somebody on a road."""

    REFUSED = "nothing changes before the public, and he is told why"
    DRAFT = "nothing changes before the public; what was typed is a draft"
    APPROVES = "it goes live, with an approval in his name"
    ALLOWED = "it happens, shows nothing unapproved and leaves the audit clean"
    NOTICED = "nobody is asked, and the audit reports it"
    OPEN = "nobody is asked; docs/approval-roads.md says why and who notices"


REFUSED, DRAFT, APPROVES, ALLOWED, NOTICED, OPEN = Answer

ROLES = ("visitor", "editor", "deputy elsewhere", "deputy", "principal", "superuser")
PAGES = ("plan", "story", "translation")
ALL = (*PAGES, "spokesperson")
SNIPPET = ("spokesperson",)
STORY = ("story",)


def people(default=REFUSED, **said):
    """An answer for each role: ``default``, but for those who are named."""
    answers = dict.fromkeys(ROLES, default)
    return answers | {role.replace("_", " "): a for role, a in said.items()}


def some(**said):
    """Answers for the roles that this road is about."""
    return {role.replace("_", " "): answer for role, answer in said.items()}


#: A button of a form that sends typed text on. A deputy who types has written in it.
FORM = people(editor=DRAFT, principal=APPROVES)
#: Nobody has read the text who goes this way.
UNSEEN = people()
#: The principal's decision on a text that others wrote.
DECISION = people(deputy=APPROVES, principal=APPROVES)
#: Whoever may publish by Wagtail may take down and tidy up.
TIDY = people(
    ALLOWED, visitor=REFUSED, editor=REFUSED, deputy_elsewhere=REFUSED,
)  # fmt: skip
ALL_DRAFT = people(DRAFT, visitor=REFUSED)
ANYBODY = people(ALLOWED, visitor=REFUSED)
CODE_REFUSED = {"code": REFUSED}
CODE_DRAFT = {"code": DRAFT}
CODE_ALLOWED = {"code": ALLOWED}
CODE_NOTICED = {"code": NOTICED}


@dataclass(frozen=True)
class Road:
    """One road: what is tried on what, and what each who tries it meets.

    ``state`` is that of the object before: ``draft`` was never public, ``live`` is public
    with a draft on top, ``approved`` is public as it is, ``submitted`` and ``scheduled``
    wait; ``withdrawn``, ``named`` and ``swapped`` were approved and taken down, and may not
    be public today. ``needs``: an app that only some portals have, or several threads.
    """

    key: str
    said: str
    answers: dict[str, Answer]
    kinds: tuple[str, ...] = PAGES
    state: str = "draft"
    needs: str = ""


API = "wagtail.api.v3"
LOCALIZE = "wagtail_localize"
THREADS = "threads"
