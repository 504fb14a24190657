"""The marks of a change: what went is struck through, what came is underlined."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.admin import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

#: So many unchanged words are left on each side of a change.
AROUND = 8
#: Lines that have less in common than this are shown one after the other.
ALIKE = 0.3
GAP = mark_safe('<p class="kh-gap">…</p>')


def diff_lines(before: list[str], after: list[str]) -> SafeString:
    """The lines that differ, word by word; a gap for what stays."""
    if before == after:
        return format_html(
            "<p>{}</p>", _("The words are the same; only their look has changed.")
        )
    pieces: list[SafeString] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        old, new = before[i1:i2], after[j1:j2]
        if kind == "equal":
            pieces.append(GAP)
        elif len(old) == len(new):
            pieces += [_line(diff_words(*pair)) for pair in zip(old, new, strict=True)]
        else:
            pieces += [_line(replaced(line, "")) for line in old]
            pieces += [_line(replaced("", line)) for line in new]
    return joined(pieces)


def diff_words(before: str, after: str) -> SafeString:
    """The words that differ, with a few of their neighbours.

    By words, however short: what Wagtail uses takes most Vietnamese syllables for filling.
    """
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return replaced(before, after)
    changes = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            words = _neighbours(old[i1:i2], i1 > 0, i2 < len(old) or j2 < len(new))
            changes.append(("equal", " ".join(words)))
            continue
        changes += [
            ("deletion", " ".join(old[i1:i2])),
            ("addition", " ".join(new[j1:j2])),
        ]
    return _marked(changes)


def replaced(before: str, after: str) -> SafeString:
    """One value for another."""
    return _marked([("deletion", before), ("addition", after)])


def part(title: str, html: str, sign: str = "") -> SafeString:
    """One block or row under its title."""
    return format_html(
        '<div class="comparison__child-object {}"><h4>{}</h4>{}</div>',
        sign,
        title,
        html,
    )


def described(pairs: Iterable[tuple]) -> SafeString:
    """Fields with what changed in them."""
    rows = format_html_join("", "<dt>{}</dt><dd>{}</dd>", pairs)
    return format_html("<dl>{}</dl>", rows)


def joined(pieces: Iterable[SafeString]) -> SafeString:
    return format_html_join("\n", "{}", ((piece,) for piece in pieces))


def _line(html: str) -> SafeString:
    return format_html("<p>{}</p>", html)


def _marked(changes: list[tuple[str, str]]) -> SafeString:
    said = [change for change in changes if change[1]]
    return compare.TextDiff(said, separator=" ").to_html()


def _neighbours(words: list[str], has_left: bool, has_right: bool) -> list[str]:
    """The unchanged ``words`` next to a change on either side, and a gap for the rest."""
    left = words[:AROUND] if has_left else []
    right = words[-AROUND:] if has_right else []
    if len(left) + len(right) >= len(words):
        return words
    return [*left, "…", *right]
