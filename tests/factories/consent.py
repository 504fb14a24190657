"""People of the registry, and what they agreed to."""

import datetime as dt

import factory
from django.utils import timezone

from wagtail_kehoach.consent import links
from wagtail_kehoach.models import Consent, Person


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    full_name = factory.Sequence(lambda n: f"Nguyễn Văn Minh {n}")
    class_level = "khối 8"
    born_on = dt.date(2014, 1, 1)


class ConsentFactory(factory.django.DjangoModelFactory):
    """A complete consent for the portal, without end."""

    class Meta:
        model = Consent

    person = factory.SubFactory(PersonFactory)
    for_portal = True
    representative_agreed = True
    child_agreed = True
    starts_on = dt.date(2020, 1, 1)


def asked(person, *, by):
    """A question whether ``person`` may be shown on the portal, for thirty days."""
    return links.ask(
        person,
        purposes=["portal"],
        until=timezone.localdate() + dt.timedelta(days=30),
        user=by,
        school="Trường THCS Bình Minh",
    )
