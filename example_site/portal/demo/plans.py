"""The demo school's plans: one read from Word, one of last year, one waiting."""

from __future__ import annotations

import datetime as dt

from wagtail_kehoach.models import Theme
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.imports import make_draft, read_file

from .approve import publish_as_of, submit, submit_and_approve
from .files import HERE, read

WORD_FILE = HERE / "ke-hoach-truyen-thong-2026-2027.docx"


def load(users: dict, entries: list[dict]) -> None:
    """This year's plan from its Word file, and the others that are approved."""
    index = PlanIndexPage.objects.get()
    reading = read_file(WORD_FILE.name, WORD_FILE.read_bytes())
    plan = make_draft(reading, parent=index, user=users["bientap"])
    plan.slug = WORD_FILE.stem
    plan.themes = list(Theme.objects.all())
    _give_themes(plan)
    _approve(plan, users)
    for entry in entries:
        if entry["number"]:
            page = make_page(entry)
            index.add_child(instance=page)
            _approve(page, users)


def leave_waiting(users: dict) -> None:
    """Submit the plan that has no number yet, for the principal to find."""
    index = PlanIndexPage.objects.get()
    for entry in read("plans.json"):
        if not entry["number"]:
            page = make_page(entry)
            index.add_child(instance=page)
            submit(page, editor=users["bientap"])


def _approve(page: PlanPage, users: dict) -> None:
    submit_and_approve(page, editor=users["bientap"], principal=users["hieutruong"])
    if page.issued_on:
        publish_as_of(page, page.issued_on)


def _give_themes(plan: PlanPage) -> None:
    """Name a theme for each task of the imported plan, as an editor would."""
    words = {
        "đối ngoại": 4, "giao lưu": 4, "số": 3, "trực tuyến": 3, "gương": 2,
        "an toàn": 1, "bạo lực": 1, "sức khỏe": 1,
    }  # fmt: skip
    themes = list(Theme.objects.order_by("sort_order"))
    for task in plan.tasks:
        text = task.value["text"].lower()
        place = next((p for word, p in words.items() if word in text), 0)
        task.value["theme"] = str(themes[place].pk)


def make_page(entry: dict) -> PlanPage:
    """A plan page, not saved, of one entry of ``plans.json``."""
    themes = {theme.name: theme for theme in Theme.objects.all()}
    named = {task["theme"] for task in entry["tasks"] if task["theme"]}
    period = entry["period"]
    page = PlanPage(
        title=entry["title"],
        slug=entry["slug"],
        superior_body="UBND XÃ TÂN PHÚ TRUNG",
        issuing_body="TRƯỜNG THCS BÌNH MINH",
        number=entry["number"] or "",
        symbol=entry["symbol"],
        place=entry["place"],
        issued_on=day(entry["date"]),
        period_type=period["type"],
        starts_on=dt.date(period["start"], 9, 1),
        ends_on=dt.date(period["end"], 5, 31),
        period_text=period["text"],
        lead_in=entry["lead_in"],
        live=False,
        **signatory(entry["signatory"]),
    )
    page.legal_bases = [
        ("basis", {**b, "number": b["number"] or "", "date": day(b["date"])})
        for b in entry["bases"]
    ]
    page.body = [("section", section(s)) for s in entry["sections"]]
    page.body.append(("task_table", None))
    page.tasks = [("task", task(t, themes)) for t in entry["tasks"]]
    page.reporting = [
        ("duty", {**d, "due_on": day(d["due_on"])}) for d in entry["reporting"]
    ]
    page.recipients = [("recipient", line) for line in entry["recipients"]]
    page.themes = [themes[name] for name in sorted(named)]
    return page


def signatory(entry: dict) -> dict:
    """The fields of the signatory."""
    return {
        "authority": entry["authority"] or "",
        "signatory_position": entry["position"],
        "signatory_name": entry["name"],
    }


def section(entry: dict) -> dict:
    """A section with its paragraphs as rich text."""
    text = ""
    for paragraph in entry["paragraphs"]:
        marker = paragraph["marker"]
        if marker == "-":
            text += f"<ul><li>{paragraph['text']}</li></ul>"
        else:
            text += f"<p>{marker + ' ' if marker else ''}{paragraph['text']}</p>"
    return {
        "number": entry["label"],
        "title": entry["title"],
        "level": entry["level"],
        "text": text.replace("</ul><ul>", ""),
    }


def task(entry: dict, themes: dict[str, Theme]) -> dict:
    """A task block."""
    theme = themes.get(entry["theme"])
    return {
        "text": entry["text"],
        "theme": str(theme.pk) if theme else "",
        "lead": entry["lead"],
        "supporting": "; ".join(entry["supporting"]),
        "due_type": entry["due_type"],
        "due_on": day(entry["due_on"]),
        "due_text": entry["due_text"] or "",
        "result": entry["result"] or "",
        "in_table": True,
    }


def day(text: str | None) -> dt.date | None:
    """An ISO date, or nothing."""
    return dt.date.fromisoformat(text) if text else None
