"""What people are told about who is shown: each sentence stands here once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from .person_models import Person


def purpose_name(purpose: str) -> str:
    """What people call this purpose."""
    return {
        "portal": _("school portal"),
        "social": _("social networks"),
        "press": _("press"),
        "foreign": _("foreign-language information"),
        "full_name": _("by the full name"),
    }[purpose]


def not_yet_come() -> str:
    """Why a day is refused on which something is said to have happened."""
    return _("This day is in the future.")


def taken_off(person: str) -> str:
    """What is asked about somebody who is listed no more, and perhaps still shown."""
    return _(
        "“%(person)s” was taken off the list of who is shown or named. Tick this only if "
        "neither text nor pictures show or name this person any more."
    ) % {"person": person}


def listed_again(people: Iterable[str]) -> str:
    """What keepers are told of people whom a picture may show though they were taken off."""
    return _(
        "%(people)s: taken off the list of who is in this picture before, and listed again "
        "now, because nobody has said that the picture does not show them. If it does not, "
        "take them off again under “Bases of pictures”, and put the picture back."
    ) % {"people": ", ".join(f"“{person}”" for person in people)}


def once_listed() -> str:
    """What is said of a post or picture from whose list somebody was taken off."""
    return _("taken off the list; perhaps still shown")


def entry_gone(number: int) -> str:
    """What is left to say of somebody whose entry in the registry was deleted."""
    return _("deleted entry no. %(number)s of the registry") % {"number": number}


def nobody_to_ask() -> str:
    """Why a version is not shown again that lists somebody who has left the registry."""
    return _(
        "This version lists somebody whose entry in the registry was deleted, so nobody can "
        "be asked. Save it as a new draft and have that approved."
    )


def why_not_written(reason: str) -> str:
    """The same of somebody who is listed nowhere, but stands in the text by the full name."""
    said = " ".join(reason.splitlines())
    hint = _(
        "The text has the full name. Write the first name and the class level. If an adult "
        "of the same name is meant, write cô, thầy, ông or bà before it."
    )
    return f"{said} {hint}"


def only_first_name(person: str) -> str:
    """Why a pupil who agreed to be named is not called by the full name."""
    return _(
        "The text has the full name of “%(person)s”, and nobody has agreed to that. Write "
        "the first name and the class level, or ask for “by the full name” too."
    ) % {"person": person}


def full_name_otherwise(person: str) -> str:
    """The same where the full name is not written as it stands in the registry."""
    return _(
        "The full name of “%(person)s” can be read: in capitals, without all its accents, "
        "as a hashtag, in the address of the page or of a link, or in the name or title of "
        "a file or picture. Nobody has agreed to that. Write the first name and the class "
        "level there, give the file or picture another name and title, or ask for “by the "
        "full name” too."
    ) % {"person": person}


def perhaps_in_full(person: str) -> str:
    """What a writer is asked where somebody on the list may be called so, or another."""
    return _(
        "The text may have the full name of “%(person)s”, and nobody has agreed to that. "
        "Write the first name and the class level, or tick this if somebody else is meant."
    ) % {"person": person}


def perhaps_written(person: str) -> str:
    """What a writer is asked where the name is written otherwise, or may mean another."""
    return _(
        "The text may name “%(person)s”, who is on no list: in capitals, without all the "
        "accents or with others, as a hashtag, by a short name, within a headline, over the "
        "end of a line, after a word such as “class”, in the address of the page or of a "
        "link, or in the name or title of a file or picture. List this person, or tick this "
        "if somebody or something else is meant."
    ) % {"person": person}


def read_mentions() -> str:
    """What keepers are asked to do about posts that name somebody in their text alone."""
    return _(
        "Please read them. They stay public, because others may have the same name. If "
        "this person is meant, take them down there."
    )


def read_by_keeper() -> str:
    """Why a post went that only its text says whom it names."""
    return _("The text has the name; a keeper has read that this person is meant.")


def seen_by_keeper() -> str:
    """Why a post went from whose list somebody had been taken off."""
    return _(
        "This person had been taken off the list of the post; a keeper has seen that it "
        "still shows or names the person."
    )


def said_to_show_nobody(titles: Iterable[str]) -> str:
    """Which pictures went with a post though somebody said that nobody is seen in them."""
    return _(
        "These pictures of it are entered as showing nobody who can be recognised. As the "
        "post showed or named this person, grey ones stand in their place: %(pictures)s. "
        "Look at them, and put them back under “Bases of pictures” if it is so."
    ) % {"pictures": "; ".join(titles)}


def nothing_to_do() -> str:
    """What to do about files that went with a new version: nobody withdrew anything."""
    return _("Nothing has to be done: no consent was withdrawn.")


def no_mention(person: str) -> str:
    """Why a keeper cannot take a post down."""
    return _("This post does not name “%(person)s” any more, or may do so.") % {
        "person": person
    }


def not_listed(person: Person) -> str:
    """Why a child that agreed may not stand in the text alone: a withdrawal goes by lists."""
    return _(
        "The full name of “%(person)s” stands in the text. Add it to “who is shown or "
        "named”, so that a withdrawal finds this post, or write the first name and the "
        "class level. If an adult of the same name is meant, write cô, thầy, ông or bà "
        "before it."
    ) % {"person": person.label}


def on_the_day(day: dt.date, reason: str) -> str:
    """Each line of ``reason``, which holds on the ``day`` of publication only."""
    planned = _("It is to be published on %(day)s.") % {
        "day": date_format(day, "d/m/Y")
    }
    return "\n".join(f"{planned} {line}" for line in reason.splitlines())


def tells_where(title: str) -> str:
    """What a writer is told of a picture whose file says where it was taken."""
    return _(
        "Picture “%(title)s”: its file says where it was taken. Upload the photo again "
        "under “Images”; the place is removed then. Choose the new one."
    ) % {"title": title}
