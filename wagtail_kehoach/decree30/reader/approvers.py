"""Two signatures of which one decides: "DUYỆT CỦA HIỆU TRƯỞNG" beside "NGƯỜI LẬP".

The head signs the plan, on whichever side; who drew it up is no signatory.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..parts import Signatory
from .signatures import PREFIX
from .wording import fold, pattern

_APPROVES = pattern(r"^(?:phe )?duyet(?= cua |$)")
_HEADS = pattern(r"\b(?:hieu truong|giam doc|truong phong|chu tich)\b")
_DREW_UP = pattern(r"^nguoi (?:lap|viet|xay dung)\b")


@dataclass
class Group:
    """Offices that stand together, and the name below them."""

    roles: list[str] = field(default_factory=list)
    name: str | None = None


def tell_who_decides(roles: list[str]) -> bool:
    """Tell whether an office says that somebody approves, or only drew the plan up."""
    drawn_up = [_drew_up(role) for role in roles]
    return any(map(_approves, roles)) or (any(drawn_up) and not all(drawn_up))


def _approves(role: str) -> bool:
    return _APPROVES.match(fold(role)) is not None


def _drew_up(role: str) -> bool:
    return _DREW_UP.match(fold(role)) is not None


def who_decides(said: list[tuple[str, bool]]) -> tuple[Signatory, list[str]]:
    """Return who approves, and what the others say.

    ``said`` are the offices and names in their order, each with whether it is a name.
    """
    groups = _groups(said)
    signs = next((g for g in groups if any(map(_approves, g.roles))), None) or next(
        g for g in groups if g.roles and not any(map(_drew_up, g.roles))
    )
    others = [line for g in groups if g is not signs for line in (*g.roles, g.name)]
    authority = " ".join(role for role in signs.roles if PREFIX.match(role))
    plain = [role for role in signs.roles if not PREFIX.match(role)]
    position = plain.pop() if plain else None
    left = [*plain, *(line for line in others if line)]
    return Signatory(authority or None, position, signs.name), left


def _groups(said: list[tuple[str, bool]]) -> list[Group]:
    roles = [text for text, is_name in said if not is_name]
    names = [text for text, is_name in said if is_name]
    side_by_side = said[: len(roles)] == [(role, False) for role in roles]
    if side_by_side and len(roles) == len(names):
        return [Group([role], name) for role, name in zip(roles, names, strict=True)]
    groups = [Group()]
    for text, is_name in said:
        group = groups[-1]
        if is_name:
            group.name = text
            groups.append(Group())
        elif group.roles and _is_another(text, group.roles):
            groups.append(Group([text]))
        else:
            group.roles.append(text)
    return [group for group in groups if group.roles or group.name]


def _is_another(role: str, above: list[str]) -> bool:
    """Tell whether an office is another person's, though no name stands between."""
    heads = _HEADS.search(fold(role)) is not None
    return _approves(role) or _drew_up(role) or (heads and any(map(_drew_up, above)))
