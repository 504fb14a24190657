"""What the posts of the demo school say they carry out stands in a plan of their year."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from wagtail_kehoach.decree30.reader import read

DEMO = Path(__file__).parents[2] / "example_site/portal/demo"
TODAY = dt.date(2026, 11, 25)


def data(name: str):
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def tasks_of(plan: dict) -> list[dict]:
    return [*plan["tasks"], *plan.get("said_in_text", [])]


WORD_PLAN = data("word_plan.json")
PLANS = [WORD_PLAN, *data("plans.json")]
POSTS = [*data("stories.json"), *data("foreign.json")]
TASKS = {f"{plan['key']}/{t['key']}": t for plan in PLANS for t in tasks_of(plan)}
each_post = pytest.mark.parametrize("post", POSTS, ids=lambda post: post["slug"])


def test_every_task_has_a_key_and_a_wording_of_its_own():
    for plan in PLANS:
        for name in ("key", "text"):
            said = [task[name] for task in tasks_of(plan)]
            assert len(said) == len(set(said)), plan["key"]
    assert len(TASKS) == sum(len(tasks_of(plan)) for plan in PLANS)


@each_post
def test_a_post_names_tasks_of_the_plan_of_its_school_year(post):
    assert post["tasks"]
    for key in post["tasks"]:
        assert key in TASKS
        assert key.startswith(f"{post['school_year']}/")


@each_post
def test_a_post_serves_the_theme_of_each_task_that_it_carries_out(post):
    assert {TASKS[key]["theme"] for key in post["tasks"]} <= set(post["themes"])


def test_the_word_file_says_every_task_in_the_words_of_its_key():
    file = DEMO / "ke-hoach-truyen-thong-2026-2027.docx"
    said = {task.text for task in read(file.name, file.read_bytes()).document.tasks}
    assert {task["text"] for task in tasks_of(WORD_PLAN)} <= said


def test_the_school_has_carried_out_what_fell_due_but_for_one_task():
    served = {key for post in POSTS for key in post["tasks"]}
    late = [
        task["key"]
        for task in WORD_PLAN["tasks"]
        if (day := _day(task["due_text"])) and day < TODAY
        if f"{WORD_PLAN['key']}/{task['key']}" not in served
    ]
    assert late == ["hoc-ba-so"]


def _day(wording: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(wording, "%d/%m/%Y").date()
    except ValueError:
        return None
