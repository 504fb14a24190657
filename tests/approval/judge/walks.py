"""Which function walks which road."""

from __future__ import annotations

WALKS = {}


def walks(*keys):
    """Bind the decorated function to the roads with these keys."""

    def bind(function):
        for key in keys:
            assert key not in WALKS, f"{key} has two walks"
            WALKS[key] = function
        return function

    return bind
