"""What a school's own template may ask for: a name for each part of a document.

The names are Vietnamese without accents, because those who write templates are. They are
promised to schools: see docs/vi/mau-word.md.
"""

from __future__ import annotations

from typing import Any

from wagtail_kehoach.decree30 import layout
from wagtail_kehoach.decree30.parts import (
    Basis,
    Document,
    Recipient,
    ReportingDuty,
    Signatory,
    Task,
)
from wagtail_kehoach.decree30.word import drafting
from wagtail_kehoach.decree30.word.closing import printed_offices, printed_recipients
from wagtail_kehoach.decree30.word.opening import printed_bases

#: What stands in the place of a whole paragraph: the text, the annexes, and lines that are
#: as long or as large as the text on them asks for.
BODY, ANNEXES = "noi_dung", "phu_luc"
ISSUER_RULE, TITLE_RULE = "gach_co_quan", "gach_trich_yeu"
DATE_LINE = "dong_dia_danh_ngay"
WHOLE = (BODY, ANNEXES, ISSUER_RULE, TITLE_RULE, DATE_LINE)
#: What every document has a place for, each with what may stand there instead.
PLACES = (
    ("so_ky_hieu", "so"),
    ("dia_danh_ngay", DATE_LINE, "ngay_ban_hanh"),
    ("trich_yeu",),
    ("can_cu",),
    ("mo_dau",),
    (BODY,),
    ("noi_nhan",),
    ("noi_nhan_dien_tu",),
    ("chuc_vu_ky",),
    ("nguoi_ky",),
    (ANNEXES,),
)
#: A document with one of everything, to know the names behind each list.
ONE_OF_EACH = Document(
    bases=[Basis("Căn cứ")],
    lead_in=["Mở đầu"],
    tasks=[Task("Việc")],
    reporting=[ReportingDuty("Báo cáo")],
    recipients=[Recipient("Nơi nhận"), Recipient("Nơi nhận", electronic=True)],
)


def values(document: Document, *, draft: bool) -> dict[str, Any]:
    """Return the text behind each placeholder; nothing but texts and lists of them."""
    return {**_opening(document, draft=draft), **_lists(document), **_closing(document)}


def _opening(document: Document, *, draft: bool) -> dict[str, str]:
    place_and_date = layout.place_and_date(
        document.place, document.date, document.date_partial
    )
    return {
        "du_thao": drafting.MARK if draft else "",
        "co_quan_chu_quan": (document.issuer_parent or "").upper(),
        "co_quan_ban_hanh": (document.issuer or "").upper(),
        "so": document.number or "",
        "ky_hieu": document.symbol or "",
        "so_ky_hieu": layout.number_and_symbol(document.number, document.symbol),
        "dia_danh": document.place or "",
        "ngay_ban_hanh": place_and_date.partition(", ")[2],
        "dia_danh_ngay": place_and_date,
        "ten_loai": (document.kind or "").upper(),
        "trich_yeu": document.title or "",
        "thoi_gian": document.period.text if document.period else "",
    }


def _lists(document: Document) -> dict[str, list[Any]]:
    return {
        "can_cu": printed_bases(document.bases),
        "mo_dau": document.lead_in,
        "nhiem_vu": [
            _task(place, task) for place, task in enumerate(document.tasks, start=1)
        ],
        "bao_cao": [_report(duty) for duty in document.reporting],
        "noi_nhan": printed_recipients(
            [line for line in document.recipients if not line.electronic]
        ),
        "noi_nhan_dien_tu": printed_recipients(
            [line for line in document.recipients if line.electronic]
        ),
    }


def _task(place: int, task: Task) -> dict[str, str]:
    day = f"{task.deadline:%d/%m/%Y}" if task.deadline else ""
    return {
        "stt": str(place),
        "noi_dung": task.text,
        "chu_tri": task.responsible or "",
        "phoi_hop": "; ".join(task.supporting),
        "thoi_gian": task.deadline_text or day,
        "ket_qua": task.expected_result or "",
    }


def _report(duty: ReportingDuty) -> dict[str, str]:
    due = duty.due or ""
    return {
        "noi_dung": duty.text,
        "thoi_han": due if isinstance(due, str) else f"{due:%d/%m/%Y}",
        "noi_nhan": duty.to or "",
    }


def _closing(document: Document) -> dict[str, str]:
    signatory = document.signatory or Signatory()
    *authority, position = printed_offices(signatory) or [""]
    return {
        "quyen_han_ky": "".join(authority),
        "chuc_vu_ky": position,
        "nguoi_ky": signatory.name or "",
    }
