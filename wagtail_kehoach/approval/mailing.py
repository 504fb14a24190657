"""One message to one person, in his language; whether he wants it is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.admin.mail import send_mail
from wagtail.users.models import UserProfile

from ..organisation.queries import name_of_school

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import AbstractUser

FOLDER = "wagtail_kehoach/approval/email"
FRAME = "wagtail_kehoach/email/frame.html"


def after_commit(call: Callable, *args, **kwargs) -> None:
    """Do ``call`` once all is saved. If it fails, that is logged and nothing else stops.

    With a function and not a ``partial``: Django logs the name, which a partial has not.
    """

    def announce() -> None:
        call(*args, **kwargs)

    transaction.on_commit(announce, robust=True)


def wants(user: AbstractUser, preference: str) -> bool:
    """Whether ``user`` can be reached and left ``preference`` on in his account."""
    if not user.is_active or not user.email:
        return False
    return getattr(UserProfile.get_for_user(user), f"{preference}_notifications")


def send(user: AbstractUser, message: str, context: Callable[[], dict]) -> None:
    """Send ``message`` as text and HTML. ``context`` is asked in the reader's language."""
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        deliver(f"{FOLDER}/{message}", {"user": user, **context()}, user.email)


def deliver(template: str, facts: dict, *addresses: str) -> None:
    """Send the message of these templates as text and HTML, signed with the school's name."""
    subject, text, message = (
        render_to_string(f"{template}{ending}", facts)
        for ending in ("_subject.txt", ".txt", ".html")
    )
    subject, school = " ".join(subject.split()), name_of_school()
    frame = {"subject": subject, "message": message, "school": school}
    html = render_to_string(FRAME, frame)
    signed = f"{text.strip()}\n\n{school}".strip()
    send_mail(subject, signed, list(addresses), html_message=html)
