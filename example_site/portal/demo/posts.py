"""The demo school's stories and foreign-information items."""

from __future__ import annotations

import html
from decimal import Decimal

from wagtail_kehoach.models import (
    PlanTask,
    RecognitionTitle,
    SchoolYear,
    StoryCampaign,
    Theme,
)
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    ForeignInfoPage,
    StoryIndexPage,
    StoryPage,
)

from .approve import publish_as_of, submit_and_approve
from .files import picture
from .plans import day


def load(
    users: dict, stories: list[dict], items: list[dict], tasks: dict[str, PlanTask]
) -> None:
    """Every story and item with the tasks that it names by key, approved, oldest first."""
    StoryCampaign.objects.get_or_create(
        topic="Gương sáng quanh em, học kỳ II",
        defaults={
            "details": "Kể một người thật, việc thật trong năm học này.",
            "max_words": 2500,
            "max_photos": 5,
            "deadline": day("2027-03-15"),
        },
    )
    for entries, parent, make in (
        (stories, StoryIndexPage.objects.get(), make_story),
        (items, ForeignInfoIndexPage.objects.get(), make_item),
    ):
        for entry in sorted(entries, key=lambda e: e["date"]):
            page = make(entry)
            name_what_it_serves(page, entry, tasks)
            parent.add_child(instance=page)
            submit_and_approve(
                page, editor=users["bientap"], principal=users["hieutruong"]
            )
            publish_as_of(page, page.post_date)


def make_story(entry: dict) -> StoryPage:
    """A story page, not saved, of one entry of ``stories.json``."""
    commendation = entry["commendation"] or {}
    nomination = entry.get("nomination", {})
    return StoryPage(
        subject=entry["subject"],
        subject_kind=entry["subject_kind"],
        audience=entry["audience"],
        achievement=entry["achievement"],
        commendation_title=commendation.get("title", ""),
        commendation_number=commendation.get("number", ""),
        commendation_date=day(commendation.get("date")),
        commendation_body=commendation.get("body", ""),
        recognition=recognition_in(commendation.get("title", "")),
        nominated_to=nomination.get("to", ""),
        nominated_on=day(nomination.get("on")),
        nomination_state=nomination.get("state", ""),
        **common(entry),
    )


def recognition_in(title: str) -> RecognitionTitle | None:
    """The title of commendation with which these words begin."""
    return next(
        (t for t in RecognitionTitle.objects.all() if title.startswith(t.name)), None
    )


def make_item(entry: dict) -> ForeignInfoPage:
    """A foreign-information page, not saved, of one entry of ``foreign.json``."""
    page = ForeignInfoPage(
        content_group=entry["content_group"],
        form=entry["form"],
        countries=entry["countries"],
        partners="\n".join(entry["partners"]),
        event=entry["event"] or "",
        event_starts_on=day(entry["starts_on"]),
        event_ends_on=day(entry["ends_on"]),
        event_place=entry["place"] or "",
        **common(entry),
    )
    page.legal_documents = [
        ("document", {**d, "number": d["number"] or "", "date": day(d["date"])})
        for d in entry["legal_documents"]
    ]
    return page


def common(entry: dict) -> dict:
    """The fields that every post has."""
    return {
        "title": entry["title"],
        "slug": entry["slug"],
        "lead": entry["lead"],
        "post_date": day(entry["date"]),
        "school_year": SchoolYear.objects.get(starts_on__year=entry["school_year"][:4]),
        "picture": picture(entry["picture"], entry["picture_alt"]),
        "picture_alt": entry["picture_alt"],
        "picture_caption": entry["picture_caption"],
        "body": [block(b) for b in entry["body"]],
        "search_description": entry["lead"],
        "live": False,
    }


def name_what_it_serves(page, entry: dict, tasks: dict[str, PlanTask]) -> None:
    """Name the themes and tasks of ``entry``; a name or key that is unknown stops."""
    themes = {theme.name: theme for theme in Theme.objects.all()}
    page.themes = [themes[name] for name in entry["themes"]]
    page.tasks = [tasks[key] for key in entry["tasks"]]


def block(entry: dict):
    """A block of the body."""
    text = entry["text"]
    if entry["type"] == "paragraph":
        return ("paragraph", f"<p>{html.escape(text, quote=False)}</p>")
    if entry["type"] == "quote":
        return ("quote", {"text": text, "by": entry.get("by") or ""})
    if entry["type"] == "figures":
        rows = [
            {"label": label, "value": Decimal(str(value))}
            for label, value in entry["figures"]
        ]
        facts = {"unit": entry["unit"], "source": entry["source"], "bars": True}
        return ("figures", {"title": text, "figures": rows, **facts})
    return ("heading", text)
