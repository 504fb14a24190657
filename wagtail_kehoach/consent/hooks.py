"""Puts the registry into the admin; what is withdrawn there is taken down at once."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from .models import Person
from .takedown import enforce
from .views import evidence
from .viewsets import PersonViewSet, PictureBasisViewSet, TakedownViewSet

register_snippet(PersonViewSet)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [PictureBasisViewSet(), TakedownViewSet()]


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path(
            "kehoach/consents/<int:pk>/evidence/",
            evidence,
            name="wagtail_kehoach_evidence",
        )
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(
        "kehoach.evidence_opened", _("Open evidence"), _("Evidence opened")
    )


@hooks.register("after_edit_snippet")
def act_at_once(request, instance):
    """A consent that ended with this save takes down what rested on it."""
    if not isinstance(instance, Person):
        return
    report = enforce([instance.pk])
    for takedown in report.done:
        messages.warning(request, f"{takedown.title}: {takedown.reason}")
    for refusal in report.refused:
        messages.error(request, f"{refusal.title}: {refusal.reason}")
