"""Questions by a link: who is asked, what has become of the link, and why it ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from .rules import is_child, needs_own_agreement

if TYPE_CHECKING:
    import datetime as dt

    from .link_models import ConsentRequest
    from .person_models import Person


#: “bà Lê Thị Hoa”, “em Minh”: the registry may have it as people say it.
_CALLED = re.compile(r"(?:ông|bà|anh|chị|cô|thầy|chú|bác|em|cháu)\b", re.IGNORECASE)


def who_answers(person: Person, day: dt.date) -> tuple[str, ...]:
    """Who is asked for the consent of ``person`` on ``day``, each on his own."""
    if not is_child(person, day):
        return ("self",)
    if needs_own_agreement(person, day):
        return ("representative", "child")
    return ("representative",)


def name_of_asked(person: Person, day: dt.date) -> str:
    """Who is asked: the representative of a child, or the person; may be empty."""
    return person.representative if is_child(person, day) else person.full_name


def politely(name: str, *, child: bool) -> str:
    """``name`` as the school calls a pupil or an adult; one that says so already stays."""
    if _CALLED.match(name):
        return name
    said = {"name": name}
    return _("the pupil %(name)s") % said if child else _("Mr or Ms %(name)s") % said


def why_not_ask(person: Person, day: dt.date) -> str | None:
    """Return why nobody can be asked for the consent of ``person``, or ``None``."""
    if name_of_asked(person, day):
        return None
    return _(
        "“%(person)s” is a child. Enter the legal representative in the registry first."
    ) % {"person": person}


def link_state(request: ConsentRequest) -> str:
    """What has become of the link of ``request``.

    Asked anew each time, so that a link ends at once with what it rests on: a question
    is open only as long as the person and the representative are those of the text.
    """
    today = timezone.localdate()
    if request.revoked_at:
        return "revoked"
    if request.answered_at:
        return "over" if request.until < today else "answered"
    if not _is_of_the_text(request, today):
        return "changed"
    if request.until < today:
        return "over"
    if request.expires_at is None:
        return "not_sent"
    return "expired" if request.expires_at <= timezone.now() else "open"


def _is_of_the_text(request: ConsentRequest, day: dt.date) -> bool:
    """Whether the people are still those of the text; a new class level changes nobody."""
    name, asked = request.person.full_name, name_of_asked(request.person, day)
    same = request.person_name == name or request.person_name.startswith(f"{name} (")
    return same and request.asked_name == asked


def is_grown(request: ConsentRequest, day: dt.date) -> bool:
    """Whether the representative answered for somebody who decides himself by ``day``."""
    return "representative" in request.answers and not is_child(request.person, day)


def why_not_open(state: str) -> str:
    """Return why a link in ``state`` cannot be answered, or an empty text."""
    return {
        "open": "",
        "not_sent": _("No link has been made yet."),
        "answered": _("This question has already been answered."),
        "revoked": _("The school has withdrawn this link."),
        "changed": _("The school has changed its records since it sent this link."),
        "over": _("The time for which consent was asked is over."),
        "expired": _("This link has expired. Please ask the school for a new one."),
    }[state]


def state_name(state: str) -> str:
    """What keepers call ``state`` in a list."""
    return {
        "open": _("waiting for the answer"),
        "not_sent": _("not sent yet"),
        "answered": _("answered"),
        "revoked": _("revoked"),
        "changed": _("ended: the record has changed"),
        "over": _("ended: the time is over"),
        "expired": _("link expired"),
    }[state]


def purpose_sentence(purpose: str) -> str:
    """What a representative agrees to with ``purpose``, in a sentence."""
    return {
        "portal": _("On the website of the school, which everybody can read."),
        "social": _("On the school's pages in social networks, for example Facebook."),
        "press": _("In newspapers, radio and television that write about the school."),
        "foreign": _("In foreign-language information for readers abroad."),
        "full_name": _(
            "With the full name, wherever I agree to it. Without this, only the first name "
            "and the class level are used."
        ),
    }[purpose]
