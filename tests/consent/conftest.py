"""Somebody who keeps the registry of consents."""

import pytest
from django.contrib.auth.models import Group

from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings


@pytest.fixture
def keeper(site):
    user = UserFactory(username="vanthu")
    user.groups.add(Group.objects.get(name=kehoach_settings.CONSENT_GROUP))
    return user
