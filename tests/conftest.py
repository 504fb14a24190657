"""What most tests need: the portal with its pages, people in their roles, a way to submit."""

from __future__ import annotations

import gc
import tempfile

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.signals import request_started
from wagtail.models import Site

from tests.committed import committed_db
from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent import daybreak
from wagtail_kehoach.setup import set_up


def pytest_collection_finish():
    """Let Python look for garbage less often, and not in what stays loaded to the end.

    Models, templates and tests are some million objects; walking them took a tenth of a run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_addoption(parser):
    parser.addoption(
        "--one-case",
        action="store_true",
        help="of a test with several cases run the first, unless marked every_case",
    )


def pytest_collection_modifyitems(config, items):
    """Tests that commit come last: nobody deletes from the record what they leave there."""
    items.sort(key=lambda item: getattr(item.module, "db", None) is committed_db)
    if config.getoption("one_case"):
        _keep_one_case(config, items)


def _keep_one_case(config, items):
    """Cases differ in what our code decides, and that was shown once, on SQLite."""
    seen, kept, left = set(), [], []
    for item in items:
        test = item.nodeid.partition("[")[0]
        once = test in seen and item.get_closest_marker("every_case") is None
        (left if once else kept).append(item)
        seen.add(test)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of a portal that has run ``setup_kehoach`` once."""
    with django_db_blocker.unblock():
        set_up(Site.objects.get(is_default_site=True))


@pytest.fixture(scope="session", autouse=True)
def _own_places(tmp_path_factory):
    """Tests on the other cores read files too, and nobody here waits for them."""
    tempfile.tempdir = str(tmp_path_factory.mktemp("temporary"))


@pytest.fixture(autouse=True)
def _clean_caches():
    """Nothing that one test cached is there in the next."""
    cache.clear()
    ContentType.objects.clear_cache()


@pytest.fixture(autouse=True)
def _no_daybreak():
    """The first request of a day takes down what ended; only in tests that ask for it."""
    request_started.disconnect(dispatch_uid=daybreak.UID)


@pytest.fixture
def site(db):
    """The default site, set up as ``setup_kehoach`` leaves it."""
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def editor(site):
    """An editor: writes and submits."""
    return _member("bientap", "Trần Minh Quân", kehoach_settings.EDITORS_GROUP)


@pytest.fixture
def principal(site):
    """The head of the school: a principal without a limited authority."""
    return _member("hieutruong", "Nguyễn Văn Thành", kehoach_settings.PRINCIPALS_GROUP)


@pytest.fixture
def other_principal(site):
    """A second principal."""
    return _member("phohieutruong", "Lê Thị Nhung", kehoach_settings.PRINCIPALS_GROUP)


@pytest.fixture
def superuser(site):
    """The IT teacher: may do everything but approve."""
    return UserFactory(username="quantri", is_superuser=True)


@pytest.fixture
def without_weasyprint(tmp_path_factory, monkeypatch):
    """A machine on which WeasyPrint cannot be imported, in processes of their own too."""
    folder = tmp_path_factory.mktemp("without")
    (folder / "weasyprint.py").write_text("raise ImportError('not installed')\n")
    monkeypatch.syspath_prepend(folder)


def _member(username: str, name: str, group: str):
    user = UserFactory(
        username=username,
        first_name=name.rpartition(" ")[0],
        last_name=name.rpartition(" ")[2],
    )
    user.groups.add(Group.objects.get(name=group))
    return user
