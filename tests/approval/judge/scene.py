"""One person on one road: what he does it with, and what he is told."""

from __future__ import annotations

import datetime as dt

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import AbstractPage

from wagtail_kehoach.approval import queries
from wagtail_kehoach.models import Approval

from .stage import Stage, fresh


class Scene:
    """``obj`` before the walk, ``role`` who walks, ``reasons`` what was said to him."""

    def __init__(self, road, kind, role, obj, *, people, settings, monkeypatch):
        cache.clear()
        self.road, self.kind, self.role = road, kind, role
        self.people = fresh(people)
        self.settings, self.monkeypatch = settings, monkeypatch
        self.reasons: list[str] = []
        self.target = None
        self.watch(type(obj).objects.get(pk=obj.pk))

    def watch(self, obj):
        """From now on ``obj``, as it is, is what must not change."""
        self.obj = obj
        self.before = Approval.objects.count()

    @property
    def user(self):
        """Who walks; nobody for a visitor and for code."""
        return self.people.get(self.role)

    @cached_property
    def client(self):
        """A browser in which ``user`` is logged in."""
        return browser_of(self.user)

    @cached_property
    def editor_client(self):
        """A browser in which the editor is logged in."""
        return browser_of(self.people["editor"])

    @property
    def stage(self):
        """Makes more objects of this kind."""
        return Stage(self.kind, self.people)

    @property
    def submission(self):
        """What the principal sees."""
        return queries.submission_of(self.obj)

    @property
    def is_page(self):
        return isinstance(self.obj, AbstractPage)

    def now(self):
        """The object as the database has it."""
        return type(self.obj)._base_manager.get(pk=self.obj.pk)

    def expects(self, *answers):
        """Whether the table says one of ``answers`` for whoever walks."""
        return self.road.answers[self.role] in answers

    def note(self, answers):
        """Keep every reason that somebody can read in ``answers``."""
        for answer in answers if isinstance(answers, list) else [answers]:
            if answer is not None:
                self.reasons += _reasons(answer)

    def later(self, days=2):
        """Let ``days`` pass by every clock."""
        then = timezone.now() + dt.timedelta(days=days)
        self.monkeypatch.setattr(timezone, "now", lambda: then)


def browser_of(user):
    """A browser in which ``user`` is logged in."""
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def _reasons(answer):
    """What somebody reads who is refused: messages, errors of a form, a status."""
    if isinstance(answer, str):
        return [answer]
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    said += filter(None, [(answer.context or {}).get("why_not")])
    form = (answer.context or {}).get("form")
    if form is not None and getattr(form, "errors", None):
        said.append(str(form.errors))
    if answer.status_code >= 400:
        said.append(str(answer.status_code))
    if "/login/" in answer.headers.get("Location", ""):
        said.append("login")
    return said
