"""The demo school's plans: one read from Word, one of last year, one waiting."""

from __future__ import annotations

import datetime as dt

from wagtail_kehoach.models import PlanTask, Theme
from wagtail_kehoach.pages.models import PlanIndexPage, PlanPage
from wagtail_kehoach.plans.imports import make_draft, read_file
from wagtail_kehoach.plans.queries import active_tasks
from wagtail_kehoach.uploads.files import file_digest

from .approve import publish_as_of, submit, submit_and_approve
from .files import HERE, read

WORD_FILE = HERE / "ke-hoach-truyen-thong-2026-2027.docx"


def load(users: dict, word_entry: dict, entries: list[dict]) -> dict[str, PlanTask]:
    """This year's plan from its Word file, and the others that are approved.

    Returns their tasks by the keys that posts name: ``2026-2027/phong-trao-doc``.
    """
    index = PlanIndexPage.objects.get()
    plan = _from_word(index, users, word_entry)
    tasks = _tasks_by_key(plan, word_entry)
    for entry in entries:
        if entry["number"]:
            page = make_page(entry)
            index.add_child(instance=page)
            _approve(page, users)
            tasks |= _tasks_by_key(page, entry)
    return tasks


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


def _from_word(index: PlanIndexPage, users: dict, entry: dict) -> PlanPage:
    """The plan as it was read from the Word file, reviewed and approved."""
    data = WORD_FILE.read_bytes()
    plan = make_draft(
        read_file(WORD_FILE.name, data),
        parent=index,
        user=users["bientap"],
        digest=file_digest(data),
    )
    plan.slug = WORD_FILE.stem
    plan.themes = list(Theme.objects.all())
    _review(plan, entry)
    _approve(plan, users)
    return plan


def _review(plan: PlanPage, entry: dict) -> None:
    """Give each task its theme and drop sentences that are no tasks, as an editor would."""
    themes = {theme.name: str(theme.pk) for theme in Theme.objects.all()}
    named = {task["text"]: task["theme"] for task in _tasks_of(entry)}
    plan.tasks = [
        ("task", {**child.value, "theme": themes.get(named[child.value["text"]], "")})
        for child in plan.tasks
        if child.value["text"] in named
    ]


def _tasks_of(entry: dict) -> list[dict]:
    return [*entry["tasks"], *entry.get("said_in_text", [])]


def _tasks_by_key(page: PlanPage, entry: dict) -> dict[str, PlanTask]:
    """The tasks of a live plan by their keys; each key must find its task."""
    running = {task.text: task for task in active_tasks(page)}
    return {
        f"{entry['key']}/{task['key']}": running[task["text"]]
        for task in _tasks_of(entry)
    }


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
        starts_on=day(period["starts_on"]),
        ends_on=day(period["ends_on"]),
        period_text=period["text"],
        lead_in=entry["lead_in"],
        live=False,
        **signatory(entry["signatory"]),
    )
    page.legal_bases = [
        ("basis", {**b, "number": b["number"] or "", "date": day(b["date"])})
        for b in entry["bases"]
    ]
    for part in entry["sections"]:
        page.body.append(("section", section(part)))
        if part["label"] == entry["tasks_after"]:
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
