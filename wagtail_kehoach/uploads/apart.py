"""Reading where it cannot take the web worker down: in a process that may die."""

from __future__ import annotations

import pickle
from typing import Any

from .. import processes
from ..decree30.refusals import ReadingRefused
from .child import Answer, Asked, answer


def read_apart(asked: Asked, *, seconds: float) -> Any:
    """What the reader makes of a file, from a process of its own.

    Raises ``ReadingRefused``: as the reader does, with ``too-slow`` after ``seconds``, and
    with ``corrupt`` when the process died, ``interrupted`` when something ended it. Where
    no interpreter is found (a server with one built in), the file is read here.
    """
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
