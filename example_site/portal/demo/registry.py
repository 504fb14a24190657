"""Two pupils of the demo school in the registry of consents; all of it is made up."""

from __future__ import annotations

import datetime as dt

from wagtail_kehoach.models import Person


def load() -> None:
    """One who is asked together with the mother, and one who is too young to be asked."""
    Person.objects.create(
        full_name="Nguyễn Hoàng Minh",
        class_level="khối 8",
        born_on=dt.date(2013, 3, 12),
        representative="Lê Thị Hoa",
        representative_contact="hoa.le@phuhuynh.example",
    )
    Person.objects.create(
        full_name="Trần Bảo An",
        class_level="khối 6",
        representative="Trần Văn Bình",
        representative_contact="0000 000 000",
    )
