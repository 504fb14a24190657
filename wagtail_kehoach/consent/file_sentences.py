"""What people are told about pictures and files: each sentence stands here once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _, override

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


def no_basis(title: str) -> str:
    """What a writer is told of a picture of which nobody has said who is in it."""
    return _(
        "Picture “%(title)s”: nobody has entered who is in it. Enter it under “Bases of "
        "pictures”."
    ) % {"title": title}


def is_grey(title: str) -> str:
    """What a writer is told of a picture that was taken down, whoever has agreed since."""
    return _(
        "Picture “%(title)s” was taken down, and a grey one stands in its place. Once "
        "everybody has agreed, put it back under “Bases of pictures”, or choose another."
    ) % {"title": title}


def uploaded_again(title: str, people: Iterable[str] = ()) -> str:
    """What is said of a photo that was taken down as another upload.

    ``people`` are those because of whom, for readers who may know it.
    """
    said = _(
        "Picture “%(title)s”: the same photo was taken down before, because somebody in it "
        "may not be shown."
    ) % {"title": title}
    names = ", ".join(f"“{person}”" for person in people)
    return (
        " ".join([said, _("Because of: %(people)s.") % {"people": names}])
        if names
        else said
    )


def not_grey() -> str:
    """Why nothing can be put back."""
    return _("No grey picture stands in the place of this one.")


def original_gone(title: str) -> str:
    """Why a picture does not come back though everybody has agreed."""
    return _(
        "The original of “%(title)s” is no longer in the private store. Upload it again as "
        "a new picture."
    ) % {"title": title}


def may_come_back(title: str) -> str:
    """What is said of a grey picture whose people have all agreed again."""
    return _(
        "Everybody in picture “%(title)s” has agreed. A grey one still stands in its place."
    ) % {"title": title}


def shows_a_face(title: str) -> str:
    """The same, where a program saw a face in it."""
    return _(
        "There seems to be a face in picture “%(title)s”: nobody has entered who is in it. "
        "Enter it under “Bases of pictures”."
    ) % {"title": title}


def collection_of_closed() -> str:
    """The name of the collection of such files; one name, whoever reads it."""
    with override(settings.LANGUAGE_CODE):
        return _("Taken down because of a consent")


def files_closed(titles: Iterable[str], collection: str) -> str:
    """Which documents went with a post that was taken down, and where they are."""
    return _(
        "These files went with it and lie in the collection “%(collection)s”: %(files)s."
    ) % {"collection": collection, "files": "; ".join(titles)}


def files_stay_open(files: Iterable[str]) -> str:
    """Which of its documents did not go, because something else shows them; what to do."""
    return _(
        "These files can still be opened, because something else shows them: %(files)s. If "
        "they name or show this person, take that down too."
    ) % {"files": "; ".join(files)}


def is_closed(title: str) -> str:
    """What is said of a document that went with what was taken down, in a text with it."""
    return _(
        "Document “%(title)s” was taken down with a post: readers cannot open it. If it may "
        "be shown, choose another collection for it under “Documents”."
    ) % {"title": title}


def pictures_went(pictures: Iterable[str]) -> str:
    """Which pictures went with a post because nobody has said who is in them."""
    return _(
        "Nobody has entered who is in these pictures of it, so grey ones stand in their "
        "place: %(pictures)s. Once you have entered it, they can be put back."
    ) % {"pictures": "; ".join(pictures)}


def pictures_stay(pictures: Iterable[str]) -> str:
    """Which did not go, each with what still shows it."""
    return _(
        "Nobody has entered who is in these pictures of it either, and they are still "
        "public: %(pictures)s. Please look at them, and enter who is shown under “Bases of "
        "pictures”: what may not be public is taken down then."
    ) % {"pictures": "; ".join(pictures)}


def earlier_version() -> str:
    """Why files went that the public version of a post does not show."""
    return _("An earlier version of this post showed or named this person.")


def new_version() -> str:
    """Why files went though nobody withdrew anything."""
    return _(
        "A new version of this post was published. It does not show any more what was shown "
        "by consent before, and nothing else does."
    )


def post_deleted() -> str:
    """The same of a post that somebody deleted."""
    return _("This post was deleted. Nothing else shows what it showed by consent.")


def deleted_before() -> str:
    """Why files went that a post showed which is no more there."""
    return _("A post that was deleted before showed or named this person.")


def pictures_set_aside(titles: Iterable[str]) -> str:
    """Which pictures no public page shows any more."""
    return _(
        "Grey ones stand in the place of these pictures: %(pictures)s. To use one again, put "
        "it back under “Bases of pictures”."
    ) % {"pictures": "; ".join(titles)}


def not_moved() -> str:
    """Why a picture stays public though nothing shows it."""
    return _("the file could not be moved")


def entry_stays() -> str:
    """Why an entry about a picture is not deleted while the picture is there."""
    return _(
        "Without this entry nobody in the picture would be asked any more. Change the "
        "entry, or delete the picture itself."
    )


def why_over(title: str, last_day: dt.date) -> str:
    """What is said of a picture whose time is over."""
    said = {"title": title, "day": date_format(last_day, "d/m/Y")}
    return _("Picture “%(title)s” may be used until %(day)s only.") % said
