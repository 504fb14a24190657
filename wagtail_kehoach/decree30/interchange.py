"""A reading as JSON: the shape promised to scripts and to other programs, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from .parts import (
    Annex,
    Basis,
    Block,
    Document,
    Heading,
    Paragraph,
    Period,
    Place,
    Recipient,
    ReportingDuty,
    Signatory,
    Table,
    Task,
)
from .readings import Passage, Reading, ReadingWarning
from .stretches import Stretch

_BLOCKS = {"heading": Heading, "paragraph": Paragraph, "table": Table}
_TYPE_OF = {cls: name for name, cls in _BLOCKS.items()}
_PLAIN = (
    "kind", "issuer_parent", "issuer", "number", "symbol", "place", "date_partial",
    "date_text", "title",
)  # fmt: skip


def code_of(warning: ReadingWarning) -> str:
    """Return the code: what is shown where nobody gave words for it."""
    return warning.code


def to_json(
    reading: Reading, message_for: Callable[[ReadingWarning], str] = code_of
) -> dict[str, Any]:
    """Return a reading as plain data; dates are ISO, ``message_for`` words warnings."""
    document = reading.document
    return {
        "file": reading.file,
        "is_plan": reading.is_plan,
        **{name: getattr(document, name) for name in _PLAIN[:6]},
        "date": _iso(document.date),
        **{name: getattr(document, name) for name in _PLAIN[6:]},
        "period": asdict(document.period) if document.period else None,
        "bases": [_basis_to_json(basis) for basis in document.bases],
        "sections": [_section_to_json(heading) for heading in document.headings],
        "tasks": [_task_to_json(task) for task in document.tasks],
        "recipients": [recipient.text for recipient in document.recipients],
        "signatory": asdict(document.signatory) if document.signatory else None,
        "reporting": [
            {
                "text": duty.text,
                "due": _iso(duty.due),
                "to": duty.to,
                "source": _place_to_json(duty.source),
            }
            for duty in document.reporting
        ],
        "inferred": list(reading.inferred),
        "confidence": dict(reading.confidence),
        "not_understood": list(reading.not_understood),
        "warnings": [
            {**asdict(warning), "message": str(message_for(warning))}
            for warning in reading.warnings
        ],
        "recipients_electronic": [
            recipient.text for recipient in document.recipients if recipient.electronic
        ],
        "lead_in": list(document.lead_in),
        "body": [_block_to_json(block) for block in document.body],
        "annexes": [_annex_to_json(annex) for annex in document.annexes],
        "furniture": reading.furniture,
        "source": {
            name: _place_to_json(place) for name, place in reading.sources.items()
        },
    }


def _place_to_json(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {key: value for key, value in asdict(place).items() if value is not None}


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """Return a passage of a file as plain data; kept apart from the reading."""
    said: dict[str, Any] = {"place": _place_to_json(passage.place)}
    if passage.rows is not None:
        said["rows"] = [list(row) for row in passage.rows]
    if passage.gap:
        said["gap"] = True
    return said


def _place(data: dict[str, Any] | None) -> Place | None:
    return Place(**data) if data else None


def _iso(value: dt.date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else value


def _basis_to_json(basis: Basis) -> dict[str, Any]:
    return {
        "number": basis.number,
        "date": _iso(basis.date),
        "issuer": basis.issuer,
        "text": basis.text,
        "source": _place_to_json(basis.source),
    }


def _section_to_json(heading: Heading) -> dict[str, Any]:
    # An article may have no title of its own, and a bold line no label.
    return {
        "label": heading.label or None,
        "title": heading.title or None,
        "level": heading.level,
    }


def _task_to_json(task: Task) -> dict[str, Any]:
    return {
        **asdict(task),
        "deadline": _iso(task.deadline),
        "source": _place_to_json(task.source),
    }


def _block_to_json(block: Block) -> dict[str, Any]:
    said = {"type": _TYPE_OF[type(block)], **asdict(block)}
    stretches = [stretch._asdict() for stretch in said.pop("stretches", ())]
    return {**said, "stretches": stretches} if stretches else said


def _annex_to_json(annex: Annex) -> dict[str, Any]:
    said = {"title": annex.title, "body": [_block_to_json(b) for b in annex.body]}
    asked = {} if annex.landscape is None else {"landscape": annex.landscape}
    return {**said, **asked}


def from_json(data: dict[str, Any]) -> Reading:
    """Return the reading that ``to_json`` wrote; its extra keys may be missing."""
    return Reading(
        file=data["file"],
        is_plan=data["is_plan"],
        document=_document(data),
        inferred=list(data.get("inferred") or []),
        confidence=dict(data.get("confidence") or {}),
        not_understood=list(data.get("not_understood") or []),
        warnings=[
            ReadingWarning(item["code"], item.get("original"), item.get("suggestion"))
            for item in data.get("warnings") or []
        ],
        furniture=data.get("furniture", 0),
        sources={
            name: Place(**place) for name, place in (data.get("source") or {}).items()
        },
    )


def _document(data: dict[str, Any]) -> Document:
    plain: dict[str, Any] = {name: data.get(name) for name in _PLAIN}
    document = Document(**plain)
    document.date = _date(data.get("date"))
    document.period = Period(**data["period"]) if data.get("period") else None
    document.bases = [
        Basis(
            item["text"],
            item["number"],
            _date(item["date"]),
            item["issuer"],
            _place(item.get("source")),
        )
        for item in data.get("bases") or []
    ]
    document.lead_in = list(data.get("lead_in") or [])
    document.body = _body(data)
    document.tasks = [
        Task(
            **{
                **item,
                "deadline": _date(item.get("deadline")),
                "source": _place(item.get("source")),
            }
        )
        for item in data.get("tasks") or []
    ]
    document.reporting = [
        ReportingDuty(
            item["text"],
            _date_or_words(item["due"]),
            item.get("to"),
            _place(item.get("source")),
        )
        for item in data.get("reporting") or []
    ]
    document.recipients = _recipients(data)
    document.signatory = (
        Signatory(**data["signatory"]) if data.get("signatory") else None
    )
    document.annexes = [
        Annex(
            item["title"],
            [_block(block) for block in item["body"]],
            item.get("landscape"),
        )
        for item in data.get("annexes") or []
    ]
    return document


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _date_or_words(text: str | None) -> dt.date | str | None:
    try:
        return _date(text)
    except ValueError:
        return text


def _body(data: dict[str, Any]) -> list[Block]:
    """Return the body, or at least its headings where only those were written."""
    if "body" in data:
        return [_block(item) for item in data["body"]]
    return [
        Heading(item["label"] or "", item["title"] or "", item["level"])
        for item in data.get("sections") or []
    ]


def _block(item: dict[str, Any]) -> Block:
    fields = {name: value for name, value in item.items() if name != "type"}
    if stretches := fields.pop("stretches", None):
        fields["stretches"] = tuple(Stretch(**stretch) for stretch in stretches)
    return _BLOCKS[item["type"]](**fields)


def _recipients(data: dict[str, Any]) -> list[Recipient]:
    electronic = set(data.get("recipients_electronic") or [])
    texts = data.get("recipients") or []
    return [Recipient(text, text in electronic) for text in texts]
