"""A clerk, and approved plans that wait for their number."""

import pytest
from django.contrib.auth.models import Group

from tests.factories.pages import PlanPageFactory
from tests.factories.registration import SYMBOL
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.models import RegisterEntry


@pytest.fixture
def clerk(site):
    """Gives numbers; writes and approves nothing."""
    user = UserFactory(username="vanthu", first_name="Ngọc", last_name="Đỗ")
    user.groups.add(Group.objects.get(name=kehoach_settings.CLERKS_GROUP))
    return user


@pytest.fixture
def publish(editor, principal):
    """Make an approved, public plan without a number, unless the test says otherwise."""

    def publish(**said):
        plan = PlanPageFactory(**{"symbol": SYMBOL, **said})
        return approved(plan, by=editor, principal=principal)

    return publish


@pytest.fixture
def plan(publish):
    return publish(title="Truyền thông năm học 2026-2027")


@pytest.fixture
def private_folder(settings, tmp_path, monkeypatch):
    """Signed files go into a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    # The storage of a field is made once, with the media folder of that time.
    field = RegisterEntry._meta.get_field("file")
    monkeypatch.setattr(field, "storage", private_storage())
    return tmp_path


@pytest.fixture
def people(editor, principal, superuser, clerk):
    """Everybody by role; nobody for a visitor."""
    return {
        "visitor": None,
        "editor": editor,
        "clerk": clerk,
        "principal": principal,
        "superuser": superuser,
    }


@pytest.fixture
def as_role(client, people):
    """The test client, logged in as this role."""

    def log_in(role):
        if user := people[role]:
            client.force_login(user)
        return client

    return log_in
