"""People whose membership of the principals does not give them this text."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from tests.factories.users import UserFactory
from wagtail_kehoach.approval import append_only
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import SigningAuthority


@pytest.fixture
def deputy(site):
    """A deputy who may sign nothing but what this portal has no text of."""
    user = UserFactory(username="photruong")
    user.groups.add(Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP))
    SigningAuthority.objects.create(user=user, capacity="KT.", ends_on="2020-01-01")
    return user


@pytest.fixture
def former_principal(site):
    """Was a principal; writes as an editor now."""
    user = UserFactory(username="cuuhieutruong")
    group = Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP)
    user.groups.add(group)
    user.groups.remove(group)
    user.groups.add(Group.objects.get(name=kehoach_settings.EDITORS_GROUP))
    return user


@pytest.fixture
def people(editor, principal, deputy, former_principal, superuser):
    """Everybody by role; nobody for a visitor."""
    return {
        "visitor": None,
        "editor": editor,
        "former principal": former_principal,
        "deputy": deputy,
        "superuser": superuser,
        "principal": principal,
    }


@pytest.fixture
def as_role(client, people):
    """The test client, logged in as this role."""

    def log_in(role):
        if user := people[role]:
            client.force_login(user)
        return client

    return log_in


@pytest.fixture
def without_triggers(db):
    """The record as somebody finds it who has dropped the triggers; until the test ends."""
    if not connection.features.can_rollback_ddl:
        pytest.skip("MariaDB commits when a trigger is dropped.")
    append_only.remove(connection)
