"""A stretch of code that may only draft guarded texts, whatever it tries to write."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_drafting: ContextVar[bool] = ContextVar("kehoach_drafting", default=False)


@contextmanager
def drafts_only(on: bool = True) -> Iterator[None]:
    """Inside, saving a public row with another text keeps the row; its revisions are saved.

    For foreign code that writes the public row first and asks afterwards.
    """
    token = _drafting.set(on)
    try:
        yield
    finally:
        _drafting.reset(token)


def is_on() -> bool:
    """Whether only drafts are written now."""
    return _drafting.get()
