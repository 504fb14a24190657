"""The name of a person, typed into the fields as they are called, reads as it is said."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_name_typed_as_the_form_asks_is_in_its_order(client, superuser):
    client.force_login(superuser)
    page = client.get(reverse("wagtailusers_users:add")).context["form"]
    said = {"Họ và tên đệm": "Trần Minh", "Tên": "Quân"}
    fields = {str(page[name].label): name for name in ("first_name", "last_name")}

    user = get_user_model()(**{fields[label]: name for label, name in said.items()})

    assert user.get_full_name() == "Trần Minh Quân"
