"""Puts registry and register into the admin; what is withdrawn is taken down at once."""

from __future__ import annotations

from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from . import consent_state, findings, public
from .link_viewsets import RequestViewSet
from .mention_views import MentionsView
from .panels_home import FOR_KEEPERS, EnforcementPanel, TakedownsPanel
from .person_models import Person
from .picture_viewsets import PictureBasisViewSet
from .put_back_views import PutBackView
from .queries import without_scan
from .register_viewsets import DataRequestViewSet
from .rules import keeps_registry
from .telling import enforce_and_tell, tell_of_doubles, tell_what_may_come_back
from .views import evidence, find_people
from .viewsets import PersonViewSet, TakedownViewSet

register_snippet(PersonViewSet)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [
        RequestViewSet(),
        PictureBasisViewSet(),
        DataRequestViewSet(),
        TakedownViewSet(),
    ]


@hooks.register("register_admin_urls")
def register_urls():
    return [
        path(
            "kehoach/consents/<int:pk>/evidence/",
            evidence,
            name="wagtail_kehoach_evidence",
        ),
        path("kehoach/people/", find_people, name="wagtail_kehoach_people"),
        path(
            "kehoach/people/<int:pk>/mentions/",
            MentionsView.as_view(),
            name="wagtail_kehoach_mentions",
        ),
        path(
            "kehoach/pictures/<int:pk>/put-back/",
            PutBackView.as_view(),
            name="wagtail_kehoach_put_back",
        ),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for action, label, message in [
        ("evidence_opened", _("Open evidence"), _("Evidence opened")),
        ("data_extracted", _("Extract data"), _("Data extracted for the person")),
        ("consent_asked", _("Ask for consent"), _("Consent asked for")),
        ("consent_link", _("Make a link for consent"), _("Link for consent made")),
        ("consent_revoked", _("End a link for consent"), _("Link for consent ended")),
        ("consent_answered", _("Answer by link"), _("Answered by link")),
        ("consent_entered", _("Enter a consent"), _("Consent entered")),
        ("consent_changed", _("Change a consent"), _("Consent changed")),
        (
            "person_unlisted",
            _("Take somebody off the list"),
            _("Somebody taken off the list of who is shown"),
        ),
        (
            "person_relisted",
            _("List somebody again"),
            _("Somebody listed again who was taken off: the consent has ended"),
        ),
        ("person_changed", _("Change a person"), _("Person changed")),
        ("document_closed", _("Close a document"), _("Document closed to readers")),
        (
            "picture_set_aside",
            _("Set a picture aside"),
            _("Picture set aside: no public page shows it any more"),
        ),
        (
            "source_unlisted",
            _("Take somebody off the list of the source"),
            _("Somebody taken off the list of the source, and asked here all the same"),
        ),
        (
            "post_deleted",
            _("Delete a post with people"),
            _("Post deleted: whom it showed is kept, so that a withdrawal finds it"),
        ),
        ("picture_put_back", _("Put a picture back"), _("Picture put back")),
        ("consent_withdrawn", _("Withdraw by link"), _("Consent withdrawn by link")),
    ]:
        actions.register_action(f"kehoach.{action}", label, message)


@hooks.register("construct_homepage_panels")
def show_what_is_due(request, panels):
    panels += [EnforcementPanel(), TakedownsPanel()]
    if keeps_registry(request.user):
        panels += [panel() for panel in FOR_KEEPERS]


@hooks.register("before_delete_snippet")
def delete_nobody_who_is_shown(request, instances):
    """Who is in no registry keeps no post from the public: what shows him goes first.

    So do drafts: what was taken down would pass the gate again once nobody is asked.
    """
    people = [person for person in instances if isinstance(person, Person)]
    for person in people:
        titles = [*public.showing(person.pk), *findings.drafts_listing(person)]
        if titles := dict.fromkeys(titles):
            said = {"person": person, "titles": ", ".join(titles)}
            text = _(
                "“%(person)s” is named or shown: %(titles)s. Take that down, correct “Bases "
                "of pictures”, and take this person off the drafts or delete them, before "
                "you delete the entry."
            )
            messages.error(request, text % said)
            return redirect("wagtailsnippets_wagtail_kehoach_person:list")
    return None


@hooks.register("after_create_snippet")
def warn_of_a_second_entry(request, instance):
    """A new entry is compared with all of its name: the class level moves on."""
    if isinstance(instance, Person):
        tell_of_doubles(request, instance, any_level=True)


@hooks.register("after_edit_snippet")
def warn_of_two_alike(request, instance):
    """A changed one with those that are called just the same now."""
    if isinstance(instance, Person):
        tell_of_doubles(request, instance, any_level=False)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def act_at_once(request, instance):
    """A consent that ended with this save takes down what rested on it."""
    if not isinstance(instance, Person):
        return
    enforce_and_tell(request, [instance.pk])
    tell_what_may_come_back(request, [instance.pk])
    consents = instance.consents.all()
    for said in consent_state.opens_nothing(instance, consents, timezone.localdate()):
        messages.warning(request, said)
    if unproven := without_scan(instance):
        text = ngettext(
            "%(number)d consent signed on paper has no scan yet: nothing proves it.",
            "%(number)d consents signed on paper have no scan yet: nothing proves them.",
            unproven,
        )
        messages.warning(request, text % {"number": unproven})
