"""A day in a StreamField: Wagtail's own in what it stores, lighter in what it draws."""

import datetime as dt
import html
import json
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.telepath import JSContext
from wagtail.blocks import DateBlock, StructBlock
from wagtail.blocks.definition_lookup import BlockDefinitionLookupBuilder

from tests.factories.users import UserFactory
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


OUR_DAYS = [
    "kehoach_campaigns:add",
    "kehoach_recognition_titles:add",
    "kehoach_units:add",
    "kehoach_bodies:add",
    "kehoach_school_years:add",
    "kehoach_signing_authorities:add",
    "kehoach_picture_bases:add",
    "kehoach_data_requests:add",
    "kehoach_consent_requests:add",
    "wagtail_kehoach_register:elsewhere",
    "wagtailsnippets_wagtail_kehoach_person:add",
    "wagtailsnippets_wagtail_kehoach_spokesperson:add",
    "kehoach_plans:choose_parent",
    "kehoach_stories:choose_parent",
    "kehoach_foreign_info:choose_parent",
]
CALENDAR = re.compile(r'\{[^{}]*"dayOfWeekStart"[^{}]*\}')


@pytest.mark.parametrize("screen", OUR_DAYS)
def test_no_calendar_of_ours_makes_another_day_of_what_is_typed(client, site, screen):
    """Left to itself it makes 3 March of 31/02, and the form never sees the mistake."""
    user = UserFactory(is_superuser=True)
    user.groups.add(*Group.objects.all())
    client.force_login(user)

    page = html.unescape(client.get(reverse(screen), follow=True).content.decode())

    # Wagtail's own have an hour.
    days = [c for c in CALENDAR.findall(page) if "formatTime" not in c]
    assert days
    assert all('"validateOnBlur": false' in day for day in days)


def test_a_day_that_there_is_not_is_refused(client, principal):
    client.force_login(principal)

    typed = {"theme": "Gương sáng", "deadline": "31/02/2027"}
    answer = client.post(reverse("kehoach_campaigns:add"), typed)

    assert answer.context["form"].errors["deadline"] == ["Hãy nhập ngày hợp lệ."]


def test_migrations_know_it_as_the_block_of_wagtail():
    builder = BlockDefinitionLookupBuilder()
    ours = builder.add_block(DayBlock(required=False))
    theirs = builder.add_block(DateBlock(required=False))

    assert ours == theirs
    assert DayBlock(required=False) == DateBlock(required=False)
