"""Lines of the file that found no place in the draft: where they may go."""

from __future__ import annotations

import html
import re
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from ..decree30 import layout
from ..decree30.parts import Paragraph, ReportingDuty
from ..exceptions import ComparisonRefused
from .blocks import DueType
from .documents import period_of
from .draft_texts import field_words, section_words
from .filling import duty_value
from .header_lines import fill_field
from .waiting import FIELDS, KINDS, label_of

if TYPE_CHECKING:
    from .models import PlanPageMixin


class Target(NamedTuple):
    """A place that a line may be given."""

    key: str
    label: str


class Targets(NamedTuple):
    """Places of one kind; those of the first kind need no heading."""

    heading: str
    choices: list[Target]


def targets(page: PlanPageMixin) -> list[Targets]:
    """What a line may become, the fields it may fill, the sections it may end."""
    said = {name: field_words(page, name) for name in FIELDS}
    sections = [
        Target(f"section:{child.id}", section_words(child)[:80])
        for child in page.body
        if child.block_type == "section"
    ]
    groups = [
        Targets("", [Target(key, str(label)) for key, (_f, label) in KINDS.items()]),
        Targets(
            _("Empty fields of the header"),
            [_field(name) for name, now in said.items() if not now],
        ),
        Targets(_("At the end of a section"), sections),
        Targets(
            _("Fields that say something already"),
            [_field(name, now) for name, now in said.items() if now],
        ),
    ]
    return [group for group in groups if group.choices]


def _field(name: str, now: str = "") -> Target:
    label = label_of(name)
    if now:
        says = now if len(now) <= 40 else f"{now[:39]}…"
        label = _("%(field)s, now “%(now)s”") % {"field": label, "now": says}
    return Target(f"field:{name}", label)


def place(
    page: PlanPageMixin, texts: list[str], target: str, *, replace: bool = False
) -> list[dict[str, Any]]:
    """Put lines where ``target`` says; return what is noted of each. Saves nothing."""
    kind, _colon, name = target.partition(":")
    if kind == "section":
        made = [_end_section(page, name, text) for text in texts]
    elif kind == "field" and name in FIELDS:
        return [_fill(page, name, texts, replace=replace)] * len(texts)
    elif target in _NEW:
        made = [_append(page, kind, text) for text in texts]
    else:
        raise ComparisonRefused(_("Choose where these lines belong."))
    return [{"how": target, "block": block} for block in made]


def _fill(
    page: PlanPageMixin, name: str, texts: list[str], *, replace: bool
) -> dict[str, Any]:
    """Fill a field with lines; one that says something gives way only if it may."""
    before = field_words(page, name)
    if before and not replace:
        raise ComparisonRefused(
            _(
                "“%(field)s” says “%(now)s” already. Tick “%(tick)s” to put these lines "
                "in its place."
            )
            % {
                "field": label_of(name),
                "now": before,
                "tick": _("Replace what the field says"),
            }
        )
    fill_field(page, name, " ".join(texts))
    return {
        "how": f"field:{name}",
        "before": before,
        "said": field_words(page, name),
    }


def _append(page: PlanPageMixin, kind: str, text: str) -> str:
    block, value = _NEW[kind]
    made = str(uuid.uuid4())
    getattr(page, KINDS[kind][0]).append((block, value(page, text), made))
    return made


def _task(page: PlanPageMixin, text: str) -> dict[str, Any]:
    return {"text": text, "due_type": DueType.NONE, "in_table": True}


def _duty(page: PlanPageMixin, text: str) -> dict[str, Any]:
    """The line as it is; when and to whom where it says so once."""
    from ..decree30.reader.reporting import reports_in  # noqa: PLC0415 -- slow import

    found = reports_in([Paragraph(text)], period_of(page))
    due, to = (found[0].due, found[0].to) if len(found) == 1 else (None, None)
    return duty_value(page, ReportingDuty(text, due, to))


_NEW = {
    "task": ("task", _task),
    "reporting": ("duty", _duty),
    "basis": ("basis", lambda page, text: {"text": text}),
    "recipient": ("recipient", lambda page, text: text),
}


#: The mark behind the last word of a text: what is added goes before it.
_END = re.compile(r"\s*\./\.?(?=(?:</\w{1,6}>)*\s*</(?:p|li)>\s*(?:</[uo]l>\s*)?$)")


def _end_section(page: PlanPageMixin, key: str, text: str) -> str:
    for child in page.body:
        if child.block_type == "section" and child.id == key:
            said = child.value.get("text")
            source, ended = _END.subn(".", said.source if said else "")
            words = layout.with_end_of_text(text) if ended else text
            paragraph = f"<p>{html.escape(words, quote=False)}</p>"
            child.value["text"] = RichText(source + paragraph)
            return key
    raise ComparisonRefused(_("This section is not in the draft any more."))
