"""People."""

import factory
from django.contrib.auth import get_user_model


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@truong.example")
    password = factory.django.Password("mat-khau")
