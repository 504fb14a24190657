"""A day in a StreamField: Wagtail's own in what it stores, lighter in what it draws."""

import datetime as dt
import json

from wagtail.admin.telepath import JSContext
from wagtail.blocks import DateBlock, StructBlock
from wagtail.blocks.definition_lookup import BlockDefinitionLookupBuilder

from wagtail_kehoach.organisation.day_block import DayBlock


def test_a_day_is_typed_as_in_every_field_of_the_admin():
    ours, theirs = DayBlock(required=False), DateBlock(required=False)
    day = dt.date(2026, 10, 1)

    written = ours.field.widget.format_value(day)

    assert written == theirs.field.widget.format_value(day)
    assert ours.clean(written) == day
    assert ours.clean("") is None


def test_its_calendar_is_drawn_when_somebody_turns_to_it():
    packed = json.dumps(JSContext().pack(StructBlock([("due_on", DayBlock())])))

    assert '"lazyInit": true' in packed


def test_migrations_know_it_as_the_block_of_wagtail():
    builder = BlockDefinitionLookupBuilder()
    ours = builder.add_block(DayBlock(required=False))
    theirs = builder.add_block(DateBlock(required=False))

    assert ours == theirs
    assert DayBlock(required=False) == DateBlock(required=False)
