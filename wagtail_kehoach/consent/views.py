"""Hands out evidence to those who keep the registry, and to nobody else."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from wagtail.log_actions import log

from .models import Consent
from .rules import keeps_registry
from .storage import kind_of


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
        filename=f"consent-{consent.pk}{ending}",
        content_type=served_as or "application/octet-stream",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
