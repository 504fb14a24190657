"""Hands out evidence to keepers only, and names of the registry to whoever types them."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.log_actions import log
from wagtail.permissions import page_permission_policy

from ..one_time import keys
from . import queries
from .models import Consent
from .people_widget import sign
from .rules import keeps_registry
from .storage import kind_of

#: How many names one search shows, and how often somebody searches in ten minutes.
FOUND_LIMIT = 8
SEARCH_LIMIT = 60


def evidence(request, pk):
    """The scan behind a consent, as a download that no cache keeps. Each one is logged."""
    if not keeps_registry(request.user):
        raise PermissionDenied
    consent = get_object_or_404(Consent, pk=pk)
    if not consent.evidence:
        raise Http404
    file = consent.evidence.open("rb")
    ending, served_as = kind_of(file)
    log(consent.person, "kehoach.evidence_opened", user=request.user)
    response = FileResponse(
        file,
        as_attachment=True,
        filename=f"ban-dong-y-{consent.pk}{ending}",
        content_type=served_as or "application/octet-stream",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response


def find_people(request):
    """The people whose names begin as typed, for the form of a post: name and class level.

    Whoever writes posts has to name people, and must not read the registry: so at least
    three letters, a few answers, and a limit on how often one asks.
    """
    if not _names_people(request.user):
        raise PermissionDenied
    if keys.exceeds(f"people.{request.user.pk}", SEARCH_LIMIT):
        return JsonResponse({}, status=429)
    people = queries.people_named(request.GET.get("q", ""), limit=FOUND_LIMIT + 1)
    if people is None:
        return JsonResponse({"people": [], "state": "short"})
    shown = people[:FOUND_LIMIT]
    state = "" if people else "none"
    if len(people) > FOUND_LIMIT:
        state = "more"
    elif any(person.has_namesake for person in shown):
        state = "namesakes"
    found = [{"value": sign(p.pk), "label": p.label} for p in shown]
    response = JsonResponse({"people": found, "state": state})
    response["Cache-Control"] = "private, no-store"
    return response


def _names_people(user) -> bool:
    """Whether ``user`` writes pages or says who is in pictures."""
    return user.has_perm(
        "wagtail_kehoach.change_picturebasis"
    ) or page_permission_policy.user_has_any_permission(user, ["add", "change"])
