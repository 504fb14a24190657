"""Secrets of links that need no signing in, and how often they may be tried."""

from __future__ import annotations

import hashlib
import secrets

from django.core.cache import cache

#: What ``new_secret`` makes, in an address.
PATTERN = r"(?P<secret>[A-Za-z0-9_-]{43})"
WINDOW = 10 * 60
KNOWN_LIMIT = 60
UNKNOWN_LIMIT = 20


def new_secret() -> str:
    """256 random bits, as they stand in the address of a link."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is stored of ``secret``."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_too_often(link: str | None, address: str) -> bool:
    """Whether a link, or somebody who guesses links, asks more often than people do.

    ``link`` names one that exists. Guesses are counted apart: behind a proxy everybody
    has one address, and nobody who holds a link should be kept out by somebody who does
    not.
    """
    if link is None:
        return exceeds(f"guess.{hash_of(address)}", UNKNOWN_LIMIT)
    return exceeds(f"link.{link}", KNOWN_LIMIT)


def exceeds(name: str, limit: int) -> bool:
    """Count one more of ``name``; whether there are more than ``limit`` in ten minutes."""
    key = f"wagtail_kehoach.{name}"
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) > limit
    except ValueError:  # It ended between the two lines.
        return False
