"""A portal with a few texts, each written, submitted and approved through the real code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section, task
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval import decisions, defaults
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.setup import set_up

from .models import BarePage, GuardedPage

SENTENCE = (
    "Nhà trường phối hợp với Ban đại diện cha mẹ học sinh tuyên truyền về năm học mới, "
    "bảo đảm thông tin chính xác, kịp thời và đúng quy định. "
)
PARAGRAPHS = 25
#: What is sent around each paragraph.
MARKUP = 65


@dataclass(frozen=True)
class Portal:
    """What the benchmark reads, edits and copies."""

    principal: object
    themes: list
    plan: Page
    long_plan: Page
    short_plan: Page
    story: Page
    bare: Page
    guarded: Page
    page_bytes: int


def make() -> Portal:
    """Set up the portal and publish its texts."""
    site = Site.objects.get(is_default_site=True)
    set_up(site)
    editor = _member("bientap", kehoach_settings.EDITORS_GROUP)
    principal = _member("hieutruong", kehoach_settings.PRINCIPALS_GROUP)
    themes = [ThemeFactory() for _ in range(5)]

    def publish(page):
        return approved(page, by=editor, principal=principal)

    plan, long_plan, short_plan = (
        publish(_plan(count, themes)) for count in (25, 40, 2)
    )
    stories = [publish(_story(plan, themes)) for _ in range(3)]
    size = len(Client().get(plan.url).content)
    holder = site.root_page.add_child(instance=BarePage(title="Trang", slug="trang"))
    bare = holder.add_child(instance=_text(BarePage, "trang-thuong", size))
    guarded = holder.add_child(instance=_text(GuardedPage, "trang-duyet", size))
    bare.save_revision().publish()
    decisions.approve_setup(guarded)
    groups = [editor.groups.get(), principal.groups.get()]
    defaults.grant_on_pages(*groups, [holder])
    return Portal(
        _fresh(principal), themes, plan, long_plan, short_plan, stories[0],
        bare, guarded, size,
    )  # fmt: skip


def _member(name: str, group: str):
    user = UserFactory(username=name, first_name="Thành", last_name="Nguyễn")
    user.groups.add(Group.objects.get(name=group))
    return user


def _fresh(user):
    """The user without the rights that Wagtail remembers on the object."""
    return type(user).objects.get(pk=user.pk)


def _plan(count: int, themes: list) -> Page:
    tasks = [
        task(
            f"Nhiệm vụ {number}: {SENTENCE}",
            theme=str(themes[number % len(themes)].pk),
            lead="Ban truyền thông",
            supporting="Đoàn Thanh niên",
            due_type="date",
            due_on=dt.date(2026, 9, 1) + dt.timedelta(days=7 * number),
        )
        for number in range(count)
    ]
    parts = [section(n, f"PHẦN {n}", f"<p>{SENTENCE * 3}</p>") for n in ("I", "II")]
    page = PlanPageFactory(body=parts, tasks=tasks)
    page.themes = themes[:2]
    return page


def _story(plan: Page, themes: list) -> Page:
    picture = get_image_model().objects.create(
        title="Sân trường", file=get_test_image_file(size=(1600, 1200))
    )
    page = StoryPageFactory(
        picture=picture,
        picture_alt="Sân trường",
        body=[("paragraph", f"<p>{SENTENCE * 4}</p>")] * 4,
    )
    page.themes = themes[:2]
    page.tasks = list(plan.kehoach_plan_tasks.all()[:2])
    return page


def _text(model: type[Page], slug: str, size: int) -> Page:
    """A page whose text makes it about ``size`` bytes long."""
    repeated = SENTENCE * (size // PARAGRAPHS // len(SENTENCE.encode()) + 1)
    whole = repeated.encode()[: size // PARAGRAPHS - MARKUP]
    paragraph = f"<p>{whole.decode(errors='ignore')}</p>"
    return model(title=slug, slug=slug, body=[("paragraph", paragraph)] * PARAGRAPHS)
