"""Days in the blocks of a portal's own pages, which Wagtail takes for no text."""

import datetime as dt

from wagtail.blocks import (
    CharBlock,
    DateBlock,
    DateTimeBlock,
    ListBlock,
    StreamBlock,
    StructBlock,
)

from wagtail_kehoach.search.dated import days_in


def test_days_are_found_however_deep_they_lie():
    notice = StructBlock([("day", DateBlock()), ("text", CharBlock())])
    block = StreamBlock(
        [("notice", notice), ("days", ListBlock(DateBlock())), ("at", DateTimeBlock())]
    )
    value = block.to_python(
        [
            {"type": "notice", "value": {"day": "2026-11-05", "text": "Họp"}},
            {"type": "days", "value": ["2026-11-06", "2026-11-07"]},
            {"type": "at", "value": "2026-11-08T20:00:00+07:00"},
            {"type": "notice", "value": {"day": None, "text": "Họp"}},
        ]
    )

    assert list(days_in(value)) == [dt.date(2026, 11, day) for day in (5, 6, 7, 8)]
