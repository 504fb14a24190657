"""What an alias may show: what its public source shows, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import digest, queries, rules

if TYPE_CHECKING:
    from django.db import models

    from .models import Approval


def source_approval(obj: models.Model, source_id: Any) -> Approval | None:
    """The approval of the live page that the alias ``obj`` shows, or ``None``.

    May be an emergency, which passes to no other page.
    """
    source = type(obj)._base_manager.filter(pk=source_id, live=True).first()
    while source is not None and source.alias_of_id:
        source = (
            type(obj)._base_manager.filter(pk=source.alias_of_id, live=True).first()
        )
    return queries.live_approval(source) if source is not None else None


def is_faithful_newborn(alias: models.Model) -> bool:
    """Whether the new ``alias`` adds no text, no reader and no foreign address."""
    if why_not_alias(alias) or _is_of_emergency(alias, alias.alias_of_id):
        return False
    source = type(alias)._base_manager.get(pk=alias.alias_of_id)
    if _lacks_its_language(alias, source):
        return False
    around = set(alias.get_parent().get_view_restrictions())
    return set(source.get_view_restrictions()) <= around


def keep_draft(obj: models.Model) -> None:
    """Wagtail puts aliases live even when their source is only scheduled.

    Or when their source is public before a principal accepted it.
    """
    source_id = getattr(obj, "alias_of_id", None)
    if source_id is None:
        return
    source = type(obj)._base_manager.filter(pk=source_id, live=True).first()
    if (
        source is None
        or _lacks_its_language(obj, source)
        or _is_of_emergency(obj, source_id)
    ):
        obj.live = False
        obj.has_unpublished_changes = True


def _lacks_its_language(alias: models.Model, source: models.Model) -> bool:
    return alias.each_language_apart and alias.locale_id != source.locale_id


def _is_of_emergency(alias: models.Model, source_id: Any) -> bool:
    """Whether what ``alias`` shows was accepted by no principal yet."""
    approval = source_approval(alias, source_id)
    return approval is not None and approval.is_emergency


def why_not_alias(alias: models.Model) -> str | None:
    """Return why ``alias`` may not be public as it is, or ``None``."""
    source = type(alias)._base_manager.filter(pk=alias.alias_of_id, live=True).first()
    if source is None or not shows_same(alias, source):
        return rules.not_approved()
    return None


def shows_same(alias: models.Model, source: models.Model) -> bool:
    """Whether ``alias`` says what ``source`` says. It may have an address of its own.

    Wagtail copies many-to-many values to an alias only after it is written.
    """
    own = {"slug"}
    if alias._state.adding:
        own |= {f.name for f in digest.get_all_child_m2m_relations(alias)}
    shown, approved = digest.visible_text(alias), digest.visible_text(source)
    return all(shown.get(name) == approved[name] for name in approved.keys() - own)
