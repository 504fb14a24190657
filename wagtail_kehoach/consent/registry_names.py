"""The names of the registry, looked for in a text: read once in a request.

Whoever publishes with one button has the text asked about five times: by the form, by the
approval, by the publication. Between two requests nothing is kept, nor where there is no
request, in a command or a task; and an entry that is saved meanwhile is seen at once.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save

from .person_models import Person
from .written import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .written import Found


class RegistryNames:
    """The names as they were when they were read, and what was found in which text."""

    def __init__(self) -> None:
        self.entries = list(Person.objects.values_list("pk", "full_name"))
        self._names = Names(name for _pk, name in self.entries)
        self._found: dict[tuple[str, ...], Found] = {}

    def found_in(self, lines: Iterable[str]) -> Found:
        """Which of the names stand in ``lines``, the whole of one text."""
        text = tuple(lines)
        if text not in self._found:
            self._found[text] = self._names.found_in(text)
        return self._found[text]


#: What the running request has read, in a list of one or none; no list outside of one.
_of_request: ContextVar[list[RegistryNames] | None] = ContextVar(
    "kehoach_registry_names", default=None
)


def registry_names() -> RegistryNames:
    """The names of the registry now; of a request, as it read them first."""
    kept = _of_request.get()
    if kept is None:
        return RegistryNames()
    if not kept:
        kept.append(RegistryNames())
    return kept[0]


def connect() -> None:
    """Begin and end with each request; called once, when the app is ready."""
    for signal, sender, receiver in (
        (request_started, None, _begin),
        (request_finished, None, _end),
        (post_save, Person, _forget),
        (post_delete, Person, _forget),
    ):
        uid = f"kehoach.registry_names{receiver.__name__}"
        signal.connect(receiver, sender=sender, dispatch_uid=uid)


def _begin(**kwargs) -> None:
    _of_request.set([])


def _end(**kwargs) -> None:
    _of_request.set(None)


def _forget(**kwargs) -> None:
    if kept := _of_request.get():
        kept.clear()
