"""What a post says on a social network, in a few lines. Pure text."""

from __future__ import annotations

#: So many characters are read without unfolding the message; the address is one of them.
LIMITS = {"zalo": 300, "facebook": 480}


def message(title: str, lead: str, address: str, *, limit: int, label: str = "") -> str:
    """Title, lead, address and ``label`` on lines of their own, ``limit`` characters at most.

    The lead is cut between two words. The others are always whole: a label that the law
    wants on a picture goes with it.
    """
    whole = [part for part in (title, label, address) if part]
    room = limit - sum(map(len, whole)) - len("\n\n") * len(whole)
    parts = [title, shortened(lead, room), label, address]
    return "\n\n".join(filter(None, parts))


def shortened(text: str, room: int) -> str:
    """``text`` if it fits into ``room``; else its first words and “…”, or nothing."""
    text = " ".join(text.split())
    if len(text) <= room:
        return text
    if room < 2:
        return ""
    words = text[: room - 1]
    if text[room - 1] != " ":
        words = words.rpartition(" ")[0]
    words = words.rstrip(" ,;:–-")
    return f"{words}…" if words else ""
