"""Asks for consent by a link: makes the question, its link, and ends it.

A keeper asks; whoever holds the link answers (``answers``). Opening it decides nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, override
from wagtail.log_actions import log

from ..approval import mailing
from ..conf import kehoach_settings
from ..exceptions import ConsentRefused
from ..one_time import keys
from ..organisation.queries import name_of_school
from . import holding, link_rules, rules
from .link_models import ConsentRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AbstractUser

    from .person_models import Person

logger = logging.getLogger("wagtail_kehoach.consent")
EMAIL = "wagtail_kehoach/consent/email"


@transaction.atomic
def ask(
    person: Person,
    *,
    purposes: Iterable[str],
    until: dt.date,
    user: AbstractUser,
    school: str,
    email: str = "",
) -> ConsentRequest:
    """Keep the question as it will be read, in the language of the portal. Sends nothing."""
    today = timezone.localdate()
    _refuse_if(rules.why_not_keeper(user) or link_rules.why_not_ask(person, today))
    asked = link_rules.name_of_asked(person, today)
    with override(settings.LANGUAGE_CODE):
        said = {
            p: link_rules.purpose_sentence(p) for p in rules.PURPOSES if p in purposes
        }
        child = rules.is_child(person, today)
        facts = {
            "person": link_rules.politely(str(person), child=child),
            "child": child,
            "own": "child" in link_rules.who_answers(person, today),
            "full_name": rules.FULL_NAME in said,
            "asked": link_rules.politely(asked, child=False),
            "until": until,
            "school": school,
        }
        statement = render_to_string("wagtail_kehoach/consent/statement.txt", facts)
    request = ConsentRequest.objects.create(
        person=person,
        person_name=str(person),
        asked_name=asked,
        purposes=said,
        statement=statement.strip(),
        text_version=_version(statement.strip(), said),
        until=until,
        email=email,
        asked_by=user,
    )
    log(person, "kehoach.consent_asked", user=user, data={"request": request.pk})
    return request


def issue(request: ConsentRequest, *, user: AbstractUser) -> str:
    """Make the link of ``request`` and end its older one. Returns the secret.

    An open question can be answered for ``CONSENT_LINK_DAYS``; of an answered one the
    link shows the receipt and withdraws.
    """
    _refuse_if(rules.why_not_keeper(user))
    with transaction.atomic():
        request = ConsentRequest.objects.select_for_update().get(pk=request.pk)
        state = link_rules.link_state(request)
        if state in ("revoked", "changed", "over"):
            raise ConsentRefused(link_rules.why_not_open(state))
        secret = keys.new_secret()
        days = dt.timedelta(days=kehoach_settings.CONSENT_LINK_DAYS)
        request.secret_hash = keys.hash_of(secret)
        request.expires_at = timezone.now() + days
        request.save(update_fields=["secret_hash", "expires_at"])
        log(request.person, "kehoach.consent_link", user=user)
    return secret


def revoke(request: ConsentRequest, *, user: AbstractUser) -> None:
    """End the link of ``request`` for good. A consent that was given stays."""
    _refuse_if(rules.why_not_keeper(user))
    open_ones = ConsentRequest.objects.filter(pk=request.pk, revoked_at=None)
    if open_ones.update(revoked_at=timezone.now()):
        log(request.person, "kehoach.consent_revoked", user=user)


def find(secret: str) -> ConsentRequest | None:
    """The question behind the link with ``secret``, or ``None``."""
    requests = ConsentRequest.objects.select_related("person", "consent")
    return requests.filter(secret_hash=keys.hash_of(secret)).first()


def path_of(secret: str) -> str:
    """Where a link leads on the host by which somebody asks for it."""
    try:
        return reverse("wagtail_kehoach:consent_link", args=(secret,))
    except NoReverseMatch as error:
        raise ConsentRefused(
            _("The portal has no addresses for links: include wagtail_kehoach.urls.")
        ) from error


def send(request: ConsentRequest, address: str, message: str) -> None:
    """E-mail the question or the receipt of ``request`` with its link."""
    with override(settings.LANGUAGE_CODE):
        school = name_of_school() or _("The school")
        facts = {"question": request, "link": address, "school": school}
        facts["outcomes"] = holding.outcomes(request, timezone.localdate())
        mailing.deliver(f"{EMAIL}/{message}", facts, request.email)


def _version(statement: str, purposes: dict[str, str]) -> str:
    said = json.dumps([statement, purposes], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _refuse_if(reason: str | None) -> None:
    if reason:
        raise ConsentRefused(reason)
