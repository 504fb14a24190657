"""What keepers are told of an answer by link: by e-mail, and in the register of requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _, override

from ..approval import mailing
from . import file_sentences, records, rules, sentences
from .queries import keepers
from .register import DataRequest
from .withholding import may_be_put_back, whole_address

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from .link_models import ConsentRequest
    from .takedown import Enforcement


def enter_request(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> None:
    """Open a request in the register: what lies outside people have to take down."""
    said = {"purposes": _named(purposes)}
    DataRequest.objects.create(
        asked_by=request.asked_name,
        person=request.person,
        kind=DataRequest.Kind.WITHDRAW,
        details=_(
            "Withdrawn by link: %(purposes)s. Take it down outside of the portal as well."
        )
        % said,
        received_on=today,
    )


def note_mentions(request: ConsentRequest, report: Enforcement) -> None:
    """What a keeper has to read stands in the register with what he has to take down."""
    waiting = DataRequest.objects.filter(
        person=request.person, kind=DataRequest.Kind.WITHDRAW, done_on=None
    )
    entry = waiting.order_by("-pk").first()
    if entry and report.mentions:
        titles = "\n".join(f"- {mention.page.title}" for mention in report.mentions)
        said = _("Public posts with the name of %(title)s") % {"title": request.person}
        entry.details = (
            f"{entry.details}\n{said}:\n{titles}\n{sentences.read_mentions()}"
        )
        entry.save(update_fields=["details"])


def tell_of_answer(
    request: ConsentRequest, agreed: Collection[str], refused: Collection[str]
) -> None:
    """Write to the keeper who asked, or to all of them, once the answer is saved."""
    with override(settings.LANGUAGE_CODE):
        lines = [
            _("Yes: %(purposes)s.") % {"purposes": _named(agreed)} if agreed else "",
            _("No: %(purposes)s.") % {"purposes": _named(refused)} if refused else "",
        ]
        lines += [
            file_sentences.may_come_back(basis.image.title)
            for basis in may_be_put_back([request.person_id])
        ]
        headline = _("Answered by link: %(person)s") % {"person": request.person}
        advice = _("Drafts that wait for this answer can be submitted, if it is yes.")
        if not agreed:
            advice = _("Write drafts without this person, and choose other pictures.")
    _write(request, headline, lines, advice, _who_asked(request) or _all_keepers())


def tell_of_withdrawal(request: ConsentRequest, purposes: Collection[str]) -> None:
    """Write to the keepers where no takedown does: nothing was public on the portal."""
    with override(settings.LANGUAGE_CODE):
        said = {"person": request.person}
        headline = _("Consent withdrawn by link: %(person)s") % said
        lines = [
            _("Withdrawn: %(purposes)s.") % {"purposes": _named(purposes)},
            _("Nothing had to be taken down on the portal."),
        ]
        advice = _("Please take it down from social networks as well.")
    _write(request, headline, lines, advice, _all_keepers())


def _write(
    request: ConsentRequest,
    headline: str,
    lines: Iterable[str],
    advice: str,
    addresses: Iterable[str],
) -> None:
    path = reverse("kehoach_consent_requests:detail", args=(request.pk,))
    address = whole_address(path)
    reason = "\n".join(filter(None, [*lines, address]))
    facts = {"headline": headline, "reason": reason, "advice": advice}
    if addresses := [*addresses]:
        mailing.after_commit(_deliver, facts, addresses)


def _deliver(facts: dict, addresses: Iterable[str]) -> None:
    with override(settings.LANGUAGE_CODE):
        mailing.deliver(records.EMAIL, facts, *addresses)


def _who_asked(request: ConsentRequest) -> list[str]:
    """Whoever asked, as long as he keeps the registry."""
    user = request.asked_by
    reached = user and user.email and rules.keeps_registry(user)
    return [user.email] if reached else []


def _all_keepers() -> Iterable[str]:
    return keepers().exclude(email="").values_list("email", flat=True)


def _named(purposes: Collection[str]) -> str:
    return ", ".join(sentences.purpose_name(p) for p in rules.PURPOSES if p in purposes)
