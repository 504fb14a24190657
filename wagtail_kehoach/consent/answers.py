"""Takes the answer of a link into the registry, and its withdrawal: both act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..approval import mailing
from ..conf import kehoach_settings
from ..exceptions import ConsentRefused
from . import link_rules, rules, takedown
from .link_models import ConsentRequest
from .models import Consent
from .records import EMAIL
from .register import DataRequest
from .withholding import may_be_put_back

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    #: Who answered what: ``{"representative": {"portal": True}}``.
    Answers = dict[str, dict[str, bool]]


def answer(request: ConsentRequest, answers: Answers) -> ConsentRequest:
    """Record ``answers`` to an open question, once. Everybody asked answers each purpose.

    A purpose is agreed to when all of them said yes. A *no* ends older consents for that
    purpose, and what rests on them is taken down at once; for the others they go on.
    """
    today = timezone.localdate()
    with transaction.atomic():
        request = _locked(request)
        if reason := link_rules.why_not_open(link_rules.link_state(request)):
            raise ConsentRefused(reason)
        parties = link_rules.who_answers(request.person, today)
        if not _is_whole(answers, parties, request.purposes):
            raise ConsentRefused(_("Please answer every question with yes or no."))
        agreed = [
            purpose
            for purpose in request.purposes
            if all(answers[party][purpose] for party in parties)
        ]
        refused = set(request.purposes) - {*agreed}
        ended = _end_for(request, refused, today)
        if refused:
            # An adult needs no consent until he says no, and a child becomes one: a no
            # has to be on record.
            _record(request, refused, (), today, withdrawn_on=today)
            ended = ended or "self" in parties
        request.answered_at = timezone.now()
        request.answers = answers
        request.consent = _record(request, agreed, parties, today) if agreed else None
        request.save(update_fields=["answered_at", "answers", "consent"])
        log(request.person, "kehoach.consent_answered", data={"request": request.pk})
        _tell_who_asked(request, agreed)
    if ended:
        _note_mentions(request, takedown.enforce([request.person_id]))
    return request


def withdraw(request: ConsentRequest) -> ConsentRequest:
    """Withdraw the consent of ``request`` today, and take down what rests on it.

    Other consents, on paper or by an older link, end for the same purposes: who withdraws
    does not mean one sheet of paper. The register keeps it open for the keepers:
    what lies outside of the portal, on social networks for example, people have to take
    down. A second click does nothing.
    """
    today = timezone.localdate()
    with transaction.atomic():
        request = _locked(request)
        if reason := why_not_withdraw(request):
            raise ConsentRefused(reason)
        if request.consent.is_withdrawn:
            return request
        _end_for(request, _purposes_of(request.consent), today)
        log(request.person, "kehoach.consent_withdrawn", data={"request": request.pk})
    _note_mentions(request, takedown.enforce([request.person_id]))
    return request


def why_not_withdraw(request: ConsentRequest) -> str | None:
    """Return why the link of ``request`` withdraws nothing, or ``None``."""
    state = link_rules.link_state(request)
    if state != "answered":
        return link_rules.why_not_open(state) or _("Nothing has been agreed to yet.")
    if request.consent is None:
        return _("With this link nothing was agreed to.")
    return None


def _locked(request: ConsentRequest) -> ConsentRequest:
    return ConsentRequest.objects.select_for_update().get(pk=request.pk)


def _is_whole(
    answers: Answers, parties: Collection[str], purposes: Collection[str]
) -> bool:
    return answers.keys() == {*parties} and all(
        said.keys() == {*purposes} for said in answers.values()
    )


def _record(
    request: ConsentRequest,
    agreed: Collection[str],
    parties: Collection[str],
    today: dt.date,
    **facts: object,
) -> Consent:
    return Consent.objects.create(
        person=request.person,
        basis=Consent.Basis.ELECTRONIC,
        **{f"for_{purpose}": True for purpose in agreed},
        representative_agreed="representative" in parties,
        child_agreed="child" in parties,
        starts_on=today,
        ends_on=request.until,
        agreed_at=timezone.now(),
        agreed_by=request.asked_name,
        text_version=request.text_version,
        **facts,
    )


def _end_for(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> bool:
    """End what that person agreed to for ``purposes``, and nothing else of it."""
    ended = _resting_on(request, purposes, today)
    for consent in ended:
        if {*_purposes_of(consent)} <= {*purposes}:
            consent.withdrawn_on = today
            consent.save(update_fields=["withdrawn_on"])
        else:
            consent.narrow(purposes)
    if ended:
        _tell_keepers(request, purposes, today)
    return bool(ended)


def _resting_on(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> list[Consent]:
    """Consents of that person, running or to come, which cover one of ``purposes``.

    A representative ends no more than he gave, once the child has grown up.
    """
    given = Consent.objects.filter(person=request.person)
    if "representative" in request.answers and not rules.is_child(
        request.person, today
    ):
        given = given.filter(pk=request.consent_id)
    return [
        consent
        for consent in given
        if consent.is_consent
        and not (consent.withdrawn_on and consent.withdrawn_on <= today)
        and not (consent.ends_on and consent.ends_on < today)
        and any(consent.covers(purpose) for purpose in purposes)
    ]


def _purposes_of(consent: Consent) -> list[str]:
    return [purpose for purpose in rules.PURPOSES if consent.covers(purpose)]


def _tell_keepers(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> None:
    """Open a request in the register: what lies outside people have to take down."""
    names = [rules.purpose_name(p) for p in rules.PURPOSES if p in purposes]
    said = {"purposes": ", ".join(names)}
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


def _tell_who_asked(request: ConsentRequest, agreed: Collection[str]) -> None:
    """Somebody waits for the answer, with a draft: whoever asked, or else all keepers."""
    group = kehoach_settings.CONSENT_GROUP
    active = get_user_model().objects.filter(is_active=True).exclude(email="")
    who = active.filter(pk=request.asked_by_id) or active.filter(groups__name=group)
    said = {True: _("agreed"), False: _("not agreed")}
    lines = [
        f"{rules.purpose_name(purpose)}: {said[purpose in agreed]}"
        for purpose, _sentence in request.asked_purposes
    ]
    lines += [
        rules.may_come_back(basis.image.title)
        for basis in may_be_put_back([request.person_id])
    ]
    facts = {
        "headline": _("Answered: %(person)s") % {"person": request.person_name},
        "reason": "\n".join(lines),
        "advice": _("The answer stands in the registry. Writers may go on now."),
    }
    if addresses := [user.email for user in who]:
        mailing.after_commit(mailing.deliver, EMAIL, facts, *addresses)


def _note_mentions(request: ConsentRequest, report: takedown.Enforcement) -> None:
    """What a keeper has to read stands in the register with what he has to take down."""
    waiting = DataRequest.objects.filter(
        person=request.person, kind=DataRequest.Kind.WITHDRAW, done_on=None
    )
    entry = waiting.order_by("-pk").first()
    if entry and report.mentions:
        titles = "\n".join(f"- {mention.page.title}" for mention in report.mentions)
        said = _("Public posts with the name of %(title)s") % {"title": request.person}
        entry.details = f"{entry.details}\n{said}:\n{titles}\n{rules.read_mentions()}"
        entry.save(update_fields=["details"])
