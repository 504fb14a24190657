"""Takes the answer of a link into the registry, and its withdrawal: both act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..exceptions import ConsentRefused
from . import answer_reports, holding, link_rules, takedown
from .link_models import ConsentRequest
from .models import Consent

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
        if refused:
            _end_for(request, refused, today)
        request.answered_at = timezone.now()
        request.answers = answers
        request.consent = _record(request, agreed, parties, today) if agreed else None
        request.save(update_fields=["answered_at", "answers", "consent"])
        log(request.person, "kehoach.consent_answered", data={"request": request.pk})
        answer_reports.tell_of_answer(request, agreed, refused)
    if refused:
        report = takedown.enforce([request.person_id])
        answer_reports.note_mentions(request, report)
    return request


def withdraw(
    request: ConsentRequest, purposes: Collection[str] | None = None
) -> ConsentRequest:
    """End today what ``request`` agreed to, and take down what rests on it.

    With ``purposes``, for these only. Other consents, on paper or by an older link, end
    for the same purposes: who withdraws does not mean one sheet of paper. The register
    keeps it open for the keepers: what lies outside of the portal, on social networks for
    example, people have to take down. A second click does nothing.
    """
    today = timezone.localdate()
    with transaction.atomic():
        request = _locked(request)
        if reason := why_not_withdraw(request):
            raise ConsentRefused(reason)
        left = holding.held(request, today)
        ending = [p for p in left if purposes is None or p in purposes]
        if not ending:
            return request
        _end_for(request, ending, today)
        log(request.person, "kehoach.consent_withdrawn", data={"request": request.pk})
    report = takedown.enforce([request.person_id])
    answer_reports.note_mentions(request, report)
    if not (report.done or report.mentions):
        answer_reports.tell_of_withdrawal(request, ending)
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
    purposes: Collection[str],
    parties: Collection[str],
    today: dt.date,
    **facts: object,
) -> Consent:
    """Keep what the ``parties`` agreed to; without parties, that somebody said no."""
    return Consent.objects.create(
        person=request.person,
        basis=Consent.Basis.ELECTRONIC,
        **{f"for_{purpose}": True for purpose in purposes},
        representative_agreed="representative" in parties,
        child_agreed="child" in parties,
        starts_on=today,
        ends_on=request.until,
        agreed_at=timezone.now(),
        agreed_by=request.asked_name if parties else "",
        text_version=request.text_version,
        **facts,
    )


def _end_for(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> None:
    """End what that person agreed to for ``purposes``, and nothing else of it.

    What was agreed to stays on record as withdrawn, and a *no* to what nobody had agreed to
    as such: an adult needs no consent until he says no, and a child that said no is asked
    again when it is grown.
    """
    unsaid = {*purposes}
    ended = _resting_on(request, purposes, today)
    for consent in ended:
        covered = {*holding.purposes_of(consent)}
        if covered <= {*purposes}:
            consent.withdrawn_on = today
            consent.save(update_fields=["withdrawn_on"])
        else:
            consent.narrow(purposes)
        unsaid -= covered
    if ended:
        answer_reports.enter_request(request, purposes, today)
    if unsaid:
        _record(request, unsaid, (), today, withdrawn_on=today)


def _resting_on(
    request: ConsentRequest, purposes: Collection[str], today: dt.date
) -> list[Consent]:
    """Consents of that person, running or to come, which cover one of ``purposes``.

    What somebody agreed to himself, once grown, his former representative does not end.
    """
    given = Consent.objects.filter(person=request.person)
    if link_rules.is_grown(request, today):
        given = given.filter(representative_agreed=True)
    return [
        consent
        for consent in given
        if consent.is_consent
        and not (consent.withdrawn_on and consent.withdrawn_on <= today)
        and not (consent.ends_on and consent.ends_on < today)
        and any(consent.covers(purpose) for purpose in purposes)
    ]
