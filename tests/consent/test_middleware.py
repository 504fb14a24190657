"""No cache keeps an answer past the day on which it was given."""

import datetime as dt

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.middleware.cache import CacheMiddleware
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_response_headers

from wagtail_kehoach.consent.middleware import UntilMidnightMiddleware

HOUR = 60 * 60


@pytest.fixture(autouse=True)
def ten_o_clock(monkeypatch):
    """In the evening, at the school."""
    now = dt.datetime(2026, 11, 20, 22, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(timezone, "now", lambda: now)


def kept(rf, *, within=lambda view: view, **said):
    answer = HttpResponse()
    patch_cache_control(answer, **said)
    middleware = within(UntilMidnightMiddleware(lambda request: answer))
    return middleware(rf.get("/"))


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ({"max_age": 24 * HOUR}, "max-age=7200"),
        ({"max_age": 600}, "max-age=600"),
        ({"s_maxage": 24 * HOUR, "max_age": 60}, "s-maxage=7200, max-age=60"),
        ({"s_maxage": 60}, "s-maxage=60"),
        ({"no_cache": True}, "no-cache"),
    ],
)
def test_it_only_lowers(rf, said, sent):
    assert kept(rf, **said)["Cache-Control"] == sent


def test_what_says_nothing_is_left_alone(rf):
    answer = UntilMidnightMiddleware(lambda request: HttpResponse())(rf.get("/"))

    assert "Cache-Control" not in answer


def test_an_older_way_of_saying_it_does_not_contradict(rf):
    answer = HttpResponse()
    patch_response_headers(answer, 24 * HOUR)

    answer = UntilMidnightMiddleware(lambda request: answer)(rf.get("/"))

    assert answer["Cache-Control"] == "max-age=7200"
    assert "Expires" not in answer


def test_djangos_own_cache_goes_by_it(rf, settings, monkeypatch):
    settings.CACHE_MIDDLEWARE_SECONDS = 24 * HOUR
    timeouts = []
    monkeypatch.setattr(
        type(caches["default"]),
        "set",
        lambda self, key, value, timeout=None, **more: timeouts.append(timeout),
    )

    kept(rf, within=CacheMiddleware, max_age=24 * HOUR)

    assert set(timeouts) == {2 * HOUR}
