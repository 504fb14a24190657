"""Spokespersons. Always drafts: see ``workflows.approved``."""

import factory

from wagtail_kehoach.models import Mandate, Spokesperson


class SpokespersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Spokesperson
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Lê Thị Nhung {n}")
    position = "Phó Hiệu trưởng"
    phone = "02773 000 102"
    email = "phohieutruong@truong.example"
    live = False

    @factory.post_generation
    def mandates(self, create, extracted, **kwargs):
        """One regular mandate without end, unless the test names others."""
        self.mandates = extracted or [Mandate(role=Mandate.Role.REGULAR)]
        self.save()
