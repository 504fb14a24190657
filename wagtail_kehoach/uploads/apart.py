"""Reading where it cannot take the web worker down: in a process that may die."""

from __future__ import annotations

import pickle
from typing import Any

from .. import processes
from ..conf import kehoach_settings
from ..decree30.refusals import ReadingRefused
from .child import Answer, Asked, answer
from .turns import NoPlace, a_turn

#: Seconds that a request stands still for its turn: others need the worker that it holds.
PATIENCE = 3


def read_apart(asked: Asked, *, seconds: float) -> Any:
    """What the reader makes of a file, from a process of its own.

    Raises ``ReadingRefused``: as the reader does, with ``busy`` where others read all the
    while, with ``too-slow`` after ``seconds``, and with ``corrupt`` when the process died,
    ``interrupted`` when something ended it. Where no interpreter is found (a server with
    one built in), the file is read here.
    """
    try:
        with a_turn(kehoach_settings.IMPORT_AT_ONCE, patience=PATIENCE):
            return _read(asked, seconds)
    except NoPlace as error:
        raise ReadingRefused("busy") from error


def _read(asked: Asked, seconds: float) -> Any:
    try:
        said = processes.run(
            f"{__package__}.child", pickle.dumps(tuple(asked)), seconds=seconds
        )
    except processes.PythonMissing:
        return _taken(answer(asked))
    except processes.TookTooLong as error:
        raise ReadingRefused("too-slow", str(error)) from error
    except processes.Died as error:
        code = "interrupted" if error.was_ended else "corrupt"
        raise ReadingRefused(code, str(error)) from error
    return _taken(Answer(*pickle.loads(said)))  # noqa: S301 -- from our own process


def _taken(answer: Answer) -> Any:
    if answer.code:
        raise ReadingRefused(answer.code, answer.detail)
    return answer.read
