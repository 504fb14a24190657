"""Pages below the index pages of the set-up portal. Always drafts: see ``approved``."""

import datetime as dt

import factory
import wagtail_factories

from wagtail_kehoach.models import RecognitionTitle, SchoolYear
from wagtail_kehoach.pages.models import (
    ForeignInfoIndexPage,
    ForeignInfoPage,
    PlanIndexPage,
    PlanPage,
    StoryIndexPage,
    StoryPage,
)


class PlanPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = PlanPage

    parent = factory.LazyFunction(PlanIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Truyền thông năm học thứ {n}")
    slug = factory.Sequence(lambda n: f"ke-hoach-{n}")
    issuing_body = "TRƯỜNG THCS BÌNH MINH"
    starts_on = dt.date(2026, 9, 1)
    ends_on = dt.date(2027, 5, 31)
    body = factory.LazyFunction(lambda: [section("I", "MỤC ĐÍCH", "<p>Để biết.</p>")])
    signatory_position = "HIỆU TRƯỞNG"
    signatory_name = "Trần Quốc Toản"
    live = False


class StoryPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = StoryPage

    parent = factory.LazyFunction(StoryIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Gương sáng số {n}")
    slug = factory.Sequence(lambda n: f"guong-sang-{n}")
    subject = "Cô Nguyễn Thị Lan"
    lead = "Cô dạy chữ cho cả xóm."
    post_date = dt.date(2026, 11, 20)
    school_year = factory.LazyFunction(SchoolYear.objects.first)
    live = False

    class Params:
        commended = factory.Trait(
            recognition=factory.LazyFunction(
                lambda: RecognitionTitle.objects.get(name="Giấy khen")
            ),
            commendation_title="Giấy khen",
            commendation_number="318/QĐ-UBND",
            commendation_date=dt.date(2026, 11, 18),
        )


class ForeignInfoPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ForeignInfoPage

    parent = factory.LazyFunction(ForeignInfoIndexPage.objects.get)
    title = factory.Sequence(lambda n: f"Giao lưu lần {n}")
    slug = factory.Sequence(lambda n: f"giao-luu-{n}")
    lead = "Học sinh hai nước gặp nhau."
    post_date = dt.date(2026, 11, 10)
    school_year = factory.LazyFunction(SchoolYear.objects.first)
    countries = ["LA"]
    live = False


def section(number, title, text="", level=1):
    """A section of a plan's body."""
    return (
        "section",
        {"number": number, "title": title, "level": level, "text": text},
    )


def task(text, **said):
    """A task of a plan."""
    empty = {
        "theme": "", "lead": "", "supporting": "", "due_type": "none", "due_on": None,
        "due_text": "", "result": "", "in_table": True,
    }  # fmt: skip
    return ("task", {"text": text, **empty, **said})
